"""The documents are what they are meant to be, and the same every time."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest

from spravka.demo.documents.names import DemoFile
from spravka.demo.documents.positions import roubles, total_of, vat_of
from spravka.demo.documents.steel import PARTS
from spravka.demo.documents.works import WORKS
from tests.demo.documents.conftest import Pages, single_spaced

if TYPE_CHECKING:
    from spravka.demo.documents.documents import DemoDocument

TABLE_HEADER = "№ Наименование Ед. изм. Кол-во Цена, руб. Сумма, руб."


def test_they_are_the_same_bytes_each_time(made: "Mapping[DemoFile, DemoDocument]") -> None:
    from spravka.demo.documents.documents import demo_documents

    assert {document.name: document.content for document in demo_documents()} == {
        name.value: document.content for name, document in made.items()
    }


def test_every_name_stands_for_a_document(made: "Mapping[DemoFile, DemoDocument]") -> None:
    assert set(made) == set(DemoFile)


@pytest.mark.parametrize(
    ("name", "fewest", "most"),
    [(DemoFile.CONTRACT, 8, 12), (DemoFile.CRANE_MANUAL, 10, 15), (DemoFile.SPECIFICATION, 3, 4)],
)
def test_a_document_has_as_many_pages_as_its_kind_usually_has(
    texts: Mapping[DemoFile, Pages], name: DemoFile, fewest: int, most: int
) -> None:
    assert fewest <= len(texts[name]) <= most


def test_the_scan_has_images_and_no_text(
    made: "Mapping[DemoFile, DemoDocument]", texts: Mapping[DemoFile, Pages]
) -> None:
    pages = pypdfium2.PdfDocument(made[DemoFile.LETTER].content)
    assert texts[DemoFile.LETTER] == ("", "")
    assert all(isinstance(thing, pypdfium2.PdfImage) for page in pages for thing in page.get_objects())


def test_the_contracts_price_is_the_sum_of_its_works(texts: Mapping[DemoFile, Pages]) -> None:
    net = total_of(WORKS)
    price, vat = roubles(net + vat_of(net)), roubles(vat_of(net))
    contract = texts[DemoFile.CONTRACT]
    assert f"составляет {_whole(price)} " in contract[0]
    assert f"НДС 20 % – {_whole(vat)} " in contract[0]
    assert single_spaced(f"Всего с НДС {price}") in contract[6]


def _whole(amount: str) -> str:
    return single_spaced(amount.partition(",")[0])


def test_every_part_of_the_specification_is_summed_up(texts: Mapping[DemoFile, Pages]) -> None:
    whole = " ".join(texts[DemoFile.SPECIFICATION])
    for title, positions in PARTS.values():
        assert single_spaced(f"Итого: {title} {roubles(total_of(positions))}") in whole


def test_a_table_that_goes_on_over_the_page_repeats_its_header(texts: Mapping[DemoFile, Pages]) -> None:
    for page in texts[DemoFile.SPECIFICATION][1:]:
        assert page.index(TABLE_HEADER) < 100


def test_the_manual_lists_its_sections_with_their_pages(texts: Mapping[DemoFile, Pages]) -> None:
    pages = texts[DemoFile.CRANE_MANUAL]
    contents = pages[1].replace(". ", "")
    assert contents.startswith("DK-160 tower crane") and "9.2 Ropes 11" in contents
    assert "9.2 Ropes The hoist rope" in pages[10]


def test_sums_of_the_workbook_are_formulas_with_their_values(made: "Mapping[DemoFile, DemoDocument]") -> None:
    content = made[DemoFile.MATERIALS].content
    formulas = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    last = formulas.max_row
    assert str(formulas.cell(last, 6).value).startswith("=SUM(")
    assert values.cell(last, 6).value == pytest.approx(
        sum(float(str(values.cell(row, 6).value)) for row in range(6, last))
    )
