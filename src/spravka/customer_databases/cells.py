"""Values of a database as an answer shows them: few types, exact, each with one way to JSON."""

import datetime
import json
import math
import re
import uuid
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from spravka.query_plans.schema import ColumnKind

Cell = None | bool | int | float | Decimal | str | datetime.date | datetime.datetime | datetime.time
"""What a row holds. Bytes, JSON, arrays, intervals and the like are shown as text."""
JsonCell = None | bool | int | float | str

BYTES_SHOWN = 16
LARGEST_EXACT = 2**53
"""Above it a JSON number loses digits in a page (IEEE 754 doubles)."""
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?")


def cell_of(value: Any, longest: int = 32_000) -> Cell:
    """A driver's value as a cell; texts longer than ``longest`` characters are cut and end with ``…``."""
    if value is None or isinstance(value, bool | int | datetime.date | datetime.time):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else _unusual_number(value)
    if isinstance(value, Decimal):
        return value if value.is_finite() else _unusual_number(math.nan if value.is_nan() else float(value))
    return _shortened(_text_of(value, longest), longest)


def json_cell(cell: Cell) -> JsonCell:
    """A cell for JSON: decimals and whole numbers beyond double precision as text, times in ISO 8601."""
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) > LARGEST_EXACT:
        return str(cell)
    return cell


def cell_size_bytes(cell: Cell) -> int:
    """About how many bytes the cell takes where it is kept or sent."""
    return len(cell) if isinstance(cell, str) else 8


def kind_of_values(values: Iterable[Any]) -> ColumnKind:
    """What the values of a column are, where the database does not say; all null: text."""
    kinds = {kind_of_value(value) for value in values if value is not None}
    if kinds == {ColumnKind.INTEGER, ColumnKind.NUMBER}:
        return ColumnKind.NUMBER
    if kinds == {ColumnKind.DATE, ColumnKind.MOMENT}:
        return ColumnKind.MOMENT
    return kinds.pop() if len(kinds) == 1 else ColumnKind.TEXT


def kind_of_value(value: Any) -> ColumnKind:
    """What one value is; a text of ISO 8601 shape is a date or a moment."""
    if isinstance(value, str):
        return kind_of_text(value)
    for types, kind in _KINDS:
        if isinstance(value, types):
            return kind
    return ColumnKind.OTHER


def kind_of_text(text: str) -> ColumnKind:
    """``DATE`` or ``MOMENT`` for a real date in ISO 8601 shape, ``TEXT`` for all others."""
    if _ISO_DATE.fullmatch(text):
        return ColumnKind.DATE if _is_day(text) else ColumnKind.TEXT
    if _ISO_MOMENT.fullmatch(text):
        return ColumnKind.MOMENT if _is_day(text[:10]) else ColumnKind.TEXT
    return ColumnKind.TEXT


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


_KINDS: tuple[tuple[type | tuple[type, ...], ColumnKind], ...] = (
    (bool, ColumnKind.BOOLEAN),
    (int, ColumnKind.INTEGER),
    ((float, Decimal), ColumnKind.NUMBER),
    (datetime.datetime, ColumnKind.MOMENT),
    (datetime.date, ColumnKind.DATE),
    (datetime.time, ColumnKind.TIME),
    (uuid.UUID, ColumnKind.TEXT),
)


def _text_of(value: Any, longest: int) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return _bytes_shown(bytes(value))
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=str)[: longest + 1]
    return str(value)


def _bytes_shown(value: bytes) -> str:
    shown = "0x" + value[:BYTES_SHOWN].hex().upper()
    return shown if len(value) <= BYTES_SHOWN else f"{shown}… ({len(value)} bytes)"


def _unusual_number(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest] + "…"
