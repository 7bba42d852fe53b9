"""Which rows of a run are meant and in which order they stand: conditions and sort keys of the tables, no session."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, func, literal

from spravka.catalogues.tables import CatalogueGroup, CatalogueItem
from spravka.nomenclature.tables import MappingRow, RowDecision

LINE_BREAK = "\n"
ESCAPE = "\\"
LIKE_SIGNS = str.maketrans({sign: ESCAPE + sign for sign in (ESCAPE, "%", "_")})


class RowOrder(StrEnum):
    """What rows are sorted by; rows that are alike in it stand by their numbers."""

    NUMBER = "number"
    NAME = "name"
    CONFIDENCE = "confidence"
    GROUP = "group"


@dataclass(frozen=True)
class RowFilter:
    """Conditions that a row meets, all of them; None asks for nothing.

    ``text``: every word of it stands in the supplier's name, or in the code or the name of the row's item.
    """

    decision: RowDecision | None = None
    group_code: str | None = None
    confidence_from: float | None = None
    confidence_to: float | None = None
    text: str | None = None
    decided_since: datetime | None = None

    @property
    def looks_at_items(self) -> bool:
        """True where the rows have to be joined with their items."""
        return bool(self.text)

    def conditions(self) -> list[ColumnElement[bool]]:
        """The conditions over ``mapping_row`` and, where :attr:`looks_at_items`, ``catalogue_item``."""
        asked: dict[Any, Any] = {
            MappingRow.decision.__eq__: self.decision,
            MappingRow.group_code.__eq__: self.group_code,
            MappingRow.confidence.__ge__: self.confidence_from,
            MappingRow.confidence.__le__: self.confidence_to,
            MappingRow.decided_at.__gt__: self.decided_since,
        }
        told = func.concat_ws(LINE_BREAK, MappingRow.name, CatalogueItem.code, CatalogueItem.name)
        words = [_folded(told).like(_containing(word), escape=ESCAPE) for word in (self.text or "").split()]
        return [compare(value) for compare, value in asked.items() if value is not None] + words


EVERY_ROW = RowFilter()


def sort_keys(order: RowOrder, *, is_descending: bool) -> list[ColumnElement[Any]]:
    """The keys to sort by. Rows that have no such thing yet come last either way; alike ones go by number.

    ``GROUP`` sorts by the group's name as people see it, over ``catalogue_group``.
    """
    if order is RowOrder.NUMBER:
        return [MappingRow.number.desc() if is_descending else MappingRow.number.asc()]
    key = _sorted_by(order)
    return [(key.desc() if is_descending else key.asc()).nulls_last(), MappingRow.number.asc()]


def _sorted_by(order: RowOrder) -> ColumnElement[Any]:
    if order is RowOrder.CONFIDENCE:
        return MappingRow.confidence.expression
    shown = MappingRow.name if order is RowOrder.NAME else func.coalesce(CatalogueGroup.name, MappingRow.group_code)
    return _folded(shown)


def _folded(text: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """Text without differences of letter case and of ё and е, in which ё would stand after я."""
    return func.replace(func.lower(text), "ё", "е")


def _containing(word: str) -> ColumnElement[str]:
    """A LIKE pattern: the word anywhere, each of its signs meaning itself."""
    return _folded(literal(f"%{word.translate(LIKE_SIGNS)}%"))
