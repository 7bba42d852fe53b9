"""Supervision: what dies comes back, what dies again and again is given up, the last started is stopped first."""

import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.stack.console import Console
from spravka.stack.errors import PartDied, PartNotReady
from spravka.stack.machine.family import created_at
from spravka.stack.supervision.roster import Roster, read_roster
from spravka.stack.supervision.stopping import StopRequested, StopWish
from spravka.stack.supervision.supervising import (
    DEATHS_ALLOWED,
    LONGEST_DELAY_SECONDS,
    REMEMBER_DEATHS_SECONDS,
    Part,
    Supervisor,
    delay_before_restart,
)
from tests.stack.programs_for_tests import FAILS, SLEEPS, STARTS_ANOTHER, python, wait_until

NOTES_ITS_END = (
    "import signal, sys; from pathlib import Path\n"
    "def end(*_):\n"
    "    with Path('ends').open('a') as file: file.write(sys.argv[0] + NAME + '\\n')\n"
    "    sys.exit()\n"
    "signal.signal(signal.SIGTERM, end); Path(NAME + '.ready').touch(); signal.pause()"
)


@pytest.fixture
def wish() -> StopWish:
    return StopWish()


@pytest.fixture
def supervisor(tmp_path: Path, wish: StopWish) -> Iterator[Supervisor]:
    made = Supervisor(Roster(tmp_path / "processes.json"), wish, Console())
    yield made
    made.stop()


def pid_of(folder: Path, name: str) -> int:
    return next(entry.pid for entry in read_roster(folder / "processes.json") if entry.name == name)


def is_there(file: Path) -> Callable[[int], bool]:
    return lambda _pid: file.exists()


def sleeper(folder: Path, name: str = "part") -> Part:
    return Part(python(folder, SLEEPS, name), lambda _pid: True)


def test_a_part_that_dies_comes_back(tmp_path: Path, supervisor: Supervisor) -> None:
    supervisor.start([sleeper(tmp_path)])
    first = pid_of(tmp_path, "part")
    os.kill(first, signal.SIGKILL)
    said = io.StringIO()
    with redirect_stdout(said):
        supervisor.watch(until=lambda: pid_of(tmp_path, "part") != first)
    assert "part was ended by SIGKILL; starting it again in 0.5 s" in said.getvalue()
    assert "part is started again" in said.getvalue()


def test_a_part_that_dies_while_it_starts_is_told_with_the_end_of_its_log(
    tmp_path: Path, supervisor: Supervisor
) -> None:
    with pytest.raises(PartDied, match="part ended with code 3") as told:
        supervisor.start([Part(python(tmp_path, FAILS), lambda _pid: False)])
    assert "no luck" in told.value.detail


def test_a_part_that_never_answers_is_told(tmp_path: Path, supervisor: Supervisor) -> None:
    with pytest.raises(PartNotReady, match="did not become ready"):
        supervisor.start([Part(python(tmp_path, SLEEPS), lambda _pid: False, ready_within_seconds=0.2)])


def test_the_last_started_is_stopped_first(tmp_path: Path, supervisor: Supervisor) -> None:
    for name in ("database", "server"):
        program = python(tmp_path, f"NAME = {name!r}\n{NOTES_ITS_END}", name)
        supervisor.start([Part(program, is_there(tmp_path / f"{name}.ready"))])
    supervisor.stop()
    assert (tmp_path / "ends").read_text().split() == ["-cserver", "-cdatabase"]
    assert read_roster(tmp_path / "processes.json") == []


def test_a_wish_to_stop_ends_the_waiting(tmp_path: Path, supervisor: Supervisor, wish: StopWish) -> None:
    wish.times_asked = 1
    with pytest.raises(StopRequested):
        supervisor.start([Part(python(tmp_path, SLEEPS), lambda _pid: False)])


def test_what_runs_aside_is_ended_by_a_stop(tmp_path: Path, supervisor: Supervisor) -> None:
    program = python(tmp_path, STARTS_ANOTHER)
    supervisor.run_aside(program)
    wait_until(lambda: program.log.exists() and program.log.read_text().strip())
    supervisor.stop()
    assert created_at(int(program.log.read_text())) is None


def test_a_part_that_dies_again_and_again_is_given_up() -> None:
    delays = [delay_before_restart([0.0] * deaths, now=1.0) for deaths in range(1, DEATHS_ALLOWED + 1)]
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, None]


def test_a_death_long_ago_is_forgotten() -> None:
    long_ago = [0.0] * (DEATHS_ALLOWED + 3)
    assert delay_before_restart([*long_ago, REMEMBER_DEATHS_SECONDS + 1], REMEMBER_DEATHS_SECONDS + 1) == 0.5


@given(st.lists(st.floats(0, 1000), min_size=1), st.floats(0, 1000))
def test_a_delay_is_bounded_and_one_more_death_never_shortens_it(deaths_at: list[float], now: float) -> None:
    before, after = delay_before_restart(deaths_at, now), delay_before_restart([*deaths_at, now], now)
    assert before is None or 0 < before <= LONGEST_DELAY_SECONDS
    assert after is None or (before is not None and after >= before)
