"""Plans whose very shape answers nothing: groups of single rows, ways chosen by chance, things absent and present."""

import itertools
from collections.abc import Iterator, Sequence, Set

from spravka.query_plans.plan import (
    Aggregated,
    AllOf,
    AmongRows,
    ColumnRef,
    Comparison,
    Condition,
    Constant,
    DatePart,
    IsEmpty,
    Negated,
    OneOf,
    Operator,
    Select,
    Truncated,
)
from spravka.query_plans.walking import selects, walk
from spravka.question_reading.everyday.facts import is_of_people, is_temporal, title_field
from spravka.question_reading.faithfulness.doubts import Doubt
from spravka.question_reading.faithfulness.operators import everything, free_marks
from spravka.question_reading.frames import Field
from spravka.question_reading.hearing.heard import Sign
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import Sentence

WHICH = frozenset({"какой", "который", "каждый", "which", "what"})
UNITS_OF_TIME = frozenset({"день", "неделя", "месяц", "квартал", "год", "day", "week", "month", "quarter", "year"})
FORWARD = frozenset({Sign.MOST, Sign.LEAST})


def shape_doubts(sentence: Sentence, used: Sequence[Mention], parts: Sequence[Select]) -> Iterator[Doubt]:
    """Doubts that the shape of the plan raises beside the words."""
    if any(_groups_single_rows(sentence, used, select) for select in parts):
        yield Doubt.SINGLE_ROWS
    if any(_goes_one_of_two_ways(sentence, select) for select in parts):
        yield Doubt.ONE_OF_SEVERAL
    if _leaves_a_key(sentence, used, parts):
        yield Doubt.NOT_SHOWN
    if any(_is_absent_and_present(select) for select in parts):
        yield Doubt.NO_NEGATION
    if _shows_the_given(parts[0]):
        yield Doubt.FIXED_GROUP
    if _misses_a_unit(sentence, parts[0]):
        yield Doubt.NO_TIME
    if _is_of_time(sentence, used) and not _orders_by_time(sentence, parts):
        yield Doubt.NO_EXTREME
    if any(_says_twice(select) for select in parts):
        yield Doubt.WEAK_LINK


def fields_by_alias(select: Select) -> dict[str, str]:
    """The tables of a select by their aliases."""
    return {use.alias: use.table for use in select.tables}


def _groups_single_rows(sentence: Sentence, used: Sequence[Mention], select: Select) -> bool:
    """«залоги по договорам» where the contract itself has one: what is summed or counted has one row in each group."""
    tables = fields_by_alias(select)
    grouped = [Field(tables[one.table], one.column) for one in select.group_by if isinstance(one, ColumnRef)]
    measured = [one for output in select.outputs for one in walk(output.expression) if isinstance(one, Aggregated)]
    sources = {table for one in measured for table in _tables_measured(one, tables)}
    return len(sources) == 1 and any(
        column.table in sources and _tells_rows_apart(sentence, used, column) for column in grouped
    )


def _tables_measured(one: Aggregated, tables: dict[str, str]) -> set[str]:
    if one.of is None:
        return set(tables.values()) if len(tables) == 1 else set()
    return {tables[ref.table] for ref in walk(one.of) if isinstance(ref, ColumnRef)}


def _tells_rows_apart(sentence: Sentence, used: Sequence[Mention], column: Field) -> bool:
    """A key; or what things are called, where the things themselves are named and not the column."""
    known = sentence.schema.tables_by_key[column.table]
    is_named = any(one.field == column for one in used) or not _is_thing(used, column.table)
    is_title = column == title_field(sentence.schema, column.table)
    return known.is_unique(frozenset({column.column})) or (is_title and not is_named)


def _is_thing(used: Sequence[Mention], table: str) -> bool:
    return any(one.kind is MentionKind.TABLE and one.link is not None and one.link.table == table for one in used)


def _goes_one_of_two_ways(sentence: Sentence, select: Select) -> bool:
    """A table refers to another twice («откуда», «куда»), and no word says which reference is meant."""
    tables = fields_by_alias(select)
    for join in select.joins:
        left, right = join.on[0]
        pair = (Field(tables[left.table], left.column), Field(tables[right.table], right.column))
        for edge in sentence.graph.neighbours(pair[0].table):
            is_beside = edge.table == pair[1].table and (edge.on[0] not in (pair, pair[::-1]))
            if is_beside and _is_same_way(sentence, pair, edge.to_one) and not _is_said(sentence, pair):
                return True
    return False


def _is_same_way(sentence: Sentence, pair: tuple[Field, Field], to_one: bool) -> bool:
    own = next(
        (
            edge
            for edge in sentence.graph.neighbours(pair[0].table)
            if edge.on[0] == pair and edge.table == pair[1].table
        ),
        None,
    )
    return own is not None and own.to_one == to_one


def _is_said(sentence: Sentence, pair: tuple[Field, Field]) -> bool:
    return any(one.field in pair and one.link is not None for one in sentence.mentions)


def _leaves_a_key(sentence: Sentence, used: Sequence[Mention], parts: Sequence[Select]) -> bool:
    """A reference that is named («начальник отдела») is the way to what it refers to."""
    named = {one.field for one in used if one.field is not None and one.field in sentence.graph.key_fields}
    read = {field for select in parts for field in _fields_read(select)}
    return not named <= read or any(_is_a_post(sentence, one, read) for one in used)


def _is_a_post(sentence: Sentence, used: Mention, read: Set[Field]) -> bool:
    """«кладовщик склада» is whoever the warehouse refers to as such, not only those whose post is called so."""
    if used.kind is not MentionKind.VALUE or used.link is None or not is_of_people(sentence.schema, used.link.table):
        return False
    over = [one for one in sentence.mentions if (one.first, one.last) == (used.first, used.last)]
    return any(one.field in sentence.graph.key_fields and one.field in read for one in over)


def _fields_read(select: Select) -> Iterator[Field]:
    tables = fields_by_alias(select)
    joined = (ref for join in select.joins for pair in join.on for ref in pair)
    read = (node for node in everything(select) if isinstance(node, ColumnRef))
    yield from (Field(tables[ref.table], ref.column) for ref in (*joined, *read) if tables.get(ref.table))


def _is_absent_and_present(select: Select) -> bool:
    """Rows of what is not there can be neither joined nor dated."""
    own = {use.table for use in select.tables}
    joined = {ref for join in select.joins for pair in join.on for ref in pair}
    empty = (node.left for node in everything(select) if isinstance(node, IsEmpty) and not node.negated)
    if not joined.isdisjoint(one for one in empty if isinstance(one, ColumnRef)):
        return True
    return any(isinstance(node, AmongRows) and node.negated and _main_table(node) in own for node in everything(select))


def _main_table(node: AmongRows) -> str | None:
    inner = next(iter(selects(node.plan)))
    return inner.tables[0].table


def _shows_the_given(select: Select) -> bool:
    """Every row shows one of the values that were asked for."""
    given = {_key(one.left) for one in _conditions(select.where) if _is_given(one)} - {None}
    return bool(given) and {_key(output.expression) for output in select.outputs} <= given


def _is_given(one: Condition) -> bool:
    if isinstance(one, OneOf):
        return not one.negated
    return isinstance(one, Comparison) and one.operator is Operator.EQUAL and isinstance(one.right, Constant)


def _conditions(condition: Condition | None) -> list[Comparison | OneOf]:
    all_of = condition.conditions if isinstance(condition, AllOf) else (condition,)
    return [one for one in all_of if isinstance(one, Comparison | OneOf)]


def _key(expression: object) -> tuple[str, str] | None:
    return (expression.table, expression.column) if isinstance(expression, ColumnRef) else None


def _misses_a_unit(sentence: Sentence, select: Select) -> bool:
    """ "Which month" is answered with months."""
    tokens = sentence.heard.tokens
    asked = any(
        WHICH & set(one.lemmas) and UNITS_OF_TIME & set(after.lemmas) for one, after in itertools.pairwise(tokens)
    )
    shown = [node for output in select.outputs for node in walk(output.expression)]
    return asked and bool(shown) and not any(isinstance(node, Truncated | DatePart) for node in shown)


def _is_of_time(sentence: Sentence, used: Sequence[Mention]) -> bool:
    """The latest or the first is asked for."""
    return any(mark.hint == "date" and mark.sign in FORWARD for mark in free_marks(sentence, used))


def _orders_by_time(sentence: Sentence, parts: Sequence[Select]) -> bool:
    """By a date, or the end of dates is shown, or by a quantity as far as nothing is ordered."""
    for select in parts:
        tables = fields_by_alias(select)
        ordered = [node for one in select.order for node in walk(one.by)]
        ends = [node for output in select.outputs for node in walk(output.expression) if isinstance(node, Aggregated)]
        refs = [node for end in (*ordered, *ends) for node in walk(end) if isinstance(node, ColumnRef)]
        if any(
            tables.get(ref.table) and is_temporal(sentence.schema, Field(tables[ref.table], ref.column)) for ref in refs
        ):
            return True
    return False


def _says_twice(select: Select) -> bool:
    """Two words were read as one and the same condition."""
    conditions = select.where.conditions if isinstance(select.where, AllOf) else ()
    plain = [one.condition if isinstance(one, Negated) else one for one in conditions]
    return any(one in plain[:place] for place, one in enumerate(plain))
