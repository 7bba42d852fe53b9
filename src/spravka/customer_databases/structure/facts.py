"""What the vendors' catalogues tell, in one shape, and the schema made of it. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from spravka.query_plans.schema import Column, DatabaseSchema, Dialect, ForeignKey, Table

Name = tuple[str, str]
"""Namespace and name of a table, as the catalogue has them."""
Fact = TypeVar("Fact", "ColumnFact", "KeyFact")


@dataclass(frozen=True, slots=True)
class TableFact:
    table: Name
    is_view: bool = False
    comment: str = ""
    row_count: int | None = None


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """A column; facts come in the order of the table's columns."""

    table: Name
    column: Column


@dataclass(frozen=True, slots=True)
class KeyFact:
    table: Name
    columns: tuple[str, ...]
    is_primary: bool


@dataclass(frozen=True, slots=True)
class ForeignKeyFact:
    table: Name
    columns: tuple[str, ...]
    to_table: Name
    to_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a catalogue tells of the tables that the role may read."""

    tables: list[TableFact] = field(default_factory=list)
    columns: list[ColumnFact] = field(default_factory=list)
    keys: list[KeyFact] = field(default_factory=list)
    foreign_keys: list[ForeignKeyFact] = field(default_factory=list)


def assemble(dialect: Dialect, default_namespace: str, facts: Facts) -> DatabaseSchema:
    """The schema; tables of ``default_namespace`` have an empty one. Keys that name what cannot be read are dropped."""
    columns = {name: tuple(fact.column for fact in group) for name, group in _by_table(facts.columns).items()}
    keys = _by_table(facts.keys)
    tables = {
        fact.table: _table(fact, default_namespace, columns[fact.table], keys.get(fact.table, []))
        for fact in facts.tables
        if fact.table in columns
    }
    foreign_keys = tuple(_foreign_keys(facts.foreign_keys, tables))
    return DatabaseSchema(dialect, tuple(tables.values()), foreign_keys, default_namespace)


def _by_table(facts: Iterable[Fact]) -> dict[Name, list[Fact]]:
    grouped: dict[Name, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.table].append(fact)
    return grouped


def _table(fact: TableFact, default: str, columns: tuple[Column, ...], keys: Iterable[KeyFact]) -> Table:
    namespace, name = fact.table
    names = {column.name for column in columns}
    whole = [key for key in keys if names.issuperset(key.columns)]
    return Table(
        name=name,
        columns=columns,
        namespace="" if namespace == default else namespace,
        comment=fact.comment,
        primary_key=next((key.columns for key in whole if key.is_primary), ()),
        unique_keys=tuple(key.columns for key in whole if not key.is_primary),
        row_count=fact.row_count,
        is_view=fact.is_view,
    )


def _foreign_keys(facts: Iterable[ForeignKeyFact], tables: Mapping[Name, Table]) -> Iterator[ForeignKey]:
    for fact in facts:
        table, target = tables.get(fact.table), tables.get(fact.to_table)
        if table is None or target is None:
            continue
        if table.columns_by_name.keys() >= set(fact.columns) and target.columns_by_name.keys() >= set(fact.to_columns):
            yield ForeignKey(table.key, fact.columns, target.key, fact.to_columns)
