"""Recall counts what is meant and found, on databases that nothing was learned from."""

from collections import Counter
from pathlib import Path

import pytest

from spravka.evaluation.links.measuring import LinkFigures, figures_of, measure_links
from spravka.evaluation.problems import MeasuringDataMissing
from spravka.evaluation.questions_loading import GoldQuestion
from spravka.question_reading.linking.links import LinkKind
from tests.evaluation.links.villages import linked_databases, make_sets


def figures_for(folder: Path, text: str, sql: str) -> LinkFigures:
    return figures_of(linked_databases(folder).ask([GoldQuestion(text, "harbours", sql)]))


def test_what_is_named_is_found(tmp_path: Path) -> None:
    figures = figures_for(tmp_path, "Owners of green boats", "SELECT owner FROM boat WHERE colour = 'green'")
    assert figures.questions == 1
    assert figures.meant == {LinkKind.TABLE: 1, LinkKind.COLUMN: 2, LinkKind.VALUE: 1}
    assert figures.found == figures.meant
    assert figures.found_early == figures.meant


def test_what_is_not_named_is_missed(tmp_path: Path) -> None:
    figures = figures_for(tmp_path, "Who?", "SELECT owner FROM boat WHERE colour = 'green'")
    assert figures.meant[LinkKind.COLUMN] == 2
    assert figures.found.total() == 0


def test_a_value_that_is_not_stored_is_not_expected(tmp_path: Path) -> None:
    figures = figures_for(tmp_path, "Owners of violet boats", "SELECT owner FROM boat WHERE colour = 'violet'")
    assert figures.meant[LinkKind.VALUE] == 0
    assert "harbours_values" not in figures.to_json("harbours")


def test_recalls_are_shares_of_what_is_meant() -> None:
    figures = LinkFigures(
        questions=4,
        links=30,
        meant=Counter({LinkKind.TABLE: 8}),
        found=Counter({LinkKind.TABLE: 6}),
        found_early=Counter({LinkKind.TABLE: 4}),
    )
    assert figures.to_json("links") == {
        "links_questions": 4.0,
        "links_links": 7.5,
        "links_tables": 0.75,
        "links_tables_among_10": 0.5,
    }


def test_only_held_out_databases_are_measured(tmp_path: Path) -> None:
    told: list[str] = []
    figures = measure_links(make_sets(tmp_path), told.append)
    assert told == ["linking questions: english", "linking questions: synonyms", "linking questions: russian"]
    counts = {name: value for name, value in figures.items() if name.endswith("_questions")}
    assert counts == {"links_english_questions": 3, "links_synonyms_questions": 3, "links_russian_questions": 1}
    assert figures["links_english_tables"] == 1.0
    assert figures["links_english_values"] == 1.0


def test_missing_sets_are_named(tmp_path: Path) -> None:
    with pytest.raises(MeasuringDataMissing):
        measure_links(tmp_path, print)
