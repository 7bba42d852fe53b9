"""Asking: stages in order, stored before they are told; what was asked before; switches, warnings, choices."""

import pytest

from spravka.database_assistant.knowing import KnowledgeShelf, Known
from spravka.database_assistant.queries import get_tenant_database
from tests.database_assistant.department import Department
from tests.database_assistant.scripted_grammar import AMBIGUOUS, ScriptedGrammar

STAGES = ["tables", "data_check", "plan", "guard", "run", "description", "similar"]
BY_STATUS = "Read SELECT status, sum(amount) FROM orders GROUP BY status"


def test_the_stages_come_in_order_and_the_stored_answer_is_what_was_told(asking: Department) -> None:
    told = asking.member.tell("/questions", {"question": BY_STATUS})
    assert told.names == ["accepted", *["stage"] * len(STAGES), "answer"]
    assert told.stage_names == STAGES
    assert {stage["state"] for stage in told.stages} == {"done"}
    assert told.answer["stages"] == told.stages
    assert asking.member.get(f"/answers/{told.answer['id']}") == told.answer
    assert told.events[0][1] == {"answer_id": told.answer["id"]}


def test_an_answer_has_its_rows_chart_proof_description_and_similar_questions(asking: Department) -> None:
    answer = asking.member.ask(BY_STATUS)
    assert (answer["state"], answer["rows"]) == ("answered", [["open", 70.0], ["paid", 109.0]])
    assert [column["kind"] for column in answer["columns"]] == ["text", "number"]
    assert answer["chart"]["kind"] == "bar"
    assert answer["proof"][0]["text"] == "Read"
    assert "amount" in answer["description"]
    assert answer["similar"]
    assert answer["details"]["reader"] == "grammar"


def test_plans_are_kept_and_not_told(asking: Department) -> None:
    told = asking.member.tell("/questions", {"question": BY_STATUS})
    assert '"node"' not in str(told.events).replace("'", '"')
    declined = asking.member.tell("/questions", {"question": "What else"})
    assert '"node"' not in str(declined.events).replace("'", '"')


def test_what_no_reader_reads_is_declined_with_the_reason_and_the_closest_questions(asking: Department) -> None:
    told = asking.member.tell("/questions", {"question": "What else"})
    answer = told.answer
    assert told.stage_names == ["tables", "data_check", "plan"]
    assert (answer["state"], answer["sql"], answer["rows"]) == ("declined", None, None)
    assert "“else”" in answer["text"]
    assert answer["details"]["declined"] == {
        "reason": "unread-words",
        "unread": ["else"],
        "closest": ["How many are there?"],
    }
    followed = asking.member.ask("How many are there?", answer["id"])
    assert (followed["state"], followed["rows"]) == ("answered", [[4]])


def test_similar_questions_are_answered_by_their_own_plan(asking: Department) -> None:
    first = asking.member.ask(BY_STATUS)
    for question in first["similar"]:
        assert asking.member.ask(question, first["id"])["state"] == "answered"
        assert asking.member.ask(question)["state"] == "declined", "the words alone say nothing to this grammar"


def test_a_follow_up_begins_from_the_previous_plan(asking: Department) -> None:
    first = asking.member.ask("Read SELECT name FROM customers ORDER BY name")
    fewer = asking.member.ask("Fewer", first["id"])
    assert fewer["rows"] == [["Alpha"]]
    assert fewer["previous_answer_id"] == first["id"]


def test_the_russian_question_is_answered_in_russian(asking: Department) -> None:
    assert asking.member.ask("Прочти имена всех покупателей: SELECT name FROM customers")["text"] == "Строк: 4."
    assert asking.member.ask("Что ещё")["text"] == "Не удалось понять часть вопроса: «ещё»."


def test_of_likely_readings_the_one_that_has_rows_is_taken(asking: Department) -> None:
    question = "Rather SELECT id FROM orders WHERE status = 'none' or SELECT id FROM orders WHERE status = 'open'"
    assert asking.member.ask(question)["rows"] == [[2], [4]]


def test_readings_are_not_tried_where_the_settings_say_so(asking: Department, monkeypatch: pytest.MonkeyPatch) -> None:
    databases = asking.resources.customer_databases
    monkeypatch.setattr(databases, "settings", databases.settings.model_copy(update={"probe_readings": False}))
    question = "Rather SELECT id FROM orders WHERE status = 'none' or SELECT id FROM orders WHERE status = 'open'"
    assert asking.member.ask(question)["rows"] == []


def test_switched_off_stages_are_skipped(asking: Department) -> None:
    off = {"has_data_check": False, "has_sql_description": False, "has_alternative_questions": False}
    assert asking.member.put("/answer-stages", off) == off
    told = asking.member.tell("/questions", {"question": BY_STATUS})
    assert told.stage_names == STAGES
    skipped = [stage["stage"] for stage in told.stages if stage["state"] == "skipped"]
    assert skipped == ["data_check", "description", "similar"]
    assert (told.answer["description"], told.answer["similar"]) == (None, [])
    other = asking.expert.tell("/questions", {"question": BY_STATUS})
    assert all(stage["state"] == "done" for stage in other.stages), "the switches are each person's own"


def test_the_data_check_tells_whether_tables_have_rows_and_how_far_dates_reach(asking: Department) -> None:
    question = "Read SELECT count(*) FROM orders WHERE day >= '2026-01-01' AND day < '2027-01-01'"
    checked = asking.member.tell("/questions", {"question": question}).stage("data_check")["result"]
    assert checked["tables"] == [{"table": "orders", "has_rows": True}]


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ("Read SELECT name FROM customers WHERE city = 'Rome' AND id > 0", "emptied", "Rome"),
        ("Read SELECT city, count(*) FROM customers GROUP BY city", "empty_group", "city"),
        (
            "Read SELECT sum(c.id) FROM customers c JOIN orders o ON o.customer_id = c.id",
            "fan_out",
            "customers",
        ),
    ],
)
def test_an_answer_warns_of_what_its_rows_do_not_show(asking: Department, question: str, kind: str, words: str) -> None:
    [warning] = asking.member.ask(question)["warnings"]
    assert warning["kind"] == kind
    assert words.lower() in warning["text"].lower()


def test_a_multiplied_sum_is_offered_with_each_row_counted_once(asking: Department) -> None:
    first = asking.member.ask("Read SELECT sum(c.id) FROM customers c JOIN orders o ON o.customer_id = c.id")
    [counted_once] = first["alternatives"]
    assert counted_once.endswith("counted once")
    offered = {"question": counted_once, "previous_answer_id": first["id"]}
    second = asking.member.tell("/questions", offered).answer
    assert (second["warnings"], second["alternatives"]) == ([], [])
    assert second["rows"] < first["rows"]


def test_more_rows_than_are_kept_are_cut_with_a_warning(asking: Department, monkeypatch: pytest.MonkeyPatch) -> None:
    databases = asking.resources.customer_databases
    monkeypatch.setattr(databases, "settings", databases.settings.model_copy(update={"row_limit": 3}))
    answer = asking.member.ask("Read SELECT id FROM orders ORDER BY id")
    assert (answer["rows"], answer["is_truncated"]) == ([[1], [2], [3]], True)
    [warning] = answer["warnings"]
    assert (warning["kind"], warning["text"].split()[-1]) == ("truncated", "100,000.")
    exported = asking.member.client.get(f"/api/v1/answers/{answer['id']}/export", params={"format": "csv"})
    assert len(exported.text.split()) == 1 + 5, "the export has them all"


def test_rows_are_paged(asking: Department) -> None:
    answer = asking.member.ask("Read SELECT id FROM orders ORDER BY id")
    path = f"/answers/{answer['id']}/rows"
    first = asking.member.get(path, limit=3)
    assert (first["entries"], first["next_after"]) == ([[1], [2], [3]], 3)
    last = asking.member.get(path, after=3, limit=3)
    assert (last["entries"], last["next_after"]) == ([[4], [5]], None)
    declined = asking.member.ask("What else")
    assert asking.member.refused("GET", f"/answers/{declined['id']}/rows")["type"] == "answer-has-no-rows"


def test_a_choice_is_remembered_for_the_tenant_in_every_process(asking: Department) -> None:
    other_process = KnowledgeShelf(open_reader=ScriptedGrammar)
    answer = asking.member.ask(AMBIGUOUS)
    assert answer["rows"] == [[2]]
    [choice] = answer["choices"]
    assert [option["target"] for option in choice["options"]] == ["customers.city = London", "customers.name = London"]
    path = f"/answers/{answer['id']}/choice"
    assert asking.member.refused("POST", path, {"words": "London", "target": "x"})["type"] == "choice-not-offered"
    known_before = _known(asking, other_process)
    chosen = asking.member.tell(path, {"words": "London", "target": "customers.name = London"}).answer
    assert (chosen["question"], chosen["rows"], chosen["choices"]) == (AMBIGUOUS, [[0]], [])
    assert asking.expert.ask(AMBIGUOUS)["rows"] == [[0]], "the choice is the tenant's"
    assert known_before.knowledge.choices == {}
    assert _known(asking, other_process).knowledge.choices == {"london": "customers.name = London"}


def test_an_answer_is_its_users_own(asking: Department) -> None:
    answer = asking.member.ask(BY_STATUS)
    for other in (asking.admin, asking.machine):
        for method, path in [("GET", ""), ("DELETE", ""), ("GET", "/rows"), ("GET", "/export")]:
            assert other.refused(method, f"/answers/{answer['id']}{path}")["status"] == 404
        assert other.refused("POST", "/examples", {"answer_id": answer["id"]})["status"] == 404
        follow_up = {"question": "Fewer", "previous_answer_id": answer["id"]}
        assert other.refused("POST", "/questions", follow_up)["status"] == 404
    assert asking.machine.ask(BY_STATUS)["rows"] == answer["rows"]


def test_a_database_that_has_changed_is_learned_anew(asking: Department) -> None:
    [database] = asking.admin.get("/databases")["entries"]
    file = asking.sqlite_dir / database["address"]["database"]
    (asking.sqlite_dir / asking.new_sqlite("CREATE TABLE orders (id INTEGER)")).replace(file)
    told = asking.member.tell("/questions", {"question": BY_STATUS})
    assert (told.answer["state"], told.answer["problem"]["type"]) == ("failed", "structure-changed")
    assert told.stages[-1]["state"] == "failed"
    asking.member.ask(BY_STATUS)
    again = asking.admin.get(f"/databases/{database['id']}")
    assert again["learning"] == "waiting"
    asking.learned(again)
    assert asking.member.ask("Read SELECT count(*) FROM orders")["rows"] == [[0]]


def _known(department: Department, shelf: KnowledgeShelf) -> Known:
    with department.resources.sessions() as session:
        return shelf.get(session, department.resources, get_tenant_database(session, department.tenant_id))
