"""The parts for tests: a killed one comes back with what it had accepted, and none outlives the tests."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from spravka.stack.machine.family import created_at
from spravka.stack.machine.loopback_http import answers_ok
from spravka.stack.parts import postgres, valkey
from tests.parts import Parts, new_run
from tests.stack.programs_for_tests import wait_until

NAMES = ("postgres", "valkey", "chroma")


def keeper_of(parts: Parts) -> int:
    return int((parts.run / "keeper.pid").read_text())


def is_up(parts: Parts, name: str) -> bool:
    if name == "postgres":
        return postgres.answers(parts.admin_url)
    if name == "valkey":
        return valkey.answers(parts.redis_url)
    return answers_ok(parts.addresses.ports["chroma"], "/api/v2/heartbeat")


def test_parts_that_are_killed_come_back_with_what_they_had_accepted(own_parts: Parts) -> None:
    with redis.Redis.from_url(own_parts.redis_url) as client:
        client.set("accepted", "yes")
    with psycopg.connect(own_parts.admin_url) as connection:
        connection.execute("CREATE TABLE accepted (a int)")

    killed = {name: own_parts.kill(name) for name in NAMES}
    wait_until(lambda: all(own_parts.pid(name) != pid for name, pid in killed.items()), 20)
    wait_until(lambda: all(is_up(own_parts, name) for name in NAMES), 20)

    with redis.Redis.from_url(own_parts.redis_url) as client:
        assert client.get("accepted") == b"yes"
    with psycopg.connect(own_parts.admin_url) as connection:
        assert connection.execute("SELECT count(*) FROM accepted").fetchone() == (0,)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's promise exists on Linux only")
def test_no_part_outlives_its_supervisor_even_a_killed_one(own_parts: Parts) -> None:
    pids = [own_parts.pid(name) for name in NAMES]
    os.kill(keeper_of(own_parts), signal.SIGKILL)
    wait_until(lambda: not any(created_at(pid) for pid in pids))


def test_the_parts_end_and_their_folder_vanishes_when_their_owner_is_gone() -> None:
    run = new_run()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as owner:
        command = [sys.executable, "-m", "spravka.stack", "parts", "--data", str(run / "data")]
        with subprocess.Popen([*command, "--owner", str(owner.pid)], stdout=subprocess.DEVNULL) as keeper:
            wait_until((run / "data" / "stack.env").exists, 30)
            pids = [process.pid for process in psutil.Process(keeper.pid).children()]
            owner.kill()
            assert keeper.wait(20) == 0
    assert len(pids) == len(NAMES)
    assert not any(created_at(pid) for pid in pids)
    assert list(run.iterdir()) == []
    run.rmdir()


def test_parts_for_tests_never_touch_a_folder_that_exists(tmp_path: Path) -> None:
    (tmp_path / "precious").touch()
    command = [sys.executable, "-m", "spravka.stack", "parts", "--data", str(tmp_path), "--owner", str(os.getpid())]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "exists already" in ended.stdout
    assert (tmp_path / "precious").exists()
