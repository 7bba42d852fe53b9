"""Turns a frame into a query plan: tables joined along keys, columns named by the uses of their tables."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from spravka.query_plans import plan
from spravka.query_plans.schema import DatabaseSchema
from spravka.question_reading.frames import Arith, Field, Frame, FrameConstant, Item, Pair, Test, TestKind, items_of
from spravka.question_reading.schema_graph import Edge, SchemaGraph

EXPRESSION_JSON: TypeAdapter[plan.Expression] = TypeAdapter(plan.Expression)
CONDITION_JSON: TypeAdapter[plan.Condition] = TypeAdapter(plan.Condition)


@dataclass
class CannotJoin(Exception):
    """No keys lead from one of the frame's tables to another."""

    tables: frozenset[str]


class PlanWriter:
    """Writes frames of one schema as plans."""

    def __init__(self, schema: DatabaseSchema, graph: SchemaGraph) -> None:
        self._schema = schema
        self._graph = graph

    def write(self, frame: Frame) -> plan.QueryPlan:
        """The plan of a frame; raises :class:`CannotJoin`."""
        select = self._select(frame)
        if frame.set_kind is None or frame.other is None:
            return select
        return plan.SetOperation(frame.set_kind, select, self.write(frame.other))

    def _select(self, frame: Frame) -> plan.Select:
        edges = self._graph.tree(frame.needed_tables)
        if edges is None or not frame.needed_tables:
            raise CannotJoin(frame.needed_tables)
        first = edges[0].source if edges else next(iter(frame.needed_tables))
        aliases = _aliases([first, *(edge.table for edge in edges)])
        return _SelectWriter(self, aliases).select(frame, edges)

    def columns_of(self, table: str) -> tuple[str, ...]:
        return tuple(column.name for column in self._schema.tables_by_key[table].columns)


class _SelectWriter:
    """One select; ``aliases`` maps its tables to their aliases, in the order of the joins."""

    def __init__(self, writer: PlanWriter, aliases: dict[str, str]) -> None:
        self._writer = writer
        self._aliases = aliases

    def select(self, frame: Frame, edges: tuple[Edge, ...]) -> plan.Select:
        return plan.Select(
            outputs=tuple(output for shown in frame.outputs for output in self._outputs(shown)),
            tables=tuple(plan.TableUse(alias, table) for table, alias in self._aliases.items()),
            joins=tuple(self._join(edge) for edge in edges),
            where=self._all(frame.tests, any_of=frame.any_of),
            group_by=tuple(self._expression(item) for item in frame.group),
            having=self._all(frame.having, any_of=False),
            order=tuple(plan.Ordering(self._expression(part.item), part.descending) for part in frame.order),
            limit=frame.limit,
            distinct=frame.distinct,
        )

    def _join(self, edge: Edge) -> plan.Join:
        pairs = tuple((self._column(left), self._column(right)) for left, right in edge.on)
        return plan.Join(self._aliases[edge.table], pairs)

    def _outputs(self, shown: Item | Pair) -> list[plan.Output]:
        if isinstance(shown, Pair):
            return [plan.Output(self._pair(shown))]
        if shown.field is not None and shown.field.column == "*":
            names = self._writer.columns_of(shown.field.table)
            return [plan.Output(self._column(Field(shown.field.table, name))) for name in names]
        return [plan.Output(self._expression(shown))]

    def _pair(self, pair: Pair) -> plan.Expression:
        made = self._of_two(pair)
        return made if pair.factor == 1 else plan.Arithmetic("*", plan.Constant(pair.factor), made)

    def _of_two(self, pair: Pair) -> plan.Expression:
        left = self._expression(pair.left)
        if pair.arith is Arith.SHARE:
            assert isinstance(left, plan.Aggregated)
            return plan.Arithmetic("/", left, plan.OfAll(left))
        operators = {Arith.DIFFERENCE: "-", Arith.RATIO: "/", Arith.SUM: "+"}
        right = self._expression(items_of(pair)[-1])
        return plan.Arithmetic(operators[pair.arith], left, right)  # type: ignore[arg-type]

    def _expression(self, item: Item) -> plan.Expression:
        inside = self._inside(item)
        if item.aggregate is None:
            assert inside is not None
            return inside
        only = None if item.only is None else self._test(item.only)
        return plan.Aggregated(item.aggregate, inside, item.distinct, only)

    def _inside(self, item: Item) -> plan.Expression | None:
        if item.field is None:
            return None
        if item.formula:
            return _with_aliases(EXPRESSION_JSON.validate_json(item.formula), self._aliases[item.field.table])
        column: plan.Expression = self._column(item.field)
        return column if item.unit is None else plan.Truncated(item.unit, column)

    def _column(self, field: Field) -> plan.ColumnRef:
        return plan.ColumnRef(self._aliases[field.table], field.column)

    def _all(self, tests: tuple[Test, ...], *, any_of: bool) -> plan.Condition | None:
        conditions = tuple(self._test(test) for test in tests)
        if len(conditions) <= 1:
            return conditions[0] if conditions else None
        return plan.AnyOf(conditions) if any_of else plan.AllOf(conditions)

    def _test(self, test: Test) -> plan.Condition:
        if test.kind in _NEGATED_THEMSELVES:
            return self._positive(test)
        condition = self._positive(test)
        return plan.Negated(condition) if test.negated else condition

    def _positive(self, test: Test) -> plan.Condition:
        if test.kind is TestKind.FORMULA:
            assert test.item.field is not None
            condition = CONDITION_JSON.validate_json(test.item.formula)
            return _condition_with_aliases(condition, self._aliases[test.item.field.table])
        left = self._expression(test.item)
        constants = tuple(_constant(value) for value in test.values)
        match test.kind:
            case TestKind.COMPARE:
                return plan.Comparison(left, test.operator, constants[0])
            case TestKind.COMPARE_ITEM:
                assert test.other is not None
                return plan.Comparison(left, test.operator, self._expression(test.other))
            case TestKind.COMPARE_INNER:
                return plan.Comparison(left, test.operator, plan.ScalarQuery(self._inner(test)))
            case TestKind.BETWEEN:
                return plan.Between(left, constants[0], constants[1])
            case TestKind.MATCH:
                return plan.TextMatches(left, test.match, str(test.values[0]), test.negated)
            case TestKind.ONE_OF:
                return plan.OneOf(left, constants, test.negated)
            case TestKind.AMONG:
                return plan.AmongRows(left, self._inner(test), test.negated)
            case TestKind.EMPTY:
                return plan.IsEmpty(left, test.negated)
            case TestKind.PERIOD:
                assert test.period is not None
                return plan.InPeriod(left, test.period, test.negated)

    def _inner(self, test: Test) -> plan.QueryPlan:
        assert test.inner is not None
        return self._writer.write(test.inner)


_NEGATED_THEMSELVES = frozenset({TestKind.MATCH, TestKind.ONE_OF, TestKind.AMONG, TestKind.EMPTY, TestKind.PERIOD})


def _constant(value: FrameConstant) -> plan.Constant:
    if isinstance(value, float) and value.is_integer():
        return plan.Constant(int(value))
    return plan.Constant(value)


def _aliases(tables: list[str]) -> dict[str, str]:
    """Short aliases, in the order of joining."""
    return {table: f"t{place}" for place, table in enumerate(tables, 1)}


def _with_aliases(formula: plan.Expression, alias: str) -> plan.Expression:
    """A formula of the glossary names its table by key: here it is named by its alias."""
    return EXPRESSION_JSON.validate_python(_renamed(EXPRESSION_JSON.dump_python(formula, mode="json"), alias))


def _condition_with_aliases(condition: plan.Condition, alias: str) -> plan.Condition:
    return CONDITION_JSON.validate_python(_renamed(CONDITION_JSON.dump_python(condition, mode="json"), alias))


def _renamed(tree: object, alias: str) -> object:
    if isinstance(tree, dict):
        changed = {name: _renamed(part, alias) for name, part in tree.items()}
        return changed | {"table": alias} if tree.get("node") == "column" else changed
    return [_renamed(part, alias) for part in tree] if isinstance(tree, list) else tree
