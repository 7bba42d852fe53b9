"""A person's word on rows: what follows it, what it teaches, and how it is taken back."""

from typing import Any

import pytest
from sqlalchemy import event, select

from spravka.catalogues.confirming import NamedItem, confirm
from spravka.catalogues.tables import ConfirmedMatch
from spravka.jobs.tables import JobStatus
from spravka.nomenclature.schemas import MAX_DECISIONS
from tests.callers import API
from tests.nomenclature.conftest import Desk

NAME = "труба 20 опт"


def decide(desk: Desk, run_id: int, number: int, decision: str, code: str | None = None, by: str = "member") -> Any:
    item_id = None if code is None else desk.items[code]
    return desk.post(f"/mappings/{run_id}/rows/{number}/decision", {"decision": decision, "item_id": item_id}, by)


def take_back(desk: Desk, run_id: int, number: int) -> Any:
    return decide(desk, run_id, number, "as_matched", by="expert")


def confirmed(desk: Desk) -> dict[str, str]:
    """Confirmed names of the catalogue, and the code of the item of each."""
    code_of = {item_id: code for code, item_id in desk.items.items()}
    with desk.world.sessions() as session:
        matches = session.scalars(select(ConfirmedMatch).where(ConfirmedMatch.catalogue_id == desk.catalogue_id))
        return {match.name: code_of[match.item_id] for match in matches}


def confirm_before(desk: Desk, name: str, code: str) -> None:
    with desk.world.sessions.begin() as session:
        confirm(session, desk.catalogue_id, [NamedItem(name, desk.items[code])], None)


def told(row: Any) -> Any:
    """What a row says besides who says it and when."""
    return {name: row[name] for name in ("decision", "item_id", "confidence", "decided_by_person", "decided_by")}


def test_a_decision_taken_back_leaves_the_row_and_its_followers_as_the_matcher_did(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.5, "needs_review", name=NAME)] * 3)
    before = told(desk.row(run_id, 2))
    decide(desk, run_id, 1, "accepted", "T-57")
    assert confirmed(desk) == {NAME: "T-57"}
    assert {desk.row(run_id, number)["item_id"] for number in (1, 2, 3)} == {desk.items["T-57"]}
    assert told(take_back(desk, run_id, 1)) == before
    assert [told(desk.row(run_id, number)) for number in (2, 3)] == [before, before]
    assert confirmed(desk) == {}


def test_a_correction_takes_along_the_rows_that_had_followed(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.5, "needs_review", name=NAME)] * 3)
    decide(desk, run_id, 1, "accepted", "T-57")
    decide(desk, run_id, 3, "accepted", "K-1")
    assert [desk.row(run_id, number)["item_id"] for number in (1, 2)] == [desk.items["K-1"]] * 2
    decide(desk, run_id, 2, "no_such_item")
    assert [desk.row(run_id, number)["decision"] for number in (1, 2, 3)] == ["no_such_item"] * 3


def test_a_row_that_somebody_decided_otherwise_follows_no_more(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.5, "needs_review", name=name) for name in (NAME, "гайка")])
    desk.post(
        f"/mappings/{run_id}/decisions",
        {"decisions": [{"number": 1, "decision": "accepted"}, {"number": 2, "decision": "no_such_item"}]},
    )
    take_back(desk, run_id, 1)
    assert [desk.row(run_id, number)["decision"] for number in (1, 2)] == ["needs_review", "no_such_item"]


def test_what_had_been_confirmed_before_is_confirmed_again(desk: Desk) -> None:
    confirm_before(desk, NAME, "T-20")
    row = desk.found("T-20", 1.0, "accepted", name=NAME, source="confirmed")
    for decision, code in (("accepted", None), ("accepted", "T-57"), ("no_such_item", None), ("needs_review", None)):
        run_id = desk.run([row])
        decide(desk, run_id, 1, decision, code)
        assert take_back(desk, run_id, 1)["item_id"] == desk.items["T-20"]
        assert confirmed(desk) == {NAME: "T-20"}, decision


def test_a_name_that_another_row_says_as_well_stays_confirmed(desk: Desk) -> None:
    first, second = (desk.run([desk.found("T-20", 0.5, "needs_review", name=NAME)]) for _ in range(2))
    decide(desk, first, 1, "accepted")
    decide(desk, second, 1, "accepted")
    take_back(desk, first, 1)
    assert confirmed(desk) == {NAME: "T-20"}
    take_back(desk, second, 1)
    assert confirmed(desk) == {}


def test_a_newer_word_on_the_name_stands(desk: Desk) -> None:
    first, second = (desk.run([desk.found("T-20", 0.5, "needs_review", name=NAME)]) for _ in range(2))
    decide(desk, first, 1, "accepted")
    decide(desk, second, 1, "accepted", "T-57")
    take_back(desk, first, 1)
    assert confirmed(desk) == {NAME: "T-57"}


def test_a_row_that_no_person_decided_stays_as_it_is(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.95, "accepted", name=NAME)])
    before = desk.row(run_id, 1)
    assert take_back(desk, run_id, 1) == before


@pytest.mark.parametrize(
    ("confidence", "decision"), [(0.95, "accepted"), (0.5, "needs_review"), (0.05, "no_such_item")]
)
def test_the_matchers_decision_is_that_of_the_catalogues_thresholds(
    desk: Desk, confidence: float, decision: str
) -> None:
    run_id = desk.run([desk.found("T-20", confidence, decision, name=NAME)])
    before = told(desk.row(run_id, 1))
    decide(desk, run_id, 1, "accepted", "T-57")
    assert told(take_back(desk, run_id, 1)) == before


def test_a_row_without_candidates_goes_back_to_no_such_item(desk: Desk) -> None:
    run_id = desk.run([{"name": "🙂", "decision": "no_such_item", "candidates": []}])
    decide(desk, run_id, 1, "accepted", "T-57")
    row = take_back(desk, run_id, 1)
    assert (row["decision"], row["item_id"], row["confidence"]) == ("no_such_item", None, None)


@pytest.mark.parametrize(
    ("status", "is_mapped_anew"), [(JobStatus.FINISHED, True), (JobStatus.CANCELLED, False), (JobStatus.QUEUED, False)]
)
def test_a_row_that_was_decided_before_it_was_mapped_waits_again(
    desk: Desk, status: JobStatus, is_mapped_anew: bool
) -> None:
    run_id = desk.run([{"name": NAME}], status)
    before = desk.get(f"/mappings/{run_id}")["job_id"]
    decide(desk, run_id, 1, "accepted", "T-57")
    assert take_back(desk, run_id, 1)["decision"] == "pending"
    run = desk.get(f"/mappings/{run_id}")
    assert (run["job_id"] != before, run["job_status"]) == (is_mapped_anew, "queued" if is_mapped_anew else status)


def test_the_item_that_the_matcher_had_found_keeps_its_confidence_when_it_is_accepted_after_all(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.06, "no_such_item", name=NAME)])
    row = decide(desk, run_id, 1, "accepted")
    assert (row["item_id"], row["confidence"]) == (desk.items["T-20"], 0.06)
    assert decide(desk, run_id, 1, "accepted", "T-57")["confidence"] == 1.0


def test_many_rows_cost_as_many_statements_as_a_few(desk: Desk) -> None:
    rows = [desk.found("T-20", 0.5, "needs_review", name=f"труба {number}") for number in range(600)]
    few, many = desk.run(rows[:3]), desk.run(rows)
    for decision in ("accepted", "no_such_item", "as_matched"):
        counts = [count_statements(desk, run_id, decision) for run_id in (few, many)]
        assert counts[0] == counts[1], decision
    assert desk.get(f"/mappings/{many}")["decision_counts"]["needs_review"] == 600
    assert confirmed(desk) == {}


def count_statements(desk: Desk, run_id: int, decision: str) -> int:
    """How many statements it takes to decide all rows of the run."""
    numbers = desk.get(f"/mappings/{run_id}/row-numbers")["numbers"]
    body = {"decisions": [{"number": number, "decision": decision} for number in numbers]}
    client = desk.client_of("member")
    said: list[str] = []
    with desk.world.sessions() as session:
        engine = session.get_bind()

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        said.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    answer = client.post(f"{API}/mappings/{run_id}/decisions", json=body)
    event.remove(engine, "before_cursor_execute", note)
    assert answer.json() == {"decided_count": len(numbers)}
    return len(said)


def test_more_decisions_than_a_request_takes_are_refused(desk: Desk) -> None:
    run_id = desk.run([{}])
    body = {"decisions": [{"number": 1, "decision": "accepted"}] * (MAX_DECISIONS + 1)}
    answer = desk.client_of("member").post(f"{API}/mappings/{run_id}/decisions", json=body)
    assert answer.status_code == 422


def test_the_later_of_two_people_wins_and_is_named(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.5, "needs_review", name=NAME)])
    first = decide(desk, run_id, 1, "accepted", by="member")
    second = decide(desk, run_id, 1, "no_such_item", by="expert")
    assert (first["decided_by"], second["decided_by"]) == ("north.member@firm.local", "north.expert@firm.local")
    assert desk.row(run_id, 1) == second


def test_what_people_decided_is_told_so_that_it_can_be_said_again(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.6, "needs_review", name=f"труба {number}") for number in range(4)])
    decide(desk, run_id, 2, "accepted", "T-57")
    decide(desk, run_id, 4, "no_such_item")
    assert desk.get(f"/mappings/{run_id}/decisions")["decisions"] == [
        {"number": 2, "decision": "accepted", "item_id": desk.items["T-57"]},
        {"number": 4, "decision": "no_such_item", "item_id": None},
    ]
