"""The stages of an answer, in order: search, quotations, and what a language model makes of them.

Whatever goes wrong ends in an answer that says so.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from spravka.answering.ending import Ending, keep_end
from spravka.answering.making import steps_to_the_end
from spravka.answering.steps import Step
from spravka.answering.work import AnswerCancelled
from spravka.documents.answering import telling
from spravka.documents.answering.answers import ANSWERS
from spravka.documents.answering.llm_stage import ask_llm
from spravka.documents.answering.quoting import Quoting
from spravka.documents.answering.searching import answering_quotations, search, shown_quotations
from spravka.documents.answering.shelf import DatabaseShelf
from spravka.documents.answering.steps import Stage
from spravka.documents.answering.work import Work, read_brief
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.tables import DocumentAnswerState
from spravka.errors import Problem
from spravka.passages.searching import Found


def answer_steps(assistant: DocumentAssistant, tenant_id: int, answer_id: int) -> Iterator[Step]:
    """Make the answer and tell its steps: ``accepted``, a ``stage`` each, and at last the whole ``answer``."""

    def make() -> Iterator[Step]:
        work = Work(assistant, read_brief(assistant, tenant_id, answer_id))
        try:
            yield from _stages(work)
        except AnswerCancelled:
            yield _end_stopped(work)

    def end_with(problem: Problem) -> Iterator[Step]:
        ending = Ending(DocumentAnswerState.FAILED, problem.detail, problem=problem)
        yield keep_end(assistant, ANSWERS, tenant_id, answer_id, ending)

    return steps_to_the_end(ANSWERS, answer_id, make, end_with)


def _stages(work: Work) -> Iterator[Step]:
    with work.stage(Stage.SEARCH) as stage:
        found, quoting = _search(work)
        stage.result = _told_search(work, found)
    yield work.keep()
    with work.stage(Stage.QUOTATIONS) as stage:
        answering = answering_quotations(found, work.brief.told)
        for quotation in shown_quotations(found, work.brief.told):
            quoting.number_of(quotation, is_answer=quotation in answering)
        quotations = list(quoting.told) if found.is_present else []
        stage.result = {"quotations": quotations}
    yield work.keep(quotations=quotations)
    yield from ask_llm(work, quoting, [ranked.candidate for ranked in found.ranked], is_present=found.is_present)
    yield _end_found(work, quoting) if found.is_present or work.sentences else _end_absent(work, quoting)


def _search(work: Work) -> tuple[Found, Quoting]:
    """No transaction stays open after it."""
    brief = work.brief
    with work.assistant.resources.sessions() as session:
        shelf = DatabaseShelf(work.assistant, session, brief.tenant_id, brief.documents)
        found = search(shelf, brief.searched)
    work.warnings += telling.readiness_warnings(brief.readiness, brief.language, shelf.encoder_problem)
    return found, Quoting(work.assistant, brief, shelf.document_of)


def _told_search(work: Work, found: Found) -> dict[str, Any]:
    readiness = work.brief.readiness
    work.details |= {"searched": work.brief.searched, "readiness": readiness.to_json()}
    return {
        "terms": list(found.question.terms),
        "candidate_count": len(found.ranked),
        "presence": round(found.presence, 3),
        "readiness": readiness.to_json(),
    }


def _end_found(work: Work, quoting: Quoting) -> Step:
    language = work.brief.language
    if not quoting.told:  # all of it was deleted meanwhile
        return _end_absent(work, quoting)
    if work.sentences:
        text = telling.tell_sentences(work.sentences, language)
    else:
        text = telling.tell_quotation(quoting.told[0], language)
    return _end(work, DocumentAnswerState.ANSWERED, text, quoting.told)


def _end_absent(work: Work, quoting: Quoting) -> Step:
    """What is near is told beside."""
    work.details["closest"] = quoting.told
    state, text = telling.tell_absent(work.brief.readiness, work.brief.language)
    return _end(work, state, text)


def _end_stopped(work: Work) -> Step:
    """The quotations found until then stay."""
    ending = Ending(DocumentAnswerState.CANCELLED, telling.CANCELLED[work.brief.language], _told_beside(work))
    return keep_end(work.assistant, ANSWERS, work.brief.tenant_id, work.brief.answer_id, ending)


def _end(work: Work, state: DocumentAnswerState, text: str, quotations: Sequence[dict[str, Any]] = ()) -> Step:
    ending = Ending(state, text, _told_beside(work), columns={"quotations": list(quotations)})
    return keep_end(work.assistant, ANSWERS, work.brief.tenant_id, work.brief.answer_id, ending)


def _told_beside(work: Work) -> dict[str, Any]:
    return {**work.details, "warnings": [warning.to_json() for warning in work.warnings]}
