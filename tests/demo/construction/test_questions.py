"""The grammar alone reads the forty everyday questions in each language, and none of them wrongly."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.describing import describe_structure
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields
from spravka.customer_databases.opening import open_connection
from spravka.demo.construction.glossary import construction_glossary
from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.evaluation.business_questions import BusinessDatabase, Language, Outcome, State, ask_business
from spravka.query_plans.schema import ColumnKind, DatabaseSchema, Dialect
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.values import ValueIndex
from tests.demo.construction.conftest import TODAY, Demo
from tests.demo.construction.everyday import everyday_questions

pytestmark = pytest.mark.slow

ASKED_RIGHT = 34


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


@pytest.fixture(scope="module")
def outcomes(known: Knowledge, demo: Demo) -> list[Outcome]:
    """The forty in both languages, read by the shipped reader and run by the role that may only read."""
    with psycopg.connect(demo.reader, autocommit=True) as connection:
        database = BusinessDatabase("construction", known, lambda query: _rows(connection, query))
        return list(ask_business(database, TODAY, SentenceEncoder().encode, everyday_questions()))


@pytest.mark.parametrize("language", Language)
def test_the_grammar_reads_as_many_of_the_forty_as_asked_and_none_wrongly(
    language: Language, outcomes: list[Outcome]
) -> None:
    told = {state: _names(outcomes, language, state) for state in State}
    assert len(told[State.RIGHT]) >= ASKED_RIGHT, told
    assert told[State.WRONG] == [], told


@pytest.mark.parametrize("language", Language)
def test_the_question_that_the_readme_asks_is_answered_rightly(language: Language, outcomes: list[Outcome]) -> None:
    assert "paid to contractors last month" in _names(outcomes, language, State.RIGHT)


def _names(outcomes: list[Outcome], language: Language, state: State) -> list[str]:
    """The questions of one language that ended so."""
    return [one.question.name for one in outcomes if one.language is language and one.state is state]


def _rows(connection: psycopg.Connection, query: str) -> list[tuple[object, ...]] | None:
    try:
        return connection.execute(query.encode()).fetchall()
    except psycopg.Error:
        return None
