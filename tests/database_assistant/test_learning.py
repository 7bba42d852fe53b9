"""Learning a database: structure, keys that nobody declared, values; old knowledge serves until the new is there."""

import os

from spravka.database_assistant.tables import ConnectedDatabase, LearningState
from spravka.database_assistant.tending import learn_old_databases
from tests.database_assistant.department import Department

UNDECLARED = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, amount REAL);
INSERT INTO customers VALUES (1, 'Alpha', 'London'), (2, 'Beta', 'Paris');
INSERT INTO orders VALUES (1, 1, 5), (2, 2, 6), (3, 1, 7);
"""


def values_of(department: Department, database_id: int) -> dict[tuple[str, str], int]:
    found = department.admin.get(f"/databases/{database_id}/values")
    return {(one["table_key"], one["column_name"]): one["value_count"] for one in found}


def test_structure_inferred_keys_and_values_are_learned(department: Department) -> None:
    database = department.connect_sqlite(UNDECLARED)
    assert (database["learning"], database["learning_problem"]) == ("ready", None)
    schema = department.member.get(f"/databases/{database['id']}/schema")
    assert [table["key"] for table in schema["tables"]] == ["customers", "orders"]
    [key] = schema["foreign_keys"]
    assert (key["table"], key["columns"], key["to_table"], key["is_inferred"]) == (
        "orders",
        ["customer_id"],
        "customers",
        True,
    )
    assert values_of(department, database["id"])["customers", "city"] == 2


def test_questions_before_the_first_learning_are_told_to_wait(department: Department) -> None:
    address = {"dialect": "sqlite", "database": department.new_sqlite()}
    department.admin.post("/databases", {"name": "Orders", "address": address, "is_write_allowed": True})
    problem = department.member.refused("POST", "/questions", {"question": "Read SELECT 1"})
    assert (problem["status"], problem["type"]) == (409, "database-not-learned")


def test_learning_again_sees_what_is_new(department: Department) -> None:
    database = department.connect_sqlite(UNDECLARED)
    file = department.sqlite_dir / database["address"]["database"]
    os.replace(department.sqlite_dir / department.new_sqlite(UNDECLARED.replace("city", "town")), file)
    department.learn()
    schema = department.member.get(f"/databases/{database['id']}/schema")
    assert [column["name"] for column in schema["tables"][0]["columns"]] == ["id", "name", "town"]
    assert ("customers", "town") in values_of(department, database["id"])
    assert department.member.ask("Read SELECT count(town) FROM customers")["rows"] == [[2]]


def test_a_learning_that_fails_leaves_the_old_knowledge(department: Department) -> None:
    database = department.connect_sqlite(UNDECLARED)
    (department.sqlite_dir / database["address"]["database"]).write_bytes(b"no database at all" * 100)
    job = department.admin.post(f"/databases/{database['id']}/learning")
    assert department.admin.perform(job["id"])["status"] == "failed"
    failed = department.admin.get(f"/databases/{database['id']}")
    assert (failed["learning"], failed["learning_problem"]["type"]) == ("failed", "no-such-database")
    assert failed["learned_at"] == database["learned_at"]
    assert len(department.member.get(f"/databases/{database['id']}/schema")["tables"]) == 2


def test_values_of_excluded_and_hidden_columns_are_not_collected(department: Department) -> None:
    database = department.connect_sqlite(UNDECLARED)
    path = f"/databases/{database['id']}/columns"
    city, name = ({"table": "customers", "column": column} for column in ("city", "name"))
    assert department.admin.put(path, {"excluded": [city], "hidden": [name]}) == {"excluded": [city], "hidden": [name]}
    department.learned(department.admin.get(f"/databases/{database['id']}"))
    assert values_of(department, database["id"]) == {}
    assert department.admin.refused("PUT", path, {"hidden": [{"table": "customers", "column": "x"}]})["type"] == (
        "table-unknown"
    )


def test_maintenance_learns_what_is_old_or_was_never_ended(department: Department) -> None:
    database = department.connect_sqlite(UNDECLARED)
    with department.resources.sessions.begin() as session:
        kept = session.get_one(ConnectedDatabase, database["id"])
        kept.learning, kept.learned_at = LearningState.WAITING, None  # its job is finished: nobody learns
    learn_old_databases(department.resources)
    again = department.admin.get(f"/databases/{database['id']}")
    assert again["learning_job_id"] != database["learning_job_id"]
    assert department.learned(again)["learning"] == "ready"
