"""What the routes about questions, answers and examples take and give."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from spravka.database_assistant.errors import AnswerHasNoRows
from spravka.database_assistant.tables import Answer, AnswerState, Example, ExampleState, ReplayState
from spravka.web.fields import Id, Line, Paragraphs

OFFERS = frozenset({"similar", "alternatives"})
ROWS_AT_FIRST = 100
"""Rows that come with the answer itself; the rest by ``answers/{id}/rows``."""


class Question(BaseModel):
    """A question of a script or a program: nothing is kept in a chat."""

    question: Annotated[Paragraphs, Field(max_length=4_000, examples=["Сколько заплатили подрядчикам в прошлом году?"])]
    previous_answer_id: Id | None = Field(default=None, description="The answer it follows: «а по месяцам?»")


class EditedQuery(BaseModel):
    """SQL that a person wrote or changed. The guard judges it like everything; it never runs as it stands."""

    sql: Annotated[Paragraphs, Field(max_length=20_000)]
    answer_id: Id | None = Field(default=None, description="The answer whose SQL was edited")


class ChosenMeaning(BaseModel):
    """The meaning of ambiguous words, one of those that the answer offers."""

    words: Annotated[Line, Field(max_length=200)]
    target: Annotated[Line, Field(max_length=1_000)]


class AnswerOut(BaseModel):
    """A question and everything that came of it."""

    id: int
    question: str
    edited_sql: str | None
    language: str
    state: AnswerState
    previous_answer_id: int | None
    text: str | None
    sql: str | None
    columns: list[dict[str, Any]] | None = Field(description="`name` and `kind` of each column")
    rows: list[list[Any]] | None = Field(description=f"The first {ROWS_AT_FIRST}; the rest by `answers/{{id}}/rows`")
    row_count: int | None
    is_truncated: bool = Field(description="The database has more rows than are kept; the export has them")
    stages: list[dict[str, Any]]
    proof: list[dict[str, Any]] = Field(description="What each span of the question became, or that it was not used")
    choices: list[dict[str, Any]] = Field(description="Ambiguous words and their other meanings")
    warnings: list[dict[str, Any]]
    chart: dict[str, Any] | None
    description: str | None = Field(description="The query in plain words")
    alternatives: list[str] = Field(
        description="Other readings of the question, about as likely; asked in these words with `previous_answer_id`"
    )
    similar: list[str] = Field(description="Questions to ask next, in these words, with `previous_answer_id`")
    similar_changes: list[str | None] = Field(description="Of each of them, what alone is other: “by month”")
    details: dict[str, Any] = Field(description="Reader, confidence, why it was declined, the other reader's answer")
    problem: dict[str, Any] | None
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, answer: Answer) -> Self:
        details = without_plans(dict(answer.details))
        return cls(
            id=answer.id,
            question=answer.question,
            edited_sql=answer.edited_sql,
            language=answer.language,
            state=answer.state,
            previous_answer_id=answer.previous_answer_id,
            text=answer.text,
            sql=answer.sql,
            columns=answer.columns,
            rows=None if answer.rows is None else answer.rows[:ROWS_AT_FIRST],
            row_count=None if answer.rows is None else len(answer.rows),
            is_truncated=answer.is_truncated,
            stages=answer.stages,
            proof=details.pop("proof", []),
            choices=details.pop("choices", []),
            warnings=details.pop("warnings", []),
            chart=details.pop("chart", None),
            description=details.pop("description", None),
            alternatives=details.pop("alternatives", []),
            similar=details.pop("similar", []),
            similar_changes=[one.get("change") for one in answer.details.get("similar", [])],
            details=details,
            problem=answer.problem,
            created_at=answer.created_at,
            finished_at=answer.finished_at,
        )


def without_plans(details: dict[str, Any]) -> dict[str, Any]:
    """The facts as they are shown: of questions that are offered the words are enough."""
    shown: dict[str, Any] = {name: _texts(value) if name in OFFERS else value for name, value in details.items()}
    declined = shown.get("declined")
    if declined is None:
        return shown
    return {**shown, "declined": {**declined, "closest": _texts(declined.get("closest", []))}}


def _texts(offers: list[dict[str, Any]]) -> list[str]:
    return [one["text"] for one in offers]


class RowsPage(BaseModel):
    """A page of an answer's rows. The number of a row, from 1, is its key."""

    columns: list[dict[str, Any]]
    entries: list[list[Any]]
    next_after: int | None = Field(description="`after` of the next page, null on the last one")

    @classmethod
    def of(cls, answer: Answer, after: int, limit: int) -> Self:
        """Raises :class:`AnswerHasNoRows`."""
        if answer.rows is None or answer.columns is None:
            raise AnswerHasNoRows(answer.state.value)
        end = after + limit
        next_after = end if end < len(answer.rows) else None
        return cls(columns=answer.columns, entries=answer.rows[after:end], next_after=next_after)


class NewExample(BaseModel):
    """An answer to be made an example."""

    answer_id: Id


class ExampleOut(BaseModel):
    """A question with the query that answers it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    question: str
    sql: str
    state: ExampleState
    answer_id: int | None
    decided_by_id: int | None
    decided_at: datetime | None
    expected: dict[str, Any] | None = Field(description="Row count and first rows as approved")
    replayed: dict[str, Any] | None = Field(description="The same, of the last replay")
    replay_state: ReplayState | None
    replayed_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, example: Example) -> Self:
        return cls.model_validate(example)
