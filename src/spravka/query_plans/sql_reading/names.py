"""Tables and columns of one select, found by the names that its SQL gives them, letter case aside."""

from dataclasses import dataclass, field, replace

from sqlglot import exp

from spravka.query_plans.plan import ColumnRef, Constant, Expression, Output, QueryPlan, SetOperation, TableUse
from spravka.query_plans.schema import DatabaseSchema, Table
from spravka.query_plans.scopes import first_select
from spravka.query_plans.sql_reading.errors import UnsayableError, UnsayableReason


def find_table(node: exp.Table, schema: DatabaseSchema) -> Table:
    """The schema's table; a name without a namespace may be in any, if in one only."""
    name, namespace = node.name.lower(), node.db.lower()
    found = [
        table
        for table in schema.tables
        if table.name.lower() == name and (not namespace or table.namespace.lower() == namespace)
    ]
    exact = [table for table in found if not namespace and not table.namespace]
    if len(exact or found) != 1:
        raise UnsayableError(UnsayableReason.UNKNOWN_TABLE, node.sql())
    return (exact or found)[0]


def labelled(plan: QueryPlan) -> QueryPlan:
    """The plan with a label for each of its columns: the column's own name, or c1, c2, …"""
    if isinstance(plan, SetOperation):
        return SetOperation(plan.kind, labelled(plan.left), plan.right)
    outputs = tuple(
        output if output.label else Output(output.expression, own_name(output.expression, position))
        for position, output in enumerate(plan.outputs, start=1)
    )
    return replace(plan, outputs=outputs)


def own_name(expression: Expression, position: int) -> str:
    return expression.column if isinstance(expression, ColumnRef) else f"c{position}"


@dataclass
class Names:
    """The table uses of a select so far, in order, and the columns of each."""

    schema: DatabaseSchema
    uses: list[TableUse] = field(default_factory=list)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, node: exp.Table) -> None:
        table = find_table(node, self.schema)
        self.add_use(TableUse(node.alias or table.name, table.key), tuple(column.name for column in table.columns))

    def add_plan(self, alias: str, plan: QueryPlan) -> None:
        """The rows of a nested plan, under an alias of their own where the SQL gives none."""
        named = labelled(plan)
        use = TableUse(alias or f"rows{len(self.uses) + 1}", "", named)
        self.add_use(use, tuple(output.label for output in first_select(named).outputs))

    def add_use(self, use: TableUse, columns: tuple[str, ...]) -> None:
        if self.alias(use.alias) is not None:
            raise UnsayableError(UnsayableReason.JOIN, use.alias)
        self.uses.append(use)
        self.columns[use.alias] = columns

    def alias(self, name: str) -> TableUse | None:
        return next((use for use in self.uses if use.alias.lower() == name.lower()), None)

    def column_in(self, use: TableUse, name: str) -> ColumnRef | None:
        found = next((column for column in self.columns[use.alias] if column.lower() == name.lower()), None)
        return None if found is None else ColumnRef(use.alias, found)

    def find(self, node: exp.Column) -> ColumnRef | None:
        """The column that a name means; of several tables that have it, in the first (they are joined by it)."""
        if node.table:
            use = self.alias(node.table)
            return self.column_in(use, node.name) if use else None
        return next((ref for use in self.uses if (ref := self.column_in(use, node.name))), None)

    def column_or_text(self, node: exp.Column) -> ColumnRef | Constant:
        """SQLite takes a name in double quotes that no column has for a text."""
        found = self.find(node)
        if found is not None:
            return found
        if not node.table and node.this.args.get("quoted"):
            return Constant(node.name)
        raise UnsayableError(UnsayableReason.UNKNOWN_COLUMN, node.sql())

    def all_columns(self, of: str = "") -> list[ColumnRef]:
        """The columns that ``*`` (or ``of.*``) stands for."""
        uses = [use for use in self.uses if not of or use.alias.lower() == of.lower()]
        return [ColumnRef(use.alias, column) for use in uses for column in self.columns[use.alias]]
