"""Questions to learn from and to measure on: which are read, and how they are shared out."""

from pathlib import Path

import pytest

from spravka.evaluation.links.questions import databases_of, load_sets, lot_of
from spravka.evaluation.problems import MeasuringDataMissing
from spravka.evaluation.questions_loading import GoldQuestion
from tests.evaluation.links.villages import QUESTIONS, RUSSIAN, linked_databases, make_sets


def test_questions_without_a_database_or_a_readable_query_are_left_out(tmp_path: Path) -> None:
    questions = [
        GoldQuestion("How many apples are there?", "orchards", "SELECT count(*) FROM apple"),
        GoldQuestion("How many apples are there?", "deserts", "SELECT count(*) FROM apple"),
        GoldQuestion("How many pears are there?", "orchards", "SELECT count(*) FROM pear"),
        GoldQuestion("What?", "orchards", "SELECT FROM WHERE"),
    ]
    asked = list(linked_databases(tmp_path).ask(questions))
    assert [one.question for one in asked] == questions[:1]


def test_each_set_has_its_own_wording(tmp_path: Path) -> None:
    sets = load_sets(make_sets(tmp_path))
    assert [len(questions) for questions in sets.by_name.values()] == [len(QUESTIONS), len(QUESTIONS), len(RUSSIAN)]
    assert sets.russian[0].text == RUSSIAN[0][1]


@pytest.mark.parametrize("missing", ["spider_train.json.gz", "pauq_russian.json.gz"])
def test_a_missing_set_is_named(tmp_path: Path, missing: str) -> None:
    (make_sets(tmp_path) / missing).unlink()
    with pytest.raises(MeasuringDataMissing, match=missing):
        load_sets(tmp_path)


def test_missing_databases_are_named(tmp_path: Path) -> None:
    with pytest.raises(MeasuringDataMissing, match="spider_databases"):
        databases_of(tmp_path)


def test_lots_are_the_same_in_every_process_and_for_every_wording() -> None:
    lots = {lot_of(GoldQuestion(text, "orchards", "SELECT 1")) for text in ("How many?", "Сколько?")}
    assert lots == {0.4313113581210007}


def test_lots_are_spread_evenly() -> None:
    lots = [lot_of(GoldQuestion("", "orchards", f"SELECT {number}")) for number in range(1000)]
    assert 0.0 <= min(lots) < 0.01 < 0.99 < max(lots) <= 1.0
    assert sum(lots) / len(lots) == pytest.approx(0.5, abs=0.05)
