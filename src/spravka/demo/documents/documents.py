"""All documents of the demonstration, made anew with the same bytes each time.

Needs ``reportlab`` and the typefaces ``fontpkg-pt-serif`` and ``fontpkg-pt-sans``, which are installed where the whole
stack runs from packages.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from spravka.demo.documents.docx import write_docx
from spravka.demo.documents.fonts import SANS
from spravka.demo.documents.markup import read_text
from spravka.demo.documents.names import DemoFile
from spravka.demo.documents.pdf import Look, set_pdf
from spravka.demo.documents.price_tables import price_table, price_table_with_vat, totals_table
from spravka.demo.documents.scan import scan_pdf
from spravka.demo.documents.steel import PARTS
from spravka.demo.documents.workbook import write_materials
from spravka.demo.documents.works import WORKS

HOLDING, BUILDER, SUPPLIER = "АО «Стройхолдинг-Демо»", "ООО «СтройМонтаж»", "ООО «СтальТорг»"
RULES_WRITTEN_AT = datetime.datetime(2025, 2, 3, 9, 0, tzinfo=datetime.UTC)
LETTER_SCANNED_AT = datetime.datetime(2025, 9, 18, 14, 5, tzinfo=datetime.UTC)

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class DemoDocument:
    """A file as somebody would upload it."""

    name: str
    media_type: str
    content: bytes


def demo_documents() -> tuple[DemoDocument, ...]:
    """All of them; it takes a few seconds."""
    return tuple(DemoDocument(name.value, media_type, write()) for name, (media_type, write) in _WAYS.items())


def _contract() -> bytes:
    look = Look(
        title="Договор подряда № ПД-2025/0417",
        running_title="Договор подряда № ПД-2025/0417 от 14 апреля 2025 г.",
        author=HOLDING,
    )
    return set_pdf(read_text("contract", {"works": price_table_with_vat(WORKS)}), look)


def _specification() -> bytes:
    look = Look(
        title="Спецификация № 3 к договору поставки № ПС-2025/0236",
        running_title="Спецификация № 3 к договору поставки № ПС-2025/0236",
        author=SUPPLIER,
        size=10,
    )
    tables = {mark: price_table(positions, f"Итого: {title}") for mark, (title, positions) in PARTS.items()}
    return set_pdf(read_text("specification", {**tables, "totals": totals_table(PARTS)}), look)


def _crane_manual() -> bytes:
    name, subject, publisher = "DK-160 tower crane", "Operating and maintenance manual", "Stroyholding-Demo"
    look = Look(
        title=f"{name}. {subject}",
        running_title=f"{name} – {subject}",
        author=publisher,
        family=SANS,
        size=11,
        cover=(name, subject, "Edition 3, March 2025", "", publisher),
        contents_title="Contents",
    )
    return set_pdf(read_text("crane_manual"), look)


def _procurement_rules() -> bytes:
    return write_docx(read_text("procurement_rules"), "Регламент закупок", HOLDING, RULES_WRITTEN_AT)


def _letter() -> bytes:
    return scan_pdf(read_text("letter"), "О переносе срока устройства кровли", LETTER_SCANNED_AT.utctimetuple())


_WAYS: dict[DemoFile, tuple[str, Callable[[], bytes]]] = {
    DemoFile.CONTRACT: (PDF, _contract),
    DemoFile.SPECIFICATION: (PDF, _specification),
    DemoFile.MATERIALS: (XLSX, write_materials),
    DemoFile.CRANE_MANUAL: (PDF, _crane_manual),
    DemoFile.PROCUREMENT_RULES: (DOCX, _procurement_rules),
    DemoFile.LETTER: (PDF, _letter),
}
