"""Hidden columns and row filters hold on every way to the rows: questions, edited SQL, checks, exports, replays."""

import pytest

from spravka.auth.tables import Role
from tests.database_assistant.department import Department, Json

ORDERS = "Read SELECT id, status FROM orders ORDER BY id"


def the_database(department: Department) -> Json:
    [database] = department.admin.get("/databases")["entries"]
    found: Json = database
    return found


def keep_only(department: Department, table: str, column: str, **condition: object) -> Json:
    """A row filter of the department's database, learned."""
    database = the_database(department)
    body = {"table": table, "column": column, **condition}
    made: Json = department.admin.post(f"/databases/{database['id']}/row-filters", body)
    department.learned(the_database(department))
    return made


def export_of(department: Department, answer: Json) -> list[str]:
    """The lines of the answer's export."""
    response = department.member.client.get(f"/api/v1/answers/{answer['id']}/export", params={"format": "csv"})
    assert response.status_code == 200, response.text
    return response.text.removeprefix("\ufeff").splitlines()


def test_rows_behind_a_filter_exist_for_nobody(asking: Department) -> None:
    before = asking.member.ask(ORDERS)
    keep_only(asking, "orders", "status", values=["paid"])
    paid = [[1, "paid"], [3, "paid"], [5, "paid"]]
    asked = asking.member.ask(ORDERS)
    assert asked["rows"] == paid
    assert asking.admin.ask(ORDERS)["rows"] == paid
    assert asking.machine.ask(ORDERS)["rows"] == paid
    assert asking.member.run("SELECT id, status FROM orders ORDER BY id")["rows"] == paid
    assert asking.member.run(asked["sql"], asked["id"])["rows"] == paid
    assert export_of(asking, asked)[1:] == ["1;paid", "3;paid", "5;paid"]
    assert export_of(asking, before)[1:] == ["1;paid", "3;paid", "5;paid"], "what was asked before the filter too"


def test_the_data_check_and_its_warnings_see_no_filtered_rows(asking: Department) -> None:
    keep_only(asking, "orders", "status", values=["none"])
    told = asking.member.tell("/questions", {"question": "Read SELECT id FROM orders WHERE id > 0"})
    assert told.stage("data_check")["result"]["tables"] == [{"table": "orders", "has_rows": False}]
    assert told.answer["warnings"] == []


def test_values_of_a_filtered_table_are_offered_to_nobody(asking: Department) -> None:
    database = the_database(asking)
    path = f"/databases/{database['id']}"
    asking.admin.post(f"{path}/row-filters", {"table": "orders", "column": "id", "operator": "greater", "values": [3]})
    learned = asking.learned(the_database(asking))
    assert learned["learning"] == "ready"
    assert {one["table_key"] for one in asking.admin.get(f"{path}/values")} == {"customers"}


def test_each_user_sees_his_own_rows_by_an_attribute_of_his(department: Department) -> None:
    emails = [department.emails[role] for role in (Role.MEMBER, Role.EXPERT)]
    rows = ", ".join(f"({number}, '{email}')" for number, email in enumerate(emails, start=1))
    department.connect_sqlite(f"CREATE TABLE visits (id INTEGER, who TEXT); INSERT INTO visits VALUES {rows};")
    keep_only(department, "visits", "who", user_attribute="email")
    seen = {
        name: person.ask("Read SELECT id FROM visits")["rows"]
        for name, person in [
            ("member", department.member),
            ("expert", department.expert),
            ("admin", department.admin),
            ("machine", department.machine),
        ]
    }
    assert seen == {"member": [[1]], "expert": [[2]], "admin": [], "machine": []}


@pytest.mark.parametrize(
    "sql",
    ["SELECT name FROM customers", "SELECT count(*) FROM customers WHERE name LIKE 'A%'", "SELECT * FROM customers"],
)
def test_a_hidden_column_is_read_on_no_way(asking: Department, sql: str) -> None:
    database = the_database(asking)
    before = asking.member.ask("Read SELECT name FROM customers")
    hidden = [{"table": "customers", "column": "name"}]
    asking.admin.put(f"/databases/{database['id']}/columns", {"hidden": hidden})
    answer = asking.member.run(sql)
    if "*" in sql and "count" not in sql:
        assert [column["name"] for column in answer["columns"]] == ["id", "city"]
    else:
        assert (answer["state"], answer["problem"]["type"]) == ("failed", "query-refused")
    assert asking.member.refused("GET", f"/answers/{before['id']}/export")["type"] == "query-refused"
    schema = asking.member.get(f"/databases/{database['id']}/schema")
    assert [column["name"] for column in schema["tables"][0]["columns"]] == ["id", "city"]


def test_a_filter_by_a_hidden_column_holds_and_is_not_told(asking: Department) -> None:
    asking.admin.put(
        f"/databases/{the_database(asking)['id']}/columns", {"hidden": [{"table": "orders", "column": "status"}]}
    )
    keep_only(asking, "orders", "status", values=["open"])
    told = asking.member.tell("/questions", {"question": "Read SELECT id FROM orders ORDER BY id"})
    answer = told.answer
    assert answer["rows"] == [[2], [4]]
    assert "status" not in str(told.events)
    assert told.stage("guard")["result"]["is_row_filtered"] is True
    assert asking.member.run(answer["sql"], answer["id"])["rows"] == [[2], [4]]
    assert export_of(asking, answer)[1:] == ["2", "4"]


def test_a_filter_that_says_too_little_or_names_nothing_is_refused(asking: Department) -> None:
    path = f"/databases/{the_database(asking)['id']}/row-filters"
    for body, kind in [
        ({"table": "orders", "column": "status"}, "row-filter-refused"),
        ({"table": "orders", "column": "status", "values": ["a"], "user_attribute": "email"}, "row-filter-refused"),
        ({"table": "orders", "column": "nothing", "values": ["a"]}, "table-unknown"),
    ]:
        assert asking.admin.refused("POST", path, body)["type"] == kind
    assert asking.member.refused("GET", path)["status"] == 403


def test_a_filter_taken_away_gives_the_rows_back(asking: Department) -> None:
    made = keep_only(asking, "orders", "status", values=["paid"])
    asking.admin.delete(f"/databases/{the_database(asking)['id']}/row-filters/{made['id']}")
    assert len(asking.member.ask(ORDERS)["rows"]) == 5


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM orders",
        "SELECT 1; DROP TABLE orders",
        "SELECT * FROM sqlite_master",
        "WITH x AS (SELECT 1) SELECT load_extension('x') FROM x",
        "PRAGMA table_info(orders)",
        "no sql at all",
    ],
)
def test_edited_sql_that_does_more_than_read_the_tables_is_refused_with_a_reason(asking: Department, sql: str) -> None:
    told = asking.member.tell("/queries", {"sql": sql})
    assert told.answer["state"] == "failed"
    assert told.answer["problem"]["type"] == "query-refused"
    assert told.answer["problem"]["reason"]
    assert (told.answer["sql"], told.answer["rows"]) == (None, None)
    assert told.stages[-1]["stage"] == "guard"
    assert told.stages[-1]["state"] == "failed"


def test_edited_sql_runs_through_the_same_stages_under_the_same_question(asking: Department) -> None:
    first = asking.member.ask("Read SELECT id FROM orders")
    edited = asking.member.tell("/queries", {"sql": "SELECT max(amount) FROM orders", "answer_id": first["id"]})
    assert edited.stage_names == ["guard", "run", "description", "similar"]
    assert (edited.answer["question"], edited.answer["rows"]) == (first["question"], [[100.5]])
    assert edited.answer["edited_sql"] == "SELECT max(amount) FROM orders"
    assert edited.answer["details"]["reader"] == "person"
    assert asking.expert.refused("POST", "/queries", {"sql": "SELECT 1", "answer_id": first["id"]})["status"] == 404
