"""Follow-ups: a few words that change the question before («а по месяцам?», «только по Москве», "and last year?")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spravka.query_plans.editing import (
    UneditableError,
    add_filter,
    change_limit,
    regroup,
    regroup_by_time,
    replace_filter_on_same_column,
    with_tables,
)
from spravka.query_plans.plan import ColumnRef, Comparison, Constant, InPeriod, Join, Operator, Output, Select, TableUse
from spravka.query_plans.schema import TEMPORAL
from spravka.query_plans.walking import columns_below
from spravka.question_reading.everyday.composition import named_by_schema
from spravka.question_reading.everyday.facts import fields_of, is_numeric, title_field
from spravka.question_reading.everyday.parts import Part, PartKind, Selection
from spravka.question_reading.everyday.selecting import selections
from spravka.question_reading.frames import Field
from spravka.question_reading.hearing.heard import Sign
from spravka.question_reading.knowledge import GlossaryTerm
from spravka.question_reading.roles import Sentence

MOST_TOKENS = 9
MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The changed plan and the parts that changed it."""

    plan: Select
    parts: tuple[Part, ...]


@dataclass
class NoFollowUp(Exception):
    """The words are no change of the plan before."""


def read_follow_up(sentence: Sentence, glossary: Sequence[GlossaryTerm], previous: object) -> FollowUp | None:
    """The plan ``previous`` changed by a short question; None where it is no such change."""
    if not isinstance(previous, Select) or len(sentence.heard.tokens) > MOST_TOKENS:
        return None
    for selection in selections(sentence, glossary):
        if selection.unread or len(selection.parts) > MOST_PARTS:
            continue
        try:
            changed = _changed(sentence, selection, previous)
        except (NoFollowUp, UneditableError):
            continue
        if changed != previous:
            return FollowUp(changed, selection.parts)
    return None


def _changed(sentence: Sentence, selection: Selection, select: Select) -> Select:
    grouping = [mark for mark in sentence.heard.marks if mark.sign is Sign.EACH]
    for part in selection.parts:
        match part.kind:
            case PartKind.BUCKET:
                select = _by_time(sentence, part, select)
            case PartKind.PERIOD:
                select = replace_filter_on_same_column(select, _period_test(sentence, part, select))
            case PartKind.VALUE:
                select = _filtered(sentence, part, select)
            case PartKind.TABLE | PartKind.FIELD if any(0 <= part.first - mark.last <= 2 for mark in grouping):
                select = _by_group(sentence, part, select)
            case _:
                raise NoFollowUp
    for mark in sentence.heard.marks:
        if mark.sign is Sign.TOP and mark.value:
            select = change_limit(select, int(mark.value))
    return select


def _by_time(sentence: Sentence, part: Part, select: Select) -> Select:
    assert part.unit is not None
    return regroup_by_time(select, _date_of(sentence, select), part.unit)


def _period_test(sentence: Sentence, part: Part, select: Select) -> InPeriod:
    assert part.period is not None
    return InPeriod(_date_of(sentence, select), part.period)


def _date_of(sentence: Sentence, select: Select) -> ColumnRef:
    """The date the plan uses already, else the only one of its tables."""
    tables = {use.alias: use.table for use in select.tables}
    used = [select.where] if select.where is not None else []
    for expression in (*used, *select.group_by):
        for column in columns_below(expression):
            if sentence.schema.column(tables[column.table], column.column).kind in TEMPORAL:
                return column
    dates = [
        ColumnRef(use.alias, field.column)
        for use in select.tables
        for field in fields_of(sentence.schema, use.table, TEMPORAL)
    ]
    if len(dates) != 1:
        raise NoFollowUp
    return dates[0]


def _filtered(sentence: Sentence, part: Part, select: Select) -> Select:
    assert part.field is not None
    select, column = _column_in(sentence, part.field, select)
    condition = Comparison(column, Operator.EQUAL, Constant(part.value))
    replaced = replace_filter_on_same_column(select, condition)
    return replaced if replaced != select else add_filter(select, condition)


def _by_group(sentence: Sentence, part: Part, select: Select) -> Select:
    if part.kind is PartKind.TABLE:
        field = title_field(sentence.schema, part.table)
    elif part.field is not None and not is_numeric(sentence.schema, sentence.graph, part.field):
        field = named_by_schema(sentence, part.field)
    else:
        raise NoFollowUp
    select, column = _column_in(sentence, field, select)
    return regroup(select, (Output(column),))


def _column_in(sentence: Sentence, field: Field, select: Select) -> tuple[Select, ColumnRef]:
    """The column by the alias of its table; the table is joined where each row has at most one partner in it."""
    aliases = {use.table: use.alias for use in select.tables}
    if field.table not in aliases:
        select = _joined(sentence, field.table, select)
        aliases = {use.table: use.alias for use in select.tables}
    return select, ColumnRef(aliases[field.table], field.column)


def _joined(sentence: Sentence, table: str, select: Select) -> Select:
    known = [use.table for use in select.tables]
    start = min(known, key=lambda other: (sentence.graph.distance(other, table), other))
    for edge in sentence.graph.way(start, table):
        aliases = {use.table: use.alias for use in select.tables}
        if edge.table in aliases:
            continue
        if not edge.to_one:
            raise NoFollowUp
        alias = f"t{len(select.tables) + 1}"
        on = tuple(
            (ColumnRef(aliases[left.table], left.column), ColumnRef(alias, right.column)) for left, right in edge.on
        )
        select = with_tables(select, (TableUse(alias, edge.table),), (Join(alias, on),))
    return replace(select)
