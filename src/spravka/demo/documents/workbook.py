"""The list of materials as XLSX: a sheet for each kind of work, with sums as formulas; always the same bytes."""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from spravka.demo.documents.materials import KINDS
from spravka.demo.documents.positions import Position, total_of

TITLES = (
    "Приложение к рабочей документации РЧ-02",
    "Ведомость материалов: {kind}",
    "Объект: Складской комплекс «Речной», корпус № 2, г. Екатеринбург, ул. Промышленная, 64",
)
HEADER = ("№ п/п", "Наименование", "Ед. изм.", "Кол-во", "Цена, руб. без НДС", "Сумма, руб. без НДС")
WIDTHS = (7, 58, 10, 12, 16, 20)
FIRST_ROW = len(TITLES) + 2
"""The row of the first position, counted from 0: titles, an empty row and the header are above."""

AUTHOR = "АО «Стройхолдинг-Демо»"
WRITTEN_AT = datetime.datetime(2025, 3, 24, 10, 0, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class _Formats:
    title: Format
    header: Format
    text: Format
    number: Format
    money: Format
    total: Format


def write_materials() -> bytes:
    """The workbook's bytes."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": "Ведомость материалов", "author": AUTHOR, "created": WRITTEN_AT})
        formats = _make_formats(workbook)
        for kind, positions in KINDS.items():
            _write_sheet(workbook.add_worksheet(kind), kind, positions, formats)
    return written.getvalue()


def _make_formats(workbook: xlsxwriter.Workbook) -> _Formats:
    frame = {"border": 1, "valign": "vcenter"}
    bold = {"bold": True}
    return _Formats(
        title=workbook.add_format(bold),
        header=workbook.add_format({**frame, **bold, "align": "center", "text_wrap": True, "bg_color": "#ECECEC"}),
        text=workbook.add_format(frame),
        number=workbook.add_format({**frame, "num_format": "#,##0.##"}),
        money=workbook.add_format({**frame, "num_format": "#,##0.00"}),
        total=workbook.add_format({**frame, **bold, "num_format": "#,##0.00"}),
    )


def _write_sheet(sheet: Worksheet, kind: str, positions: Sequence[Position], formats: _Formats) -> None:
    for number, title in enumerate(TITLES):
        sheet.write(number, 0, title.format(kind=kind), formats.title)
    for column, (name, width) in enumerate(zip(HEADER, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(FIRST_ROW - 1, column, name, formats.header)
    sheet.repeat_rows(FIRST_ROW - 1)
    sheet.freeze_panes(FIRST_ROW, 0)
    for number, position in enumerate(positions, 1):
        _write_position(sheet, number, position, formats)
    last = FIRST_ROW + len(positions)
    sum_formula = f"=SUM(F{FIRST_ROW + 1}:F{last})"
    sheet.write(last, 1, "Итого", formats.total)
    sheet.write_formula(last, 5, sum_formula, formats.total, float(total_of(positions)))


def _write_position(sheet: Worksheet, number: int, position: Position, formats: _Formats) -> None:
    row = FIRST_ROW + number - 1
    sheet.write(row, 0, number, formats.text)
    sheet.write(row, 1, position.name, formats.text)
    sheet.write(row, 2, position.unit, formats.text)
    sheet.write(row, 3, float(position.quantity), formats.number)
    sheet.write(row, 4, float(position.price), formats.money)
    sheet.write_formula(row, 5, f"=D{row + 1}*E{row + 1}", formats.money, float(position.amount))
