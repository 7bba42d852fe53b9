"""A DOCX document is read as a reader sees it."""

import zipfile
from pathlib import Path

import docx as python_docx
import pytest

from spravka.pages.formats.docx import open_document
from tests.pages.made_documents import Told, docx, package, pages_of, paragraph, row, table, told

HEADING_STYLES = (
    '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="a"><w:name w:val="Заголовок раздела"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="c"><w:name w:val="caption"/></w:style>'
)
STRICT = "http://purl.oclc.org/ooxml/"
CONTRACT_NUMBERS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)
BOX = (
    "<mc:AlternateContent><mc:Choice><w:drawing>{0}</w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent>"
)


def read(path: Path, body: str, **parts: str) -> list[Told]:
    return told(pages_of(open_document(docx(path / "t.docx", body, parts))))


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def numbered(text: str, level: int) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (styled("Предмет договора", "1"), "heading"),
        (styled("Предмет договора", "a"), "heading"),
        (paragraph("Предмет договора", '<w:outlineLvl w:val="1"/>'), "heading"),
        (paragraph("1. Предмет договора", run="<w:b/>"), "heading"),
        (paragraph("Стороны договорились о поставке товара.", run="<w:b/>"), "paragraph"),
        (paragraph("ДОГОВОР ПОСТАВКИ № 15"), "heading"),
        (paragraph("1. Предмет договора"), "paragraph"),
        (styled("Предмет договора 5", "t"), "contents"),
        (styled("Таблица 1. Цены", "c"), "caption"),
        (styled("слово " * 40, "1"), "paragraph"),
    ],
)
def test_a_paragraph_is_what_its_style_or_its_look_says(tmp_path: Path, block: str, expected: str) -> None:
    assert [kind for kind, _ in read(tmp_path, block, styles=HEADING_STYLES)] == [expected]


def test_the_numbers_of_clauses_are_read_although_they_stand_in_no_text(tmp_path: Path) -> None:
    body = numbered("Предмет", 0) + numbered("Поставка", 1) + numbered("Приёмка", 1) + numbered("Цена", 0)
    read_texts = [text for _, text in read(tmp_path, body + numbered("Оплата", 1), numbering=CONTRACT_NUMBERS)]
    assert read_texts == ["1. Предмет", "1.1. Поставка", "1.2. Приёмка", "2. Цена", "2.1. Оплата"]


def test_headings_are_numbered_by_the_list_that_their_style_belongs_to(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    body = styled("Предмет", "1") + styled("Товар", "2") + styled("Тара", "2")
    assert read(tmp_path, body, styles=styles, numbering=CONTRACT_NUMBERS) == [
        ("heading", "1. Предмет"),
        ("heading", "1.1. Товар"),
        ("heading", "1.2. Тара"),
    ]


def test_a_document_in_the_strict_namespaces_is_read_the_same(tmp_path: Path) -> None:
    path = docx(tmp_path / "t.docx", table(row("Имя", "Цена"), row("Болт", "4")))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    strict = {
        name: content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT + "wordprocessingml"
        ).replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", STRICT + "officeDocument")
        for name, content in parts.items()
    }
    assert told(pages_of(open_document(package(path, strict)))) == [
        ("table_header", "Имя | Цена"),
        ("table_row", "Болт | 4"),
    ]


def test_a_deleted_clause_is_neither_told_nor_counted(tmp_path: Path) -> None:
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    deleted = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>{gone}</w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>Старое</w:delText></w:r></w:del></w:p>'
    )
    body = numbered("Предмет", 0) + deleted + numbered("Цена", 0)
    assert [text for _, text in read(tmp_path, body, numbering=CONTRACT_NUMBERS)] == ["1. Предмет", "2. Цена"]


def test_insertions_are_read_and_deletions_and_hidden_words_are_not(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Срок </w:t></w:r><w:del><w:r><w:delText>пять</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>десять</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> лет</w:t></w:r></w:moveFrom>"
        "<w:r><w:t> дней</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> тайна</w:t></w:r></w:p>"
    )
    assert read(tmp_path, body) == [("paragraph", "Срок десять дней")]


def test_a_word_cut_into_runs_is_one_word(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>догово</w:t></w:r><w:r><w:t>ра</w:t><w:tab/><w:t>№</w:t><w:br/><w:t>15</w:t></w:r></w:p>"
    assert read(tmp_path, body) == [("paragraph", "договора № 15")]


def test_a_table_keeps_its_header_its_cells_and_its_columns(tmp_path: Path) -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Итого")}'
    body = table(row("Наименование", "Ед.", "Цена"), row("Болт М8", "шт", "4"), row(wide, "4"))
    assert read(tmp_path, body) == [
        ("table_header", "Наименование | Ед. | Цена"),
        ("table_row", "Болт М8 | шт | 4"),
        ("table_row", "Итого |  | 4"),
    ]


def test_rows_marked_as_a_header_are_one_and_deleted_rows_are_gone(tmp_path: Path) -> None:
    rows = (
        row("1", "2", properties="<w:tblHeader/>"),
        row("Имя", "", properties="<w:tblHeader/>"),
        row("x", "y"),
        row("было", "нет", properties="<w:del/>"),
    )
    kinds = [kind for kind, _ in read(tmp_path, table(*rows))]
    assert kinds == ["table_header", "table_header", "table_row"]


def test_a_table_in_a_cell_gives_its_words_to_the_cell(tmp_path: Path) -> None:
    inner = table(row("внутри", "тоже"))
    body = table(row("Имя", "Цена"), row(f"<w:tcPr/>{paragraph('снаружи')}{inner}{paragraph('')}", "5"))
    assert read(tmp_path, body)[1] == ("table_row", "снаружи внутри тоже | 5")


def test_a_text_box_is_told_once_after_its_paragraph(tmp_path: Path) -> None:
    box = BOX.format(f"<w:txbxContent>{paragraph('в рамке')}</w:txbxContent>")
    body = f"<w:p><w:r><w:t>текст</w:t></w:r><w:r>{box}</w:r></w:p>"
    assert read(tmp_path, body) == [("paragraph", "текст"), ("paragraph", "в рамке")]


def test_footnotes_stand_at_the_foot_of_their_page_and_endnotes_at_the_end(tmp_path: Path) -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("----")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("сноска")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="3">{paragraph("в конце")}</w:endnote>'
    body = (
        '<w:p><w:r><w:t>первое</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/></w:r></w:p>'
        + paragraph("второе")
        + '<w:p><w:r><w:br w:type="page"/><w:t>третье</w:t></w:r></w:p>'
    )
    read_texts = [text for _, text in read(tmp_path, body, footnotes=notes, endnotes=ends)]
    assert read_texts == ["первое", "второе", "сноска", "третье", "в конце"]


def test_headers_and_footers_are_running_titles(tmp_path: Path) -> None:
    header = paragraph("ООО «Ромашка»")
    assert read(tmp_path, paragraph("текст"), header=header) == [
        ("running_title", "ООО «Ромашка»"),
        ("paragraph", "текст"),
    ]


def test_pages_are_those_that_word_laid_out(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t>первая</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>вторая и</w:t><w:lastRenderedPageBreak/><w:t>третья</w:t></w:r></w:p>"
    )
    pages = pages_of(open_document(docx(tmp_path / "t.docx", body)))
    assert [(page["number"], page["words"]) for page in pages] == [
        (1, ["первая"]),
        (2, ["вторая", "и"]),
        (3, ["третья"]),
    ]
    assert pages[2]["blocks"][0][-1] is True


def test_pages_that_nobody_laid_out_are_stretches_of_text(tmp_path: Path) -> None:
    body = "".join(paragraph(f"{number} " + "слово " * 100) for number in range(20))
    pages = pages_of(open_document(docx(tmp_path / "t.docx", body)))
    assert [len(page["blocks"]) for page in pages] == [5, 5, 5, 5]


def test_reading_begins_with_the_page_that_is_asked_for(tmp_path: Path) -> None:
    body = "".join(paragraph("слово " * 600) for _ in range(4))
    pages = pages_of(open_document(docx(tmp_path / "t.docx", body)), first=3)
    assert [page["number"] for page in pages] == [3, 4]


def test_a_table_over_several_pages_repeats_its_header(tmp_path: Path) -> None:
    rows = [row(f"Позиция {number}", "слово " * 50) for number in range(40)]
    pages = pages_of(open_document(docx(tmp_path / "t.docx", table(row("Имя", "Описание"), *rows))))
    assert len(pages) > 2
    assert [told([page])[0] for page in pages] == [("table_header", "Имя | Описание")] * len(pages)


def test_a_document_of_another_program_is_read(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("Договор поставки", 1)
    document.add_paragraph("Поставщик обязуется передать товар.")
    document.add_paragraph("первое", style="List Bullet")
    document.add_paragraph("второе", style="List Number")
    cells = document.add_table(2, 2)
    for at, text in enumerate(("Товар", "Цена", "Болт", "4")):
        cells.cell(at // 2, at % 2).text = text
    document.save(str(tmp_path / "t.docx"))
    assert told(pages_of(open_document(tmp_path / "t.docx"))) == [
        ("heading", "Договор поставки"),
        ("paragraph", "Поставщик обязуется передать товар."),
        ("list_item", "первое"),
        ("list_item", "1. второе"),
        ("table_header", "Товар | Цена"),
        ("table_row", "Болт | 4"),
    ]
