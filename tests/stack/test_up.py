"""``run up`` for real: everything answers, a second start keeps the data, what dies comes back, nothing is left."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from spravka.stack.data_folder import DataFolder
from spravka.stack.machine.env_file import read_env_file
from spravka.stack.machine.family import created_at
from spravka.stack.machine.loopback_http import answers_ok
from spravka.stack.machine.ports import WISHED_PORTS, free_port, remember_ports
from spravka.stack.supervision.roster import read_roster
from tests.parts import new_run
from tests.stack.programs_for_tests import wait_until

CHECKOUT = Path(__file__).resolve().parents[2]
NAMES = {"postgres", "valkey", "chroma", "worker", "server"}
START_SECONDS = 90.0
READY = "/health/ready"

pytestmark = pytest.mark.slow


class Stack:
    """A started ``run up`` with a data folder and a port of its own."""

    def __init__(self, data: Path, port: int) -> None:
        self.folder = DataFolder(data)
        self.port = port
        self.console = data.parent / f"{data.name}.console.txt"
        if not data.exists():  # tests that run beside must not choose the same ports at the same moment
            data.mkdir(mode=0o711)
            remember_ports(self.folder.ports, {name: free_port() for name in WISHED_PORTS})
        with self.console.open("w") as out:
            words = ["up", "--data", str(data), "--port", str(port), "--no-demo"]
            self.process = subprocess.Popen(
                [sys.executable, "-m", "spravka.stack", *words],
                env={**os.environ, "SPRAVKA_DOCS_DIR": "/nonexistent", "SPRAVKA_PAGE_DIR": "/nonexistent"},
                cwd="/",
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def wait_up(self) -> None:
        wait_until(lambda: "is up:" in self.said() or self.process.poll() is not None, START_SECONDS)
        assert self.process.poll() is None, self.said()

    def said(self) -> str:
        return self.console.read_text()

    def pids(self) -> dict[str, int]:
        return {entry.name: entry.pid for entry in read_roster(self.folder.roster)}

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    run = new_run()
    yield run / "мои данные"
    subprocess.run(["rm", "-rf", str(run)], check=True)


@contextmanager
def started(data: Path, port: int | None = None) -> Iterator[Stack]:
    stack = Stack(data, port or free_port())
    try:
        yield stack
    finally:
        if stack.process.poll() is None:
            stack.end(signal.SIGTERM)


def test_everything_comes_up_survives_a_crash_and_keeps_its_data(place: Path) -> None:
    with started(place) as stack:
        stack.wait_up()
        assert_everything_is_up(stack)
        secrets = stack.folder.secrets.read_text()
        with psycopg.connect(address_of(stack)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS a")
        assert_a_second_stack_is_refused(stack)
        assert_a_killed_server_and_worker_come_back(stack)
        assert_nothing_outlives_a_killed_supervisor(stack)

    with started(place) as again:
        again.wait_up()
        assert "making an empty database" not in again.said()
        assert again.folder.secrets.read_text() == secrets
        with psycopg.connect(address_of(again)) as connection:
            assert connection.execute("SELECT a FROM kept").fetchone() == (1,)
        assert_a_clean_stop_leaves_nothing_running(again)


def address_of(stack: Stack) -> str:
    return read_env_file(stack.folder.addresses)["SPRAVKA_DATABASE_URL"].replace("+psycopg", "")


def assert_everything_is_up(stack: Stack) -> None:
    assert answers_ok(stack.port, READY)
    assert set(stack.pids()) == NAMES
    for line in (f"http://127.0.0.1:{stack.port}/api/v1/docs", "users create-admin", "Ctrl-C"):
        assert line in stack.said()


def assert_a_clean_stop_leaves_nothing_running(stack: Stack) -> None:
    pids = stack.pids()
    assert stack.end(signal.SIGINT) == 0, stack.said()
    assert not any(created_at(pid) for pid in pids.values())
    assert not stack.folder.addresses.exists()
    assert not stack.folder.roster.exists()


def assert_a_second_stack_is_refused(stack: Stack) -> None:
    words = [sys.executable, "-m", "spravka.stack", "up", "--data", str(stack.folder.root)]
    second = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert second.returncode == 1
    assert f"process {stack.process.pid}, http://127.0.0.1:{stack.port}" in second.stdout


def assert_a_killed_server_and_worker_come_back(stack: Stack) -> None:
    before = stack.pids()
    for name in ("server", "worker"):
        os.kill(before[name], signal.SIGKILL)
    wait_until(lambda: stack.pids()["server"] != before["server"] and answers_ok(stack.port, READY), 30)
    wait_until(lambda: stack.pids()["worker"] != before["worker"])
    assert re.search(r"worker was ended by SIGKILL; starting it again in [\d.]+ s", stack.said())


def assert_nothing_outlives_a_killed_supervisor(stack: Stack) -> None:
    pids = stack.pids()
    stack.end(signal.SIGKILL)
    if sys.platform == "linux":
        wait_until(lambda: not any(created_at(pid) for pid in pids.values()))


def test_a_taken_port_is_told_before_anything_is_started(place: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "http.server", "0", "--bind", "127.0.0.1"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as holder:
        assert holder.stdout
        port = int(holder.stdout.readline().split("port ")[1].split()[0])
        with started(place.with_name("other"), port) as stack:
            assert stack.process.wait(30) == 1
            assert f"Port {port} is taken by" in stack.said()
            assert "python3 run up --port" in stack.said()
            assert stack.pids() == {}
        holder.kill()


def test_a_wish_to_stop_during_the_start_leaves_nothing_behind(place: Path) -> None:
    with started(place.with_name("cut off")) as stack:
        wait_until(lambda: len(stack.pids()) >= 3 or stack.process.poll() is not None, 30)
        pids = stack.pids()
        assert stack.end(signal.SIGTERM) == 0, stack.said()
    assert pids
    assert not any(created_at(pid) for pid in pids.values())
