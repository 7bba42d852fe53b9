"""Expressions of one select as SQL nodes."""

import datetime
import re
from abc import ABC, abstractmethod

from sqlglot import exp

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    Arithmetic,
    ColumnRef,
    Condition,
    Constant,
    DatePart,
    Expression,
    OfAll,
    QueryPlan,
    ScalarQuery,
    Select,
    Truncated,
)
from spravka.query_plans.schema import NUMERIC, ColumnKind, DatabaseSchema, Dialect
from spravka.query_plans.scopes import Scope
from spravka.query_plans.walking import is_aggregating
from spravka.query_plans.writing import dates
from spravka.query_plans.writing.dialects import sqlglot_dialect
from spravka.query_plans.writing.literals import cast, column, constant, number

AGGREGATES: dict[Aggregate, type[exp.AggFunc]] = {
    Aggregate.COUNT: exp.Count,
    Aggregate.SUM: exp.Sum,
    Aggregate.AVERAGE: exp.Avg,
    Aggregate.MINIMUM: exp.Min,
    Aggregate.MAXIMUM: exp.Max,
}
TOTALS = {
    Aggregate.COUNT: Aggregate.SUM,
    Aggregate.SUM: Aggregate.SUM,
    Aggregate.MINIMUM: Aggregate.MINIMUM,
    Aggregate.MAXIMUM: Aggregate.MAXIMUM,
}
"""The aggregates that come over all groups from those of each group."""
ARITHMETIC: dict[str, type[exp.Binary]] = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}
FRACTION_TYPES = {
    Dialect.POSTGRESQL: exp.DType.DECIMAL,
    Dialect.MSSQL: exp.DType.FLOAT,
    Dialect.SQLITE: exp.DType.FLOAT,
}
"""What makes a division or an average of whole numbers a true one, in dialects where it is not by itself."""


KEPT_AS_TEXT = re.compile("CHAR|CLOB|TEXT")
"""Declared types that give a SQLite column the affinity TEXT (sqlite.org/datatype3.html)."""


class ExpressionWriter(ABC):
    """Writes the expressions of one select; conditions and nested plans are for those who derive from it."""

    def __init__(self, select: Select, schema: DatabaseSchema, dialect: Dialect, today: datetime.date) -> None:
        self.select = select
        self.schema = schema
        self.dialect = dialect
        self.today = today
        self.scope = Scope(select, schema)

    @abstractmethod
    def condition(self, condition: Condition) -> exp.Expr: ...

    @abstractmethod
    def query(self, plan: QueryPlan) -> exp.Query: ...

    @abstractmethod
    def of_all_rows(self, aggregated: Aggregated) -> exp.Query:
        """The aggregate over the select's rows, as a query of its own."""

    def column(self, ref: ColumnRef) -> exp.Expr:
        """The column; of SQLite as a number where its numbers are kept as texts, which compare letter by letter."""
        written = column(ref.table, ref.column)
        if self.dialect is not Dialect.SQLITE:
            return written
        known = self.scope.column(ref)
        if known is None or known.kind not in NUMERIC or not KEPT_AS_TEXT.search(known.type_name.upper()):
            return written
        return cast(written, exp.DType.INT if known.kind is ColumnKind.INTEGER else exp.DType.FLOAT)

    def expression(self, node: Expression) -> exp.Expr:
        if isinstance(node, ColumnRef):
            return self.column(node)
        if isinstance(node, Constant):
            return constant(node.value, self.dialect)
        if isinstance(node, Aggregated):
            return self.aggregated(node)
        if isinstance(node, Arithmetic):
            return self.arithmetic(node)
        if isinstance(node, DatePart):
            return dates.part(node.unit, self.expression(node.of), self.dialect)
        if isinstance(node, Truncated):
            return dates.truncated(node.unit, self.expression(node.of), self.dialect)
        if isinstance(node, ScalarQuery):
            return exp.Subquery(this=self.query(node.plan))
        return self.of_all(node)

    def aggregated(self, node: Aggregated) -> exp.Expr:
        function = AGGREGATES[node.function]
        if node.of is None:
            return function(this=exp.Star() if node.only is None else self.counted_if(node.only, number(1)))
        measured = self.measured(node.function, node.of)
        if node.only is not None:
            measured = self.counted_if(node.only, measured)
        return function(this=exp.Distinct(expressions=[measured]) if node.distinct else measured)

    def counted_if(self, only: Condition, measured: exp.Expr) -> exp.Expr:
        return exp.Case(ifs=[exp.If(this=self.condition(only), true=measured)])

    def measured(self, function: Aggregate, of: Expression) -> exp.Expr:
        """What an aggregate is taken of: MS SQL averages whole numbers to a whole one, and its sums overflow."""
        written = self.expression(of)
        if self.dialect is not Dialect.MSSQL or self.scope.kind(of) is not ColumnKind.INTEGER:
            return written
        if function is Aggregate.AVERAGE:
            return cast(written, exp.DType.FLOAT)
        return cast(written, exp.DType.BIGINT) if function is Aggregate.SUM else written

    def arithmetic(self, node: Arithmetic) -> exp.Expr:
        left, right = self.operand(node.left), self.operand(node.right)
        if node.operator != "/":
            return ARITHMETIC[node.operator](this=left, expression=right)
        if self.dialect in FRACTION_TYPES:
            left = cast(left, FRACTION_TYPES[self.dialect])
        divisor = exp.Nullif(this=right, expression=number(0))
        return exp.Div(this=left, expression=divisor, typed=sqlglot_dialect(self.dialect).TYPED_DIVISION, safe=False)

    def operand(self, node: Expression) -> exp.Expr:
        written = self.expression(node)
        return exp.Paren(this=written) if isinstance(written, exp.Binary) else written

    def of_all(self, node: OfAll) -> exp.Expr:
        """A window over the groups where the groups' values suffice, else a query over all rows."""
        function, aggregated = node.of.function, node.of
        if not is_aggregating(self.select):
            return exp.Window(this=self.aggregated(aggregated))
        if function not in TOTALS or aggregated.distinct:
            return exp.Subquery(this=self.of_all_rows(aggregated))
        return exp.Window(this=AGGREGATES[TOTALS[function]](this=self.aggregated(aggregated)))
