"""The documents as files: Markdown as it is, the others set as PDF or DOCX in several looks.

Needs ``reportlab`` and the typefaces, as the documents of the demonstration do.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from spravka.demo.documents.docx import write_docx
from spravka.demo.documents.fonts import SANS
from spravka.demo.documents.markup import NewPage
from spravka.evaluation.documents.everyday.markdown import elements_of
from spravka.evaluation.documents.everyday.typesetting import Look, set_pages

WRITTEN_AT = datetime.datetime(2026, 1, 20, 9, 0, tzinfo=datetime.UTC)
DOCX_WIDTH_MM = 170


@dataclass(frozen=True)
class EverydayDocument:
    """A text and the file made of it; ``name`` is the text's, ``file_name`` as somebody would have called the file."""

    name: str
    file_name: str
    language: str
    write: Callable[[str], bytes]

    @property
    def text(self) -> str:
        """The Markdown that it is made of."""
        return files(__package__).joinpath("texts", f"{self.name}.md").read_text(encoding="utf-8")


def write_document(name: str, folder: Path) -> Path:
    """One of them.

    Raises:
        KeyError: there is no such document
    """
    document = DOCUMENTS[name]
    file = folder / document.file_name
    file.write_bytes(document.write(document.text))
    return file


def _pdf(look: Look) -> Callable[[str], bytes]:
    return lambda text: set_pages(elements_of(text, look.column_mm), look)


def _docx(title: str, author: str) -> Callable[[str], bytes]:
    def write(text: str) -> bytes:
        elements = [one for one in elements_of(text, DOCX_WIDTH_MM) if not isinstance(one, NewPage)]
        return write_docx(elements, title, author, WRITTEN_AT)

    return write


def _markdown(text: str) -> bytes:
    return text.encode()


_ALL = (
    EverydayDocument(
        "works_contract",
        "Договор 118-Ф-26 фасад и кровля.pdf",
        "ru",
        _pdf(Look("Договор строительного подряда № 118-Ф/26", footer="Страница")),
    ),
    EverydayDocument(
        "procurement_approval",
        "РГ-07 согласование закупок.docx",
        "ru",
        _docx("Регламент согласования закупок", "Кедровый мыс"),
    ),
    EverydayDocument("business_trips", "Положение о командировках.md", "ru", _markdown),
    EverydayDocument(
        "pump_manual",
        "HBT-75 manual issue 6.pdf",
        "en",
        _pdf(Look("HBT-75 Operation and maintenance", SANS, 10, columns=2, footer="KM-HBT75-EN  |  page")),
    ),
    EverydayDocument(
        "heating_assignment",
        "ТЗ котельная Лисья Гора.pdf",
        "ru",
        _pdf(Look("ТЗ-КМ-31, редакция 2", SANS, 10.5, contents_title="Содержание", has_rules=False)),
    ),
    EverydayDocument(
        "supply_contract",
        "Договор поставки 45-К-2026 кабель.pdf",
        "ru",
        _pdf(Look("Договор поставки № 45-К/2026 от 2 марта 2026 г.", size=10.5, footer="стр.")),
    ),
    EverydayDocument("equipment_lease", "Аренда техники АТ-09-26.md", "ru", _markdown),
    EverydayDocument(
        "safety_instruction",
        "ИОТ-27 монтажники.docx",
        "ru",
        _docx("Инструкция по охране труда № 27", "Стальмонтаж Ветлужский"),
    ),
    EverydayDocument(
        "minutes_and_claim",
        "Протокол 14 с претензией.pdf",
        "ru",
        _pdf(Look("Протокол № 14 от 27.05.2026", size=12, has_rules=False)),
    ),
    EverydayDocument(
        "supply_agreement",
        "Supply agreement NQ-2026-07.pdf",
        "en",
        _pdf(Look("Supply Agreement NQ-2026/07", size=10, columns=2, contents_title="Contents", footer="Page")),
    ),
    EverydayDocument("site_safety_plan", "Site safety plan rev D.md", "en", _markdown),
)
DOCUMENTS: Mapping[str, EverydayDocument] = {one.name: one for one in _ALL}
"""By the names of their texts."""
