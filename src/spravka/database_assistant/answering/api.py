"""Questions, edited SQL, answers and examples over HTTP. Asking streams the stages."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Query, status
from fastapi.responses import FileResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from spravka.answering.living import kept_alive
from spravka.answering.steps import Step
from spravka.answering.stopping import end_if_silent
from spravka.auth.access import ExpertDep
from spravka.database_assistant import asking, exemplifying, queries, replaying
from spravka.database_assistant.access import AssistantDep, DatabasesCallerDep
from spravka.database_assistant.answer_schemas import (
    AnswerOut,
    ChosenMeaning,
    EditedQuery,
    ExampleOut,
    NewExample,
    Question,
    RowsPage,
)
from spravka.database_assistant.answering import choosing, exporting
from spravka.database_assistant.answering.answers import ANSWERS
from spravka.database_assistant.answering.making import answer_steps
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.errors import (
    AnswerHasNoRows,
    AnswerNotFound,
    ChoiceNotOffered,
    DatabaseNotLearned,
    ExampleNotFound,
    NoDatabaseConnected,
)
from spravka.database_assistant.tables import Answer, ExampleState
from spravka.jobs.schemas import JobOut
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.documented import documented
from spravka.web.fields import Id
from spravka.web.pages import Page, PageRequestDep, to_page
from spravka.web.streaming import detached

router = APIRouter(tags=["questions"], dependencies=[Depends(require_mode(ModeName.DATABASES))])

ASKING = documented(NoDatabaseConnected, DatabaseNotLearned, AnswerNotFound)


def own_answer(session: SessionDep, caller: DatabasesCallerDep, answer_id: Id) -> Answer:
    """An answer of the caller's own: what row filters show one user, another does not see."""
    return queries.get_own_answer(session, caller.tenant_id, caller.user_id, answer_id)


OwnAnswerDep = Annotated[Answer, Depends(own_answer)]


def accept_question(resources: ResourcesDep, caller: DatabasesCallerDep, question: Question) -> int:
    """Kept before anything is streamed: a transaction of the request would end after the stream has begun."""
    asked = asking.Asked(question.question, previous_answer_id=question.previous_answer_id)
    with resources.sessions.begin() as session:
        return asking.accept_question(session, caller, asked).id


def accept_query(resources: ResourcesDep, caller: DatabasesCallerDep, query: EditedQuery) -> int:
    """The same, for SQL; the question is that of the answer whose SQL was edited."""
    with resources.sessions.begin() as session:
        return asking.accept_query(session, caller, query.sql, query.answer_id).id


def accept_choice(
    resources: ResourcesDep, caller: DatabasesCallerDep, answer: OwnAnswerDep, chosen: ChosenMeaning
) -> int:
    """The choice is remembered, and the question asked anew."""
    with resources.sessions.begin() as session:
        return choosing.choose_meaning(session, caller, answer.id, chosen).id


def _made(assistant: Assistant, tenant_id: int, answer_id: int) -> AsyncIterator[Step]:
    alive = kept_alive(assistant.resources, ANSWERS, answer_id)
    return detached(lambda: answer_steps(assistant, tenant_id, answer_id), alive)


@router.post("/questions", response_class=EventSourceResponse, responses=ASKING)
async def ask_question(
    assistant: AssistantDep,
    caller: DatabasesCallerDep,
    answer_id: Annotated[int, Depends(accept_question)],
) -> AsyncIterator[ServerSentEvent]:
    """Ask without a chat. Streams `accepted` (with the answer's id), a `stage` for each stage, and the `answer`."""
    async for step in _made(assistant, caller.tenant_id, answer_id):
        yield ServerSentEvent(event=step.event, data=step.data)


@router.post("/queries", response_class=EventSourceResponse, responses=ASKING)
async def run_query(
    assistant: AssistantDep,
    caller: DatabasesCallerDep,
    answer_id: Annotated[int, Depends(accept_query)],
) -> AsyncIterator[ServerSentEvent]:
    """Run SQL that a person wrote or edited. The guard judges it; what runs is rendered from its tree."""
    async for step in _made(assistant, caller.tenant_id, answer_id):
        yield ServerSentEvent(event=step.event, data=step.data)


@router.get("/answers/{answer_id}", responses=documented(AnswerNotFound))
def get_answer(session: SessionDep, answer: OwnAnswerDep) -> AnswerOut:
    """An answer of yours, also while it is being made."""
    return AnswerOut.of(end_if_silent(session, ANSWERS, answer))


@router.delete("/answers/{answer_id}", responses=documented(AnswerNotFound))
def cancel_answer(session: SessionDep, caller: DatabasesCallerDep, answer: OwnAnswerDep) -> AnswerOut:
    """Stop an answer that is being made: its query is cancelled in the database."""
    return AnswerOut.of(asking.cancel_answer(session, caller.tenant_id, answer.id))


@router.get("/answers/{answer_id}/rows", responses=documented(AnswerNotFound, AnswerHasNoRows))
def list_answer_rows(answer: OwnAnswerDep, page: PageRequestDep) -> RowsPage:
    """The rows that are kept with the answer, a page at a time."""
    return RowsPage.of(answer, page.after or 0, page.limit)


@router.get(
    "/answers/{answer_id}/export", response_class=FileResponse, responses=documented(AnswerNotFound, AnswerHasNoRows)
)
def export_answer(
    resources: ResourcesDep,
    caller: DatabasesCallerDep,
    answer: OwnAnswerDep,
    background: BackgroundTasks,
    file_format: Annotated[exporting.ExportFormat, Query(alias="format")] = exporting.ExportFormat.XLSX,
) -> FileResponse:
    """All rows as a file, asked for anew: XLSX with a second sheet that tells the question, SQL, time and user, or
    CSV. Texts that a spreadsheet could take for formulas are made harmless."""
    path = exporting.export_answer(resources, caller, answer.id, file_format)
    background.add_task(path.unlink, missing_ok=True)
    return FileResponse(path, filename=f"answer-{answer.id}.{file_format}", background=background)


@router.post(
    "/answers/{answer_id}/choice",
    response_class=EventSourceResponse,
    responses=documented(AnswerNotFound, ChoiceNotOffered),
)
async def choose_meaning(
    assistant: AssistantDep,
    caller: DatabasesCallerDep,
    chosen_answer_id: Annotated[int, Depends(accept_choice)],
) -> AsyncIterator[ServerSentEvent]:
    """Choose a meaning of ambiguous words: it holds for the tenant from now on, and the question is answered anew."""
    async for step in _made(assistant, caller.tenant_id, chosen_answer_id):
        yield ServerSentEvent(event=step.event, data=step.data)


@router.get("/examples")
def list_examples(
    session: SessionDep,
    caller: DatabasesCallerDep,
    page: PageRequestDep,
    state: Annotated[ExampleState | None, Query(description="`approved` ones are good first questions")] = None,
) -> Page[ExampleOut]:
    """Questions with the queries that answer them; members see the approved ones."""
    seen = exemplifying.visible_state(caller, state)
    found = queries.list_examples(session, caller.tenant_id, state=seen, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda example: example.id)
    return Page(entries=[exemplifying.shown_to(caller, example) for example in shown], next_after=next_after)


@router.post("/examples", status_code=status.HTTP_201_CREATED, responses=documented(AnswerNotFound, AnswerHasNoRows))
def propose_example(session: SessionDep, caller: DatabasesCallerDep, new: NewExample) -> ExampleOut:
    """Propose an answer of yours as an example; an expert decides."""
    queries.get_own_answer(session, caller.tenant_id, caller.user_id, new.answer_id)
    return ExampleOut.of(exemplifying.propose_answer(session, caller.tenant_id, new.answer_id))


@router.post("/examples/{example_id}/approval", responses=documented(ExampleNotFound))
def approve_example(session: SessionDep, caller: ExpertDep, example_id: Id) -> ExampleOut:
    """Approve: the language model is told it beside questions like it, it is offered as a first question, and is
    replayed every night. Where a replay has changed, its result becomes the right one."""
    return ExampleOut.of(exemplifying.decide(session, caller, example_id, ExampleState.APPROVED))


@router.post("/examples/{example_id}/rejection", responses=documented(ExampleNotFound))
def reject_example(session: SessionDep, caller: ExpertDep, example_id: Id) -> ExampleOut:
    """Reject: it teaches nobody."""
    return ExampleOut.of(exemplifying.decide(session, caller, example_id, ExampleState.REJECTED))


@router.delete("/examples/{example_id}", status_code=status.HTTP_204_NO_CONTENT, responses=documented(ExampleNotFound))
def delete_example(session: SessionDep, caller: ExpertDep, example_id: Id) -> None:
    """Delete an example."""
    exemplifying.delete_example(session, caller, example_id)


@router.post("/examples/replay", status_code=202, responses=documented(NoDatabaseConnected))
def replay_examples(session: SessionDep, resources: ResourcesDep, caller: ExpertDep) -> JobOut:
    """Run all approved examples again now, as every night; follow the job."""
    return JobOut.model_validate(replaying.ask_to_replay(session, resources.queues, caller.tenant_id, caller.user_id))
