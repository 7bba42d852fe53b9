"""Inferring the keys a database does not declare: by names and types, and then by values. Pure but for ``values``.

A column is a candidate where its name says of which table it names a row (``customer_id`` → ``customer.id``,
``id_клиента`` → ``клиенты.id``, ``manager_employee_id`` → ``employee.id``), or is spelled as another table's key
(``StuID`` → ``student.StuID``, ``c_nationkey`` → ``nation.n_nationkey``, ``sbTxCustId`` → ``sbCustomer.sbCustId``).
Values decide: nearly all must be found.
Names are looked up in dictionaries, so that the work grows with the number of columns, not of their pairs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spravka.customer_databases.key_names import (
    common_prefix,
    is_bare_key,
    is_key_like,
    shared_beginning,
    subject,
    table_names,
    without_prefix,
)
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, ForeignKey, Table

FOUND_SHARE = 0.95
"""Of the values looked at, this share must be found in the other table: a few orphans are everyday."""
MOST_CHECKED = 2_000
"""Candidates whose values are looked at."""
SHORTEST_ENDING = 5
"""Letters of a key that must end a column's name for the column to be taken for it: ``custid``."""
_JOINING = frozenset({ColumnKind.INTEGER, ColumnKind.TEXT, ColumnKind.OTHER})

Place = tuple[Table, str]


@dataclass(frozen=True, slots=True)
class ValueLooks:
    """How stored values are looked at; both may answer ``None``: there are none, or it took too long.

    ``share_found(table, column, to_table, to_column)`` is 0…1: of the sampled values of ``column`` those that
    ``to_column`` holds. ``is_distinct(table, column)``: no sampled value occurs twice, and none is missing.
    """

    share_found: Callable[[Table, str, Table, str], float | None]
    is_distinct: Callable[[Table, str], bool | None]


@dataclass(frozen=True, slots=True)
class _Candidate:
    table: Table
    column: Column
    to_table: Table
    to_column: Column
    is_sure_by_name: bool


def infer_keys(schema: DatabaseSchema, values: ValueLooks) -> tuple[ForeignKey, ...]:
    """The foreign keys that names and values tell, besides those declared; each with ``is_inferred``."""
    declared = {(key.table, column) for key in schema.foreign_keys for column in key.columns}
    tables = [table for table in schema.tables if not table.is_view]
    targets = _Targets(shared_beginning([table.name for table in tables]))
    targets.add(_declared_keys(tables))
    targets.add_unless_spelled(_undeclared_keys(tables, values))
    kept: dict[tuple[str, str], ForeignKey] = {}
    for checked, candidate in enumerate(_candidates(tables, targets, declared)):
        place = (candidate.table.key, candidate.column.name)
        if checked >= MOST_CHECKED:
            break
        if place not in kept and not _is_reverse(candidate, kept) and _is_confirmed(candidate, values):
            kept[place] = _foreign_key(candidate)
    return tuple(kept.values())


def _declared_keys(tables: Iterable[Table]) -> Iterator[Place]:
    """Columns that alone name a row of their table, as its makers said."""
    for table in tables:
        names = [key[0] for key in (table.primary_key, *table.unique_keys) if len(key) == 1]
        yield from ((table, name) for name in dict.fromkeys(names) if table.columns_by_name[name].kind in _JOINING)


def _undeclared_keys(tables: Iterable[Table], values: ValueLooks) -> Iterator[Place]:
    """The same of tables without any key: key-like by name, and no value twice."""
    for table in tables:
        if not table.primary_key and not table.unique_keys:
            names = _undeclared_key(table, values)
            yield from ((table, name) for name in names if table.columns_by_name[name].kind in _JOINING)


def _undeclared_key(table: Table, values: ValueLooks) -> list[str]:
    likely = [column.name for column in table.columns if is_key_like(column.name) and _names_own(table, column.name)]
    return [name for name in likely[:2] if values.is_distinct(table, name)]


def _names_own(table: Table, column: str) -> bool:
    """The column is a bare ``id``, or says the table's own name; or it is the first of all."""
    named = subject(_plain(table, column))
    return not named or named in set(table_names(table.name)) or column == table.columns[0].name


def _plain(table: Table, column: str) -> str:
    return without_prefix(column, common_prefix([one.name for one in table.columns]))


class _Targets:
    """Keys of tables, to be found by the words and by the spelling of a column that may refer to them."""

    def __init__(self, mark: str) -> None:
        self.by_subject: dict[tuple[str, ...], list[Place]] = defaultdict(list)
        self.by_spelling: dict[str, list[Place]] = defaultdict(list)
        self._mark = mark

    def add(self, places: Iterable[Place]) -> None:
        for table, column in places:
            for name in table_names(table.name):
                self.by_subject[name].append((table, column))
            if not is_bare_key(column):
                self.by_spelling[self.spelling(table, column)].append((table, column))

    def add_unless_spelled(self, places: Iterable[Place]) -> None:
        """Leave out columns that are spelled like a key there is: they refer to it."""
        self.add(
            [(table, column) for table, column in places if not self.by_spelling.get(self.spelling(table, column))]
        )

    def spelling(self, table: Table, column: str) -> str:
        """The column's letters without the prefix of its table's columns and the mark of all tables."""
        return _plain(table, column).lower().removeprefix(self._mark).replace("_", "")

    def by_ending(self, spelling: str) -> list[Place]:
        """Keys whose spelling ends this one."""
        endings = (spelling[start:] for start in range(1, len(spelling) - SHORTEST_ENDING + 1))
        return [place for ending in endings for place in self.by_spelling.get(ending, ())]


def _candidates(tables: Iterable[Table], targets: _Targets, declared: set[tuple[str, str]]) -> Iterator[_Candidate]:
    for table in tables:
        for column in table.columns:
            if column.kind in _JOINING and (table.key, column.name) not in declared:
                yield from _candidates_of(table, column, targets)


def _candidates_of(table: Table, column: Column, targets: _Targets) -> Iterator[_Candidate]:
    """The likeliest first; never the column itself, nor one of another kind."""
    seen = {(table.key, column.name)}
    for places, is_sure in _likely_places(table, column, targets):
        for to_table, to_name in places:
            to_column = to_table.columns_by_name[to_name]
            if (to_table.key, to_name) not in seen and to_column.kind is column.kind:
                seen.add((to_table.key, to_name))
                yield _Candidate(table, column, to_table, to_column, is_sure)


def _likely_places(table: Table, column: Column, targets: _Targets) -> Iterator[tuple[list[Place], bool]]:
    """Keys by the table's whole name, by their spelling, and by the end of either; whether the name is sure.

    A table's own key refers to another table only where it is spelled like that one's: numbers from 1 are in all.
    """
    named, spelling = subject(_plain(table, column.name)), targets.spelling(table, column.name)
    is_own_key, is_key = table.primary_key == (column.name,), is_key_like(column.name)
    if named and is_key and not is_own_key:
        by_name = targets.by_subject.get(named, [])
        yield by_name, len(by_name) == 1
    by_spelling = targets.by_spelling.get(spelling, [])
    yield by_spelling, is_key and not is_own_key and len(by_spelling) == 1
    if is_key and not is_own_key:
        yield targets.by_subject.get(named[-1:], []) if len(named) > 1 else [], False
        yield targets.by_ending(spelling), False


def _is_reverse(candidate: _Candidate, kept: dict[tuple[str, str], ForeignKey]) -> bool:
    """Of two tables with the same key one refers to the other, not each to each."""
    other = kept.get((candidate.to_table.key, candidate.to_column.name))
    return other is not None and (other.to_table, other.to_columns) == (
        candidate.table.key,
        (candidate.column.name,),
    )


def _is_confirmed(candidate: _Candidate, values: ValueLooks) -> bool:
    share = values.share_found(candidate.table, candidate.column.name, candidate.to_table, candidate.to_column.name)
    return candidate.is_sure_by_name if share is None else share >= FOUND_SHARE


def _foreign_key(candidate: _Candidate) -> ForeignKey:
    return ForeignKey(
        candidate.table.key,
        (candidate.column.name,),
        candidate.to_table.key,
        (candidate.to_column.name,),
        is_inferred=True,
    )
