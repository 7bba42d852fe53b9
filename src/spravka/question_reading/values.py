"""The index of values stored in a database's text columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ValueIndex:
    """Distinct values by ``(table key, column)``; ``is_complete`` of a column is false where the budget cut it."""

    values: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    incomplete: frozenset[tuple[str, str]] = frozenset()
