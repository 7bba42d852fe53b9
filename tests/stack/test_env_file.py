"""Files of NAME=value: what is written is read, wholly or not at all."""

import stat
import string
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from spravka.stack.machine.env_file import read_env_file, write_env_file

names = st.text(string.ascii_uppercase + "_", min_size=1, max_size=20)
values = st.text(string.ascii_letters + string.digits + "=:/@-_#Ёж", max_size=30)


@given(st.dictionaries(names, values, max_size=5))
def test_what_is_written_is_read(lines: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_env_file(Path(folder) / "some.env", lines, "a heading with an = in it")
        assert read_env_file(Path(folder) / "some.env") == lines


def test_a_missing_file_has_no_lines(tmp_path: Path) -> None:
    assert read_env_file(tmp_path / "none.env") == {}


def test_comments_and_lines_without_a_value_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "some.env").write_text("# A=1\n\nB\nC = 2 \n")
    assert read_env_file(tmp_path / "some.env") == {"C": "2"}


def test_a_draft_left_by_a_crash_is_no_hindrance_and_the_mode_is_private(tmp_path: Path) -> None:
    (tmp_path / ".some.env.new").write_text("HALF")
    write_env_file(tmp_path / "some.env", {"A": "1"}, "heading")
    assert read_env_file(tmp_path / "some.env") == {"A": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["some.env"]
    assert stat.S_IMODE((tmp_path / "some.env").stat().st_mode) == 0o600
