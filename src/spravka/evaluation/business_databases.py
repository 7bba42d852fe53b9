"""The databases of the everyday questions, made in a server that is started for the measurement.

One is the demonstration's, some come from dumps of the measuring data, some from scripts beside the questions. All
are as of one day.
"""

import datetime
import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL

from spravka.customer_databases.collecting_values import collect_values
from spravka.customer_databases.opening import open_connection
from spravka.database_assistant.learning import learned_structure
from spravka.demo.construction.creating import create_demo_database
from spravka.demo.construction.founding import DATABASE as CONSTRUCTION
from spravka.demo.construction.founding import DemoRoles
from spravka.demo.construction.glossary import construction_glossary
from spravka.evaluation.business_questions import BusinessDatabase, RunSql
from spravka.evaluation.postgres_databases import READER, libpq_address, make_database, reader_address, reader_fields
from spravka.evaluation.questions_loading import needed_file
from spravka.question_reading.knowledge import GlossaryTerm, Knowledge
from spravka.question_reading.values import ValueIndex

TODAY = datetime.date(2026, 11, 22)
"""The day the gold queries are written for."""
QUERY_SECONDS = 10
PRESENT = re.compile(r"\b(?:CURRENT_DATE\b|CURRENT_TIMESTAMP\b|NOW\(\))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dump:
    """A gzipped dump among the measuring data; ``settings`` are those of the database's sessions.

    Its rows may be ``relative``: days before the day it is loaded.
    """

    file: str
    settings: Mapping[str, str] = field(default_factory=dict)
    relative: bool = False

    def text(self, folder: Path) -> str:
        """Its SQL, as of :data:`TODAY`; raises :class:`MeasuringDataMissing`."""
        found = gzip.decompress(needed_file(folder, self.file).read_bytes()).decode()
        return as_of(found, TODAY) if self.relative else found


DEFOG = ("broker", "car_dealership", "derm_treatment", "ewallet")
DUMPS: Mapping[str, Dump] = {
    "airlines": Dump("airlines_ru_postgres.sql.gz", {"bookings.lang": "ru"}),
    "northwind": Dump("northwind_postgres.sql.gz"),
    **{name: Dump(f"defog/{name}.sql.gz", relative=True) for name in DEFOG},
}


def make_databases(admin: URL, folder: Path, names: Sequence[str]) -> None:
    """All of ``names``; raises :class:`MeasuringDataMissing`."""
    for name in names:
        if name == CONSTRUCTION:
            _make_construction(admin)
        elif name in DUMPS:
            make_database(admin, name, DUMPS[name].text(folder), DUMPS[name].settings)
        else:
            make_database(admin, name, script_of(name))


def script_of(name: str) -> str:
    """The SQL of a database that is made by a script beside its questions."""
    return files("spravka.evaluation").joinpath("business", f"{name}.sql").read_text("utf-8")


def as_of(dump: str, today: datetime.date) -> str:
    """The dump with noon of ``today`` for the present."""
    days = {"current_date": f"DATE '{today}'"}
    return PRESENT.sub(lambda found: days.get(found[0].lower(), f"TIMESTAMP '{today} 12:00:00'"), dump)


def _make_construction(admin: URL) -> None:
    roles = DemoRoles("made once", "not asked by")
    create_demo_database(libpq_address(admin), roles, TODAY)
    with psycopg.connect(libpq_address(admin), autocommit=True) as connection:
        words = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
        connection.execute(words.format(sql.Identifier(CONSTRUCTION), sql.Identifier(READER)))


@contextmanager
def opened(admin: URL, name: str) -> Iterator[BusinessDatabase]:
    """The database as the product learns it, with its glossary where it has one, ready to be asked."""
    knowledge = _learned(admin, name, construction_glossary() if name == CONSTRUCTION else ())
    with psycopg.connect(reader_address(admin, name), autocommit=True) as connection:
        connection.execute(f"SET statement_timeout = '{QUERY_SECONDS}s'")
        yield BusinessDatabase(name, knowledge, _running(connection))


def _learned(admin: URL, name: str, glossary: tuple[GlossaryTerm, ...]) -> Knowledge:
    with open_connection(reader_fields(admin, name)) as connection:
        schema = learned_structure(connection)
        values = collect_values(connection, schema)
    return Knowledge(schema, ValueIndex(values.values, values.incomplete), glossary)


def _running(connection: psycopg.Connection) -> RunSql:
    """Runs a query once however often it is asked for: readings in two languages often meet."""

    @cache
    def run(query: str) -> Sequence[tuple[object, ...]] | None:
        try:
            return connection.execute(query.encode()).fetchall()
        except psycopg.Error:
            return None

    return run
