"""ClickHouse's types: what a column's values are, by the type's name."""

import re

from spravka.query_plans.schema import ColumnKind

_WRAPPED = re.compile(r"(?:Nullable|LowCardinality)\((.*)\)")
_KINDS = (
    (re.compile(r"U?Int\d+"), ColumnKind.INTEGER),
    (re.compile(r"B?Float\d+|Decimal\d*(\(.*\))?"), ColumnKind.NUMBER),
    (re.compile(r"Date(32)?"), ColumnKind.DATE),
    (re.compile(r"DateTime(64)?(\(.*\))?"), ColumnKind.MOMENT),
    (re.compile(r"String|FixedString\(\d+\)|Enum(8|16)?(\(.*\))?"), ColumnKind.TEXT),
    (re.compile(r"Bool"), ColumnKind.BOOLEAN),
    (re.compile(r"Time(64)?(\(.*\))?"), ColumnKind.TIME),
)


def kind_of_type(name: str) -> ColumnKind:
    """``LowCardinality(Nullable(String))`` holds texts."""
    while wrapped := _WRAPPED.fullmatch(name):
        name = wrapped[1]
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), ColumnKind.OTHER)


def is_nullable(name: str) -> bool:
    """True where the type admits ``NULL``."""
    return name.startswith(("Nullable(", "LowCardinality(Nullable("))
