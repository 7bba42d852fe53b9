"""Packages that would harm who opens them are refused, each with its reason."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from spravka.errors import Problem
from spravka.pages.errors import DocumentDamaged, DocumentProtected, ReadingTooBig
from spravka.pages.formats.docx import open_document
from tests.pages.made_documents import docx, package, pages_of, paragraph, relations, table, told

MANY_ENTITIES = (
    '<!DOCTYPE w:document [<!ENTITY a "лоллоллол">'
    + "".join(f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE_ENTITY = '<!DOCTYPE w:document [<!ENTITY i SYSTEM "{}">]>'
MEGABYTES_80 = 80_000_000


def read(path: Path) -> None:
    pages_of(open_document(path))


def broken_xml(path: Path) -> None:
    docx(path, "<w:p><w:r>")


def without_document(path: Path) -> None:
    package(path, {"word/styles.xml": "<w/>", "_rels/.rels": relations("")})


def no_relations(path: Path) -> None:
    package(path, {"word/document.xml": "<w/>"})


def cut_off(path: Path) -> None:
    content = docx(path, paragraph("текст")).read_bytes()
    path.write_bytes(content[: len(content) // 2])


def nothing_inside(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04")


def entities(path: Path) -> None:
    docx(path, paragraph("&i;"), start=MANY_ENTITIES)


def deep(path: Path) -> None:
    docx(path, "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)


def deep_tables(path: Path) -> None:
    depth = 3_000
    docx(path, "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth)


def unknown_packing(path: Path) -> None:
    content = bytearray(docx(path, paragraph("текст")).read_bytes())
    at = content.index(b"PK\x01\x02")
    while at >= 0:
        content[at + 10 : at + 12] = struct.pack("<H", 97)
        at = content.find(b"PK\x01\x02", at + 1)
    path.write_bytes(content)


def endless_directory(path: Path) -> None:
    """The end of an archive that says its directory is a gigabyte long."""
    content = bytearray(docx(path, paragraph("текст")).read_bytes())
    at = content.rindex(b"PK\x05\x06")
    content[at + 12 : at + 16] = struct.pack("<L", 1 << 30)
    path.write_bytes(content)


@pytest.mark.parametrize(
    "make",
    [
        broken_xml,
        without_document,
        no_relations,
        cut_off,
        nothing_inside,
        entities,
        deep,
        deep_tables,
        unknown_packing,
        endless_directory,
    ],
)
def test_what_is_broken_or_made_to_harm_is_damaged(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "t.docx")
    with pytest.raises(DocumentDamaged) as raised:
        read(tmp_path / "t.docx")
    assert raised.value.reason


def test_a_file_outside_is_never_read_into_a_document(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("тайна")
    start = OUTSIDE_ENTITY.format((tmp_path / "secret.txt").as_uri())
    with pytest.raises(DocumentDamaged):
        read(docx(tmp_path / "t.docx", paragraph("&i;"), start=start))


def test_a_part_that_unpacks_to_far_more_than_it_is_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(docx(tmp_path / "t.docx", paragraph("текст")), "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bin", bytes(MEGABYTES_80))
    with pytest.raises(ReadingTooBig):
        read(tmp_path / "t.docx")


def test_parts_that_unpack_to_too_much_together_are_refused(tmp_path: Path) -> None:
    """Sizes are believed for adding up only: a part never gives more than it has announced."""
    content = bytearray(docx(tmp_path / "t.docx", paragraph("текст")).read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 20 : at + 28] = struct.pack("<LL", 1 << 29, (1 << 30) + 1)
    (tmp_path / "t.docx").write_bytes(content)
    with pytest.raises(ReadingTooBig):
        read(tmp_path / "t.docx")


def test_an_encrypted_part_is_a_protected_document(tmp_path: Path) -> None:
    content = bytearray(docx(tmp_path / "t.docx", paragraph("текст")).read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    (tmp_path / "t.docx").write_bytes(content)
    with pytest.raises(DocumentProtected):
        read(tmp_path / "t.docx")


def test_tables_within_tables_are_read_as_deep_as_anyone_puts_them(tmp_path: Path) -> None:
    body = paragraph("дно")
    for _ in range(40):
        body = table(f"<w:tr><w:tc>{body}</w:tc></w:tr>")
    assert told(pages_of(open_document(docx(tmp_path / "t.docx", body)))) == [("paragraph", "дно")]


@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_file_cut_anywhere_is_a_problem_and_never_a_crash(tmp_path: Path, tenths: int) -> None:
    content = docx(tmp_path / "t.docx", paragraph("текст")).read_bytes()
    (tmp_path / "t.docx").write_bytes(content[: len(content) * tenths // 10])
    with pytest.raises(Problem):
        read(tmp_path / "t.docx")
