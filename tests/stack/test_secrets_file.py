"""Secrets: strong, made once, readable by nobody else."""

import stat
from pathlib import Path

from spravka.stack.machine.env_file import read_env_file
from spravka.stack.secrets_file import AUTH_SECRET, DEMO_PASSWORD, LENGTHS_BYTES, load_or_make_secrets


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_secrets_are_made_once_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "secrets.env"
    made = load_or_make_secrets(path)
    assert set(made) == set(LENGTHS_BYTES)
    assert load_or_make_secrets(path) == made


def test_secrets_are_for_their_owner_alone_even_if_somebody_opened_the_file(tmp_path: Path) -> None:
    path = tmp_path / "secrets.env"
    load_or_make_secrets(path)
    assert mode_of(path) == 0o600
    path.chmod(0o644)
    load_or_make_secrets(path)
    assert mode_of(path) == 0o600


def test_secrets_of_two_folders_differ_and_are_long(tmp_path: Path) -> None:
    one, two = load_or_make_secrets(tmp_path / "one"), load_or_make_secrets(tmp_path / "two")
    assert all(one[name] != two[name] and len(one[name]) * 6 >= LENGTHS_BYTES[name] * 8 for name in LENGTHS_BYTES)


def test_a_secret_that_a_newer_version_needs_is_added_and_the_others_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "secrets.env"
    path.write_text(f"{DEMO_PASSWORD}=chosen by hand\nSOMETHING_ELSE=kept\n")
    made = load_or_make_secrets(path)
    assert made[DEMO_PASSWORD] == "chosen by hand"
    assert made["SOMETHING_ELSE"] == "kept"
    assert len(made[AUTH_SECRET]) >= 64
    assert read_env_file(path) == made
