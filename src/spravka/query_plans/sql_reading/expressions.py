"""Expressions of SQL read as those of a plan."""

from abc import ABC, abstractmethod

from sqlglot import exp

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    Arithmetic,
    Condition,
    Constant,
    DatePart,
    DateUnit,
    Expression,
    Output,
    QueryPlan,
    ScalarQuery,
    Select,
    Truncated,
)
from spravka.query_plans.schema import ColumnKind, DatabaseSchema, Dialect
from spravka.query_plans.scopes import Scope
from spravka.query_plans.sql_reading.errors import UnsayableError, UnsayableReason
from spravka.query_plans.sql_reading.names import Names

AGGREGATES: dict[type[exp.Expr], Aggregate] = {
    exp.Count: Aggregate.COUNT,
    exp.Sum: Aggregate.SUM,
    exp.Avg: Aggregate.AVERAGE,
    exp.Min: Aggregate.MINIMUM,
    exp.Max: Aggregate.MAXIMUM,
}
OPERATORS: dict[type[exp.Expr], str] = {exp.Add: "+", exp.Sub: "-", exp.Mul: "*", exp.Div: "/"}
WHOLE_DIVISION = frozenset({Dialect.SQLITE, Dialect.POSTGRESQL, Dialect.MSSQL})
"""Dialects in which seven divided by two is three."""
FRACTIONS = frozenset({exp.DType.FLOAT, exp.DType.DOUBLE, exp.DType.DECIMAL})
PARTS: dict[type[exp.Expr], DateUnit] = {exp.Year: DateUnit.YEAR, exp.Month: DateUnit.MONTH, exp.Day: DateUnit.DAY}
FORMATS = {"%Y": DateUnit.YEAR, "%m": DateUnit.MONTH, "%d": DateUnit.DAY, "%H": DateUnit.HOUR}
FIRSTS = {"%Y-01-01": DateUnit.YEAR, "%Y-%m-01": DateUnit.MONTH, "%Y-%m": DateUnit.MONTH, "%Y-%m-%d": DateUnit.DAY}


class ExpressionReader(ABC):
    """Reads the expressions of one select; conditions and nested selects are for those who derive from it."""

    def __init__(self, schema: DatabaseSchema) -> None:
        self.schema = schema
        self.names = Names(schema)
        self.outputs: list[Output] = []

    @abstractmethod
    def condition(self, node: exp.Expr) -> Condition: ...

    @abstractmethod
    def query(self, node: exp.Expr) -> QueryPlan: ...

    def expression(self, node: exp.Expr) -> Expression:
        if isinstance(node, exp.Paren | exp.Alias):
            return self.expression(node.this)
        if isinstance(node, exp.Column):
            return self.names.column_or_text(node)
        if isinstance(node, exp.Subquery | exp.Select | exp.SetOperation):
            return ScalarQuery(self.query(node))
        if isinstance(node, exp.Cast) and isinstance(node.this, exp.Extract | exp.TimeToStr):
            return self.expression(node.this)
        if type(node) in AGGREGATES:
            return self.aggregated(node)
        if type(node) in OPERATORS:
            return self.arithmetic(node)
        return self.constant_or_date(node)

    def aggregated(self, node: exp.Expr) -> Expression:
        of = node.this
        distinct = isinstance(of, exp.Distinct)
        if distinct:
            if len(of.expressions) != 1:
                raise UnsayableError(UnsayableReason.FUNCTION, node.sql())
            of = of.expressions[0]
        if node.expressions:
            raise UnsayableError(UnsayableReason.FUNCTION, node.sql())
        if isinstance(of, exp.Star) or (isinstance(of, exp.Literal) and isinstance(node, exp.Count) and not distinct):
            return Aggregated(AGGREGATES[type(node)])
        if isinstance(of, exp.Case):
            return self.counted_if(node, of, distinct)
        return Aggregated(AGGREGATES[type(node)], self.expression(of), distinct)

    def counted_if(self, node: exp.Expr, case: exp.Case, distinct: bool) -> Expression:
        """An aggregate of CASE WHEN … THEN … END."""
        ifs = case.args["ifs"]
        if len(ifs) != 1 or case.this is not None or case.args.get("default") is not None:
            raise UnsayableError(UnsayableReason.FUNCTION, node.sql())
        of = ifs[0].args["true"]
        is_rows = isinstance(of, exp.Literal) and isinstance(node, exp.Count)
        measured = None if is_rows else self.expression(of)
        return Aggregated(AGGREGATES[type(node)], measured, distinct, self.condition(ifs[0].this))

    def arithmetic(self, node: exp.Expr) -> Expression:
        if isinstance(node, exp.Div):
            return self.division(node)
        return arithmetic_of(OPERATORS[type(node)], self.expression(node.this), self.expression(node.expression))

    def division(self, node: exp.Div) -> Expression:
        """A true division: its casts to a fraction, and the guard against zero, are in the plan's word already."""
        above, below = unwrapped(node.this), unwrapped(node.expression)
        is_cast = isinstance(above, exp.Cast) and above.to.this in FRACTIONS
        left = self.expression(above.this if is_cast else above)
        right = self.expression(below.this if isinstance(below, exp.Nullif) else below)
        kinds = {self.kind(left), self.kind(right)}
        if not is_cast and kinds == {ColumnKind.INTEGER} and self.schema.dialect in WHOLE_DIVISION:
            raise UnsayableError(UnsayableReason.FUNCTION, node.sql())
        return Arithmetic("/", left, right)

    def kind(self, expression: Expression) -> ColumnKind:
        return Scope(Select((), tuple(self.names.uses)), self.schema).kind(expression)

    def constant_or_date(self, node: exp.Expr) -> Expression:
        if isinstance(node, exp.Literal):
            return literal(node)
        if isinstance(node, exp.National):
            return Constant(node.name)
        if isinstance(node, exp.Neg) and isinstance(node.this, exp.Literal):
            value = literal(node.this).value
            if isinstance(value, int | float):
                return Constant(-value)
        if isinstance(node, exp.Boolean):
            return Constant(bool(node.this))
        if isinstance(node, exp.Null):
            return Constant(None)
        return self.date_part(node)

    def date_part(self, node: exp.Expr) -> Expression:
        if type(node) in PARTS:
            return DatePart(PARTS[type(node)], self.expression(inner_date(node.this)))
        if isinstance(node, exp.Extract):
            return DatePart(unit_of(node, node.this.name), self.expression(node.expression))
        if isinstance(node, exp.TimeToStr) and node.args["format"].name in FORMATS:
            return DatePart(FORMATS[node.args["format"].name], self.expression(inner_date(node.this)))
        if isinstance(node, exp.TimeToStr) and node.args["format"].name in FIRSTS:
            return Truncated(FIRSTS[node.args["format"].name], self.expression(inner_date(node.this)))
        if isinstance(node, exp.TimestampTrunc | exp.DateTrunc):
            return Truncated(unit_of(node, node.args["unit"].name), self.expression(node.this))
        if isinstance(node, exp.Cast) and isinstance(node.this, exp.TimestampTrunc | exp.DateTrunc):
            return self.expression(node.this)
        raise UnsayableError(UnsayableReason.FUNCTION, node.sql())


def unwrapped(node: exp.Expr) -> exp.Expr:
    return node.this if isinstance(node, exp.Paren) else node


def inner_date(node: exp.Expr) -> exp.Expr:
    """A date without the casts that the parser puts around it."""
    while isinstance(node, exp.TsOrDsToTimestamp | exp.TsOrDsToDate | exp.Cast):
        node = node.this
    return node


def unit_of(node: exp.Expr, name: str) -> DateUnit:
    try:
        return DateUnit(name.lower())
    except ValueError:
        raise UnsayableError(UnsayableReason.FUNCTION, node.sql()) from None


def arithmetic_of(operator: str, left: Expression, right: Expression) -> Arithmetic:
    match operator:
        case "+" | "-" | "*" | "/":
            return Arithmetic(operator, left, right)
        case _:
            raise AssertionError(operator)


def literal(node: exp.Literal) -> Constant:
    if node.is_string:
        return Constant(node.name)
    text = node.name
    return Constant(int(text) if text.isdecimal() else float(text))
