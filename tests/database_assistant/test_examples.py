"""Examples: proposed by those who ask, decided by experts, replayed and compared."""

from spravka.auth.tables import Role
from spravka.database_assistant.replaying import replay_due_examples
from spravka.jobs.tables import Job
from tests.database_assistant.department import ORDERS_SQL, Department, Json

OPEN = "Read SELECT id FROM orders WHERE status = 'open' ORDER BY id"


def propose(department: Department, question: str = OPEN) -> Json:
    answer = department.member.ask(question)
    example: Json = department.member.post("/examples", {"answer_id": answer["id"]})
    return example


def approved(department: Department, question: str = OPEN) -> Json:
    example: Json = department.expert.post(f"/examples/{propose(department, question)['id']}/approval")
    return example


def replayed(department: Department, example: Json) -> Json:
    """The example after a replay of all."""
    job = department.expert.post("/examples/replay")
    assert department.expert.perform(job["id"])["status"] == "finished"
    found = department.expert.get("/examples", after=example["id"] - 1)["entries"]
    return next(one for one in found if one["id"] == example["id"])


def replace_orders(department: Department, script: str) -> None:
    [database] = department.admin.get("/databases")["entries"]
    file = department.sqlite_dir / database["address"]["database"]
    (department.sqlite_dir / department.new_sqlite(script)).replace(file)


def test_an_expert_decides_what_members_propose(asking: Department) -> None:
    example = propose(asking)
    assert example["state"] == "candidate"
    assert propose_again(asking, example)["id"] == example["id"]
    path = f"/examples/{example['id']}"
    for action in ("approval", "rejection"):
        assert asking.member.refused("POST", f"{path}/{action}")["status"] == 403
    assert asking.member.refused("DELETE", path)["status"] == 403
    approval = asking.expert.post(f"{path}/approval")
    assert (approval["state"], approval["decided_by_id"]) == ("approved", asking.user_ids[Role.EXPERT])
    assert asking.expert.post(f"{path}/rejection")["state"] == "rejected"
    asking.expert.delete(path)
    assert asking.expert.get("/examples")["entries"] == []


def propose_again(department: Department, example: Json) -> Json:
    again: Json = department.member.post("/examples", {"answer_id": example["answer_id"]})
    return again


def test_members_see_approved_examples_without_their_rows(asking: Department) -> None:
    propose(asking, "Read SELECT count(*) FROM customers")
    example = approved(asking)
    [seen] = asking.member.get("/examples")["entries"]
    assert (seen["id"], seen["question"], seen["expected"]) == (example["id"], OPEN, None)
    assert len(asking.expert.get("/examples")["entries"]) == 2
    assert asking.expert.get("/examples", state="approved")["entries"][0]["expected"]["rows"] == [[2], [4]]


def test_an_answer_without_rows_is_no_example(asking: Department) -> None:
    declined = asking.member.ask("What else")
    assert asking.member.refused("POST", "/examples", {"answer_id": declined["id"]})["type"] == "answer-has-no-rows"


def test_a_replay_tells_same_changed_and_failed(asking: Department) -> None:
    example = approved(asking)
    assert replayed(asking, example)["replay_state"] == "same"
    replace_orders(asking, ORDERS_SQL + "UPDATE orders SET status = 'paid' WHERE id = 4;")
    changed = replayed(asking, example)
    assert (changed["replay_state"], changed["replayed"]["rows"]) == ("changed", [[2]])
    assert changed["expected"]["rows"] == [[2], [4]]
    replace_orders(asking, "CREATE TABLE customers (id INTEGER)")
    failed = replayed(asking, example)
    assert (failed["replay_state"], failed["replayed"]["problem"]["type"]) == ("failed", "structure-changed")


def test_approving_a_changed_example_takes_its_new_result(asking: Department) -> None:
    example = approved(asking)
    replace_orders(asking, ORDERS_SQL + "UPDATE orders SET status = 'paid' WHERE id = 4;")
    assert replayed(asking, example)["replay_state"] == "changed"
    again = asking.expert.post(f"/examples/{example['id']}/approval")
    assert (again["replay_state"], again["expected"]["rows"]) == ("same", [[2]])
    assert replayed(asking, example)["replay_state"] == "same"


def test_a_replay_sees_the_rows_that_the_asker_sees(department: Department) -> None:
    email = department.emails[Role.MEMBER]
    database = department.connect_sqlite(
        f"CREATE TABLE visits (id INTEGER, who TEXT); INSERT INTO visits VALUES (1, '{email}'), (2, 'other');"
    )
    body = {"table": "visits", "column": "who", "user_attribute": "email"}
    department.admin.post(f"/databases/{database['id']}/row-filters", body)
    example = approved(department, "Read SELECT id FROM visits")
    assert email not in example["sql"]
    seen = replayed(department, example)
    assert (seen["replay_state"], seen["replayed"]["rows"]) == ("same", [[1]])


def test_approved_examples_are_replayed_once_a_day(asking: Department) -> None:
    example = approved(asking)
    replay_due_examples(asking.resources)
    with asking.resources.sessions() as session:
        jobs = session.query(Job).filter_by(tenant_id=asking.tenant_id, kind="replay_examples").all()
    assert len(jobs) == 1
    assert asking.expert.perform(jobs[0].id)["status"] == "finished"
    assert asking.expert.get("/examples")["entries"][0]["replayed_at"] is not None
    replay_due_examples(asking.resources)
    with asking.resources.sessions() as session:
        assert session.query(Job).filter_by(tenant_id=asking.tenant_id, kind="replay_examples").count() == 1
    assert example["state"] == "approved"
