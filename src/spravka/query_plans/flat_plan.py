"""A plan as a language model can fill it in: no recursion in its JSON schema, columns written ``alias.column``.

Some servers take only plain JSON schemas for structured output. A flat plan says less than a plan: conditions are
groups of which all hold, each group alternatives of which one holds, and nested selects are told apart by number.
"""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AllOf,
    AmongRows,
    AnyOf,
    Arithmetic,
    Between,
    ColumnRef,
    Comparison,
    Condition,
    Constant,
    DatePart,
    DateUnit,
    Expression,
    FixedPeriod,
    InPeriod,
    IsEmpty,
    Join,
    Negated,
    OfAll,
    OneOf,
    Operator,
    Ordering,
    Output,
    QueryPlan,
    RelativePeriod,
    ScalarQuery,
    Select,
    SetKind,
    SetOperation,
    TableUse,
    TextMatch,
    TextMatches,
    Truncated,
)
from spravka.query_plans.plan_json import LONGEST_TEXT, UnreadablePlanError, faults


class Flat(BaseModel):
    """What all parts of a flat plan have in common: unknown members are refused."""

    model_config = ConfigDict(extra="forbid")


class FlatTerm(Flat):
    """A column ("alias.column", "*" to count rows), or a date unit of it, aggregated or not."""

    column: str
    aggregate: Aggregate | None = None
    distinct: bool = False
    date_unit: DateUnit | None = None
    as_number: bool = False
    over_all: bool = False


class FlatExpression(FlatTerm):
    """A term, alone or combined with a second one."""

    operator: Literal["+", "-", "*", "/"] | None = None
    second: FlatTerm | None = None
    second_number: float | None = None


class FlatPeriod(Flat):
    """Units counted from the current one (last month: -1 to -1), or dates from ``start`` to before ``end``."""

    unit: DateUnit | None = None
    first: int = 0
    last: int = 0
    until_today: bool = False
    start: datetime.date | None = None
    end: datetime.date | None = None


FlatTest = Literal[
    "=", "!=", "<", "<=", ">", ">=", "between", "contains", "starts", "ends", "one of", "empty", "period", "among"
]


class FlatCondition(Flat):
    """``left test values`` (or another term, or nested select number ``nested``, from 0). Dates as YYYY-MM-DD."""

    left: FlatExpression
    test: FlatTest
    values: list[bool | int | float | str] = Field(default_factory=list)
    values_are_dates: bool = False
    term: FlatTerm | None = None
    nested: int | None = None
    period: FlatPeriod | None = None
    negated: bool = False


class FlatTable(Flat):
    """A table under an alias. All but the first are joined: ``on`` holds pairs "alias.column = alias.column"."""

    alias: str
    table: str
    on: list[str] = Field(default_factory=list)
    keep_rows_without_partner: bool = False


class FlatOutput(Flat):
    """A column of the answer with its heading."""

    expression: FlatExpression
    label: str = ""


class FlatOrdering(Flat):
    """What rows are ordered by."""

    by: FlatExpression
    descending: bool = False


class FlatSelect(Flat):
    """One select. Every group of ``where`` and ``having`` holds; in a group one alternative suffices."""

    tables: list[FlatTable]
    outputs: list[FlatOutput]
    where: list[list[FlatCondition]] = Field(default_factory=list)
    group_by: list[FlatExpression] = Field(default_factory=list)
    having: list[list[FlatCondition]] = Field(default_factory=list)
    order: list[FlatOrdering] = Field(default_factory=list)
    limit: int | None = None
    distinct: bool = False


class FlatPlan(Flat):
    """The select, a second one combined with it by ``combine``, and those that conditions refer to by number."""

    select: FlatSelect
    combine: SetKind | None = None
    second: FlatSelect | None = None
    nested: list[FlatSelect] = Field(default_factory=list)


def plan_of_flat_json(text: str | bytes) -> QueryPlan:
    """The plan that a flat plan's JSON says. Raises ``UnreadablePlanError`` with words that help to repair it."""
    if len(text) > LONGEST_TEXT:
        raise UnreadablePlanError(f"A plan has at most {LONGEST_TEXT} characters.")
    try:
        return plan_of_flat(FlatPlan.model_validate_json(text))
    except ValidationError as error:
        raise UnreadablePlanError(faults(error)) from None


def plan_of_flat(flat: FlatPlan) -> QueryPlan:
    """The plan that a flat plan says. Raises ``UnreadablePlanError``."""
    nested = tuple(FlatReader(()).select(select) for select in flat.nested)
    reader = FlatReader(nested)
    first = reader.select(flat.select)
    if flat.combine is None or flat.second is None:
        return first
    return SetOperation(flat.combine, first, reader.select(flat.second))


class FlatReader:
    """Reads selects that may refer to nested ones."""

    def __init__(self, nested: tuple[Select, ...]) -> None:
        self.nested = nested

    def select(self, flat: FlatSelect) -> Select:
        try:
            return self.read(flat)
        except ValidationError as error:
            raise UnreadablePlanError(faults(error)) from None

    def read(self, flat: FlatSelect) -> Select:
        return Select(
            outputs=tuple(Output(self.expression(output.expression), output.label) for output in flat.outputs),
            tables=tuple(TableUse(table.alias, table.table) for table in flat.tables),
            joins=tuple(self.join(table) for table in flat.tables[1:]),
            where=self.groups(flat.where),
            group_by=tuple(self.expression(key) for key in flat.group_by),
            having=self.groups(flat.having),
            order=tuple(Ordering(self.expression(each.by), each.descending) for each in flat.order),
            limit=flat.limit,
            distinct=flat.distinct,
        )

    def join(self, table: FlatTable) -> Join:
        pairs = [pair.split("=") for pair in table.on]
        if any(len(pair) != 2 for pair in pairs):
            raise UnreadablePlanError(f'Join {table.alias} on pairs like "{table.alias}.id = other.id".')
        on = tuple((column_of(left), column_of(right)) for left, right in pairs)
        return Join(table.alias, on, table.keep_rows_without_partner)

    def expression(self, flat: FlatExpression) -> Expression:
        left = term(flat)
        if flat.operator is None:
            return left
        if flat.second is not None:
            return Arithmetic(flat.operator, left, term(flat.second))
        if flat.second_number is None:
            raise UnreadablePlanError(f"The operator {flat.operator} needs second or second_number.")
        return Arithmetic(flat.operator, left, Constant(flat.second_number))

    def groups(self, groups: list[list[FlatCondition]]) -> Condition | None:
        read = tuple(self.alternatives(group) for group in groups if group)
        if len(read) > 1:
            return AllOf(read)
        return read[0] if read else None

    def alternatives(self, group: list[FlatCondition]) -> Condition:
        read = tuple(self.condition(condition) for condition in group)
        return AnyOf(read) if len(read) > 1 else read[0]

    def condition(self, flat: FlatCondition) -> Condition:
        left = self.expression(flat.left)
        match flat.test:
            case "empty":
                return IsEmpty(left, flat.negated)
            case "period":
                return InPeriod(left, period(flat), flat.negated)
            case "among":
                return AmongRows(left, self.nested_plan(flat), flat.negated)
            case "one of":
                return OneOf(left, constants(flat), flat.negated)
            case "contains" | "starts" | "ends":
                return TextMatches(left, TextMatch(flat.test), str(single(flat).value), flat.negated)
            case _:
                compared = self.comparison(left, flat)
                return Negated(compared) if flat.negated else compared

    def comparison(self, left: Expression, flat: FlatCondition) -> Condition:
        if flat.test == "between":
            values = constants(flat)
            if len(values) != 2:
                raise UnreadablePlanError("The test between needs two values.")
            return Between(left, *values)
        return Comparison(left, Operator(flat.test), self.compared(flat))

    def compared(self, flat: FlatCondition) -> Expression:
        if flat.term is not None:
            return term(flat.term)
        return ScalarQuery(self.nested_plan(flat)) if flat.nested is not None else single(flat)

    def nested_plan(self, flat: FlatCondition) -> Select:
        if flat.nested is None or not 0 <= flat.nested < len(self.nested):
            detail = f"There is no nested select {flat.nested}; nested selects do not refer to others."
            raise UnreadablePlanError(detail)
        return self.nested[flat.nested]


def column_of(text: str) -> ColumnRef:
    alias, dot, name = text.strip().partition(".")
    if not dot or not name:
        raise UnreadablePlanError(f'Write the column {text.strip()} as "alias.column".')
    return ColumnRef(alias, name)


def term(flat: FlatTerm) -> Expression:
    of: Expression | None = None if flat.column == "*" else column_of(flat.column)
    if of is not None and flat.date_unit is not None:
        of = DatePart(flat.date_unit, of) if flat.as_number else Truncated(flat.date_unit, of)
    if flat.aggregate is not None:
        aggregated = Aggregated(flat.aggregate, of, flat.distinct)
        return OfAll(aggregated) if flat.over_all else aggregated
    if of is None:
        raise UnreadablePlanError('The column "*" can only be counted.')
    return of


def constants(flat: FlatCondition) -> tuple[Constant, ...]:
    return tuple(Constant(dated(value) if flat.values_are_dates else value) for value in flat.values)


def dated(value: bool | int | float | str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        raise UnreadablePlanError(f"{value} is no date YYYY-MM-DD.") from None


def single(flat: FlatCondition) -> Constant:
    values = constants(flat)
    if len(values) != 1:
        raise UnreadablePlanError(f"The test {flat.test} needs one value.")
    return values[0]


def period(flat: FlatCondition) -> RelativePeriod | FixedPeriod:
    given = flat.period
    if given is None:
        raise UnreadablePlanError("The test period needs a period.")
    if given.unit is not None:
        return RelativePeriod(given.unit, given.first, given.last, given.until_today)
    return FixedPeriod(given.start, given.end)
