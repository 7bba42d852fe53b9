"""Ports: the page says who is in its way, the inner parts step aside and remember where to."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from spravka.stack.errors import AddressNotOurs, PortTaken
from spravka.stack.machine.ports import (
    LOOPBACK,
    WISHED_PORTS,
    check_page_port,
    choose_ports,
    free_port,
    is_free,
    remember_ports,
    remembered_ports,
)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as opened:
        opened.bind((LOOPBACK, 0))
        opened.listen()
        yield opened


def port_of(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


def test_a_port_is_taken_while_somebody_listens_on_it() -> None:
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen()
        port = port_of(listener)
        assert not is_free(port)
    assert is_free(port)


def test_a_listener_on_all_addresses_takes_the_port_of_loopback_too() -> None:
    with socket.socket() as listener:
        listener.bind(("0.0.0.0", 0))
        listener.listen()
        assert not is_free(port_of(listener))


def test_a_port_is_free_again_right_after_its_listener_had_a_visitor() -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do
        listener.bind((LOOPBACK, 0))
        listener.listen()
        port = port_of(listener)
        with socket.create_connection((LOOPBACK, port)):
            listener.accept()[0].close()  # leaves the connection in TIME_WAIT on this side
    assert is_free(port)


def test_a_taken_page_port_is_told_with_its_holder_and_the_way_out() -> None:
    holder = "import socket, time; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); "
    holder += "print(s.getsockname()[1], flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", holder], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = int(process.stdout.readline())
        with pytest.raises(PortTaken) as told:
            check_page_port(LOOPBACK, port)
        process.kill()
    assert told.value.port == port
    assert f"(process {process.pid})" in told.value.holder
    assert f"python3 run up --port {told.value.free_port}" in told.value.detail
    assert is_free(told.value.free_port)


def test_a_host_that_is_no_address_of_this_machine_is_told() -> None:
    with pytest.raises(AddressNotOurs, match="--host 127"):
        check_page_port("192.0.2.1", free_port())


def test_a_free_page_port_is_accepted() -> None:
    check_page_port(LOOPBACK, free_port())


def test_an_inner_part_whose_port_is_taken_moves_and_stays_where_it_moved_to(
    tmp_path: Path, listener: socket.socket
) -> None:
    remembered = tmp_path / "ports.json"
    remember_ports(remembered, {"postgres": port_of(listener), "valkey": free_port()})
    valkey = remembered_ports(remembered)["valkey"]

    chosen = choose_ports(remembered, page_port=8080)

    assert chosen["valkey"] == valkey
    assert chosen["postgres"] != port_of(listener)
    assert remembered_ports(remembered) == chosen
    assert choose_ports(remembered, page_port=8080) == chosen


def test_an_inner_part_never_takes_the_port_of_the_page(tmp_path: Path) -> None:
    wished = free_port()
    remember_ports(tmp_path / "ports.json", {"chroma": wished})
    assert choose_ports(tmp_path / "ports.json", page_port=wished)["chroma"] != wished


def test_the_inner_parts_never_share_a_port(tmp_path: Path) -> None:
    shared = free_port()
    remember_ports(tmp_path / "ports.json", dict.fromkeys(WISHED_PORTS, shared))
    chosen = choose_ports(tmp_path / "ports.json", page_port=8080)
    assert len(set(chosen.values())) == len(WISHED_PORTS)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"postgres": "5432"}', '{"postgres": 0}', '{"postgres": 70000}'])
def test_a_damaged_memory_of_ports_is_forgotten(tmp_path: Path, text: str) -> None:
    (tmp_path / "ports.json").write_text(text)
    assert remembered_ports(tmp_path / "ports.json") == {}
