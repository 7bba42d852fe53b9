"""One program: it stops when asked, is killed when it does not, takes its children along, never outlives us."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from spravka.stack.machine.family import created_at
from spravka.stack.supervision.programs import LONG_LOG_BYTES, RunningProgram, describe_exit, last_lines, run_to_end
from spravka.stack.supervision.stopping import StopRequested
from tests.stack.programs_for_tests import FAILS, IGNORES_TERM, SLEEPS, STARTS_ANOTHER, python, wait_until


def test_a_program_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    running = RunningProgram(python(tmp_path, SLEEPS))
    assert running.alive
    running.ask_to_stop()
    running.wait_gone()
    assert running.exit_code == -signal.SIGTERM


@pytest.mark.parametrize(("grace_seconds", "hurry"), [(0.2, False), (60.0, True)])
def test_a_program_that_does_not_stop_is_killed(tmp_path: Path, grace_seconds: float, hurry: bool) -> None:
    program = python(tmp_path, IGNORES_TERM, grace_seconds=grace_seconds)
    running = RunningProgram(program)
    wait_until(lambda: "started" in program.log.read_text())
    running.ask_to_stop()
    running.wait_gone(hurry=lambda: hurry)
    assert running.exit_code == -signal.SIGKILL


@pytest.mark.parametrize("leader_dies_first", [False, True])
def test_what_a_program_started_goes_with_it(tmp_path: Path, leader_dies_first: bool) -> None:
    program = python(tmp_path, STARTS_ANOTHER)
    running = RunningProgram(program)
    wait_until(lambda: program.log.read_text().strip())
    child = int(program.log.read_text())
    assert created_at(child)
    if leader_dies_first:
        os.kill(running.pid, signal.SIGKILL)
        wait_until(lambda: not running.alive)
    running.kill()
    assert created_at(child) is None


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's promise exists on Linux only")
def test_a_program_dies_with_whoever_started_it(tmp_path: Path) -> None:
    starter = (
        "from pathlib import Path; import time; "
        "from spravka.stack.supervision.programs import LONG_LOG_BYTES, RunningProgram; "
        "from tests.stack.programs_for_tests import SLEEPS, python; "
        f"print(RunningProgram(python(Path({str(tmp_path)!r}), SLEEPS)).pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", starter], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        child = int(process.stdout.readline())
        assert created_at(child)
        process.kill()
    wait_until(lambda: created_at(child) is None)


def test_a_program_writes_to_its_log_after_what_is_there(tmp_path: Path) -> None:
    program = python(tmp_path, FAILS)
    program.log.write_text("earlier\n")
    assert run_to_end(program, time.sleep) == 3
    assert program.log.read_text() == "earlier\nno luck\n"


def test_a_log_that_has_grown_long_is_put_aside_at_the_next_start(tmp_path: Path) -> None:
    program = python(tmp_path, FAILS)
    with program.log.open("wb") as log:
        log.truncate(LONG_LOG_BYTES + 1)
    run_to_end(program, time.sleep)
    assert program.log.read_text() == "no luck\n"
    assert (tmp_path / "part.1.log").stat().st_size == LONG_LOG_BYTES + 1


def test_a_program_that_is_run_to_its_end_dies_where_a_stop_is_wished(tmp_path: Path) -> None:
    program = python(tmp_path, STARTS_ANOTHER)

    def stop_once_it_runs(seconds: float) -> None:
        time.sleep(seconds)
        if program.log.read_text().strip():
            raise StopRequested

    with pytest.raises(StopRequested):
        run_to_end(program, stop_once_it_runs)
    assert created_at(int(program.log.read_text())) is None


@pytest.mark.parametrize(
    ("code", "words"),
    [(0, "ended with code 0"), (3, "ended with code 3"), (-9, "was ended by SIGKILL"), (-99, "was ended by signal 99")],
)
def test_an_exit_code_is_told_in_words(code: int, words: str) -> None:
    assert describe_exit(code) == words


def test_the_end_of_a_log_is_told(tmp_path: Path) -> None:
    log = tmp_path / "some.log"
    assert last_lines(log) == "  (no log)"
    log.write_text("\n")
    assert last_lines(log) == "  (the log is empty)"
    log.write_bytes(b"\xff\n" + b"".join(b"line %d\n\n" % number for number in range(2000)))
    assert last_lines(log, 2) == "  line 1998\n  line 1999"
