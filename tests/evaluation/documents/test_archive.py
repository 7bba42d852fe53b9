"""An archive of files nobody trusts leaves nothing outside its folder."""

import io
import tarfile
from pathlib import Path

import pytest

from spravka.evaluation.documents import archive
from spravka.evaluation.documents.archive import unpack


def write_archive(file: Path, *members: tarfile.TarInfo) -> Path:
    with tarfile.open(file, "w:gz") as opened:
        for member in members:
            member.size = 3 if member.isfile() else 0
            opened.addfile(member, io.BytesIO(b"abc"))
    return file


def link(name: str, target: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, target
    return member


def test_plain_files_are_unpacked_and_what_leads_out_is_left_out(tmp_path: Path) -> None:
    told = [tarfile.TarInfo(name) for name in ("b/two.pdf", "one.pdf", "../outside.pdf", "b/../../outside.pdf")]
    file = write_archive(tmp_path / "all.tar.gz", *told, link("passwords", "/etc/passwd"))
    folder = tmp_path / "inside"
    folder.mkdir()
    assert unpack(file, folder) == [folder / "b" / "two.pdf", folder / "one.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.tar.gz", "inside"]


def test_more_than_a_measurement_needs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_archive(tmp_path / "all.tar.gz", *[tarfile.TarInfo(f"{number}.pdf") for number in range(3)])
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    with pytest.raises(ValueError, match="more than 2 files"):
        unpack(file, tmp_path)
