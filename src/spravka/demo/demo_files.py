"""Files to try the product with: the demo catalogue as CSV, and a supplier's price list as XLSX.

The price list is laid out as people lay them out: titles above the header, numbered rows, totals below.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from spravka.demo.catalogue import DEFAULT_SEED, DemoItem, generate_catalogue, generate_groups
from spravka.demo.spellings import supplier_spellings
from spravka.sheets.writing import write_csv

CATALOGUE_FILE = "demo-catalogue.csv"
PRICE_LIST_FILE = "demo-price-list.xlsx"
PRICE_LIST_ROWS = 300
CATALOGUE_HEADER = ("Код", "Наименование", "Родитель", "Это группа", "Ед. изм.")
PRICE_LIST_HEADER = ("№ п/п", "Наименование", "Ед. изм.", "Кол-во", "Цена, руб.", "Сумма, руб.")
TITLE_ROWS = (
    "ООО «Стройкомплект-Демо»",
    "Прайс-лист на строительные материалы",
    "Цены указаны с НДС и действительны три дня",
)


@dataclass(frozen=True)
class DemoFiles:
    """Where the files are, and which catalogue item each row of the price list means."""

    catalogue: Path
    price_list: Path
    meant_codes: tuple[str, ...]


def write_demo_files(directory: Path, seed: int = DEFAULT_SEED) -> DemoFiles:
    """Writes the catalogue and the price list into a directory that exists."""
    items = generate_catalogue(seed)
    spellings = supplier_spellings(items, PRICE_LIST_ROWS, seed)
    catalogue, price_list = directory / CATALOGUE_FILE, directory / PRICE_LIST_FILE
    with catalogue.open("wb") as file:
        write_csv(file, CATALOGUE_HEADER, _catalogue_rows(items))
    _write_price_list(price_list, list(_price_rows(spellings, items, seed)))
    return DemoFiles(catalogue, price_list, tuple(code for _, code in spellings))


def _catalogue_rows(items: Sequence[DemoItem]) -> Iterator[tuple[str, ...]]:
    """Groups stand among the items as rows of their own, as 1C writes them: so every level of the tree has a name."""
    for group in generate_groups():
        yield group.code, group.name, group.parent_code or "", "Да", ""
    for item in items:
        yield item.code, item.name, item.group_code, "Нет", item.unit


def _price_rows(
    spellings: Sequence[tuple[str, str]],
    items: Sequence[DemoItem],
    seed: int,
) -> Iterator[tuple[int, str, str, int, float, float]]:
    units = {item.code: item.unit for item in items}
    chooser = random.Random(seed)
    for number, (name, code) in enumerate(spellings, 1):
        quantity, price = chooser.randrange(1, 500), chooser.randrange(500, 900_000) / 100
        yield number, name, units[code], quantity, price, round(quantity * price, 2)


def _write_price_list(path: Path, rows: Sequence[tuple[int, str, str, int, float, float]]) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Прайс")
        bold = workbook.add_format({"bold": True, "text_wrap": True})
        for number, title in enumerate(TITLE_ROWS):
            sheet.merge_range(number, 0, number, len(PRICE_LIST_HEADER) - 1, title, bold)
        sheet.set_column(1, 1, 60)
        sheet.write_row(len(TITLE_ROWS) + 1, 0, PRICE_LIST_HEADER, bold)
        for number, row in enumerate(rows, len(TITLE_ROWS) + 2):
            sheet.write_row(number, 0, row)
        end = len(TITLE_ROWS) + 2 + len(rows)
        sheet.write_string(end, 1, "Итого", bold)
        sheet.write_number(end, 5, round(sum(row[5] for row in rows), 2), bold)
