"""A stage tells what became of it, and how long it took."""

import time

import pytest

from spravka.answering.steps import StageLog, StageState, timed
from tests.answering.conftest import Stage


def test_a_stage_is_measured() -> None:
    log = StageLog(Stage.LOOK)
    with timed(log):
        time.sleep(0.01)
        log.result = {"found": 2}
    assert 10 <= log.milliseconds < 5_000
    told = {"stage": "look", "state": "done", "milliseconds": log.milliseconds, "result": {"found": 2}}
    assert log.to_json() == told


def test_a_stage_that_raises_has_failed_and_is_measured_too() -> None:
    log = StageLog(Stage.SAY)
    with pytest.raises(ZeroDivisionError), timed(log):
        time.sleep(0.01)
        _ = 1 / 0
    assert log.state is StageState.FAILED
    assert log.milliseconds >= 10


def test_a_stage_keeps_the_state_it_gave_itself() -> None:
    log = StageLog(Stage.SAY)
    with timed(log):
        log.state = StageState.SKIPPED
    assert log.state is StageState.SKIPPED
