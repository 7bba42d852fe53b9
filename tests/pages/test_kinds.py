"""A document is what its bytes say; its name only tells apart what is written in the same letters."""

import gzip
from pathlib import Path

import pytest
from PIL import Image

from spravka.errors import Problem
from spravka.pages.errors import DocumentDamaged, DocumentProtected, NothingToRead, UnknownFormat
from spravka.pages.kinds import CSV, DOCX, HTML, MARKDOWN, ODS, PDF, PPTX, TEXT, XLS, XLSB, XLSX, media_type_of
from tests.pages.made_documents import package

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
RUSSIAN = "Договор поставки товара заключён в Москве на пять лет. "


def kind(directory: Path, content: bytes, name: str = "any.name") -> str:
    path = directory / "stored"
    path.write_bytes(content)
    return media_type_of(path, name)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\r\n junk before \n%PDF-1.4\n", PDF),
        (b"Every PDF begins with the line '%PDF-1.4'.", TEXT),
        (RUSSIAN.encode(), TEXT),
        (RUSSIAN.encode("cp1251"), TEXT),
        (RUSSIAN.encode("utf-16"), TEXT),
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>x", HTML),
        ("<html><p>текст".encode("utf-16"), HTML),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>", HTML),
        (OLE + "Workbook".encode("utf-16-le"), XLS),
        (b"BM" + bytes(20), "image/bmp"),
        (b"MM\0*\0\0\0\x08", "image/tiff"),
    ],
)
def test_a_document_is_told_by_its_content_whatever_its_name(tmp_path: Path, content: bytes, expected: str) -> None:
    assert kind(tmp_path, content, "price.xls") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("README.md", MARKDOWN),
        ("price.csv", CSV),
        ("a.TXT", TEXT),
        ("page.htm", HTML),
        ("noname", TEXT),
        ("x.pdf", TEXT),
    ],
)
def test_a_text_is_what_its_name_says(tmp_path: Path, name: str, expected: str) -> None:
    assert kind(tmp_path, b"one; two\nthree; four\n", name) == expected


def test_a_pdf_without_its_first_line_is_known_by_its_name(tmp_path: Path) -> None:
    content = b"1 0 obj <</Type /Catalog>> endobj"
    assert [kind(tmp_path, content, name) for name in ("t.pdf", "t.txt")] == [PDF, TEXT]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("word/document.xml", DOCX),
        ("ppt/presentation.xml", PPTX),
        ("xl/workbook.xml", XLSX),
        ("xl/workbook.bin", XLSB),
    ],
)
def test_an_office_document_is_told_by_its_parts(tmp_path: Path, part: str, expected: str) -> None:
    assert media_type_of(package(tmp_path / "t", {"[Content_Types].xml": "x", part: "x"}), "t.zip") == expected


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "TIFF", "BMP", "WEBP"])
def test_an_image_is_told_from_another(tmp_path: Path, image_format: str) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "t", image_format)
    assert media_type_of(tmp_path / "t", "t.doc") == f"image/{image_format.lower()}"


def test_an_open_document_is_told_by_what_it_declares(tmp_path: Path) -> None:
    assert media_type_of(package(tmp_path / "t", {"mimetype": ODS, "content.xml": "x"}), "t") == ODS


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", NothingToRead),
        (b" \r\n\t\f\n", NothingToRead),
        (b"\xef\xbb\xbf", NothingToRead),
        (b"\0" * 100, NothingToRead),
        (b"\0" * 100_000, UnknownFormat),
        (b"{\\rtf1 x}", UnknownFormat),
        (b"GIF89a", UnknownFormat),
        (b"AT&TFORM", UnknownFormat),
        (gzip.compress(b"x", mtime=0), UnknownFormat),
        (b"<?xml version='1.0'?><a/>", UnknownFormat),
        (bytes(range(1, 32)) * 9, UnknownFormat),
        (b"AC1032" + bytes(90), UnknownFormat),
        (bytes.fromhex("3082010006092a864886f70d010702a0") + bytes(90), UnknownFormat),
        (b"\0\0\0\x18ftypheic" + bytes(90), UnknownFormat),
        (OLE + "WordDocument".encode("utf-16-le"), UnknownFormat),
        (OLE + "PowerPoint Document".encode("utf-16-le"), UnknownFormat),
        (OLE + "EncryptedPackage".encode("utf-16-le"), DocumentProtected),
        (OLE + bytes(600), DocumentDamaged),
        (b"PK\x03\x04 and then nothing", DocumentDamaged),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_kind(tmp_path: Path, content: bytes, problem: type[Problem]) -> None:
    with pytest.raises(problem):
        kind(tmp_path, content)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}, "an OpenDocument text (ODT)"),
        ({"photo.jpg": "x"}, "a ZIP archive and not a document"),
    ],
)
def test_an_archive_that_is_not_read_is_named_with_what_to_save_it_as(
    tmp_path: Path, parts: dict[str, str], found: str
) -> None:
    with pytest.raises(UnknownFormat) as raised:
        media_type_of(package(tmp_path / "t", parts), "t.docx")
    assert raised.value.found == found
    assert "DOCX" in raised.value.detail


MESSAGE = b"Received: from a.example by b.example\r\nFrom: a@example.org\r\nSubject: Re: contract\r\n"


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (MESSAGE + b"MIME-Version: 1.0\r\n\r\nGood day\r\n", "letter.txt", "an e-mail message (EML)"),
        (MESSAGE + b"\r\nGood day\r\n", "letter.eml", "an e-mail message (EML)"),
        (
            MESSAGE + b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
            "page.mht",
            "a web page saved as one file (MHT)",
        ),
    ],
)
def test_a_message_is_told_by_the_fields_it_begins_with(tmp_path: Path, content: bytes, name: str, found: str) -> None:
    with pytest.raises(UnknownFormat) as raised:
        kind(tmp_path, content, name)
    assert raised.value.found == found


def test_a_text_that_tells_of_a_message_stays_a_text(tmp_path: Path) -> None:
    assert kind(tmp_path, MESSAGE + b"\nGood day\n", "letter.txt") == TEXT
    assert kind(tmp_path, b"The letter says:\n" + MESSAGE, "letter.txt") == TEXT


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "save it as DOCX"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "save it as PPTX"),
        (b"{\\rtf1 x}", "save it as DOCX"),
        (b"Rar!\x1a\x07", "Unpack it"),
        (b"GIF89a", "as PNG or JPEG"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_send_instead(tmp_path: Path, content: bytes, advice: str) -> None:
    with pytest.raises(UnknownFormat) as raised:
        kind(tmp_path, content)
    assert advice in raised.value.detail
    assert "What can be read: PDF, DOCX, PPTX, XLSX" in raised.value.detail


def test_an_archive_of_documents_is_to_be_unpacked(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat) as raised:
        media_type_of(package(tmp_path / "t", {"one.pdf": "%PDF-1.4", "two.pdf": "%PDF-1.4"}), "contracts.zip")
    assert "Unpack it and send the documents inside" in raised.value.detail
