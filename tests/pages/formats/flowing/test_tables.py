"""The row that names the columns of a table is found, or is marked by the file."""

import pytest

from spravka.pages.formats.flowing.tables import RowTeller, names_columns

Rows = list[tuple[list[str], bool]]


def kinds(rows: Rows) -> list[str]:
    teller = RowTeller()
    told = [one for cells, is_header in rows for one in teller.add(cells, is_header)]
    return [one.kind.value for one in (*told, *teller.finish())]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(["Имя", "Цена"], False), (["Болт", "4"], False)], ["table_header", "table_row"]),
        ([(["Болт", "4"], False), (["Гайка", "5"], False)], ["table_row", "table_row"]),
        ([(["Имя", "Цена"], False)], ["table_row"]),
        ([(["1", "2"], True), (["a", ""], True), (["x", "y"], False)], ["table_header", "table_header", "table_row"]),
        ([(["1", "2"], False), (["x", "y"], True)], ["table_row", "table_row"]),
        ([(["", " "], False), (["Имя", "№"], False), (["x", "1"], False)], ["table_header", "table_row"]),
        ([(["в рамке"], False)], ["paragraph"]),
        ([], []),
    ],
)
def test_a_header_is_marked_or_reads_like_one(rows: Rows, expected: list[str]) -> None:
    assert kinds(rows) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("Наименование", "Ед.", "Цена, руб."), True),
        (("№", "Имя"), True),
        (("Имя", ""), False),
        (("Болт", "12,5"), False),
        (("Имя", "слово " * 40), False),
        (("Имя",), False),
    ],
)
def test_names_of_columns_are_short_and_no_values(row: tuple[str, ...], expected: bool) -> None:
    assert names_columns(row) is expected


def test_only_the_first_row_opens_the_table() -> None:
    teller = RowTeller()
    told = [one for cells in (["a", "b"], ["c", "1"], ["d", "2"]) for one in teller.add(cells)]
    assert [one.opens for one in told] == [True, False, False]
