"""What is known of a database's structure, the same for every vendor; JSON-able by ``SCHEMA_JSON``."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import TypeAdapter


class Dialect(enum.StrEnum):
    """The SQL a database speaks."""

    POSTGRESQL = "postgresql"
    MYSQL = "mysql"
    MSSQL = "mssql"
    SQLITE = "sqlite"
    CLICKHOUSE = "clickhouse"


class ColumnKind(enum.StrEnum):
    """What a column's values are to a reader of questions, whatever the vendor calls the type."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    """With a fraction: decimal, money, float."""
    DATE = "date"
    MOMENT = "moment"
    """A date with a time of day."""
    TIME = "time"
    BOOLEAN = "boolean"
    OTHER = "other"
    """Blobs, JSON, geometry, arrays: shown, never filtered by words."""


NUMERIC = frozenset({ColumnKind.INTEGER, ColumnKind.NUMBER})
TEMPORAL = frozenset({ColumnKind.DATE, ColumnKind.MOMENT})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``comment`` is the text its makers left in the database, often in Russian."""

    name: str
    kind: ColumnKind
    type_name: str = ""
    comment: str = ""
    is_nullable: bool = True


@dataclass(frozen=True)
class Table:
    """A table or a view. ``row_count`` is the vendor's estimate, ``None`` where it has none."""

    name: str
    columns: tuple[Column, ...]
    namespace: str = ""
    """The vendor's schema (``bookings``, ``dbo``); empty where the dialect has none or it is the default one."""
    comment: str = ""
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    row_count: int | None = None
    is_view: bool = False

    @property
    def key(self) -> str:
        """How plans name the table: ``namespace.name``, or the name alone."""
        return f"{self.namespace}.{self.name}" if self.namespace else self.name

    @cached_property
    def columns_by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}

    def is_unique(self, columns: frozenset[str]) -> bool:
        """True where no two rows have the same values in ``columns``: they hold a whole key."""
        return any(key and columns >= set(key) for key in (self.primary_key, *self.unique_keys))


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns of a table that name a row of another; ``is_inferred``: told by names and values only."""

    table: str
    columns: tuple[str, ...]
    to_table: str
    to_columns: tuple[str, ...]
    is_inferred: bool = False


@dataclass(frozen=True)
class DatabaseSchema:
    """The tables that may be asked about, named by ``Table.key``, and how they hang together."""

    dialect: Dialect
    tables: tuple[Table, ...]
    foreign_keys: tuple[ForeignKey, ...] = field(default=())
    default_namespace: str = ""
    """Where the tables without a namespace lie; empty: the dialect's usual one."""

    @cached_property
    def tables_by_key(self) -> Mapping[str, Table]:
        return {table.key: table for table in self.tables}

    def column(self, table: str, name: str) -> Column:
        """The column ``name`` of the table with key ``table``; raises ``KeyError`` where there is none."""
        return self.tables_by_key[table].columns_by_name[name]


SCHEMA_JSON: TypeAdapter[DatabaseSchema] = TypeAdapter(DatabaseSchema)
"""Reads and writes a schema as JSON."""
