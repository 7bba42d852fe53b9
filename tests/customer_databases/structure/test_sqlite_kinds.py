"""A SQLite column's kind: what its values are, and without values what its type promises."""

from typing import Any

import pytest

from spravka.customer_databases.structure.sqlite_kinds import declared_kind, stored_kind
from spravka.query_plans.schema import ColumnKind

TEXT, INTEGER, NUMBER = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.NUMBER
DATE, MOMENT, TIME, BOOLEAN, OTHER = (
    ColumnKind.DATE,
    ColumnKind.MOMENT,
    ColumnKind.TIME,
    ColumnKind.BOOLEAN,
    ColumnKind.OTHER,
)


@pytest.mark.parametrize(
    ("declared", "kind"),
    [
        ("VARCHAR(20)", TEXT),
        ('"decimal(10,2)"', NUMBER),
        ("INTEGER", INTEGER),
        ("smallint unsigned", INTEGER),
        ("DOUBLE PRECISION", NUMBER),
        ("FLOATING POINT", NUMBER),
        ("NUMBER", NUMBER),
        ("bool", BOOLEAN),
        ("DATETIME", MOMENT),
        ("timestamp", MOMENT),
        ("Date", DATE),
        ("year", INTEGER),
        ("BLOB", OTHER),
        ("", None),
        ("whatever", None),
    ],
)
def test_a_declared_type_promises_a_kind(declared: str, kind: ColumnKind | None) -> None:
    assert declared_kind(declared) is kind


@pytest.mark.parametrize(
    ("declared", "values", "kind"),
    [
        (None, [], TEXT),
        (NUMBER, [None, ""], NUMBER),
        (TEXT, ["2026-01-31", ""], DATE),
        (TEXT, ["2026-01-31 10:00:00"], MOMENT),
        (MOMENT, ["2026-01-31"], DATE),
        (DATE, ["31/01/2026"], TEXT),
        (DATE, ["2026-01-31", "soon"], TEXT),
        (TEXT, ["12", "-7"], INTEGER),
        (TEXT, ["12", "7.5"], NUMBER),
        (TEXT, ["007", "12"], TEXT),
        (TEXT, ["+79001234567"], TEXT),
        (TEXT, ["12", "many"], TEXT),
        (NUMBER, [1, 2], NUMBER),
        (INTEGER, [1, 2.5], NUMBER),
        (INTEGER, [1, "n/a"], TEXT),
        (BOOLEAN, [0, 1], BOOLEAN),
        (BOOLEAN, [0, 7], INTEGER),
        (BOOLEAN, ["T", "F"], TEXT),
        (TIME, ["10:30"], TIME),
        (OTHER, [b"\x00"], OTHER),
        (None, [1.5], NUMBER),
    ],
)
def test_stored_values_decide(declared: ColumnKind | None, values: list[Any], kind: ColumnKind) -> None:
    assert stored_kind(declared, values) is kind
