"""A file is what its bytes say, whatever its name says."""

import gzip
import zipfile
from pathlib import Path

import pytest

from spravka.errors import Rejected
from spravka.sheets.errors import DamagedFile, EmptyFile, PasswordProtected, UnsupportedFile
from spravka.sheets.formats.kinds import kind_of
from tests.sheets.made_files import RUSSIAN, save_workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def kind(directory: Path, content: bytes) -> str:
    path = directory / "any.name"
    path.write_bytes(content)
    return kind_of(path, "price.xls")


def archive(directory: Path, *names: str) -> bytes:
    path = directory / "any.zip"
    with zipfile.ZipFile(path, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a;b\n1;2\n", "text"),
        (RUSSIAN.encode("cp1251"), "text"),
        (RUSSIAN.upper().encode("utf-16"), "text"),
        (RUSSIAN.upper().encode("utf-16-le"), "text"),
        (b"<html><body><table><tr><td>x", "html"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "html"),
        (gzip.compress(b"a;b", mtime=0), "gzip"),
        (OLE + "Workbook".encode("utf-16-le"), "workbook"),
    ],
)
def test_a_readable_file_is_told_by_its_content(tmp_path: Path, content: bytes, expected: str) -> None:
    assert kind(tmp_path, content) == expected


def test_a_workbook_is_told_by_its_parts(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "any.csv", [["a"]])
    assert kind_of(path, "any.csv") == "workbook"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", EmptyFile),
        (b" \r\n\t\n", EmptyFile),
        (b"\xef\xbb\xbf", EmptyFile),
        (b"%PDF-1.7", UnsupportedFile),
        (b"\x89PNG\r\n", UnsupportedFile),
        (b"MOXCEL\0", UnsupportedFile),
        (b"<?xml version='1.0'?><a/>", UnsupportedFile),
        (b"<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?>", UnsupportedFile),
        (bytes(range(1, 32)) * 9, UnsupportedFile),
        (b"PK\x03\x04 and then nothing", DamagedFile),
        (OLE + b"\0" * 600, DamagedFile),
        (OLE + "WordDocument".encode("utf-16-le"), UnsupportedFile),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PasswordProtected),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_kind(tmp_path: Path, content: bytes, problem: type[Rejected]) -> None:
    with pytest.raises(problem) as raised:
        kind(tmp_path, content)
    assert "price.xls" in raised.value.detail


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["word/document.xml"], "a Word document"),
        (["Index/Tables.iwa"], "an Apple Numbers document"),
        (["photo.jpg"], "a ZIP archive without a workbook inside"),
    ],
)
def test_an_archive_that_is_no_workbook_is_named(tmp_path: Path, names: list[str], found: str) -> None:
    with pytest.raises(UnsupportedFile) as raised:
        kind(tmp_path, archive(tmp_path, *names))
    assert raised.value.found == found
