"""The wish to stop: noted by the handlers, looked at by whoever waits."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from spravka.stack.supervision.stopping import StopRequested, StopWish

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture
def wish() -> Iterator[StopWish]:
    before = [signal.signal(number, signal.SIG_DFL) for number in SIGNALS]
    made = StopWish()
    made.listen()
    yield made
    for number, earlier in zip(SIGNALS, before, strict=True):
        signal.signal(number, earlier)


def test_under_nohup_a_hang_up_is_no_wish(wish: StopWish) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    wish.listen()
    os.kill(os.getpid(), signal.SIGHUP)
    wish.pause(0.1)
    assert wish.times_asked == 0


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_next_pause_at_once(wish: StopWish, number: signal.Signals) -> None:
    os.kill(os.getpid(), number)
    began_at = time.monotonic()
    with pytest.raises(StopRequested):
        wish.pause(30)
    assert time.monotonic() - began_at < 5
    assert not wish.urgent


def test_asked_twice_it_is_urgent(wish: StopWish) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGINT)
    assert wish.urgent


def test_without_a_signal_a_pause_is_a_pause(wish: StopWish) -> None:
    began_at = time.monotonic()
    wish.pause(0.1)
    assert time.monotonic() - began_at >= 0.1
