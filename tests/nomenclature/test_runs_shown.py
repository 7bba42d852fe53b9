"""The list of runs: each tells how far it is, so that nobody has to open it."""

from spravka.jobs.tables import JobStatus
from tests.nomenclature.conftest import Desk

NOTHING = {"pending": 0, "accepted": 0, "needs_review": 0, "no_such_item": 0}


def test_the_list_tells_of_each_run_how_many_rows_have_each_decision(desk: Desk) -> None:
    done = desk.run([{"decision": "accepted"}, {"decision": "accepted"}, {"decision": "no_such_item"}])
    begun = desk.run([{}, {"decision": "needs_review"}], JobStatus.STARTED)
    shown = {run["id"]: run["decision_counts"] for run in desk.get("/mappings")["entries"]}
    assert shown[done] == {**NOTHING, "accepted": 2, "no_such_item": 1}
    assert shown[begun] == {**NOTHING, "pending": 1, "needs_review": 1}


def test_a_run_by_itself_tells_the_same_as_the_list(desk: Desk) -> None:
    run_id = desk.run([{"decision": "needs_review"}])
    assert desk.get(f"/mappings/{run_id}") == desk.get("/mappings")["entries"][0]


def test_a_run_without_rows_has_none_of_any_decision(desk: Desk) -> None:
    run_id = desk.run([])
    assert desk.get(f"/mappings/{run_id}")["decision_counts"] == NOTHING
