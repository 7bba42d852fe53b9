"""What is read out of PDF files, and how their pages are drawn."""

import zlib
from pathlib import Path

import pytest

from spravka.pages.errors import DocumentDamaged, DocumentProtected, PageNotFound
from spravka.pages.formats.opening import Recogniser, Wanted
from spravka.pages.formats.pdf import open_document
from spravka.pages.images import render_page
from spravka.pages.layout.placed import Piece, PlacedPage
from spravka.pages.limits import ReadingLimits
from spravka.pages.page import BlockKind, Page, TextLayer
from tests.pages.encrypted_pdfs import encrypted_pdf
from tests.pages.made_pdfs import WIDTHS, Line, assembled, made_pdf, paragraph, stream, texts

PDF = "application/pdf"
TEXT = [
    "Поставщик обязуется передать покупателю товар в срок,",
    "а покупатель обязуется принять этот товар и уплатить",
    "за него цену. Цена товара определяется специфика-",
    "цией и до конца года не меняется.",
]


def read(path: Path, recogniser: Recogniser | None = None) -> list[Page]:
    begun: list[int] = []
    wanted = Wanted(1, frozenset(), begun.append, lambda: recogniser)
    pages = [Page.from_json(page) for page in open_document(path).pages(wanted)]
    assert begun == [page.number for page in pages]
    return pages


def test_a_word_broken_over_two_lines_is_whole_and_keeps_both_places(tmp_path: Path) -> None:
    (page,) = read(made_pdf(tmp_path / "a.pdf", [paragraph(50, 100, TEXT)]))
    at = page.words.index("спецификацией")
    assert page.words[at + 1] == ""
    assert page.boxes is not None
    assert page.boxes[at + 1, 0] == pytest.approx(50, abs=0.2)
    assert page.boxes[at + 1, 1] > page.boxes[at, 3] - 3
    assert texts(page) == [" ".join(TEXT).replace("- ", "")]


def test_a_hyphen_that_belongs_to_the_word_stays(tmp_path: Path) -> None:
    lines = ["товар поставляется из северо-западной части", "страны, то есть из северо-", "западной её части."]
    (page,) = read(
        made_pdf(
            tmp_path / "a.pdf",
            [
                paragraph(50, 100, lines),
            ],
        )
    )
    assert "северо-западной" in page.words


def test_headings_are_found_by_their_type(tmp_path: Path) -> None:
    lines = [Line(50, 60, "Общие положения", 16), *paragraph(50, 100, TEXT), Line(50, 170, "Сроки", bold=True)]
    (page,) = read(made_pdf(tmp_path / "a.pdf", [[*lines, *paragraph(50, 190, TEXT)]]))
    assert texts(page, BlockKind.HEADING) == ["Общие положения", "Сроки"]


def test_columns_told_line_by_line_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"левая строка {at} с текстом договора" for at in range(12)]
    right = [f"правая строка {at} с текстом договора" for at in range(12)]
    both = [Line(x, 100 + 12 * at, rows[at]) for at in range(12) for x, rows in ((50, left), (330, right))]
    (page,) = read(made_pdf(tmp_path / "a.pdf", [both]))
    assert " ".join(texts(page)) == " ".join(left + right)


def test_text_whose_font_tells_no_letters_is_repaired(tmp_path: Path) -> None:
    pages = read(made_pdf(tmp_path / "a.pdf", [paragraph(50, 100, TEXT)] * 2, is_encoded=False))
    assert [page.layer for page in pages] == [TextLayer.REPAIRED] * 2
    assert pages[0].words[:3] == ("Поставщик", "обязуется", "передать")


def image_page() -> bytes:
    return b"q 500 0 0 500 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def test_a_page_that_is_an_image_needs_recognition(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [[], paragraph(50, 100, TEXT)], page_contents={1: image_page()})
    scan, text = read(path)
    assert (scan.layer, scan.words) == (TextLayer.NEEDS_RECOGNITION, ())
    assert text.layer is TextLayer.ORIGINAL


class OneWord:
    """Recognises one word on every image."""

    def recognise(self, image: bytes, width: float, height: float) -> PlacedPage:
        assert image.startswith(b"\x89PNG")
        return PlacedPage(0, width, height, ["слово"], [(1.0, 1.0, 9.0, 9.0)])


def test_what_is_recognised_stands_in_the_place_of_the_page(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [paragraph(50, 100, TEXT), []], page_contents={2: image_page()})
    text, scan = read(path, OneWord())
    assert (scan.number, scan.layer) == (2, TextLayer.RECOGNISED)
    assert text.layer is TextLayer.ORIGINAL


STAMP = [Line(400, 780, "Incoming No. 4711")]


class OneLine:
    """Recognises two lines on every image, one of them where the stamp is."""

    def recognise(self, image: bytes, width: float, height: float) -> PlacedPage:
        places = (("Letter", (50.0, 50.0, 90.0, 60.0)), ("Jncorning", (402.0, 770.0, 445.0, 780.0)))
        pieces = [Piece(at, at + 1, *box, size=10.0) for at, (_, box) in enumerate(places)]
        return PlacedPage(0, width, height, [word for word, _ in places], [box for _, box in places], pieces)


@pytest.mark.parametrize("is_installed", [True, False])
def test_a_scan_with_a_stamp_is_recognised_and_the_stamp_stays_as_it_is_written(
    tmp_path: Path, is_installed: bool
) -> None:
    scan = b"q 590 0 0 790 5 5 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    (page,) = read(made_pdf(tmp_path / "a.pdf", [STAMP], drawn=scan), OneLine() if is_installed else None)
    assert page.words == (("Letter", "Incoming", "No.", "4711") if is_installed else ("Incoming", "No.", "4711"))
    assert page.layer is (TextLayer.RECOGNISED if is_installed else TextLayer.NEEDS_RECOGNITION)
    assert page.boxes is not None
    assert len(page.boxes) == len(page.words)


@pytest.mark.parametrize(
    ("lines", "size"),
    [(STAMP, "200 0 0 200"), (paragraph(50, 100, ["one two three four five six seven"] * 6), "590 0 0 790")],
    ids=["a small image", "many words"],
)
def test_a_page_of_text_with_an_image_is_not_recognised(tmp_path: Path, lines: list[Line], size: str) -> None:
    image = f"q {size} 5 5 cm BI /W 1 /H 1 /CS /G /BPC 8 ID ".encode() + b"\x80 EI Q"
    assert read(made_pdf(tmp_path / "a.pdf", [lines], drawn=image), OneLine())[0].layer is TextLayer.ORIGINAL


TURNS = {90: b"0 1 -1 0 600 0 cm ", 180: b"-1 0 0 -1 600 800 cm ", 270: b"0 -1 1 0 0 800 cm "}


@pytest.mark.parametrize("degrees", TURNS)
@pytest.mark.parametrize("is_shown_turned", [False, True])
def test_turned_text_is_read_line_after_line_and_its_boxes_are_where_it_is_shown(
    tmp_path: Path, degrees: int, is_shown_turned: bool
) -> None:
    lines = [f"line {number} of a text that is turned on its page" for number in ("one", "two", "three")]
    entries = f"/Rotate {degrees}" if is_shown_turned else ""
    path = made_pdf(tmp_path / "a.pdf", [paragraph(50, 300, lines)], drawn=TURNS[degrees], page_entries=entries)
    (page,) = read(path)
    assert texts(page) == [" ".join(lines)]
    assert page.boxes is not None
    widths, heights = page.boxes[:, 2] - page.boxes[:, 0], page.boxes[:, 3] - page.boxes[:, 1]
    assert page.boxes.min() >= 0
    assert bool((widths > heights)[0]) is (is_shown_turned or degrees == 180)


def test_what_stands_sideways_in_the_margin_is_apart_from_the_text(tmp_path: Path) -> None:
    lines = [f"line {number} of a text that stands upright" for number in ("one", "two", "three")]
    margin = b"q 0 1 -1 0 30 300 cm BT /F3 10 Tf 0 0 Td (copy for the archive) Tj ET Q"
    (page,) = read(made_pdf(tmp_path / "a.pdf", [paragraph(50, 300, lines)], drawn=margin))
    assert texts(page) == [" ".join(lines), "copy for the archive"]


def test_the_label_of_a_page_is_kept(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [[Line(50, 100, "текст")]] * 2)
    labelled = path.read_bytes().replace(b"/Type /Catalog", b"/Type /Catalog /PageLabels << /Nums [0 << /S /r >>] >>")
    path.write_bytes(labelled)
    assert [page.label for page in read(path)] == ["i", "ii"]


def test_letters_beyond_the_basic_plane_do_not_move_the_boxes(tmp_path: Path) -> None:
    table = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <78> <D835DF00> endbfchar"
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 4 0 R {WIDTHS} >>".encode()
    page = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F3 3 0 R >> >> /Contents 6 0 R >>"
    content = b"BT /F3 10 Tf 50 700 Td (x one) Tj 0 -50 Td (two) Tj ET"
    (tmp_path / "a.pdf").write_bytes(assembled([font, stream(table), page, stream(content)]))
    (read_page,) = read(tmp_path / "a.pdf")
    assert read_page.words == ("𝜀", "one", "two")
    assert read_page.boxes is not None
    assert read_page.boxes[:, 0].tolist() == pytest.approx([50, 60, 50], abs=0.2)


@pytest.mark.parametrize("user_password", ["", "тайна"])
def test_only_a_password_that_is_empty_opens(tmp_path: Path, user_password: str) -> None:
    path = encrypted_pdf(tmp_path / "a.pdf", "one two three", user_password)
    if user_password:
        with pytest.raises(DocumentProtected):
            read(path)
    else:
        assert read(path)[0].words == ("one", "two", "three")


def test_a_file_that_is_no_pdf_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"\x00" * 100)
    with pytest.raises(DocumentDamaged):
        open_document(tmp_path / "a.pdf")


def png_size(image: bytes) -> tuple[int, int]:
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big")


def test_a_page_is_drawn_as_wide_as_asked(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [[Line(50, 100, "Срок", 100)]])
    image = render_page(path, PDF, 1, 300, ReadingLimits())
    assert png_size(image) == (300, 400)
    start = image.index(b"IDAT") + 4
    rows = zlib.decompress(image[start : start + int.from_bytes(image[start - 8 : start - 4], "big")])
    assert len(rows) == 400 * 901
    assert {rows[1], min(rows)} == {255, 0}


def test_a_giant_page_is_drawn_within_the_limit_of_pixels(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [[]], page_entries="/MediaBox [0 0 14400 1000000]")
    width, height = png_size(render_page(path, PDF, 1, 20_000, ReadingLimits(pixels=1_000_000)))
    assert width * height <= 1_000_000


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_page_that_is_not_there_cannot_be_drawn(tmp_path: Path, number: int) -> None:
    path = made_pdf(tmp_path / "a.pdf", [[Line(50, 100, "текст")]])
    with pytest.raises(PageNotFound):
        render_page(path, PDF, number, 300, ReadingLimits())
