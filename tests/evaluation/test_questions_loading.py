"""Sets of questions and their databases are found in every shape they come in."""

import gzip
import json
import tarfile
from pathlib import Path

from spravka.evaluation.questions_loading import (
    database_file,
    databases_in,
    fold_of,
    load_questions,
    load_unanswerable,
)

ROWS = [
    {"db_id": "shop", "question_en": "How many?", "question_ru": "Сколько?", "sql": "SELECT 1"},
    {"db_id": "shop", "question_en": "Which?", "sql": "SELECT 2", "empty": True},
]


def test_plain_and_gzipped_lists_give_the_same_questions(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.json", tmp_path / "a.json.gz"
    plain.write_text(json.dumps(ROWS))
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert load_questions(plain) == load_questions(packed)


def test_the_first_wording_a_row_has_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(ROWS))
    assert [question.text for question in load_questions(file)] == ["Сколько?", "Which?"]
    assert [question.text for question in load_questions(file, ("question_en",))] == ["How many?", "Which?"]
    assert [question.is_empty for question in load_questions(file)] == [False, True]


def test_unanswerable_questions_are_read(tmp_path: Path) -> None:
    file = tmp_path / "idk.csv"
    file.write_text('question,instructions,db_name\n"What, is it?",x,shop\n')
    (question,) = load_unanswerable(file)
    assert (question.text, question.database) == ("What, is it?", "shop")


def test_databases_are_found_in_folders_and_in_archives(tmp_path: Path) -> None:
    folder = tmp_path / "databases"
    (folder / "shop").mkdir(parents=True)
    (folder / "shop" / "shop.sqlite").touch()
    (folder / "flat.db").touch()
    archive = tmp_path / "databases.tar.gz"
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(folder / "shop", "shop")
    for place in (folder, archive):
        with databases_in(place) as found:
            assert database_file(found, "shop") is not None
            assert database_file(found, "none") is None
    assert database_file(folder, "flat") == folder / "flat.db"


def test_the_part_of_a_database_hangs_on_its_name_alone() -> None:
    assert [fold_of("academic"), fold_of("academic")] == [fold_of("academic")] * 2
    assert {fold_of(str(number)) for number in range(100)} == set(range(5))
