"""Weights are learned of training databases alone, are always the same, and prefer links that are meant."""

import json
import re
from pathlib import Path

import pytest

from spravka.evaluation.links.learning import (
    RUSSIAN_WEIGHT,
    Lesson,
    learn_links,
    lessons_of,
    training_questions,
    weights_of,
    write_weights,
)
from spravka.evaluation.links.questions import QuestionSets, load_sets
from spravka.evaluation.problems import MeasuringDataMissing
from spravka.evaluation.questions_loading import GoldQuestion, is_held_out
from spravka.question_reading.linking.links import LinkKind
from tests.evaluation.links.villages import QUESTIONS, RUSSIAN, linked_databases, make_sets

TRAINING = [
    GoldQuestion(text, name, sql) for name, text, sql in (*QUESTIONS, *RUSSIAN) if name in ("orchards", "theatres")
]


def silent(_: str) -> None:
    """Tells nobody."""


def many_questions(database: str) -> list[GoldQuestion]:
    return [GoldQuestion("How many?", database, f"SELECT {number}") for number in range(500)]


def test_held_out_databases_are_not_learned_from(tmp_path: Path) -> None:
    chosen = training_questions(load_sets(make_sets(tmp_path)))
    assert {one.database for one in chosen} == {"orchards", "theatres"}
    assert is_held_out("harbours")


def test_no_query_is_learned_from_both_as_it_is_and_in_synonyms() -> None:
    english, synonyms = many_questions("orchards"), many_questions("orchards")
    plain = {one.sql for one in training_questions(QuestionSets(english, (), ()))}
    reworded = {one.sql for one in training_questions(QuestionSets((), synonyms, ()))}
    assert plain
    assert reworded
    assert plain.isdisjoint(reworded)


def test_all_questions_in_russian_are_learned_from() -> None:
    russian = many_questions("theatres")
    assert training_questions(QuestionSets((), (), russian)) == russian


def test_a_lesson_has_a_row_for_each_candidate_and_weighs_russian_questions_more(tmp_path: Path) -> None:
    lessons = lessons_of(linked_databases(tmp_path).ask(TRAINING), silent)
    for lesson in lessons.values():
        rows = len(lesson.meant)
        assert lesson.numbers.shape == (rows, len(lesson.names))
        assert len(lesson.weights) == len(lesson.folds) == rows
        assert set(lesson.weights) == {1.0, RUSSIAN_WEIGHT}
        assert set(lesson.folds) == {2, 4}


def test_the_weights_prefer_what_fits_and_every_kind_has_them(tmp_path: Path) -> None:
    weights = weights_of(lessons_of(linked_databases(tmp_path).ask(TRAINING), silent), silent)
    assert set(weights) == {"table", "column", "value"}
    assert weights["column"]["fitness"] > 0
    assert all("one" in named for named in weights.values())


def test_learning_again_gives_the_same_weights(tmp_path: Path) -> None:
    first, again = (
        weights_of(lessons_of(linked_databases(tmp_path / name).ask(TRAINING), silent), silent)
        for name in ("first", "again")
    )
    assert first == again


def test_what_is_reached_on_databases_not_learned_from_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    weights_of(lessons_of(linked_databases(tmp_path).ask(TRAINING), silent), told.append)
    assert [line.split(":")[0] for line in told] == ["table", "column", "value"]
    assert all(re.search(r"area under the curve 0\.\d+|area under the curve 1\.0", line) for line in told)


def test_one_database_is_too_few_to_judge(tmp_path: Path) -> None:
    told: list[str] = []
    orchards = [one for one in TRAINING if one.database == "orchards"]
    weights_of(lessons_of(linked_databases(tmp_path).ask(orchards), silent), told.append)
    assert all(line.endswith("of too few databases to judge") for line in told)


def test_links_of_which_none_is_meant_teach_nothing() -> None:
    lesson = Lesson([{"one": 1.0, "fitness": 0.5}] * 4, [False] * 4, [1.0] * 4, [1, 1, 2, 2])
    with pytest.raises(ValueError, match="class"):
        weights_of({LinkKind.TABLE: lesson}, silent)


def test_written_weights_have_a_line_each(tmp_path: Path) -> None:
    target = tmp_path / "weights.json"
    write_weights({"table": {"fitness": 1.5, "one": -2.0}}, target)
    assert target.read_text(encoding="utf-8").splitlines() == [
        "{",
        ' "table": {',
        '  "fitness": 1.5,',
        '  "one": -2.0',
        " }",
        "}",
    ]


def test_a_folder_of_sets_becomes_a_file_of_weights(tmp_path: Path) -> None:
    told: list[str] = []
    target = tmp_path / "weights.json"
    learn_links(make_sets(tmp_path / "sets"), target, told.append)
    assert set(json.loads(target.read_text(encoding="utf-8"))) == {"table", "column", "value"}
    assert told[0].startswith("learning from ")


def test_without_the_sets_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "weights.json"
    with pytest.raises(MeasuringDataMissing):
        learn_links(tmp_path, target, silent)
    assert not target.exists()
