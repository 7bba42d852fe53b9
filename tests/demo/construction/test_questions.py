"""The grammar alone reads the forty everyday questions in each language, and none of them wrongly."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import psycopg
import pytest
from psycopg import sql

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.describing import describe_structure
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields
from spravka.customer_databases.opening import open_connection
from spravka.demo.construction.glossary import construction_glossary
from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.schema import ColumnKind, DatabaseSchema, Dialect
from spravka.question_reading.confidence import ProbedRows
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.reader import Reader
from spravka.question_reading.values import ValueIndex
from tests.demo.construction.conftest import TODAY, Demo
from tests.demo.construction.everyday import Question, everyday_questions, is_answer, is_ordered

pytestmark = pytest.mark.slow

ASKED_RIGHT = 34
KEPT_RIGHT, KEPT_WRONG = 33, 2
"""What is reached, and may not be lost: less than is asked, see the case that is expected to fail."""


@dataclass
class Outcome:
    """The questions by how they were answered, told when a test fails."""

    right: list[str] = field(default_factory=list)
    declined: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def known(demo: Demo) -> Knowledge:
    """What the application knows of the database: read from the database itself, and the glossary."""
    schema = _structure(demo)
    with psycopg.connect(demo.reader) as connection:
        return Knowledge(schema, ValueIndex(dict(_values(connection, schema))), construction_glossary())


def _structure(demo: Demo) -> DatabaseSchema:
    fields = ConnectionFields(
        Dialect.POSTGRESQL,
        demo.roles.database,
        "127.0.0.1",
        demo.parts.addresses.ports["postgres"],
        demo.roles.reader,
        demo.roles.reader_password,
    )
    with open_connection(fields, Timeouts(), AllowedFolders(), ()) as connection:
        return describe_structure(connection)


def _values(
    connection: psycopg.Connection, schema: DatabaseSchema
) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """The distinct values of every text column."""
    words = sql.SQL("SELECT DISTINCT {0} FROM {1} WHERE {0} IS NOT NULL ORDER BY 1")
    for table in schema.tables:
        for column in table.columns:
            if column.kind is ColumnKind.TEXT:
                rows = connection.execute(words.format(sql.Identifier(column.name), sql.Identifier(table.name)))
                yield (table.key, column.name), tuple(row[0] for row in rows)


@pytest.fixture(scope="module", params=["russian", "english"])
def outcome(request: pytest.FixtureRequest, known: Knowledge, demo: Demo) -> Outcome:
    """The forty in one language, read by the shipped reader and run by the role that may only read."""
    with psycopg.connect(demo.reader, autocommit=True) as connection:
        return _read_all(request.param, known, connection)


def test_the_grammar_reads_no_fewer_of_the_forty_than_it_did(outcome: Outcome) -> None:
    assert len(outcome.right) >= KEPT_RIGHT, outcome
    assert len(outcome.wrong) <= KEPT_WRONG, outcome


@pytest.mark.xfail(reason="not reached yet: the figures' page of the documentation tells by how much")
def test_the_grammar_reads_as_many_of_the_forty_as_asked_and_none_wrongly(outcome: Outcome) -> None:
    assert len(outcome.right) >= ASKED_RIGHT, outcome
    assert outcome.wrong == [], outcome


def _read_all(language: str, known: Knowledge, connection: psycopg.Connection) -> Outcome:
    reader, outcome = Reader(known, SentenceEncoder().encode), Outcome()

    def probe(plan: QueryPlan) -> ProbedRows | None:
        return _probed(connection, _sql_of(plan, known.schema))

    for question in everyday_questions():
        plan = reader.read(getattr(question, language), TODAY, probe).plan
        if plan is None:
            outcome.declined.append(question.name)
        elif _is_right(question, plan, known.schema, connection):
            outcome.right.append(question.name)
        else:
            outcome.wrong.append(question.name)
    return outcome


def _probed(connection: psycopg.Connection, query: str) -> ProbedRows | None:
    try:
        with connection.transaction():
            return _rows(connection, query)
    except psycopg.Error:
        return None


def _is_right(question: Question, plan: QueryPlan, schema: DatabaseSchema, connection: psycopg.Connection) -> bool:
    answer = _rows(connection, _sql_of(plan, schema))
    return any(
        is_answer(answer, _rows(connection, query), is_ordered(query), question.may_show_more)
        for query in question.queries(TODAY)
    )


def _sql_of(plan: QueryPlan, schema: DatabaseSchema) -> str:
    return render(compile_plan(plan, schema, Dialect.POSTGRESQL, TODAY), Dialect.POSTGRESQL)


def _rows(connection: psycopg.Connection, query: str) -> list[tuple[object, ...]]:
    return connection.execute(query.encode()).fetchall()
