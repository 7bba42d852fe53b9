"""The language model beside the grammar, by a scripted server: agreeing, disagreeing, failing, alone."""

from typing import Any

import pytest

from spravka.auth.tables import Role
from spravka.query_plans.parsing import plan_of_sql
from spravka.query_plans.plan import PLAN_JSON
from spravka.query_plans.schema import SCHEMA_JSON
from spravka.usage.tables import LlmLimit
from tests.database_assistant.conftest import UseLlm
from tests.database_assistant.department import Department, Json
from tests.llm.scripted_server import Reply, failed, said, said_json, scripted_server

OPEN = "Read SELECT id FROM orders WHERE status = 'open' ORDER BY id"


def drafted_sql(sql: str) -> Reply:
    return said_json({"answer": {"kind": "sql", "sql": sql}})


def connected(department: Department, **settings: Any) -> Json:
    return department.connect_sqlite(reader="both", **settings)


def warnings_of(answer: Json) -> list[str]:
    return [warning["kind"] for warning in answer["warnings"]]


@pytest.mark.parametrize(
    ("sql", "agreement"),
    [
        ("SELECT id FROM orders WHERE status <> 'paid' ORDER BY id DESC", "same-rows"),
        ("SELECT id FROM orders WHERE status = 'paid'", "different"),
    ],
)
def test_both_readers_answer_and_are_compared(
    department: Department, use_llm: UseLlm, sql: str, agreement: str
) -> None:
    connected(department)
    with scripted_server(drafted_sql(sql)) as server:
        use_llm(server)
        told = department.member.tell("/questions", {"question": OPEN})
    assert told.answer["rows"] == [[2], [4]], "the grammar's rows are the answer"
    second = told.answer["details"]["second"]
    assert (second["reader"], second["agreement"]) == ("llm", agreement)
    assert told.stage("second_reader")["state"] == "done"
    if agreement == "different":
        assert second["rows"] == [[1], [3], [5]], "and the other's are shown beside them"


def test_the_same_query_of_both_readers_is_not_run_twice(department: Department, use_llm: UseLlm) -> None:
    connected(department)
    alone = department.member.ask(OPEN)
    with scripted_server(drafted_sql(alone["sql"])) as server:
        use_llm(server)
        answer = department.member.ask(OPEN)
    assert answer["details"]["second"]["agreement"] == "same-query"
    assert "rows" not in answer["details"]["second"]


def test_an_llm_that_fails_leaves_the_grammars_answer_with_a_warning(department: Department, use_llm: UseLlm) -> None:
    connected(department)
    with scripted_server(failed(500)) as server:
        use_llm(server)
        told = department.member.tell("/questions", {"question": OPEN})
    assert (told.answer["state"], told.answer["rows"]) == ("answered", [[2], [4]])
    assert warnings_of(told.answer) == ["second_reader_failed"]
    assert told.stage("second_reader")["state"] == "failed"


def test_what_the_grammar_declines_the_llm_answers(department: Department, use_llm: UseLlm) -> None:
    connected(department)
    sql = "SELECT count(*) FROM orders WHERE amount > (SELECT avg(amount) FROM orders)"
    replies = said("It counts the dearer orders."), said_json({"questions": ["Which orders are dearer?"]})
    with scripted_server(drafted_sql(sql), *replies) as server:
        use_llm(server)
        answer = department.member.ask("Dearer than usual")
    assert (answer["state"], answer["rows"], answer["details"]["reader"]) == ("answered", [[2]], "llm")
    assert "declined" not in answer["details"]
    assert (answer["description"], answer["similar"]) == ("It counts the dearer orders.", ["Which orders are dearer?"])
    assert warnings_of(answer) == []


def test_a_plan_of_the_llm_is_compiled_and_described_like_the_grammars(department: Department, use_llm: UseLlm) -> None:
    database = connected(department)
    shown = department.admin.get(f"/databases/{database['id']}/schema")
    schema = SCHEMA_JSON.validate_python({**shown, "default_namespace": ""})
    plan = plan_of_sql("SELECT status, count(*) FROM orders GROUP BY status", schema)
    with scripted_server(
        said_json({"answer": {"kind": "plan", "plan": PLAN_JSON.dump_python(plan, mode="json")}})
    ) as s:
        use_llm(s)
        answer = department.member.ask("Statuses of theirs")
    assert (answer["rows"], answer["details"]["reader"]) == ([["open", 2], ["paid", 3]], "llm")
    assert answer["similar"] and answer["description"]


def test_what_neither_reads_is_declined_as_the_grammar_told(department: Department, use_llm: UseLlm) -> None:
    connected(department)
    with scripted_server(said_json({"answer": {"kind": "cannot", "reason": "No such thing"}})) as server:
        use_llm(server)
        answer = department.member.ask("Weather tomorrow")
    assert (answer["state"], answer["details"]["declined"]["unread"]) == ("declined", ["tomorrow"])


def test_the_llm_alone_reads_where_the_tenant_wants_it_so(department: Department, use_llm: UseLlm) -> None:
    connected_alone = department.connect_sqlite(reader="llm")
    assert connected_alone["reader"] == "llm"
    replies = [drafted_sql("SELECT max(id) FROM orders"), said_json({"answer": {"kind": "cannot", "reason": "Why"}})]
    with scripted_server(*replies) as server:
        use_llm(server)
        told = department.member.tell("/questions", {"question": OPEN})
        declined = department.member.ask("Anything")
    assert (told.answer["rows"], told.answer["details"]["reader"]) == ([[5]], "llm")
    assert "second_reader" not in told.stage_names
    assert (declined["state"], declined["text"]) == ("declined", "Why")
    with scripted_server(failed(500)) as server:
        use_llm(server)
        broken = department.member.ask(OPEN)
    assert (broken["state"], broken["problem"]["type"]) == ("failed", "llm-unreachable")


def test_its_wrong_and_its_forbidden_queries_are_sent_back_to_be_repaired(
    department: Department, use_llm: UseLlm
) -> None:
    connected(department)
    replies = [
        drafted_sql("DELETE FROM orders"),
        drafted_sql("SELECT nothing FROM orders"),
        drafted_sql("SELECT count(*) FROM orders"),
    ]
    with scripted_server(*replies) as server:
        use_llm(server)
        answer = department.member.ask("How many then")
    assert (answer["state"], answer["rows"]) == ("answered", [[5]])
    assert len(answer["details"]["complaints"]) == 2


def test_its_calls_are_counted_and_its_limit_leaves_the_grammar(department: Department, use_llm: UseLlm) -> None:
    connected(department)
    with scripted_server(drafted_sql("SELECT id FROM orders WHERE status = 'open'")) as server:
        use_llm(server)
        department.member.ask(OPEN)
        usage = department.admin.get("/usage")
        assert (usage["today"]["calls"], usage["today"]["sent_tokens"]) == (1, 100)
        assert [one["purpose"] for one in usage["purposes"]] == ["reading questions"]
        with department.resources.sessions.begin() as session:
            session.add(LlmLimit(tenant_id=department.tenant_id, tokens_a_day=120, tokens_a_month=None))
        answer = department.member.ask(OPEN)
        assert len(server.requests) == 1
    assert (answer["state"], warnings_of(answer)) == ("answered", ["second_reader_failed"])
    assert answer["warnings"][0]["problem"] == "token-limit-reached"


@pytest.mark.parametrize(
    ("privacy", "values_told", "rows_told"),
    [("schema-only", False, False), ("schema-and-values", True, False), ("rows-too", True, True)],
)
def test_it_is_told_no_more_than_the_tenant_allows(
    department: Department, use_llm: UseLlm, privacy: str, values_told: bool, rows_told: bool
) -> None:
    connected(department, privacy=privacy)
    asked_for_names = drafted_sql("SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders)")
    with scripted_server(asked_for_names, said("Names.")) as server:
        use_llm(server)
        answer = department.member.ask("Who is in paris")
    assert (answer["state"], answer["description"]) == ("answered", "Names.")
    assert ('"Paris"' in server.heard or "'Paris'" in server.heard) is values_told
    assert ("Alpha" in server.heard) is rows_told


def test_approved_examples_and_the_tenants_prompts_are_told_to_it(department: Department, use_llm: UseLlm) -> None:
    connected(department)
    answer = department.member.ask("Read SELECT count(*) FROM customers")
    example = department.member.post("/examples", {"answer_id": answer["id"]})
    department.expert.post(f"/examples/{example['id']}/approval")
    wording = {"table_name": "orders", "text": "Orders are purchases of building materials"}
    department.admin.post("/prompts", wording)
    with scripted_server(drafted_sql("SELECT count(*) FROM customers")) as server:
        use_llm(server)
        department.member.ask("customers select count")
    assert "Read SELECT count(*) FROM customers" in server.heard
    assert "building materials" in server.heard


def test_a_row_filters_value_is_never_told_to_it(department: Department, use_llm: UseLlm) -> None:
    database = connected(department, privacy="rows-too")
    email = department.emails[Role.MEMBER]
    body = {"table": "orders", "column": "status", "operator": "not_equal", "user_attribute": "email"}
    department.admin.post(f"/databases/{database['id']}/row-filters", body)
    department.learned(department.admin.get(f"/databases/{database['id']}"))
    with scripted_server(drafted_sql("SELECT count(*) FROM orders WHERE id IN (1, 2)"), said("Some.")) as server:
        use_llm(server)
        assert department.member.ask("Which then")["rows"] == [[2]]
    assert email not in server.heard
