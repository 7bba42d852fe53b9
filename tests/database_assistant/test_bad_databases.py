"""Databases as they are: slow, dropped in the middle, large, named in Cyrillic, without keys."""

import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import update

from spravka.answering.stopping import SILENT_FOR
from spravka.database_assistant.tables import Answer, AnswerState
from spravka.database_assistant.tending import end_silent_answers
from spravka.jobs.queries import current_time
from tests.customer_databases.places import PostgresqlPlace, new_postgresql
from tests.database_assistant.department import Department, Told, address_of
from tests.parts import Parts

SLOW = "Read SELECT is_slow FROM slow_orders"
RUNNING = "SELECT pid FROM pg_stat_activity WHERE usename = %s AND state = 'active'"


@pytest.fixture(scope="module")
def slow_place(parts: Parts) -> PostgresqlPlace:
    """A view takes twenty seconds for a row."""
    place = new_postgresql(parts)
    place.build(
        "CREATE TABLE orders (id int PRIMARY KEY, amount numeric(12, 2))",
        "INSERT INTO orders VALUES (1, 10), (2, 20.50)",
        "CREATE VIEW slow_orders AS SELECT id, amount, pg_sleep(20)::text = '' AS is_slow FROM orders",
    )
    return place


@pytest.fixture
def slow(department: Department, slow_place: PostgresqlPlace) -> Department:
    department.connect(address_of(slow_place.fields))
    return department


def until(is_so: Callable[[], Any], seconds: float = 15.0) -> Any:
    """What ``is_so`` gives when it gives something."""
    end = time.monotonic() + seconds
    while not (found := is_so()):
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.02)
    return found


def ask_beside(department: Department, question: str) -> tuple[threading.Thread, list[Told]]:
    """Ask in another thread; what was told is in the list when the thread has ended."""
    department.member.put("/answer-stages", {"has_data_check": False})
    told: list[Told] = []
    asking = threading.Thread(target=lambda: told.append(department.member.tell("/questions", {"question": question})))
    asking.start()
    return asking, told


def running_answer(department: Department) -> int:
    """The id of the department's running answer."""
    with department.resources.sessions() as session:
        query = session.query(Answer.id).filter_by(tenant_id=department.tenant_id, state=AnswerState.RUNNING)
        return int(query.one().id)


def test_a_query_that_takes_too_long_is_stopped_with_advice(slow: Department, monkeypatch: pytest.MonkeyPatch) -> None:
    databases = slow.resources.customer_databases
    monkeypatch.setattr(databases, "settings", databases.settings.model_copy(update={"query_seconds": 1.0}))
    told = slow.member.tell("/questions", {"question": SLOW})
    assert (told.answer["state"], told.answer["problem"]["type"]) == ("failed", "query-timed-out")
    assert told.stages[-1]["stage"] == "run"
    assert told.stages[-1]["state"] == "failed"
    assert "1 seconds" in told.answer["text"]
    assert slow.member.ask("Read SELECT sum(amount) FROM orders")["rows"] == [["30.50"]]


def test_readings_of_a_slow_database_are_taken_without_looking_at_their_rows(
    slow: Department, monkeypatch: pytest.MonkeyPatch
) -> None:
    databases = slow.resources.customer_databases
    monkeypatch.setattr(databases, "settings", databases.settings.model_copy(update={"query_seconds": 1.0}))
    answer = slow.member.ask(f"Rather {SLOW.removeprefix('Read ')} or SELECT count(*) FROM orders")
    looked, checked, *_, ran = (stage["milliseconds"] for stage in answer["stages"])
    assert 1_000 < looked < 3_000, "one look of a second and a half, then the likeliest reading"
    assert max(checked, ran) < 3_000
    assert answer["problem"]["type"] == "query-timed-out"


def test_cancelling_cancels_the_query_in_the_database(slow: Department, slow_place: PostgresqlPlace) -> None:
    asking, told = ask_beside(slow, SLOW)
    until(lambda: slow_place.ask(RUNNING, [slow_place.fields.user]))
    answer_id = running_answer(slow)
    assert slow.admin.refused("DELETE", f"/answers/{answer_id}")["status"] == 404
    slow.member.delete(f"/answers/{answer_id}")
    asking.join(10)
    assert (told[0].answer["state"], told[0].answer["problem"]["type"]) == ("cancelled", "query-cancelled")
    assert told[0].stages[-1]["stage"] == "run"
    until(lambda: not slow_place.ask(RUNNING, [slow_place.fields.user]))
    assert slow.member.delete(f"/answers/{answer_id}")["state"] == "cancelled"


def test_a_connection_that_is_dropped_in_the_middle_ends_the_answer(
    slow: Department, slow_place: PostgresqlPlace
) -> None:
    asking, told = ask_beside(slow, SLOW)
    [(pid,)] = until(lambda: slow_place.ask(RUNNING, [slow_place.fields.user]))
    slow_place.ask("SELECT pg_terminate_backend(%s)", [pid])
    asking.join(10)
    assert (told[0].answer["state"], told[0].answer["problem"]["type"]) == ("failed", "connection-lost")
    assert slow.member.ask("Read SELECT count(*) FROM orders")["rows"] == [[2]]


def test_a_database_that_is_gone_says_so(department: Department, parts: Parts) -> None:
    place = new_postgresql(parts)
    place.build("CREATE TABLE orders (id int)")
    department.connect(address_of(place.fields))
    with psycopg.connect(parts.admin_url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(place.fields.database)))
    answer = department.member.ask("Read SELECT count(*) FROM orders")
    assert (answer["state"], answer["problem"]["type"], answer["stages"]) == ("failed", "no-such-database", [])


def test_an_answer_whose_process_died_is_ended_by_maintenance(asking: Department) -> None:
    answer = asking.member.ask("Read SELECT count(*) FROM orders")
    with asking.resources.sessions.begin() as session:
        silent_since = current_time(session) - SILENT_FOR * 2
        silent = {"state": AnswerState.RUNNING, "alive_at": silent_since, "finished_at": None}
        session.execute(update(Answer).where(Answer.id == answer["id"]).values(silent))
    end_silent_answers(asking.resources)
    ended = asking.member.get(f"/answers/{answer['id']}")
    assert (ended["state"], ended["problem"]["type"]) == ("failed", "answer-interrupted")
    assert ended["finished_at"] is not None


def test_cyrillic_and_quoted_names_are_read_and_asked(department: Department, parts: Parts) -> None:
    place = new_postgresql(parts)
    place.build(
        'CREATE TABLE "Заказы поставщикам" ("Код" int PRIMARY KEY, "Сумма, руб." numeric, "select" text)',
        """INSERT INTO "Заказы поставщикам" VALUES (1, 10, 'О''Коннор "и" Ко'), (2, 5, NULL)""",
        "COMMENT ON TABLE \"Заказы поставщикам\" IS 'Заказы; с кавычками \"'' внутри'",
    )
    database = department.connect(address_of(place.fields))
    text = 'SELECT "select", sum("Сумма, руб.") FROM "Заказы поставщикам" GROUP BY "select" ORDER BY 2'
    answer = department.member.ask(f"Прочти {text}")
    assert answer["rows"] == [[None, "5"], ['О\'Коннор "и" Ко', "10"]]
    assert department.member.run(answer["sql"], answer["id"])["rows"] == answer["rows"]
    values = department.admin.get(f"/databases/{database['id']}/values")
    assert [(one["column_name"], one["value_count"]) for one in values] == [("select", 1)]


def test_a_database_without_any_key_is_asked_table_by_table(department: Department) -> None:
    database = department.connect_sqlite(
        "CREATE TABLE a (x INTEGER); CREATE TABLE b (y TEXT); INSERT INTO a VALUES (7);"
    )
    assert department.member.get(f"/databases/{database['id']}/schema")["foreign_keys"] == []
    assert department.member.ask("Read SELECT x FROM a")["rows"] == [[7]]
    assert department.member.run("SELECT * FROM a, b")["state"] in ("answered", "failed")


def test_a_thousand_tables_are_learned_and_asked(department: Department) -> None:
    tables = "".join(f"CREATE TABLE t{n} (id INTEGER PRIMARY KEY, amount REAL);" for n in range(999))
    last = "CREATE TABLE t999 (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO t999 VALUES (1, 'last');"
    database = department.connect_sqlite(f"BEGIN; {tables} {last} COMMIT;")
    assert len(department.member.get(f"/databases/{database['id']}/schema")["tables"]) == 1_000
    question = "Read SELECT name FROM t999"
    assert department.member.ask(question)["rows"] == [["last"]]
    started = time.monotonic()
    assert department.member.ask(question)["rows"] == [["last"]]
    assert time.monotonic() - started < 3, "a prepared reader is kept"
