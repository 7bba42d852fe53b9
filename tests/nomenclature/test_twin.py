"""The second process: it answers in order, dies with its owner, and its death is told."""

import os
import signal
from typing import Any

import psutil
import pytest

from spravka.nomenclature.twin import Twin, TwinDied, halves


def double(message: Any) -> Any:
    return [text * 2 for text in message]


def tell_pid(_message: Any) -> Any:
    return os.getpid()


def test_messages_are_answered_in_order_by_another_process() -> None:
    with Twin(tell_pid) as twin:
        twin.ask(None)
        assert twin.answer() != os.getpid()
    with Twin(double) as twin:
        for number in range(5):
            twin.ask([f"труба {number}"])
        assert [twin.answer() for _ in range(5)] == [[f"труба {number}" * 2] for number in range(5)]


def test_a_message_larger_than_a_pipe_comes_through_both_ways() -> None:
    with Twin(double) as twin:
        twin.ask(["т" * 3_000_000])
        assert twin.answer() == ["т" * 6_000_000]


def test_nothing_is_left_of_it_afterwards() -> None:
    with Twin(tell_pid) as twin:
        twin.ask(None)
        pid = twin.answer()
    assert not psutil.pid_exists(pid)


def test_its_death_is_a_problem_that_makes_the_run_try_again() -> None:
    with Twin(tell_pid) as twin:
        twin.ask(None)
        os.kill(twin.answer(), signal.SIGKILL)
        with pytest.raises(TwinDied):
            for _ in range(100):
                twin.ask(None)
                twin.answer()


def test_an_error_inside_is_a_death_too() -> None:
    with Twin(double) as twin:
        twin.ask(7)
        with pytest.raises(TwinDied):
            twin.answer()


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_halves_are_all_of_it_in_order(count: int) -> None:
    names = [str(number) for number in range(count)]
    own, others = halves(names)
    assert [*own, *others] == names
    assert len(own) - len(others) in {0, 1}
