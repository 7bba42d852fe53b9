"""Connected databases, what is known of them, answers, examples, and each user's switches of the stages."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index, String, Text, UniqueConstraint, false, true
from sqlalchemy import text as sql_text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from spravka.answering.tables import AnswerRow
from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table
from spravka.database_assistant.llm_reading.privacy import Privacy


class ReaderChoice(enum.StrEnum):
    """Who reads the tenant's questions."""

    GRAMMAR = "grammar"
    LLM = "llm"
    BOTH = "both"


class LearningState(enum.StrEnum):
    """How far the knowledge of a database is."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"
    """The last attempt failed; what was learned before, if anything, still serves."""


class AnswerState(enum.StrEnum):
    """What became of a question."""

    RUNNING = "running"
    ANSWERED = "answered"
    DECLINED = "declined"
    """No reader could read it completely; the answer says why and what can be asked."""
    FAILED = "failed"
    """The database, the guard or a part refused; the problem says what to do."""
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        return self is not AnswerState.RUNNING


class ExampleState(enum.StrEnum):
    CANDIDATE = "candidate"
    APPROVED = "approved"
    REJECTED = "rejected"


class ReplayState(enum.StrEnum):
    """What the last replay of an approved example gave, compared with what was approved."""

    SAME = "same"
    CHANGED = "changed"
    FAILED = "failed"


def _texts(kind: type[enum.StrEnum], length: int = 32) -> Enum:
    return Enum(kind, native_enum=False, length=length, values_callable=lambda values: [v.value for v in values])


class DatabasePredictionConfig(Table):
    """A user's switches of the stages of an answer."""

    __tablename__ = "database_prediction_config"

    user_id: Mapped[BigInt] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    has_data_check: Mapped[bool] = mapped_column(server_default=true())
    has_sql_description: Mapped[bool] = mapped_column(server_default=true())
    has_alternative_questions: Mapped[bool] = mapped_column(server_default=true())


class ConnectedDatabase(Table):
    """A tenant's database. Its address, password and all, is the tenant's encrypted one; here is what may be seen."""

    __tablename__ = "connected_database"
    __table_args__ = (UniqueConstraint("tenant_id"),)

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    fields: Mapped[dict[str, Any]]
    """The address without the password."""
    is_write_allowed: Mapped[bool] = mapped_column(server_default=false())
    rights: Mapped[dict[str, Any] | None]
    checked_at: Mapped[datetime | None]
    privacy: Mapped[Privacy] = mapped_column(_texts(Privacy), server_default=Privacy.SCHEMA_ONLY.value)
    reader: Mapped[ReaderChoice] = mapped_column(_texts(ReaderChoice), server_default=ReaderChoice.BOTH.value)
    hidden_columns: Mapped[list[Any]] = mapped_column(JSONB, server_default=sql_text("'[]'"))
    """Pairs of table key and column that no answer shows or filters by."""
    excluded_columns: Mapped[list[Any]] = mapped_column(JSONB, server_default=sql_text("'[]'"))
    """Pairs of table key and column whose values are not collected."""
    structure: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    """Megabytes of a large database; read once for every version of the knowledge."""
    values_key: Mapped[str | None] = mapped_column(String(100))
    knowledge_version: Mapped[int] = mapped_column(server_default=sql_text("0"))
    """Grows with every change of what a reader knows, so that each process sees when its copy is old."""
    learning: Mapped[LearningState] = mapped_column(_texts(LearningState), server_default=LearningState.WAITING.value)
    learning_problem: Mapped[dict[str, Any] | None]
    learning_job_id: Mapped[BigInt | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"), index=True)
    learned_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]


class ValueColumn(Table):
    """A column in the value index: how many of its distinct values are known."""

    __tablename__ = "value_index"

    database_id: Mapped[BigInt] = mapped_column(
        ForeignKey("connected_database.id", ondelete="CASCADE"), primary_key=True
    )
    table_key: Mapped[str] = mapped_column(String(255), primary_key=True)
    column_name: Mapped[str] = mapped_column(String(255), primary_key=True)
    value_count: Mapped[int]
    is_complete: Mapped[bool]


class GlossaryEntry(Table):
    """A term of the tenant and what it means in the database."""

    __tablename__ = "glossary_term"
    __table_args__ = (UniqueConstraint("database_id", "term"),)

    id: Mapped[IdKey]
    database_id: Mapped[BigInt] = mapped_column(ForeignKey("connected_database.id", ondelete="CASCADE"))
    term: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16))
    table_key: Mapped[str] = mapped_column(String(255))
    column_name: Mapped[str] = mapped_column(String(255), server_default="")
    value: Mapped[str] = mapped_column(Text, server_default="")
    aggregate: Mapped[str] = mapped_column(String(16), server_default="")
    formula: Mapped[dict[str, Any] | None]
    created_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[CreatedAt]


class RowFilter(Table):
    """A condition that every query's rows of a table must meet, added to the query's tree by the guard."""

    __tablename__ = "row_filter"
    __table_args__ = (Index("ix_row_filter_database_id_id", "database_id", "id"),)

    id: Mapped[IdKey]
    database_id: Mapped[BigInt] = mapped_column(ForeignKey("connected_database.id", ondelete="CASCADE"))
    table_key: Mapped[str] = mapped_column(String(255))
    column_name: Mapped[str] = mapped_column(String(255))
    operator: Mapped[str] = mapped_column(String(16))
    values: Mapped[list[Any]]
    """Constants; where ``user_attribute`` is set, empty."""
    user_attribute: Mapped[str | None] = mapped_column(String(32))
    created_at: Mapped[CreatedAt]


class RememberedChoice(Table):
    """The meaning that people of the tenant chose for ambiguous words."""

    __tablename__ = "remembered_choice"
    __table_args__ = (UniqueConstraint("database_id", "words"),)

    id: Mapped[IdKey]
    database_id: Mapped[BigInt] = mapped_column(ForeignKey("connected_database.id", ondelete="CASCADE"))
    words: Mapped[str] = mapped_column(String(200))
    target: Mapped[str] = mapped_column(Text)
    chosen_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[CreatedAt]


class Answer(AnswerRow):
    """A question, its stages, and what came of it.

    Its ``details``: proof, choices, warnings, chart, description, similar questions, the other reader's answer.
    """

    __tablename__ = "answer"
    __table_args__ = (Index("ix_answer_tenant_id_id", "tenant_id", "id"),)

    database_id: Mapped[BigInt | None] = mapped_column(
        ForeignKey("connected_database.id", ondelete="SET NULL"), index=True
    )
    previous_answer_id: Mapped[BigInt | None] = mapped_column(ForeignKey("answer.id", ondelete="SET NULL"), index=True)
    edited_sql: Mapped[str | None] = mapped_column(Text)
    """What a person wrote himself; it is judged by the guard and never run as it stands."""
    state: Mapped[AnswerState] = mapped_column(_texts(AnswerState), server_default=AnswerState.RUNNING.value)
    plan: Mapped[dict[str, Any] | None]
    sql: Mapped[str | None] = mapped_column(Text)
    """The query that the guard let through, as it was before the guard added limits and row filters: to be edited,
    exported and replayed through the guard again, for whoever asks then."""
    columns: Mapped[list[Any] | None]
    rows: Mapped[list[Any] | None]
    is_truncated: Mapped[bool] = mapped_column(server_default=false())


class Example(Table):
    """A question with the query that answers it: a liked answer, then approved by an expert, replayed every night."""

    __tablename__ = "example"
    __table_args__ = (
        UniqueConstraint("answer_id"),
        Index("ix_example_database_id_state_id", "database_id", "state", "id"),
    )

    id: Mapped[IdKey]
    database_id: Mapped[BigInt] = mapped_column(ForeignKey("connected_database.id", ondelete="CASCADE"))
    answer_id: Mapped[BigInt | None] = mapped_column(ForeignKey("answer.id", ondelete="SET NULL"))
    question: Mapped[str] = mapped_column(Text)
    plan: Mapped[dict[str, Any] | None]
    sql: Mapped[str] = mapped_column(Text)
    state: Mapped[ExampleState] = mapped_column(_texts(ExampleState), server_default=ExampleState.CANDIDATE.value)
    decided_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    decided_at: Mapped[datetime | None]
    expected: Mapped[dict[str, Any] | None]
    """Fingerprint, row count and first rows of the answer as approved."""
    replayed: Mapped[dict[str, Any] | None]
    """The same of the last replay."""
    replay_state: Mapped[ReplayState | None] = mapped_column(_texts(ReplayState))
    replayed_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]
