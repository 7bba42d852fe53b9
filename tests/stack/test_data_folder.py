"""The data folder: one stack at a time, closed to others."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from spravka.stack.data_folder import open_data_folder
from spravka.stack.errors import AlreadyRunning, FolderNotWritable


def test_a_second_stack_on_the_same_folder_is_told_who_has_it(tmp_path: Path) -> None:
    _folder, lock = open_data_folder(tmp_path / "data")
    lock.tell("http://127.0.0.1:8080")
    with pytest.raises(AlreadyRunning) as told:
        open_data_folder(tmp_path / "data")
    assert f"process {os.getpid()}, http://127.0.0.1:8080" in told.value.detail
    assert "--data" in told.value.detail


def test_the_folder_is_free_again_however_its_holder_ended(tmp_path: Path) -> None:
    holder = (
        "from pathlib import Path; from spravka.stack.data_folder import open_data_folder; import os; "
        f"kept = open_data_folder(Path({str(tmp_path)!r})); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", holder], check=False).returncode == -9
    open_data_folder(tmp_path)


def test_a_folder_with_spaces_and_cyrillic_in_its_name_is_made(tmp_path: Path) -> None:
    folder, _lock = open_data_folder(tmp_path / "мои данные" / "здесь")
    assert folder.root == (tmp_path / "мои данные" / "здесь").resolve()
    assert folder.chroma.is_dir()


def test_others_cannot_list_the_folder_nor_enter_what_is_in_it(tmp_path: Path) -> None:
    folder, _lock = open_data_folder(tmp_path / "data")
    assert not stat.S_IMODE(folder.root.stat().st_mode) & (stat.S_IROTH | stat.S_IWOTH)
    assert stat.S_IMODE(folder.chroma.stat().st_mode) == 0o700


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(FolderNotWritable, match="--data"):
        open_data_folder(tmp_path / "data")
