"""What is told of an answer stands in the database already; it ends once, and stops where it is asked to."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from spravka.answering.ending import Ending, keep_end
from spravka.answering.living import BEAT_SECONDS, kept_alive
from spravka.answering.steps import Step
from spravka.answering.stopping import SILENT_FOR, ask_to_stop, end_if_silent, end_silent
from spravka.answering.work import AnswerCancelled
from spravka.documents.answering.answers import ANSWERS
from spravka.documents.errors import DocumentAnswerBroke
from spravka.documents.tables import DocumentAnswerState
from spravka.resources import Resources
from tests.answering.conftest import Stage, Work

Ask = Callable[[], Work]


def look(work: Work) -> Step:
    with work.stage(Stage.LOOK) as stage:
        stage.result = {"found": 2}
    return work.keep(details={"searched": "it"})


def stop(work: Work) -> None:
    with work.assistant.resources.sessions.begin() as session:
        ask_to_stop(session, ANSWERS.get(session, work.brief.tenant_id, work.brief.answer_id))


def end(work: Work, ending: Ending) -> Step:
    return keep_end(work.assistant, ANSWERS, work.brief.tenant_id, work.brief.answer_id, ending)


def be_silent(work: Work, age: timedelta) -> None:
    with work.assistant.resources.sessions.begin() as session:
        row = ANSWERS.get(session, work.brief.tenant_id, work.brief.answer_id)
        row.alive_at -= age


def test_a_stage_is_kept_with_its_columns_before_it_is_told(ask: Ask) -> None:
    work = ask()
    step = look(work)
    assert (step.event, step.data["stage"], step.data["result"]) == ("stage", "look", {"found": 2})
    assert work.row().stages == [step.data]
    assert work.row().details == {"searched": "it"}


def test_each_stage_gives_a_sign_of_life(ask: Ask) -> None:
    work = ask()
    before = work.row().alive_at
    look(work)
    assert work.row().alive_at > before


def test_a_stage_that_failed_can_be_kept_too(ask: Ask) -> None:
    work = ask()
    with pytest.raises(ZeroDivisionError), work.stage(Stage.LOOK):
        _ = 1 / 0
    work.keep()
    assert [stage["state"] for stage in work.row().stages] == ["failed"]


def test_an_answer_that_is_asked_to_stop_begins_no_further_stage(ask: Ask) -> None:
    work = ask()
    stop(work)
    look(work)  # what was begun is ended
    with pytest.raises(AnswerCancelled), work.stage(Stage.SAY):
        pytest.fail("the stage was begun")
    with pytest.raises(AnswerCancelled):
        work.stop_if_cancelled()


def test_an_answer_that_nobody_stops_goes_on(ask: Ask) -> None:
    work, other = ask(), ask()
    stop(other)
    look(work)
    work.stop_if_cancelled()
    assert not work.is_cancelled()


def test_the_end_is_stored_whole_and_told_whole(ask: Ask) -> None:
    work = ask()
    look(work)
    quotations = [{"number": 1}]
    ending = Ending(DocumentAnswerState.ANSWERED, "Here.", {"presence": 1}, columns={"quotations": quotations})
    step = end(work, ending)
    row = work.row()
    assert (row.state, row.text, row.quotations) == (DocumentAnswerState.ANSWERED, "Here.", quotations)
    assert row.details == {"searched": "it", "presence": 1}
    assert row.finished_at is not None
    assert (step.event, step.data["text"], step.data["id"]) == ("answer", "Here.", row.id)


def test_an_answer_that_has_ended_stays_as_it_is(ask: Ask) -> None:
    work = ask()
    end(work, Ending(DocumentAnswerState.ANSWERED, "Here."))
    step = end(work, Ending(DocumentAnswerState.FAILED, "Broken.", problem=DocumentAnswerBroke(1)))
    stop(work)
    assert (work.row().text, work.row().problem, work.row().cancel_requested_at) == ("Here.", None, None)
    assert step.data["text"] == "Here."


def test_a_running_answer_without_a_sign_of_life_is_ended_by_others(ask: Ask, resources: Resources) -> None:
    silent, alive, ended = ask(), ask(), ask()
    end(ended, Ending(DocumentAnswerState.NOT_FOUND, "Nowhere."))
    for work in (silent, ended):
        be_silent(work, SILENT_FOR * 2)
    end_silent(resources, ANSWERS)
    states = [work.row().state for work in (silent, alive, ended)]
    assert states == [DocumentAnswerState.FAILED, DocumentAnswerState.RUNNING, DocumentAnswerState.NOT_FOUND]
    assert silent.row().problem is not None


def test_whoever_waits_for_an_answer_hears_at_once_that_its_process_died(ask: Ask, resources: Resources) -> None:
    silent, alive = ask(), ask()
    be_silent(silent, SILENT_FOR * 2)
    for work in (silent, alive):
        with resources.sessions.begin() as session:
            end_if_silent(session, ANSWERS, ANSWERS.get(session, work.brief.tenant_id, work.brief.answer_id))
    assert (silent.row().state, alive.row().state) == (DocumentAnswerState.FAILED, DocumentAnswerState.RUNNING)
    assert silent.row().problem is not None
    assert alive.row().problem is None


def test_an_answer_that_waits_for_long_gives_signs_of_life_meanwhile(ask: Ask, resources: Resources) -> None:
    work = ask()
    be_silent(work, SILENT_FOR * 2)
    before = work.row().alive_at
    with kept_alive(resources, ANSWERS, work.brief.answer_id, beat_seconds=0.01):
        until = time.monotonic() + 10
        while work.row().alive_at - before < SILENT_FOR:
            assert time.monotonic() < until, "no sign of life"
            time.sleep(0.01)
    assert SILENT_FOR.total_seconds() > BEAT_SECONDS * 3  # a sign may be late, or be lost
