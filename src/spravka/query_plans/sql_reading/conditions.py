"""Conditions of SQL read as those of a plan."""

import re
from collections.abc import Iterator

from sqlglot import exp

from spravka.query_plans.plan import (
    AllOf,
    AmongRows,
    AnyOf,
    Between,
    Comparison,
    Condition,
    Constant,
    Expression,
    IsEmpty,
    Negated,
    OneOf,
    Operator,
    TextMatch,
    TextMatches,
)
from spravka.query_plans.sql_reading.errors import UnsayableError, UnsayableReason
from spravka.query_plans.sql_reading.expressions import ExpressionReader

COMPARISONS: dict[type[exp.Expr], Operator] = {
    exp.EQ: Operator.EQUAL,
    exp.NEQ: Operator.UNEQUAL,
    exp.LT: Operator.LESS,
    exp.LTE: Operator.LESS_OR_EQUAL,
    exp.GT: Operator.MORE,
    exp.GTE: Operator.MORE_OR_EQUAL,
}
MIRRORED = {
    Operator.LESS: Operator.MORE,
    Operator.LESS_OR_EQUAL: Operator.MORE_OR_EQUAL,
    Operator.MORE: Operator.LESS,
    Operator.MORE_OR_EQUAL: Operator.LESS_OR_EQUAL,
}


class ConditionReader(ExpressionReader):
    """Reads the conditions of one select."""

    def condition(self, node: exp.Expr) -> Condition:
        if isinstance(node, exp.Paren):
            return self.condition(node.this)
        if isinstance(node, exp.And):
            return AllOf(tuple(self.condition(part) for part in flat(node, exp.And)))
        if isinstance(node, exp.Or):
            return AnyOf(tuple(self.condition(part) for part in flat(node, exp.Or)))
        if isinstance(node, exp.Not):
            return negation(self.condition(node.this))
        if type(node) in COMPARISONS:
            return self.comparison(node)
        return self.predicate(node)

    def comparison(self, node: exp.Expr) -> Comparison:
        left, right = self.expression(node.this), self.expression(node.expression)
        operator = COMPARISONS[type(node)]
        if isinstance(left, Constant) and not isinstance(right, Constant):
            return Comparison(right, MIRRORED.get(operator, operator), left)
        return Comparison(left, operator, right)

    def predicate(self, node: exp.Expr) -> Condition:
        if isinstance(node, exp.Between):
            low, high = self.expression(node.args["low"]), self.expression(node.args["high"])
            return Between(self.expression(node.this), low, high)
        if isinstance(node, exp.Like | exp.ILike):
            return self.text_matches(node, "")
        if isinstance(node, exp.Escape) and isinstance(node.this, exp.Like | exp.ILike):
            return self.text_matches(node.this, node.expression.name)
        if isinstance(node, exp.In):
            return self.one_of(node)
        if isinstance(node, exp.Is) and isinstance(node.expression, exp.Null):
            return IsEmpty(self.expression(node.this))
        raise UnsayableError(UnsayableReason.CONDITION, node.sql())

    def text_matches(self, node: exp.Expr, escape: str) -> Condition:
        pattern = self.expression(node.expression)
        if not isinstance(pattern, Constant) or not isinstance(pattern.value, str):
            raise UnsayableError(UnsayableReason.CONDITION, node.sql())
        match, words = shape(pattern.value, escape)
        left = node.this.this if isinstance(node.this, exp.Lower) else node.this
        return TextMatches(self.expression(left), match, words, bool(node.args.get("negate")))

    def one_of(self, node: exp.In) -> Condition:
        left = self.expression(node.this)
        query = node.args.get("query")
        if query is not None:
            return AmongRows(left, self.query(query))
        return OneOf(left, tuple(self.constant(value) for value in node.expressions))

    def constant(self, node: exp.Expr) -> Constant:
        value = self.expression(node)
        if not isinstance(value, Constant):
            raise UnsayableError(UnsayableReason.CONDITION, node.sql())
        return value


def flat(node: exp.Expr, connector: type[exp.Connector]) -> Iterator[exp.Expr]:
    """The parts that a chain of AND (or of OR) connects."""
    if isinstance(node, connector):
        yield from flat(node.this, connector)
        yield from flat(node.expression, connector)
    else:
        yield node


def negation(condition: Condition) -> Condition:
    """The opposite; within the condition itself where it has a word for that."""
    if isinstance(condition, TextMatches):
        return TextMatches(condition.left, condition.match, condition.text, not condition.negated)
    if isinstance(condition, OneOf):
        return OneOf(condition.left, condition.values, not condition.negated)
    if isinstance(condition, AmongRows):
        return AmongRows(condition.left, condition.plan, not condition.negated)
    if isinstance(condition, IsEmpty):
        return IsEmpty(condition.left, not condition.negated)
    return Negated(condition)


def shape(pattern: str, escape: str = "") -> tuple[TextMatch, str]:
    """What a LIKE pattern asks for, if it is one of the plain shapes. Raises where it escapes within another."""
    starts_open, ends_open = pattern.startswith("%"), pattern.endswith("%") and len(pattern) > 1
    body = pattern[starts_open : len(pattern) - ends_open]
    words = re.sub(f"{re.escape(escape)}(.)", r"\1", body) if escape else body
    special = re.sub(f"{re.escape(escape)}.", "", body) if escape else body
    if words and "%" not in special and "_" not in special:
        return SHAPES[starts_open, ends_open], words
    if escape:
        raise UnsayableError(UnsayableReason.CONDITION, pattern)
    return TextMatch.LIKE, pattern


SHAPES = {
    (True, True): TextMatch.CONTAINS,
    (False, True): TextMatch.STARTS,
    (True, False): TextMatch.ENDS,
    (False, False): TextMatch.IS,
}


def is_column_equality(condition: Condition) -> bool:
    """Whether a condition says that columns of two table uses are equal."""
    if not isinstance(condition, Comparison) or condition.operator is not Operator.EQUAL:
        return False
    sides: tuple[Expression, Expression] = (condition.left, condition.right)
    return all(side.node == "column" for side in sides) and len({getattr(side, "table", "") for side in sides}) == 2
