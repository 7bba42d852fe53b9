"""A whole select read: tables and joins first, then outputs, then the clauses that may name outputs."""

from sqlglot import exp

from spravka.query_plans.plan import (
    AllOf,
    ColumnRef,
    Comparison,
    Condition,
    Expression,
    Join,
    Ordering,
    Output,
    QueryPlan,
    Select,
    SetKind,
    SetOperation,
)
from spravka.query_plans.schema import DatabaseSchema
from spravka.query_plans.sql_reading.conditions import ConditionReader, flat, is_column_equality
from spravka.query_plans.sql_reading.errors import UnsayableError, UnsayableReason
from spravka.query_plans.sql_reading.expressions import unwrapped

SET_KINDS: dict[type[exp.Expr], SetKind] = {
    exp.Union: SetKind.UNION,
    exp.Intersect: SetKind.INTERSECT,
    exp.Except: SetKind.EXCEPT,
}
UNREAD_CLAUSES = ("with_", "windows", "qualify", "offset", "locks", "into", "laterals", "pivots")


def query(node: exp.Expr, schema: DatabaseSchema) -> QueryPlan:
    """The plan of a select, a set operation, or one of them in brackets."""
    while isinstance(node, exp.Subquery | exp.Paren):
        node = node.this
    refuse_clauses(node)
    if isinstance(node, exp.SetOperation):
        return set_operation(node, schema)
    if isinstance(node, exp.Select):
        return SelectReader(schema).select(node)
    raise UnsayableError(UnsayableReason.NOT_A_SELECT, node.sql())


def refuse_clauses(node: exp.Expr) -> None:
    unread = next((clause for clause in UNREAD_CLAUSES if node.args.get(clause)), None)
    if unread is not None:
        raise UnsayableError(UnsayableReason.CLAUSE, unread.strip("_"))


def set_operation(node: exp.SetOperation, schema: DatabaseSchema) -> SetOperation:
    if node.args.get("distinct") is False:
        raise UnsayableError(UnsayableReason.CLAUSE, "ALL")
    if node.args.get("order") or node.args.get("limit"):
        raise UnsayableError(UnsayableReason.CLAUSE, "ORDER BY of a set operation")
    return SetOperation(SET_KINDS[type(node)], query(node.this, schema), query(node.expression, schema))


class SelectReader(ConditionReader):
    """Reads one select."""

    def query(self, node: exp.Expr) -> QueryPlan:
        return query(node, self.schema)

    def select(self, node: exp.Select) -> Select:
        joins, rest = self.joins(node)
        self.read_outputs(node)
        return Select(
            outputs=tuple(self.outputs),
            tables=tuple(self.names.uses),
            joins=joins,
            where=all_of(rest),
            group_by=self.group_by(node),
            having=self.condition(node.args["having"].this) if node.args.get("having") else None,
            order=tuple(self.ordering(ordered) for ordered in clause(node, "order")),
            limit=self.limit(node),
            distinct=node.args.get("distinct") is not None,
        )

    def joins(self, node: exp.Select) -> tuple[tuple[Join, ...], list[Condition]]:
        """The joins, and what is left to filter by: conditions that join nothing."""
        source, joined = node.args.get("from_"), node.args.get("joins") or []
        if source is None:
            raise UnsayableError(UnsayableReason.CLAUSE, "no FROM")
        for table in [source.this, *(join.this for join in joined)]:
            self.add_table(table)
        pool = [condition for join in joined if not is_outer(join) for condition in self.parts(join.args.get("on"))]
        where = node.args.get("where")
        pool += self.parts(where.this if where else None)
        read = tuple(self.join(join, position, pool) for position, join in enumerate(joined, start=1))
        return read, pool

    def add_table(self, node: exp.Expr) -> None:
        if isinstance(node, exp.Table):
            self.names.add(node)
        elif isinstance(node, exp.Subquery):
            self.names.add_plan(node.alias, self.query(node.this))
        else:
            raise UnsayableError(UnsayableReason.DERIVED_TABLE, node.sql())

    def parts(self, node: exp.Expr | None) -> list[Condition]:
        """The conditions that AND connects; a join that says nothing is read as one that says TRUE."""
        if node is None:
            return []
        flattened = (part for part in flat(unwrapped(node), exp.And) if not isinstance(part, exp.Boolean))
        return [self.condition(part) for part in flattened]

    def join(self, node: exp.Join, position: int, pool: list[Condition]) -> Join:
        """The join of the table at ``position``; takes what joins it from the pool of conditions."""
        if node.args.get("using") or node.args.get("method") or node.args.get("side") not in ("", None, "LEFT"):
            raise UnsayableError(UnsayableReason.JOIN, node.sql())
        alias = self.names.uses[position].alias
        before = {use.alias for use in self.names.uses[:position]}
        conditions = self.parts(node.args.get("on")) if is_outer(node) else pool
        pairs = [condition for condition in conditions if joins_to(condition, alias, before)]
        if is_outer(node) and (len(pairs) != len(conditions) or not pairs):
            raise UnsayableError(UnsayableReason.JOIN, node.sql())
        for pair in pairs:
            conditions.remove(pair)
        return Join(alias, tuple(columns_of(pair, alias) for pair in pairs), is_outer(node))

    def read_outputs(self, node: exp.Select) -> None:
        for projection in node.expressions:
            star_of = projection.table if isinstance(projection, exp.Column) and projection.is_star else ""
            if projection.is_star:
                self.outputs.extend(Output(ref) for ref in self.names.all_columns(star_of))
            else:
                label = projection.alias if isinstance(projection, exp.Alias) else ""
                self.outputs.append(Output(self.expression(projection), label))

    def group_by(self, node: exp.Select) -> tuple[Expression, ...]:
        group = node.args.get("group")
        return tuple(self.named_or_read(key) for key in group.expressions) if group else ()

    def named_or_read(self, node: exp.Expr) -> Expression:
        """An output by its position or label, else the expression."""
        if isinstance(node, exp.Literal) and not node.is_string and node.name.isdecimal():
            position = int(node.name)
            if 1 <= position <= len(self.outputs):
                return self.outputs[position - 1].expression
        if isinstance(node, exp.Column) and not node.table:
            found = [output for output in self.outputs if output.label and output.label.lower() == node.name.lower()]
            if found:
                return found[0].expression
        return self.expression(node)

    def ordering(self, node: exp.Expr) -> Ordering:
        return Ordering(self.named_or_read(node.this), bool(node.args.get("desc")))

    def limit(self, node: exp.Select) -> int | None:
        limit = node.args.get("limit")
        if limit is None:
            return None
        count = limit.args.get("expression") or limit.args.get("count")
        if not isinstance(count, exp.Literal) or not count.name.isdecimal() or int(count.name) < 1:
            raise UnsayableError(UnsayableReason.CLAUSE, limit.sql())
        return int(count.name)


def clause(node: exp.Expr, name: str) -> list[exp.Expr]:
    held = node.args.get(name)
    return held.expressions if held else []


def is_outer(join: exp.Join) -> bool:
    return bool(join.args.get("side") == "LEFT")


def joins_to(condition: Condition, alias: str, before: set[str]) -> bool:
    """Whether a condition ties the table use to those before it."""
    if not is_column_equality(condition) or not isinstance(condition, Comparison):
        return False
    sides = {side.table for side in (condition.left, condition.right) if isinstance(side, ColumnRef)}
    return alias in sides and bool(sides & before)


def columns_of(condition: Condition, alias: str) -> tuple[ColumnRef, ColumnRef]:
    """The equal columns, that of the joined table last."""
    assert isinstance(condition, Comparison)
    left, right = condition.left, condition.right
    assert isinstance(left, ColumnRef)
    assert isinstance(right, ColumnRef)
    return (right, left) if left.table == alias else (left, right)


def all_of(conditions: list[Condition]) -> Condition | None:
    if len(conditions) > 1:
        return AllOf(tuple(conditions))
    return conditions[0] if conditions else None
