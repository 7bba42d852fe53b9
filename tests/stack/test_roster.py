"""The roster: what a crash leaves behind is ended by the next start, and nobody else's process ever is."""

import json
import signal
from pathlib import Path

import pytest

from spravka.stack.machine.family import created_at
from spravka.stack.supervision.programs import RunningProgram
from spravka.stack.supervision.roster import Roster, end_leftovers, read_roster
from tests.stack.programs_for_tests import SLEEPS, STARTS_ANOTHER, python, wait_until


def test_a_process_written_down_is_ended_with_what_it_started(tmp_path: Path) -> None:
    program = python(tmp_path, STARTS_ANOTHER)
    running = RunningProgram(program)
    Roster(tmp_path / "roster").add("worker", running.pid, signal.SIGTERM)
    wait_until(lambda: program.log.read_text().strip())
    assert end_leftovers(tmp_path / "roster") == ["worker"]
    assert running.exit_code == -signal.SIGTERM
    assert created_at(int(program.log.read_text())) is None


def test_a_process_that_only_got_the_number_of_ours_is_left_alone(tmp_path: Path) -> None:
    running = RunningProgram(python(tmp_path, SLEEPS))
    Roster(tmp_path / "roster").add("worker", running.pid, signal.SIGTERM)
    entries = json.loads((tmp_path / "roster").read_text())
    entries[0]["began_at"] -= 60
    (tmp_path / "roster").write_text(json.dumps(entries))
    assert end_leftovers(tmp_path / "roster") == []
    assert running.alive
    running.kill()


def test_a_process_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    running = RunningProgram(python(tmp_path, SLEEPS))
    Roster(tmp_path / "roster").add("worker", running.pid, signal.SIGTERM)
    running.kill()
    assert end_leftovers(tmp_path / "roster") == []


@pytest.mark.parametrize("text", ["", "{", '[{"name": "x"}]', "[1]", "{}"])
def test_a_damaged_roster_is_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "roster").write_text(text)
    assert read_roster(tmp_path / "roster") == []
