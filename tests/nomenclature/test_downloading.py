"""A run as a file: what stands in it, and under which name it comes."""

import csv
from io import StringIO

from tests.callers import API
from tests.nomenclature.conftest import Desk


def table(desk: Desk, run_id: int, **query: str) -> list[dict[str, str]]:
    answer = desk.client_of("member").get(f"{API}/mappings/{run_id}/download", params={"format": "csv", **query})
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_a_download_holds_the_rows_that_meet_the_filter(desk: Desk) -> None:
    run_id = desk.run(
        [desk.found("T-20", 0.5, decision, cells=[decision]) for decision in ("accepted", "needs_review")]
    )
    path = f"{API}/mappings/{run_id}/download"
    answer = desk.client_of("member").get(path, params={"format": "csv", "decision": "needs_review"})
    assert 'filename="rows-mapped.csv"' in answer.headers["content-disposition"]
    assert [line.split(";")[0] for line in answer.content.decode("utf-8-sig").splitlines()] == [
        "Наименование",
        "needs_review",
    ]


def test_names_that_came_without_a_header_stand_under_a_word_of_the_language(desk: Desk) -> None:
    run_id = desk.run([{"cells": ["труба"]}], header=["name"])
    assert table(desk, run_id)[0]["Наименование"] == "труба"
    assert table(desk, run_id, language="en")[0]["Name"] == "труба"


def test_a_group_is_told_by_code_and_name(desk: Desk) -> None:
    row = desk.found("T-20", 0.9, "accepted", cells=["труба"], group_code="01")
    told = table(desk, desk.run([row]))[0]
    assert (told["Группа"], told["Название группы"]) == ("01", "Трубы")


def test_where_there_is_no_item_no_confidence_in_one_is_told(desk: Desk) -> None:
    found, missed = (desk.found("T-20", 0.5, decision, cells=["труба"]) for decision in ("accepted", "no_such_item"))
    assert [row["Уверенность"] for row in table(desk, desk.run([found, missed]))] == ["0,5", ""]
