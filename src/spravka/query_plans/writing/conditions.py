"""Conditions of one select as SQL nodes."""

import datetime
import re
from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

from sqlglot import exp

from spravka.query_plans.periods import ONE_DAY, Bounds, bounds_of
from spravka.query_plans.plan import (
    AllOf,
    AmongRows,
    AnyOf,
    Between,
    ColumnRef,
    Comparison,
    Condition,
    Constant,
    Expression,
    InPeriod,
    IsEmpty,
    Negated,
    OneOf,
    Operator,
    QueryPlan,
    TextMatches,
)
from spravka.query_plans.schema import NUMERIC, ColumnKind, Dialect
from spravka.query_plans.writing.expressions import ExpressionWriter
from spravka.query_plans.writing.literals import constant, moment, number
from spravka.query_plans.writing.texts import matches

COMPARISONS: dict[Operator, type[exp.Binary]] = {
    Operator.EQUAL: exp.EQ,
    Operator.UNEQUAL: exp.NEQ,
    Operator.LESS: exp.LT,
    Operator.LESS_OR_EQUAL: exp.LTE,
    Operator.MORE: exp.GT,
    Operator.MORE_OR_EQUAL: exp.GTE,
}
FROM_NEXT_DAY = {Operator.LESS_OR_EQUAL: Operator.LESS, Operator.MORE: Operator.MORE_OR_EQUAL}
"""Up to a day is before the next one, after it is from the next one on: moments within the day belong to it."""

TEXT_TYPES = re.compile(r"(?:text|char|varchar|bpchar|citext|name)", re.IGNORECASE)
"""How PostgreSQL's own types of text begin."""


class ConditionWriter(ExpressionWriter):
    """Writes the conditions of one select."""

    @abstractmethod
    def rows_without_nulls(self, plan: QueryPlan) -> exp.Query:
        """A nested plan that may stand after ``IN``."""

    def condition(self, condition: Condition) -> exp.Expr:
        return self.WRITERS[type(condition)](self, condition)

    def inner(self, condition: Condition) -> exp.Expr:
        """In brackets where it is several conditions."""
        written = self.condition(condition)
        return exp.Paren(this=written) if isinstance(written, exp.Connector) else written

    def comparison(self, node: Comparison) -> exp.Expr:
        day = self.whole_day(node.left, node.right)
        if day is not None:
            return self.day_comparison(node, day)
        if isinstance(node.right, Constant) and node.right.value is None:
            return self.comparison_with_null(node)
        right = self.compared(node.left, node.right)
        return COMPARISONS[node.operator](this=self.compared(node.right, node.left), expression=right)

    def comparison_with_null(self, node: Comparison) -> exp.Expr:
        return self.is_empty(IsEmpty(node.left, negated=node.operator is Operator.UNEQUAL))

    def whole_day(self, left: Expression, right: Expression) -> datetime.date | None:
        """The day with which a column of moments is compared."""
        if not isinstance(right, Constant) or self.scope.kind(left) is not ColumnKind.MOMENT:
            return None
        value = right.value
        return value if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) else None

    def day_comparison(self, node: Comparison, day: datetime.date) -> exp.Expr:
        if node.operator in (Operator.EQUAL, Operator.UNEQUAL):
            written = self.within(node.left, Bounds(day, day + ONE_DAY))
            return exp.Not(this=exp.Paren(this=written)) if node.operator is Operator.UNEQUAL else written
        start = day + ONE_DAY if node.operator in FROM_NEXT_DAY else day
        operator = FROM_NEXT_DAY.get(node.operator, node.operator)
        return COMPARISONS[operator](this=self.expression(node.left), expression=moment(start, self.dialect))

    def compared(self, other: Expression, node: Expression) -> exp.Expr:
        """A side of a comparison; a day compared with a text is written as a text."""
        if isinstance(node, Constant) and self.scope.kind(other) is ColumnKind.TEXT:
            return self.text_constant(node)
        return self.operand(node)

    def text_constant(self, node: Constant) -> exp.Expr:
        value = node.value
        is_day = isinstance(value, datetime.date)
        return constant(str(value) if is_day else value, self.dialect)

    def between(self, node: Between) -> exp.Expr:
        day = self.whole_day(node.left, node.high)
        if day is not None:
            low = Comparison(node.left, Operator.MORE_OR_EQUAL, node.low)
            return exp.And(
                this=self.comparison(low),
                expression=self.day_comparison(Comparison(node.left, Operator.LESS_OR_EQUAL, node.high), day),
            )
        low_written, high_written = self.compared(node.left, node.low), self.compared(node.left, node.high)
        return exp.Between(this=self.operand(node.left), low=low_written, high=high_written)

    def text_matches(self, node: TextMatches) -> exp.Expr:
        is_text = self.scope.kind(node.left) is ColumnKind.TEXT and not self.is_enumeration(node.left)
        written = matches(self.operand(node.left), node.match, node.text, self.dialect, is_text)
        return exp.Not(this=written) if node.negated else written

    def is_enumeration(self, node: Expression) -> bool:
        """PostgreSQL's enumerations are shown as texts, but no pattern fits them before they are cast."""
        if self.dialect is not Dialect.POSTGRESQL or not isinstance(node, ColumnRef):
            return False
        known = self.scope.column(node)
        return known is not None and bool(known.type_name) and not TEXT_TYPES.match(known.type_name)

    def one_of(self, node: OneOf) -> exp.Expr:
        """No value at all is one of none: ``IN ()`` is no SQL."""
        if not node.values:
            return exp.EQ(this=number(1), expression=number(int(node.negated)))
        values = [self.compared(node.left, value) for value in node.values]
        written = exp.In(this=self.operand(node.left), expressions=values)
        return exp.Not(this=written) if node.negated else written

    def among_rows(self, node: AmongRows) -> exp.Expr:
        query = exp.Subquery(this=self.rows_without_nulls(node.plan) if node.negated else self.listed(node.plan))
        written = exp.In(this=self.operand(node.left), query=query)
        return exp.Not(this=written) if node.negated else written

    @abstractmethod
    def listed(self, plan: QueryPlan) -> exp.Query:
        """A nested plan that may stand after ``IN``, nulls and all."""

    def is_empty(self, node: IsEmpty) -> exp.Expr:
        written = exp.Is(this=self.operand(node.left), expression=exp.Null())
        return exp.Not(this=written) if node.negated else written

    def in_period(self, node: InPeriod) -> exp.Expr:
        written = self.within(node.left, bounds_of(node.period, self.today))
        return exp.Not(this=exp.Paren(this=written)) if node.negated else written

    def within(self, left: Expression, bounds: Bounds) -> exp.Expr:
        """From the start to before the end; a period open on both sides holds every value there is."""
        parts: list[exp.Expr] = []
        if bounds.start is not None:
            parts.append(exp.GTE(this=self.operand(left), expression=self.bound(left, bounds.start)))
        if bounds.end is not None:
            parts.append(exp.LT(this=self.operand(left), expression=self.bound(left, bounds.end)))
        return joined(parts, exp.And) if parts else self.is_empty(IsEmpty(left, negated=True))

    def bound(self, left: Expression, bound: datetime.date) -> exp.Expr:
        """A bound as the compared values are: a year where they are numbers, a text where they are texts."""
        kind = self.scope.kind(left)
        if kind in NUMERIC:
            return number(bound.year)
        return constant(str(bound), self.dialect) if kind is ColumnKind.TEXT else moment(bound, self.dialect)

    def all_of(self, node: AllOf) -> exp.Expr:
        return joined([self.inner(part) for part in node.conditions], exp.And)

    def any_of(self, node: AnyOf) -> exp.Expr:
        return joined([self.inner(part) for part in node.conditions], exp.Or)

    def negated(self, node: Negated) -> exp.Expr:
        return exp.Not(this=exp.Paren(this=self.condition(node.condition)))

    WRITERS: ClassVar[dict[type, Callable[..., exp.Expr]]] = {
        Comparison: comparison,
        Between: between,
        TextMatches: text_matches,
        OneOf: one_of,
        AmongRows: among_rows,
        IsEmpty: is_empty,
        InPeriod: in_period,
        AllOf: all_of,
        AnyOf: any_of,
        Negated: negated,
    }


def joined(parts: list[exp.Expr], connector: type[exp.Connector]) -> exp.Expr:
    """The parts one after another; of none: true for all of them, false for any."""
    if not parts:
        return exp.EQ(this=number(1), expression=number(int(connector is exp.And)))
    written = parts[0]
    for part in parts[1:]:
        written = connector(this=written, expression=part)
    return written
