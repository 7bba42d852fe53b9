"""The last words of a start: where everything is, how to sign in, one command that can be pasted."""

import shlex
from pathlib import Path

import pytest

from spravka.stack.data_folder import DataFolder
from spravka.stack.welcome import PRICE_LIST, USUAL_FOLDER, welcome

PAGE = "http://127.0.0.1:8080"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "мои данные")
    (made.root / PRICE_LIST).parent.mkdir(parents=True)
    (made.root / PRICE_LIST).touch()
    return made


def command_in(text: str) -> list[str]:
    return shlex.split(next(line for line in text.splitlines() if "python3 run spravka nomenclature" in line))


def test_it_tells_the_addresses_and_the_sign_in(folder: DataFolder) -> None:
    told = welcome(PAGE, folder, "secret")
    for words in (PAGE, f"{PAGE}/api/v1/docs", f"{PAGE}/static/docs", "password: secret", str(folder.root), "Ctrl-C"):
        assert words in told


def test_its_command_can_be_pasted_whatever_the_folder_is_called(folder: DataFolder) -> None:
    words = command_in(welcome(PAGE, folder, "secret"))
    assert words[0] == f"SPRAVKA_DATA_DIR={folder.root}"
    assert str(folder.root / PRICE_LIST) in words


def test_without_a_demonstration_it_tells_how_to_make_the_first_user(tmp_path: Path) -> None:
    told = welcome(PAGE, DataFolder(tmp_path), None)
    assert "python3 run spravka users create-admin --help" in told
    assert "password" not in told


def test_the_usual_folder_needs_not_be_named() -> None:
    assert "SPRAVKA_DATA_DIR" not in welcome(PAGE, DataFolder(USUAL_FOLDER), "secret")
