"""A gold query as a frame: what the reader should have made of each word, the labels to learn from.

Only what frames can say is read; anything else raises :class:`NotAFrame`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import sqlglot
from sqlglot import exp

from spravka.query_plans.plan import Aggregate, Operator, SetKind, TextMatch
from spravka.query_plans.schema import DatabaseSchema
from spravka.question_reading.frames import (
    Field,
    Frame,
    FrameConstant,
    Item,
    Sorting,
    Test,
    TestKind,
)

AGGREGATES: Mapping[type[exp.Expr], Aggregate] = {
    exp.Count: Aggregate.COUNT,
    exp.Sum: Aggregate.SUM,
    exp.Avg: Aggregate.AVERAGE,
    exp.Min: Aggregate.MINIMUM,
    exp.Max: Aggregate.MAXIMUM,
}
OPERATORS: Mapping[type[exp.Expr], Operator] = {
    exp.EQ: Operator.EQUAL,
    exp.NEQ: Operator.UNEQUAL,
    exp.LT: Operator.LESS,
    exp.LTE: Operator.LESS_OR_EQUAL,
    exp.GT: Operator.MORE,
    exp.GTE: Operator.MORE_OR_EQUAL,
}
SETS: Mapping[type[exp.Expr], SetKind] = {
    exp.Union: SetKind.UNION,
    exp.Intersect: SetKind.INTERSECT,
    exp.Except: SetKind.EXCEPT,
}


@dataclass
class NotAFrame(Exception):
    """The query says what no frame can."""

    what: str


def gold_frame(sql: str, schema: DatabaseSchema) -> Frame:
    """The frame of a SQLite query; raises :class:`NotAFrame` where there is none."""
    try:
        tree = sqlglot.parse_one(sql, dialect="sqlite")
    except sqlglot.errors.SqlglotError as error:
        raise NotAFrame("not parsed") from error
    return _frame(tree, schema)


def is_ordered(sql: str) -> bool:
    """True where the outermost select orders its rows."""
    try:
        tree = sqlglot.parse_one(sql, dialect="sqlite")
    except sqlglot.errors.SqlglotError:
        return " order by " in " ".join(sql.lower().split())
    return tree.args.get("order") is not None


def _frame(tree: exp.Expr, schema: DatabaseSchema) -> Frame:
    if isinstance(tree, exp.Subquery):
        return _frame(tree.this, schema)
    if isinstance(tree, exp.Select):
        return _Reading(tree, schema).frame()
    for kind, set_kind in SETS.items():
        if isinstance(tree, kind):
            left, right = _frame(tree.args["this"], schema), _frame(tree.args["expression"], schema)
            return replace(left, set_kind=set_kind, other=right)
    raise NotAFrame(type(tree).__name__)


class _Reading:
    """One select being read; ``_tables`` maps the aliases to table keys, lower-cased."""

    def __init__(self, tree: exp.Select, schema: DatabaseSchema) -> None:
        self._tree = tree
        self._schema = schema
        self._tables = self._read_tables()

    def _read_tables(self) -> dict[str, str]:
        found: dict[str, str] = {}
        keys = {table.name.lower(): table.key for table in self._schema.tables}
        sources = [self._tree.args.get("from_") or self._tree.args.get("from"), *(self._tree.args.get("joins") or ())]
        for source in sources:
            if source is None or not isinstance(source.this, exp.Table):
                raise NotAFrame("no plain table")
            key = keys.get(source.this.name.lower())
            if key is None or key in found.values():
                raise NotAFrame("a table twice")
            found[source.this.alias_or_name.lower()] = key
        return found

    def frame(self) -> Frame:
        tree = self._tree
        where, having = tree.args.get("where"), tree.args.get("having")
        tests, any_of = self._tests(where.this) if where else ((), False)
        having_tests, having_any = self._tests(having.this) if having else ((), False)
        if having_any:
            raise NotAFrame("or in having")
        return Frame(
            outputs=tuple(self._item(output) for output in tree.expressions),
            tests=tests,
            any_of=any_of,
            group=tuple(
                self._item(part) for part in (tree.args["group"].expressions if tree.args.get("group") else ())
            ),
            having=having_tests,
            order=self._order(),
            limit=int(tree.args["limit"].expression.name) if tree.args.get("limit") else None,
            distinct=tree.args.get("distinct") is not None,
            tables=frozenset(self._tables.values()),
        )

    def _order(self) -> tuple[Sorting, ...]:
        order = self._tree.args.get("order")
        if order is None:
            return ()
        return tuple(Sorting(self._item(part.this), bool(part.args.get("desc"))) for part in order.expressions)

    def _item(self, tree: exp.Expr) -> Item:
        if isinstance(tree, exp.Alias | exp.Paren):
            return self._item(tree.this)
        if isinstance(tree, exp.Star):
            return Item(Field("", "*"))
        if isinstance(tree, exp.Column):
            return Item(self._field(tree))
        aggregate = AGGREGATES.get(type(tree))
        if aggregate is None:
            raise NotAFrame(type(tree).__name__)
        inside, distinct = tree.this, False
        if isinstance(inside, exp.Distinct):
            inside, distinct = inside.expressions[0], True
        if isinstance(inside, exp.Star):
            return Item(None, aggregate)
        return Item(self._field(inside), aggregate, distinct)

    def _field(self, tree: exp.Expr) -> Field:
        if not isinstance(tree, exp.Column):
            raise NotAFrame(type(tree).__name__)
        if isinstance(tree.this, exp.Star):
            return Field(self._tables.get(tree.table.lower(), ""), "*")
        places = (
            [self._tables[tree.table.lower()]] if tree.table.lower() in self._tables else list(self._tables.values())
        )
        for key in places:
            for column in self._schema.tables_by_key[key].columns:
                if column.name.lower() == tree.name.lower():
                    return Field(key, column.name)
        raise NotAFrame(f"column {tree.name}")

    def _tests(self, tree: exp.Expr) -> tuple[tuple[Test, ...], bool]:
        if isinstance(tree, exp.Paren):
            return self._tests(tree.this)
        if isinstance(tree, exp.And | exp.Or):
            parts = list(tree.flatten())
            return tuple(self._test(part) for part in parts), isinstance(tree, exp.Or)
        return (self._test(tree),), False

    def _test(self, tree: exp.Expr) -> Test:
        if isinstance(tree, exp.Paren):
            return self._test(tree.this)
        if isinstance(tree, exp.Not):
            inside = self._test(tree.this)
            return replace(inside, negated=not inside.negated)
        if isinstance(tree, exp.Like):
            pattern = str(self._constant(tree.expression))
            return Test(self._item(tree.this), TestKind.MATCH, match=_match(pattern), values=(pattern.strip("%"),))
        if isinstance(tree, exp.Between):
            bounds = (self._constant(tree.args["low"]), self._constant(tree.args["high"]))
            return Test(self._item(tree.this), TestKind.BETWEEN, values=bounds)
        if isinstance(tree, exp.Is):
            return Test(self._item(tree.this), TestKind.EMPTY)
        if isinstance(tree, exp.In):
            return self._among(tree)
        if (operator := OPERATORS.get(type(tree))) is not None:
            return self._comparison(tree, operator)
        raise NotAFrame(type(tree).__name__)

    def _among(self, tree: exp.In) -> Test:
        query = tree.args.get("query")
        if query is None:
            values = tuple(self._constant(value) for value in tree.expressions)
            return Test(self._item(tree.this), TestKind.ONE_OF, values=values)
        return Test(self._item(tree.this), TestKind.AMONG, inner=_frame(query, self._schema))

    def _comparison(self, tree: exp.Expr, operator: Operator) -> Test:
        item, right = self._item(tree.this), tree.expression
        if isinstance(right, exp.Subquery):
            return Test(item, TestKind.COMPARE_INNER, operator, inner=_frame(right.this, self._schema))
        if isinstance(right, exp.Column) and not (isinstance(right.this, exp.Identifier) and right.this.quoted):
            return Test(item, TestKind.COMPARE_ITEM, operator, other=self._item(right))
        return Test(item, TestKind.COMPARE, operator, values=(self._constant(right),))

    def _constant(self, tree: exp.Expr) -> FrameConstant:
        if isinstance(tree, exp.Neg):
            inside = self._constant(tree.this)
            return -inside if isinstance(inside, int | float) else inside
        if isinstance(tree, exp.Column):
            return tree.name
        if not isinstance(tree, exp.Literal):
            raise NotAFrame(type(tree).__name__)
        if tree.is_string:
            return str(tree.this)
        return float(tree.this) if "." in tree.this or "e" in tree.this.lower() else int(tree.this)


def _match(pattern: str) -> TextMatch:
    before, after = pattern.startswith("%"), pattern.endswith("%")
    if before and after:
        return TextMatch.CONTAINS
    return TextMatch.ENDS if before else TextMatch.STARTS if after else TextMatch.IS
