"""Texts with a delimiter: any dialect, any state of repair, and no cell lost."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.sheets.errors import SheetTooLarge
from spravka.sheets.formats.delimited import DELIMITERS, LINES_IN_A_CELL, Records, find_delimiter, read_delimited
from spravka.sheets.sheet import Limits

CELL = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=12)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=8)


def records(text: str, delimiter: str = ";") -> list[list[str]]:
    return list(Records(text, delimiter))


def cells(text: str) -> list[tuple[object, ...]]:
    return [row.cells for row in read_delimited(text.encode(), "rows.csv", Limits()).rows]


@given(table=TABLE, delimiter=st.sampled_from(DELIMITERS), line_end=st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_by_the_rules_is_read_back(table: list[list[str]], delimiter: str, line_end: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end).writerows(table)
    assert records(stream.getvalue(), delimiter) == table


@given(text=st.text(max_size=200), delimiter=st.sampled_from(DELIMITERS))
def test_any_text_is_split_without_losing_a_letter(text: str, delimiter: str) -> None:
    def letters(part: str) -> list[str]:
        return [character for character in part if character.isalnum()]

    assert letters("".join(map("".join, records(text, delimiter)))) == letters(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('Муфта 1";300', ['Муфта 1"', "300"]),
        ('"Труба ""ВГП"" 1/2""";м', ['Труба "ВГП" 1/2"', "м"]),
        ('"Кран" 3/4;шт', ["Кран 3/4", "шт"]),
        ('"a;b";c', ["a;b", "c"]),
        ("a;;", ["a", "", ""]),
        ('"a\nb";c', ["a\nb", "c"]),
    ],
)
def test_quotes_and_inch_marks_are_told_apart(line: str, expected: list[str]) -> None:
    assert records(line) == [expected]


def test_a_quote_that_is_never_closed_costs_no_row() -> None:
    text = 'Имя;Ед\n"Незакрытая;шт\n' + "Болт;шт\n" * (LINES_IN_A_CELL + 5)
    read = records(text)
    assert len(read) == LINES_IN_A_CELL + 7
    assert read[1] == ['"Незакрытая', "шт"]


def test_many_unclosed_quotes_are_read_in_a_moment() -> None:
    text = '"Труба;м\n' * 20_001
    assert records(text) == [['"Труба', "м"]] * 20_001


def test_lines_may_end_as_on_an_old_macintosh() -> None:
    assert records('a;b\r"1\r2";3\r') == [["a", "b"], ["1\r2", "3"]]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Имя;Цена\nТруба, чёрная;1,5\nБолт;2,5\n", ";"),
        ("name,price\nbolt,5\nnut,6\n", ","),
        ('name,price\n"bolt, black","1,5"\n', ","),
        ("name\tprice\nbolt\t5\n", "\t"),
        ("name|price\nbolt|5\n", "|"),
        ("Наименование\nТруба 20х2,5\nБолт М8, оцинкованный\nКирпич\n", ""),
        ("Труба стальная, чёрная\nКран шаровой, латунь\n", ""),
        ("Имя;Ед;Цена\nТруба;м\nБолт;шт;5;6\nГайка;шт\n", ";"),
        ("одна строка\n", ""),
        ("", ""),
    ],
)
def test_the_delimiter_is_the_one_that_splits_evenly(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


def test_the_separator_line_of_a_spreadsheet_is_obeyed_and_counted() -> None:
    grid = read_delimited(b"sep=|\na;b|c;d\n1|2\n", "rows.csv", Limits())
    assert [(row.number, row.cells) for row in grid.rows] == [(2, ("a;b", "c;d")), (3, ("1", "2"))]


def test_rows_keep_their_numbers_over_empty_lines_and_line_breaks_in_cells() -> None:
    grid = read_delimited(b'a;b\n\n"x\ny";1\n;;\nz;2\n', "rows.csv", Limits())
    assert [row.number for row in grid.rows] == [1, 3, 5]


def test_cells_are_text_as_written() -> None:
    assert cells("Код;Цена\n0012;1 200,50\n") == [("Код", "Цена"), ("0012", "1 200,50")]


def test_zero_bytes_and_control_characters_are_taken_out_and_told() -> None:
    grid = read_delimited("Имя;Ед\nБо\0лт\x01 М8;шт\n".encode(), "rows.csv", Limits())
    assert grid.rows[1].cells == ("Болт М8", "шт")
    assert "control_characters_removed" in [note.code for note in grid.notes]


def test_emoji_and_very_long_cells_are_kept() -> None:
    long = "х" * 10_000
    assert cells(f"Имя;Ед\n{long};шт\n😀 Болт;шт\n")[1:] == [(long, "шт"), ("😀 Болт", "шт")]


@pytest.mark.parametrize(
    ("limits", "unit"),
    [
        (Limits(rows=2), "rows"),
        (Limits(columns=2), "columns"),
        (Limits(cells=6), "cells"),
        (Limits(cell_characters=5), "characters in one cell"),
    ],
)
def test_a_limit_that_is_passed_is_named(limits: Limits, unit: str) -> None:
    with pytest.raises(SheetTooLarge) as problem:
        read_delimited(b"a;b;c\nd;e;f\nlonger;h;i\n", "rows.csv", limits)
    assert problem.value.unit == unit
    assert f"{problem.value.limit:,}" in problem.value.detail


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_what_was_decided_is_noted(delimiter: str) -> None:
    grid = read_delimited(f"a{delimiter}b\n1{delimiter}2\n".encode(), "rows.csv", Limits())
    assert grid.delimiter == delimiter
    assert {"encoding", "delimiter"} <= {note.code for note in grid.notes}
