"""The databases of the everyday questions: dumps of one day, and our own in which every gold query finds something."""

import datetime
import os
from importlib.resources import files

import psycopg
import pytest
from sqlalchemy.engine import make_url

from spravka.evaluation.business_databases import TODAY, as_of, script_of
from spravka.evaluation.business_questions import business_questions, gold_rows
from spravka.evaluation.postgres_databases import libpq_address, make_database
from tests.parts import Parts

BUSINESS = files("spravka.evaluation").joinpath("business")
SCRIPTED = sorted(file.name.removesuffix(".sql") for file in BUSINESS.iterdir() if file.name.endswith(".sql"))


@pytest.mark.parametrize(
    ("dump", "written"),
    [
        ("VALUES (CURRENT_DATE - INTERVAL '5 days')", "VALUES (DATE '2026-11-22' - INTERVAL '5 days')"),
        ("DEFAULT now(),", "DEFAULT TIMESTAMP '2026-11-22 12:00:00',"),
        ("date_trunc('day', current_timestamp)", "date_trunc('day', TIMESTAMP '2026-11-22 12:00:00')"),
        ("known_at DATE, current_dates INT", "known_at DATE, current_dates INT"),
    ],
)
def test_a_dump_that_speaks_of_the_present_is_of_one_day(dump: str, written: str) -> None:
    assert as_of(dump, datetime.date(2026, 11, 22)) == written


@pytest.mark.parametrize("name", SCRIPTED)
def test_every_gold_query_of_a_database_of_our_own_finds_something(name: str, parts: Parts) -> None:
    admin = make_url(parts.admin_url)
    made = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    make_database(admin, made, script_of(name))
    with psycopg.connect(libpq_address(admin.set(database=made)), autocommit=True) as connection:
        for question in business_questions(name):
            gold_rows(question, lambda query: connection.execute(query.encode()).fetchall(), TODAY)
