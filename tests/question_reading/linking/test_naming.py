"""The words that names are made of."""

import pytest

from spravka.question_reading.linking.naming import Glued, name_words, shared_prefix


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("birth_date", ("birth", "date")),
        ("dateOfBirth", ("date", "of", "birth")),
        ("sbTxAmount", ("sb", "tx", "amount")),
        ("HTTPServer2", ("http", "server", "2")),
        ("ДатаРождения", ("дата", "рождения")),
        ("Объём работ", ("объем", "работ")),
        ("Café-Größe", ("cafe", "grosse")),
        ("_", ("_",)),
    ],
)
def test_a_name_is_cut_into_its_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        ([("emp", "name"), ("emp", "age"), ("emp", "id")], 1),
        ([("emp", "name"), ("emp", "age"), ("dept",)], 0),
        ([("emp", "name"), ("emp",), ("emp", "id")], 0),
        ([("emp", "name"), ("emp", "age")], 0),
        ([], 0),
    ],
)
def test_what_all_columns_begin_with_is_no_part_of_the_name(names: list[tuple[str, ...]], shared: int) -> None:
    assert shared_prefix(names) == shared


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("nationkey", ("nation", "key")),
        ("lname", ("l", "name")),
        ("hourlywage", ("hourly", "wage")),
        ("nation", ("nation",)),
        ("xyzzyplugh", ("xyzzyplugh",)),
        ("2022", ("2022",)),
    ],
)
def test_words_written_together_are_cut_where_every_piece_is_known(word: str, pieces: tuple[str, ...]) -> None:
    assert Glued(("nation", "key", "hourly", "wage", "name")).cut(word) == pieces
