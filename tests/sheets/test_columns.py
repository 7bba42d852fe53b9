"""Columns are found by words and by content, with a reason, and never guessed between two equals."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.sheets.column_content import NOTHING, content_of
from spravka.sheets.columns import Wanted, column_index, detect_columns
from spravka.sheets.errors import ColumnNotFound, ColumnUnclear
from spravka.sheets.sheet import Cell, Sheet
from spravka.sheets.words import ColumnKind
from tests.sheets.made_files import sheet_of

K = ColumnKind
EVERYTHING = [Wanted(kind) for kind in ColumnKind if kind != K.OTHER]
GOODS = ["Труба стальная 20х2,5", "Болт с гайкой М8х40", "Кабель силовой ВВГнг 3х2,5", "Кирпич рядовой М150"]
UNITS = ["м", "шт", "м", "шт"]
CODES = ["01.02.001", "01.02.002", "01.03.001", "01.03.002"]
GROUPS = ["01.02.03", "01.02.03", "01.02.04", "01.02.04"]


def table(**columns: Sequence[Cell]) -> Sheet:
    return sheet_of(list(columns), *zip(*columns.values(), strict=True))


def found(sheet: Sheet, *kinds: ColumnKind) -> dict[str, str]:
    columns = detect_columns(sheet, [Wanted(kind) for kind in kinds])
    return {kind.value: fit.name for kind, fit in columns.found.items()}


def test_a_catalogue_is_understood_by_its_header() -> None:
    sheet = table(Код=CODES, Наименование=GOODS, Группа=GROUPS, ЕИ=UNITS)
    kinds = (K.ITEM_CODE, K.NAME, K.GROUP_CODE, K.GROUP_NAME, K.UNIT)
    assert found(sheet, *kinds) == {"item_code": "Код", "name": "Наименование", "group_code": "Группа", "unit": "ЕИ"}


def test_a_group_column_of_texts_holds_names() -> None:
    sheet = table(Наименование=GOODS, Группа=["Трубы", "Крепёж", "Трубы", "Крепёж"])
    assert found(sheet, K.GROUP_CODE, K.GROUP_NAME)["group_name"] == "Группа"


def test_without_a_header_the_content_tells() -> None:
    names = ["Column A", "Column B", "Column C", "Column D"]
    sheet = sheet_of(names, *zip(CODES, GOODS, GROUPS, UNITS, strict=True), header_row=0)
    assert found(sheet, K.ITEM_CODE, K.NAME, K.GROUP_CODE, K.UNIT) == {
        "item_code": "Column A",
        "name": "Column B",
        "group_code": "Column C",
        "unit": "Column D",
    }


def test_the_content_counts_less_than_the_words() -> None:
    sheet = table(x=GOODS, Наименование=GOODS)
    columns = detect_columns(sheet, [Wanted(K.NAME)])
    assert columns.get(K.NAME) == 1
    assert 0.9 < columns.found[K.NAME].confidence <= 1
    assert "Наименование" in columns.found[K.NAME].reason


def test_a_column_of_row_numbers_is_not_taken_for_codes() -> None:
    sheet = sheet_of(["Column A", "Column B"], *enumerate(GOODS, 1), header_row=0)
    assert found(sheet, K.ITEM_CODE, K.NAME) == {"name": "Column B"}


def test_two_columns_that_fit_equally_well_are_left_open() -> None:
    sheet = table(invoice_name=GOODS, request_name=GOODS)
    columns = detect_columns(sheet, [Wanted(K.NAME, required=True)])
    assert columns.find(K.NAME) is None
    assert columns.missing == (K.NAME,)
    with pytest.raises(ColumnUnclear) as problem:
        columns.confirm()
    assert problem.value.candidates == ("invoice_name", "request_name")
    assert "“invoice_name” or “request_name”" in problem.value.detail


def test_a_column_no_one_is_like_is_missing_with_the_columns_there_are() -> None:
    columns = detect_columns(table(Цена=[1, 2], Остаток=[3, 4]), [Wanted(K.NAME, required=True)])
    with pytest.raises(ColumnUnclear) as problem:
        columns.get(K.NAME)
    assert problem.value.candidates == ()
    assert "“Остаток”" in problem.value.detail


def test_a_choice_is_taken_over_everything_found() -> None:
    sheet = table(Наименование=GOODS, Примечание=GOODS)
    columns = detect_columns(sheet, [Wanted(K.NAME, required=True)], {K.NAME: "Примечание"})
    assert columns.confirm().get(K.NAME) == 1
    assert columns.found[K.NAME].confidence == 1


def test_a_chosen_column_is_given_to_nothing_else() -> None:
    sheet = table(Код=CODES, Артикул=CODES)
    columns = detect_columns(sheet, [Wanted(K.ITEM_CODE), Wanted(K.VENDOR_CODE)], {K.ITEM_CODE: "Артикул"})
    assert set(columns.found) == {K.ITEM_CODE}


@pytest.mark.parametrize(
    ("column", "index"),
    [("Цена, руб.", 1), ("цена руб", 1), ("A", 0), ("b", 1), ("2", 1), (1, 1), ("Column C", 2), ("C", 2)],
)
def test_a_column_may_be_named_in_several_ways(column: str | int, index: int) -> None:
    assert column_index(["Имя", "Цена, руб.", "Column C"], ["A", "B", "C"], column) == index


@pytest.mark.parametrize("column", ["Нет такой", "Z", "", "9", 9, -1])
def test_an_unknown_column_is_answered_with_those_there_are(column: str | int) -> None:
    with pytest.raises(ColumnNotFound) as problem:
        column_index(["Имя", "Цена"], ["A", "B"], column)
    assert "“Имя”, “Цена”" in problem.value.detail


def test_an_empty_column_has_no_content() -> None:
    assert content_of([None, "", "  "]) is NOTHING


CELL = st.none() | st.integers(-5, 5) | st.sampled_from([*GOODS, *UNITS, *CODES, "", "12,5"])


@given(st.lists(st.lists(CELL, min_size=4, max_size=4), min_size=1, max_size=12))
def test_whatever_stands_in_them_no_column_has_two_kinds(rows: list[list[Cell]]) -> None:
    columns = detect_columns(sheet_of(["Код", "Наименование", "Группа", "Прочее"], *rows), EVERYTHING)
    indexes = [fit.index for fit in columns.found.values()]
    assert len(indexes) == len(set(indexes))
    assert all(0 <= fit.confidence <= 1 for fit in columns.found.values())
