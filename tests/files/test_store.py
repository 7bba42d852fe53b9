"""Files by content: whole or absent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from spravka.files.store import FileMissing, FileStore, FileTooLarge


def everything_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_put_is_read_back(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    content_hash = store.put([b"first ", b"second"], limit_bytes=100)
    assert store.path(content_hash).read_bytes() == b"first second"


def test_the_same_bytes_are_stored_once(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    assert store.put([b"ab", b"c"], 100) == store.put([b"abc"], 100)
    assert len(everything_in(tmp_path)) == 1


def test_a_file_over_the_limit_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileTooLarge):
        FileStore(tmp_path).put([b"x" * 60, b"x" * 60], limit_bytes=100)
    assert everything_in(tmp_path) == []


def test_an_upload_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        FileStore(tmp_path).put(broken(), 100)
    assert everything_in(tmp_path) == []


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        FileStore(tmp_path).path("0" * 64)
