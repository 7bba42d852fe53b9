"""PostgreSQL's types: what a column's values are, and values that Python's own types cannot hold."""

from decimal import Decimal
from typing import Any

from psycopg import DataError
from psycopg.abc import Buffer
from psycopg.adapt import AdaptersMap, Loader
from psycopg.types import datetime as psycopg_datetime
from psycopg.types.string import TextLoader

from spravka.query_plans.schema import ColumnKind

KINDS = {
    "int2": ColumnKind.INTEGER,
    "int4": ColumnKind.INTEGER,
    "int8": ColumnKind.INTEGER,
    "oid": ColumnKind.INTEGER,
    "numeric": ColumnKind.NUMBER,
    "float4": ColumnKind.NUMBER,
    "float8": ColumnKind.NUMBER,
    "money": ColumnKind.NUMBER,
    "date": ColumnKind.DATE,
    "timestamp": ColumnKind.MOMENT,
    "timestamptz": ColumnKind.MOMENT,
    "time": ColumnKind.TIME,
    "timetz": ColumnKind.TIME,
    "bool": ColumnKind.BOOLEAN,
    "text": ColumnKind.TEXT,
    "varchar": ColumnKind.TEXT,
    "bpchar": ColumnKind.TEXT,
    "name": ColumnKind.TEXT,
    "citext": ColumnKind.TEXT,
}
"""By the catalogue's name of the type (``pg_type.typname``); enumerations are texts, all others ``OTHER``."""


def kind_of_type(name: str, is_enumeration: bool = False) -> ColumnKind:
    """What a column of the type with this ``typname`` holds."""
    return ColumnKind.TEXT if is_enumeration else KINDS.get(name, ColumnKind.OTHER)


def kind_of_oid(oid: int, adapters: AdaptersMap) -> tuple[ColumnKind | None, str]:
    """Kind and name of an answer's column; types that psycopg does not know (domains, enumerations) by their values."""
    known = adapters.types.get(oid)
    if known is None or known.array_oid == oid:
        return None, ""
    return kind_of_type(known.name), known.name


def register(adapters: AdaptersMap) -> None:
    """Make ``adapters`` read every date, even ``infinity``, money as a number, and JSON as the text it is."""
    for name in ("date", "time", "timetz", "timestamp", "timestamptz", "interval"):
        adapters.register_loader(name, _lenient(_TEMPORAL[name]))
    for name in ("json", "jsonb"):
        adapters.register_loader(name, TextLoader)
    adapters.register_loader("money", _MoneyLoader)


_TEMPORAL: dict[str, type[Loader]] = {
    "date": psycopg_datetime.DateLoader,
    "time": psycopg_datetime.TimeLoader,
    "timetz": psycopg_datetime.TimetzLoader,
    "timestamp": psycopg_datetime.TimestampLoader,
    "timestamptz": psycopg_datetime.TimestamptzLoader,
    "interval": psycopg_datetime.IntervalLoader,
}


def _lenient(loader: type[Loader]) -> type[Loader]:
    """The loader, giving the text of what it cannot load: years before 1 or after 9999, ``infinity``."""

    class Lenient(loader):  # type: ignore[valid-type, misc]
        def load(self, data: Buffer) -> Any:
            try:
                return super().load(data)
            except DataError:
                return bytes(data).decode()

    return Lenient


class _MoneyLoader(Loader):
    """``-$1,234.56``, as ``lc_monetary`` C writes it."""

    def load(self, data: Buffer) -> Decimal:
        return Decimal(bytes(data).decode().replace("$", "").replace(",", ""))
