"""What a caller may read, and how much: handed to the guard with every query."""

import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from spravka.sql_guard.dialects import GuardDialect, dialect_named
from spravka.sql_guard.names import Names

FilterValue = str | int | float | Decimal | bool | datetime.date | datetime.datetime
"""What a row filter compares with."""


class FilterOperator(enum.StrEnum):
    """How a row filter compares a column with its values."""

    EQUAL = "equal"
    NOT_EQUAL = "not_equal"
    LESS = "less"
    AT_MOST = "at_most"
    GREATER = "greater"
    AT_LEAST = "at_least"
    ONE_OF = "one_of"
    """Without values no row passes."""
    NONE_OF = "none_of"
    """Rows without a value do not pass, as SQL's NOT IN has it."""
    IS_EMPTY = "is_empty"
    IS_NOT_EMPTY = "is_not_empty"


VALUES_TAKEN = {FilterOperator.IS_EMPTY: 0, FilterOperator.IS_NOT_EMPTY: 0}
"""How many values an operator takes; the others take one, ``ONE_OF`` and ``NONE_OF`` any number."""


@dataclass(frozen=True)
class RowFilter:
    """Only rows whose ``column`` compares so with ``values`` exist for the caller. The column may be a hidden one.

    Raises ``ValueError`` where the number of values does not suit the operator.
    """

    column: str
    operator: FilterOperator
    values: tuple[FilterValue, ...] = ()

    def __post_init__(self) -> None:
        if self.operator in (FilterOperator.ONE_OF, FilterOperator.NONE_OF):
            return
        if len(self.values) != VALUES_TAKEN.get(self.operator, 1):
            raise ValueError(f"The row filter {self.operator} on {self.column} has {len(self.values)} values")


@dataclass(frozen=True)
class AllowedTable:
    """A table or view that may be read.

    ``columns`` are those that may be seen; ``hidden_columns`` exist too and may not (they win where both name one).
    ``namespace`` is the vendor's schema, empty for the default one.
    """

    name: str
    columns: tuple[str, ...]
    namespace: str = ""
    hidden_columns: frozenset[str] = frozenset()
    row_filters: tuple[RowFilter, ...] = ()

    @property
    def key(self) -> str:
        """``namespace.name``, or the name alone in the default namespace."""
        return f"{self.namespace}.{self.name}" if self.namespace else self.name

    @cached_property
    def visible_columns(self) -> tuple[str, ...]:
        """The columns that may be seen, as the database spells them."""
        return tuple(column for column in self.columns if column not in self.hidden_columns)

    @cached_property
    def column_names(self) -> Names:
        return Names(self.visible_columns)

    @property
    def is_restricted(self) -> bool:
        """True where not every row and column may be read."""
        return bool(self.row_filters or self.hidden_columns)


@dataclass(frozen=True)
class Caps:
    """How large a query may be; far above what a person writes, far below what hurts a parser or a server."""

    characters: int = 20_000
    tokens: int = 4_000
    depth: int = 60
    """Brackets within brackets, and half the depth of the tree."""
    nodes: int = 4_000
    table_uses: int = 40
    """Uses of tables, those inside a CTE counted at each use of the CTE."""
    listed_values: int = 1_000
    """Values of one IN or VALUES list."""
    unjoined: int = 2
    """Tables of many rows that are multiplied with the others without a condition, in the whole query."""
    string_characters: int = 5_000
    built_characters: int = 1_000
    """What LPAD and the like may build."""


@dataclass(frozen=True)
class GuardPolicy:
    """Everything that a judgement depends on besides the text.

    ``dialect`` is one of ``postgresql``, ``mysql``, ``mssql``, ``sqlite``, ``clickhouse`` (``ValueError`` otherwise).
    ``default_namespace`` is where the tables without a namespace lie; empty: the dialect's own (``public``, ``dbo``,
    ``main``; none for MySQL and ClickHouse, where the database's name is to be given). At most ``row_limit`` rows are
    for the caller; one more is fetched.
    """

    dialect: str
    tables: tuple[AllowedTable, ...]
    row_limit: int = 1_000
    default_namespace: str = ""
    caps: Caps = field(default=Caps())

    def __post_init__(self) -> None:
        dialect_named(self.dialect)
        if self.row_limit < 1:
            raise ValueError("A row limit is at least 1")

    @property
    def speech(self) -> GuardDialect:
        """What the guard knows of the dialect."""
        return dialect_named(self.dialect)

    @cached_property
    def home_namespace(self) -> str:
        """How a query may call the namespace of the tables without one; empty where it has no known name."""
        usual = self.speech.default_namespace
        is_other = any(table.namespace == usual for table in self.tables)
        return self.default_namespace or ("" if is_other else usual)

    @property
    def written_namespace(self) -> str:
        """What is written before the tables without a namespace; empty: they are left to the session's default."""
        return self.default_namespace or (self.home_namespace if self.speech.writes_default_namespace else "")

    @cached_property
    def tables_by_namespace(self) -> Mapping[str, Mapping[str, AllowedTable]]:
        """Tables by the namespace and the name that the database itself uses."""
        grouped: dict[str, dict[str, AllowedTable]] = {}
        for table in self.tables:
            grouped.setdefault(table.namespace or self.home_namespace, {})[table.name] = table
        return grouped

    @cached_property
    def namespace_names(self) -> Names:
        return Names(self.tables_by_namespace)

    @cached_property
    def table_names(self) -> Mapping[str, Names]:
        return {namespace: Names(tables) for namespace, tables in self.tables_by_namespace.items()}

    @cached_property
    def folded_table_names(self) -> Names:
        """Every allowed table's name, to keep other names apart from them."""
        return Names(table.name for table in self.tables)
