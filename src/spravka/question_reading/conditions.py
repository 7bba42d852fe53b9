"""The conditions of a frame from the mentions chosen for them."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spravka.query_plans.plan import Aggregate, FixedPeriod, Operator, TextMatch
from spravka.query_plans.schema import NUMERIC, TEMPORAL, ColumnKind
from spravka.question_reading.choosing import Chosen
from spravka.question_reading.frames import ROWS, Field, FrameConstant, Item, Test, TestKind
from spravka.question_reading.hearing.heard import Sign
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import Sentence

MATCHES = {Sign.CONTAINS: TextMatch.CONTAINS, Sign.STARTS: TextMatch.STARTS, Sign.ENDS: TextMatch.ENDS}
CONSTANT_KINDS = frozenset({MentionKind.VALUE, MentionKind.NUMBER, MentionKind.QUOTED, MentionKind.PERIOD})
FARTHEST_TOKENS = 12
AFTER_WORDS = frozenset({"после", "позже", "позднее", "after", "later"})


@dataclass
class Unreadable(Exception):
    """The chosen roles make no frame: ``why``, for whoever looks into it."""

    why: str


@dataclass(frozen=True, slots=True)
class Conditions:
    """Tests of the main select, of the one inside, and those on groups."""

    tests: tuple[Test, ...]
    inner_tests: tuple[Test, ...]
    having: tuple[Test, ...]
    unused: tuple[Chosen, ...]
    """Columns chosen to be tested that met no constant."""


def use_named(chosen: Chosen, name: str) -> str | None:
    """What follows ``name`` in one of the uses (an operator, or an aggregate after a colon); None without such."""
    for use in chosen.uses:
        if use.startswith(name):
            return use.removeprefix(name)
    return None


def conditions_of(sentence: Sentence, chosen: Sequence[Chosen]) -> Conditions:
    """Every constant with the column it is compared with; raises :class:`Unreadable` where one finds none."""
    columns = [part for part in chosen if part.mention.kind is MentionKind.COLUMN]
    taken = set[Mention]()
    found: dict[str, list[Test]] = {"test": [], "in:test": [], "having": [], "in:having": []}
    for part in _constants(chosen):
        for place in found:
            sign = use_named(part, place)
            if sign is not None:
                found[place].append(_test(sentence, part, place, sign, chosen, taken))
    unused = tuple(part for part in columns if part.mention not in taken and "test" in part.uses)
    between = [_joined(tests) for tests in found.values()]
    return Conditions(between[0], (*between[1], *between[3]), between[2], unused)


def _constants(chosen: Sequence[Chosen]) -> Iterator[Chosen]:
    return (part for part in chosen if part.mention.kind in CONSTANT_KINDS)


def _test(
    sentence: Sentence, part: Chosen, place: str, sign: str, chosen: Sequence[Chosen], taken: set[Mention]
) -> Test:
    mention = part.mention
    columns = [other for other in chosen if other.mention.kind is MentionKind.COLUMN]
    tables = {other.mention.link.table for other in chosen if other.mention.link is not None}
    if "having" in place:
        item = _having_item(mention, columns, taken)
        return Test(item, TestKind.COMPARE, _operator(sign), (_number(mention),))
    if mention.kind is MentionKind.VALUE:
        partner = _nearest(mention, [column for column in columns if column.mention.field == mention.field])
        if partner is not None:
            taken.add(partner.mention)
        return _value_test(mention, sign)
    fitting = [part for part in columns if "test" in part.uses and _fits(sentence, part.mention, mention)]
    column = _nearest(mention, fitting)
    if column is None and mention.kind is MentionKind.PERIOD:
        return Test(Item(_date_of(sentence, mention, tables)), TestKind.PERIOD, period=mention.period)
    if column is None:
        raise Unreadable("a constant without a column")
    taken.add(column.mention)
    assert column.mention.field is not None
    return _compared(sentence, column.mention.field, mention, sign)


def _date_of(sentence: Sentence, period: Mention, tables: set[str]) -> Field:
    """The date that fits a period best among the tables spoken of: by what its words name, or as the only one."""
    named = [
        mention
        for mention in sentence.mentions
        if mention.kind is MentionKind.COLUMN and mention.overlaps(period) and mention.link is not None
        if mention.link.table in tables and _fits(sentence, mention, period)
    ]
    best = max(named, key=lambda mention: mention.score, default=None)
    if best is not None and best.field is not None:
        return best.field
    dates = [
        Field(table, column.name)
        for table in tables
        for column in sentence.schema.tables_by_key[table].columns
        if column.kind in TEMPORAL
    ]
    if len(dates) != 1:
        raise Unreadable("a period without its date")
    return dates[0]


def _value_test(mention: Mention, sign: str) -> Test:
    assert mention.field is not None
    assert mention.link is not None
    value = mention.link.value
    if sign.endswith("~"):
        return Test(Item(mention.field), TestKind.MATCH, values=(value,), negated=sign.startswith("!"))
    return Test(Item(mention.field), TestKind.COMPARE, _operator(sign), (value,))


def _compared(sentence: Sentence, field: Field, mention: Mention, sign: str) -> Test:
    item = Item(field)
    kind = sentence.schema.column(field.table, field.column).kind
    if mention.kind is MentionKind.PERIOD:
        day = _day_before(sentence, mention) if kind is ColumnKind.TEXT else None
        if day is not None:
            return Test(item, TestKind.COMPARE, Operator.MORE, (day.isoformat(),))
        return Test(item, TestKind.PERIOD, period=mention.period)
    if mention.kind is MentionKind.QUOTED:
        match = next((MATCHES[found] for found in MATCHES if found in sentence.signs), None)
        if match is not None or sign.endswith("~"):
            return Test(item, TestKind.MATCH, values=(mention.text,), match=match or TextMatch.CONTAINS)
        return Test(item, TestKind.COMPARE, _operator(sign), (mention.text,))
    value: FrameConstant = _number(mention)
    if kind is ColumnKind.TEXT:
        value = f"{mention.number:.15g}"
    if sign == "between":
        return Test(item, TestKind.BETWEEN, values=(value,))
    return Test(item, TestKind.COMPARE, _operator(sign), (value,))


def _day_before(sentence: Sentence, mention: Mention) -> datetime.date | None:
    """The day told in «после 26.06.1978»: dates kept as text are compared with the text of that very day."""
    period = mention.period
    if not isinstance(period, FixedPeriod) or period.start is None or period.end is not None:
        return None
    said = sentence.heard.tokens[mention.first : mention.last + 1]
    day = period.start - datetime.timedelta(days=1)
    numbers = {int(digits) for token in said for digits in re.findall(r"\d+", token.text)}
    return day if AFTER_WORDS.intersection(said[0].lemmas) and day.day in numbers else None


def _fits(sentence: Sentence, column: Mention, constant: Mention) -> bool:
    """A column may be compared with a constant: dates with periods, words with words."""
    if column.field is None or abs(column.first - constant.first) > FARTHEST_TOKENS:
        return False
    kind = sentence.schema.column(column.field.table, column.field.column).kind
    if constant.kind is MentionKind.PERIOD:
        return kind in TEMPORAL or kind in (ColumnKind.TEXT, ColumnKind.INTEGER)
    if constant.kind is MentionKind.QUOTED:
        return kind not in NUMERIC
    return kind not in TEMPORAL


def _having_item(mention: Mention, columns: Sequence[Chosen], taken: set[Mention]) -> Item:
    aggregated = [
        (column, aggregate)
        for column in columns
        for aggregate in [use_named(column, "having:")]
        if aggregate is not None and column.mention.field is not None
    ]
    if not aggregated:
        return ROWS
    column, aggregate = min(aggregated, key=lambda pair: _gap(pair[0].mention, mention))
    taken.add(column.mention)
    return Item(column.mention.field, Aggregate(aggregate))


def _nearest(mention: Mention, columns: Sequence[Chosen]) -> Chosen | None:
    """The nearest column; of two equally near, the one before."""
    return min(columns, key=lambda part: (_gap(part.mention, mention), part.mention.first), default=None)


def _gap(one: Mention, other: Mention) -> int:
    return max(other.first - one.last, one.first - other.last)


def _joined(tests: list[Test]) -> tuple[Test, ...]:
    """Both halves of a "between" made one; two values of one column with the same sign stay apart."""
    halves = [test for test in tests if test.kind is TestKind.BETWEEN]
    rest = [test for test in tests if test.kind is not TestKind.BETWEEN]
    while len(halves) >= 2:
        low, high = halves[0], halves[1]
        bounds = tuple(sorted((low.values[0], high.values[0]), key=str if isinstance(low.values[0], str) else _float))
        rest.append(replace(low, values=bounds))
        halves = halves[2:]
    if halves:
        raise Unreadable("half of a between")
    return tuple(rest)


def _float(value: FrameConstant) -> float:
    return float(str(value))


def _number(mention: Mention) -> int | float:
    if mention.number is None:
        raise Unreadable("no number")
    return int(mention.number) if mention.number.is_integer() else mention.number


def _operator(sign: str) -> Operator:
    try:
        return Operator(sign)
    except ValueError:
        return Operator.UNEQUAL if sign.startswith("!") else Operator.EQUAL
