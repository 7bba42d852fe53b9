"""A reviewer's table: which rows of a run are asked for, in which order, by the numbers in view."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from spravka.jobs.tables import JobStatus
from tests.callers import API
from tests.nomenclature.conftest import Desk

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def numbers(desk: Desk, run_id: int, **query: Any) -> list[int]:
    found: list[int] = desk.get(f"/mappings/{run_id}/row-numbers", **query)["numbers"]
    return found


def refusal(desk: Desk, path: str, **query: Any) -> Any:
    answer = desk.client_of("member").get(f"{API}{path}", params=query)
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.json()["faults"][0]["at"]


def test_rows_are_numbered_as_they_stand_in_the_file_where_nothing_is_asked(desk: Desk) -> None:
    run_id = desk.run([{}] * 4)
    assert numbers(desk, run_id) == [1, 2, 3, 4]
    assert numbers(desk, run_id, descending=True) == [4, 3, 2, 1]


def test_names_are_sorted_as_people_sort_them_and_the_same_name_by_number(desk: Desk) -> None:
    run_id = desk.run([{"name": name} for name in ("яма", "Ёж", "елка", "жук", "ЕЖ", "Анкер", "яма")])
    assert numbers(desk, run_id, order="name") == [6, 2, 5, 3, 4, 1, 7]
    assert numbers(desk, run_id, order="name", descending=True) == [1, 7, 4, 3, 2, 5, 6]


def test_rows_that_are_not_mapped_yet_stand_last_by_confidence_either_way(desk: Desk) -> None:
    run_id = desk.run([{"confidence": one} for one in (0.5, None, 0.9, 0.5, None, 0.1)], JobStatus.STARTED)
    assert numbers(desk, run_id, order="confidence") == [6, 1, 4, 3, 2, 5]
    assert numbers(desk, run_id, order="confidence", descending=True) == [3, 1, 4, 6, 2, 5]


def test_groups_are_sorted_by_the_names_that_people_see(desk: Desk) -> None:
    run_id = desk.run([{"group_code": code} for code in ("01", "02", None, "03", "01", "gone")])
    assert numbers(desk, run_id, order="group") == [4, 6, 2, 1, 5, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ТРУБА", [1, 2, 5]),
        ("черный", [3, 4]),
        ("57", [2, 5]),
        ("t-57", [5]),
        ("опт 57", [5]),
        ("100%", [6]),
        ("%", [6]),
        ("_", [7]),
        ("\\", [8]),
        ("ничего", []),
    ],
)
def test_text_is_found_word_by_word_in_names_and_items_with_every_sign_meaning_itself(
    desk: Desk, text: str, expected: list[int]
) -> None:
    run_id = desk.run(
        [
            {"name": "труба сварная"},
            {"name": "ТРУБА 57"},
            {"name": "Чёрный провод"},
            {"name": "провод", "item_id": desk.items["K-1"]},
            {"name": "опт", "item_id": desk.items["T-57"]},
            {"name": "лён 100% сухой"},
            {"name": "a_b"},
            {"name": "c\\d"},
        ]
    )
    assert numbers(desk, run_id, text=text) == expected
    assert [row["number"] for row in desk.get(f"/mappings/{run_id}/rows", text=text)["entries"]] == expected


def test_conditions_are_met_all_together(desk: Desk) -> None:
    run_id = desk.run(
        [
            {"decision": decision, "confidence": confidence, "group_code": group}
            for decision, confidence, group in (
                ("accepted", 0.95, "01"),
                ("needs_review", 0.5, "01"),
                ("needs_review", 0.5, "02"),
                ("needs_review", 0.2, "01"),
                ("pending", None, None),
            )
        ]
    )
    asked = {"decision": "needs_review", "group_code": "01", "confidence_from": 0.3, "confidence_to": 0.9}
    assert numbers(desk, run_id, **asked) == [2]
    assert numbers(desk, run_id, confidence_to=0.5, order="confidence") == [4, 2, 3]


def test_rows_are_given_by_their_numbers_in_the_order_asked_each_once(desk: Desk) -> None:
    run_id = desk.run([{"name": f"труба {number}"} for number in range(1, 301)])
    wanted = [*range(250, 100, -1), 7, 299, 7, 9_999]
    page = desk.get(f"/mappings/{run_id}/rows", numbers=wanted, limit=1)
    assert [row["number"] for row in page["entries"]] == [*range(250, 100, -1), 7, 299]
    assert page["next_after"] is None


def test_a_second_reviewer_asks_for_what_was_decided_since_in_any_time_zone(desk: Desk) -> None:
    times = [None, NOON - timedelta(minutes=1), NOON, NOON + timedelta(seconds=1)]
    run_id = desk.run([{"decided_at": time} for time in times])
    moscow = NOON.astimezone(timezone(timedelta(hours=3)))
    for since in (NOON, moscow):
        rows = desk.get(f"/mappings/{run_id}/rows", decided_since=since.isoformat())["entries"]
        assert [row["number"] for row in rows] == [4]
    assert refusal(desk, f"/mappings/{run_id}/rows", decided_since="2026-11-20T12:00:00") == "query/decided_since"


def test_groups_of_a_run_come_with_their_names_and_counts_most_rows_first(desk: Desk) -> None:
    codes = ["02", "01", "01", None, "03", "gone", "01", "gone"]
    run_id = desk.run([{"group_code": code} for code in codes])
    assert desk.get(f"/mappings/{run_id}/groups") == [
        {"code": "01", "name": "Трубы", "row_count": 3},
        {"code": "gone", "name": None, "row_count": 2},
        {"code": "02", "name": "Кабели", "row_count": 1},
        {"code": "03", "name": None, "row_count": 1},
    ]


def test_a_run_that_has_found_nothing_yet_answers_with_nothing(desk: Desk) -> None:
    run_id = desk.run([{}] * 3, JobStatus.QUEUED)
    assert desk.get(f"/mappings/{run_id}/groups") == []
    assert numbers(desk, run_id, decision="accepted") == []
    assert numbers(desk, run_id, order="group") == [1, 2, 3]
    emptied = desk.run([])
    assert (numbers(desk, emptied), desk.get(f"/mappings/{emptied}/groups")) == ([], [])


def test_a_run_tells_how_its_job_stands(desk: Desk) -> None:
    ids = {status: desk.run([{}], status) for status in JobStatus}
    told = {run["id"]: run["job_status"] for run in desk.get("/mappings")["entries"]}
    assert told == {run_id: status.value for status, run_id in ids.items()}
    assert desk.get(f"/mappings/{ids[JobStatus.FAILED]}")["job_status"] == "failed"


def test_whoever_decided_a_row_is_told_by_name(desk: Desk) -> None:
    run_id = desk.run([desk.found("T-20", 0.5, "needs_review")] * 2)
    desk.post(f"/mappings/{run_id}/rows/1/decision", {"decision": "no_such_item"}, "expert")
    assert desk.row(run_id, 1)["decided_by"] == "north.expert@firm.local"


def test_rows_of_another_tenant_are_not_found_nor_counted(desk: Desk) -> None:
    run_id = desk.run([{"group_code": "01", "decided_at": NOON}])
    stranger = desk.world.client_of("south admin")
    for path in ("row-numbers", "rows", "rows?numbers=1", "groups"):
        assert stranger.get(f"{API}/mappings/{run_id}/{path}").status_code == 404


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("row-numbers", {"order": "colour"}),
        ("row-numbers", {"decision": "maybe"}),
        ("row-numbers", {"confidence_from": 1.5}),
        ("row-numbers", {"confidence_to": "nan"}),
        ("row-numbers", {"text": ""}),
        ("row-numbers", {"text": "a\x00b"}),
        ("row-numbers", {"text": "я" * 201}),
        ("row-numbers", {"descending": "perhaps"}),
        ("rows", {"numbers": [0]}),
        ("rows", {"numbers": [2**31]}),
        ("rows", {"numbers": list(range(1, 202))}),
        ("rows", {"decided_since": "yesterday"}),
    ],
)
def test_a_wrong_parameter_is_named(desk: Desk, path: str, query: dict[str, Any]) -> None:
    run_id = desk.run([{}])
    assert refusal(desk, f"/mappings/{run_id}/{path}", **query).startswith(f"query/{next(iter(query))}")
