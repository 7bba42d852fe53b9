"""Files by content: whole or absent."""

import os
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


def test_a_file_that_was_received_is_stored_only_when_it_is_kept(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    with store.receive([b"looked at"], limit_bytes=100) as incoming:
        assert (incoming.path.read_bytes(), incoming.size_bytes) == (b"looked at", 9)
    assert everything_in(tmp_path) == []
    with store.receive([b"looked at"], limit_bytes=100) as incoming:
        store.keep(incoming)
    assert store.path(incoming.content_hash).read_bytes() == b"looked at"


def test_a_removed_file_is_missing_and_removing_it_again_changes_nothing(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    content_hash = store.put([b"x"], limit_bytes=100)
    for _ in range(2):
        store.remove(content_hash)
        with pytest.raises(FileMissing):
            store.path(content_hash)


def test_only_old_files_that_nobody_names_are_unused(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    named, old, fresh = (store.put([text], limit_bytes=100) for text in (b"named", b"old", b"fresh"))
    (tmp_path / ".incoming-died").write_bytes(b"half of a file")
    for path in (store.path(named), store.path(old), tmp_path / ".incoming-died"):
        os.utime(path, (0, 0))
    store.remove_unused(lambda content_hash: content_hash == named)
    assert {path.name for path in everything_in(tmp_path)} == {named, fresh}
