"""Tables of names made from JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.nomenclature import names
from spravka.nomenclature.errors import NameColumnUnclear, NoRows, TooManyRows
from spravka.nomenclature.names import NamedRow, table_from_json


def test_plain_names_make_a_table_of_one_column() -> None:
    table = table_from_json(["Труба", "Гайка"], None)
    assert (table.header, table.name_column) == (("name",), 0)
    assert [row.name for row in table.rows] == ["Труба", "Гайка"]


def test_objects_keep_every_field_beside_the_name() -> None:
    table = table_from_json([{"name": "Труба", "unit": "м"}, {"price": 12.5, "name": "Гайка"}], None)
    assert table.header == ("name", "unit", "price")
    assert [row.cells for row in table.rows] == [("Труба", "м", None), ("Гайка", None, 12.5)]


def test_the_name_may_stand_in_another_field() -> None:
    table = table_from_json([{"id": 1, "text": "Труба"}], "text")
    assert table.rows == [NamedRow((1, "Труба"), "Труба")]


@pytest.mark.parametrize("field", [None, "title"])
def test_objects_without_the_name_are_refused_with_the_fields_they_have(field: str | None) -> None:
    with pytest.raises(NameColumnUnclear) as refused:
        table_from_json([{"id": 1, "text": "Труба"}], field)
    assert refused.value.header == ["id", "text"]


def test_nothing_to_map_is_refused() -> None:
    with pytest.raises(NoRows):
        table_from_json([], None)


def test_more_rows_than_a_run_takes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MAX_ROWS", 2)
    with pytest.raises(TooManyRows):
        table_from_json(["a", "b", "c"], None)


def test_empty_names_are_kept_as_rows() -> None:
    assert [row.name for row in table_from_json(["", "  ", "Труба"], None).rows] == ["", "", "Труба"]


def test_a_very_long_name_is_matched_by_its_beginning_and_kept_whole() -> None:
    row = table_from_json(["т" * 20_000], None).rows[0]
    assert (len(row.name), len(str(row.cells[0]))) == (10_000, 20_000)


@given(st.text())
def test_whatever_is_sent_can_be_stored(text: str) -> None:
    row = table_from_json([text], None).rows[0]
    for kept in (row.name, str(row.cells[0])):
        assert "\x00" not in kept
        kept.encode("utf-8")


def test_half_a_character_does_not_break_the_row() -> None:
    assert table_from_json(["Труба \ud800"], None).rows[0].name == "Труба ?"
