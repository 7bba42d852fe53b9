"""Values become few types, each with one way to JSON."""

import datetime
import json
import uuid
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.customer_databases.cells import (
    Cell,
    JsonCell,
    cell_of,
    json_cell,
    kind_of_text,
    kind_of_values,
)
from spravka.query_plans.schema import ColumnKind

UTC = datetime.UTC


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (True, True),
        (2**70, 2**70),
        (1.5, 1.5),
        (float("nan"), "NaN"),
        (float("-inf"), "-Infinity"),
        (Decimal("1.10"), Decimal("1.10")),
        (Decimal("Infinity"), "Infinity"),
        (b"\x00\xff", "0x00FF"),
        (b"x" * 100, "0x" + "78" * 16 + "… (100 bytes)"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ({"имя": [1]}, '{"имя": [1]}'),
        (datetime.timedelta(hours=1), "1:00:00"),
    ],
)
def test_a_drivers_value_becomes_a_cell(value: Any, cell: Cell) -> None:
    assert cell_of(value) == cell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Decimal("0.10"), "0.10"),
        (Decimal("1E+3"), "1000"),
        (2**53, 2**53),
        (2**53 + 1, "9007199254740993"),
        (True, True),
        (datetime.date(2026, 1, 2), "2026-01-02"),
        (datetime.datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "2026-01-02T03:04:00+00:00"),
        (datetime.time(3, 4), "03:04:00"),
    ],
)
def test_a_cell_has_one_way_to_json(cell: Cell, expected: JsonCell) -> None:
    assert json_cell(cell) == expected


@given(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.decimals(),
        st.text(),
        st.binary(),
        st.datetimes(),
        st.timedeltas(),
        st.lists(st.binary()),
    )
)
def test_whatever_a_driver_gives_json_takes(value: Any) -> None:
    assert json.loads(json.dumps(json_cell(cell_of(value)), allow_nan=False)) == json_cell(cell_of(value))


@given(st.one_of(st.text(), st.binary(), st.lists(st.text())), st.integers(1, 50))
def test_no_text_is_longer_than_asked(value: Any, longest: int) -> None:
    assert len(str(cell_of(value, longest))) <= longest + 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026-01-31", ColumnKind.DATE),
        ("2026-01-31 10:00", ColumnKind.MOMENT),
        ("2026-01-31T10:00:00.5Z", ColumnKind.MOMENT),
        ("2026-02-31", ColumnKind.TEXT),
        ("31.01.2026", ColumnKind.TEXT),
        ("20260131", ColumnKind.TEXT),
        ("", ColumnKind.TEXT),
    ],
)
def test_only_a_real_day_in_iso_shape_is_a_date(text: str, kind: ColumnKind) -> None:
    assert kind_of_text(text) is kind


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([], ColumnKind.TEXT),
        ([None], ColumnKind.TEXT),
        ([1, None, 2], ColumnKind.INTEGER),
        ([1, 2.5], ColumnKind.NUMBER),
        ([Decimal(1)], ColumnKind.NUMBER),
        ([True, False], ColumnKind.BOOLEAN),
        (["2026-01-01", "2026-01-01 10:00"], ColumnKind.MOMENT),
        ([1, "a"], ColumnKind.TEXT),
        ([b"x"], ColumnKind.OTHER),
    ],
)
def test_a_columns_kind_is_told_by_its_values(values: list[Any], kind: ColumnKind) -> None:
    assert kind_of_values(values) is kind
