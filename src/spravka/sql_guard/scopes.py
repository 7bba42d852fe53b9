"""What names mean at a place of a query: the sources of its rows, and the queries around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from spravka.sql_guard.names import Names, fold
from spravka.sql_guard.policy import AllowedTable


@dataclass(eq=False)
class Source:
    """Something rows come from: a table, a CTE, a subquery. ``label`` is how columns are qualified with it."""

    label: str
    columns: Names
    table: AllowedTable | None = None
    is_single_row: bool = False
    """At most one row comes from it, or rows that belong to one of the others."""
    is_starred: bool = False
    """All of its columns are asked for."""


@dataclass(frozen=True)
class Output:
    """What a query gives: the names of its columns, and what it costs."""

    columns: tuple[str, ...]
    table_uses: int
    is_single_row: bool = False


@dataclass(frozen=True)
class Cte:
    """A named query. ``name`` as written, ``rendered`` as it is called in what runs."""

    name: str
    rendered: str
    output: Output


Ctes = Mapping[str, Cte]
"""The named queries that are visible at a place, by what they are found by."""


@dataclass
class Scope:
    """One SELECT: its sources, the names of its result, and the scope around it."""

    ctes: Ctes
    outer: "Scope | None" = None
    sources: list[Source] = field(default_factory=list)
    aliases: Names = field(default=Names(()))
    aliases_are_open: bool = False
    """Names of the result may be used in the clause that is read now."""

    def levels(self) -> Iterator["Scope"]:
        """This scope, then those around it."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.outer


@dataclass(frozen=True)
class TableUse:
    """A place where an allowed table is read; ``node`` is to be replaced by what may be read of it."""

    node: exp.Table
    table: AllowedTable
    source: Source


@dataclass
class Findings:
    """What the resolution of a query tells besides the changed tree."""

    uses: list[TableUse] = field(default_factory=list)
    origins: dict[int, Source] = field(default_factory=dict)
    """The source of each column, by the column's ``id``."""
    unjoined: int = 0


def cte_key(name: str, *, is_case_telling: bool) -> str:
    """What a named query is found by; where cases are told apart, names without quotes come already folded."""
    return name if is_case_telling else fold(name)
