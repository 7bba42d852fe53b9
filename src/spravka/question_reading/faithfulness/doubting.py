"""Whether a plan does what the question says: a word heard as an operation has to be one in the plan.

A wrong answer costs more than none. What is checked here needs no learning: an average that is asked for is computed,
a grouping groups, a table that nobody named is only a bridge, and a word stands for something it is near to.
"""

from collections.abc import Iterator, Sequence

from spravka.morphology.russian import russian_forms
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    Between,
    ColumnRef,
    Comparison,
    DatePart,
    InPeriod,
    QueryPlan,
    Select,
    Truncated,
)
from spravka.query_plans.walking import selects
from spravka.question_reading.faithfulness.doubtful_answers import answer_doubts
from spravka.question_reading.faithfulness.doubtful_links import link_doubts
from spravka.question_reading.faithfulness.doubtful_operations import operation_doubts
from spravka.question_reading.faithfulness.doubtful_shapes import shape_doubts
from spravka.question_reading.faithfulness.doubts import Doubt
from spravka.question_reading.faithfulness.operators import everything, free_marks, places_of
from spravka.question_reading.hearing.heard import Sign, Token
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import Sentence

UNITS = frozenset(
    "тонна кг килограмм штука шт метр куб кубометр литр рубль руб деньги час день месяц год процент раз единица "  # noqa: SIM905
    "ton kg kilogram piece meter metre liter litre ruble dollar money hour day month year percent unit".split()
)
"""What is counted in, not counted: «сколько тонн» is a sum."""
LEAST_EVENT_SCORE = 0.3
MOST_BRIDGES = 1
"""Tables that nobody named, between those that were."""
THINGS = (MentionKind.TABLE, MentionKind.VALUE, MentionKind.TERM)
EXTREMES = frozenset({Aggregate.MINIMUM, Aggregate.MAXIMUM})
RANKING_SIGNS = frozenset({Sign.TOP, Sign.MOST, Sign.LEAST, Sign.ORDERED})
"""With them "by amount" says what the order is by."""
EXTREME_SIGNS = frozenset({Sign.MOST, Sign.LEAST, Sign.COMMON, Sign.RARE})


def doubts(sentence: Sentence, used: Sequence[Mention], plan: QueryPlan) -> frozenset[Doubt]:
    """Every doubt about a plan made of the ``used`` mentions; empty where it is faithful."""
    parts = list(selects(plan))
    found = {*_operation_doubts(sentence, used, parts), *_table_doubts(sentence, used, parts)}
    found |= set(operation_doubts(sentence, used, parts))
    found |= set(shape_doubts(sentence, used, parts))
    found |= set(answer_doubts(sentence, used, parts[0]))
    return frozenset(found | set(link_doubts(sentence, used)))


def _operation_doubts(sentence: Sentence, used: Sequence[Mention], parts: Sequence[Select]) -> Iterator[Doubt]:
    said = {mark.sign for mark in free_marks(sentence, used)}
    functions = {node.function for select in parts for node in everything(select) if isinstance(node, Aggregated)}
    if Sign.AVERAGE in said and Aggregate.AVERAGE not in functions:
        yield Doubt.NO_AVERAGE
    if Aggregate.COUNT not in functions and _is_thing_counted(sentence, used):
        yield Doubt.NO_COUNT
    is_ranking = bool(said & RANKING_SIGNS) and any(select.order for select in parts)
    if Sign.EACH in said and not is_ranking and not any(select.group_by for select in parts):
        yield Doubt.NO_GROUPS
    if said & EXTREME_SIGNS and not functions & EXTREMES and not any(select.order for select in parts):
        yield Doubt.NO_EXTREME
    if any(_is_ordered_total(select) for select in parts):
        yield Doubt.ORDERED_TOTAL
    if _misses_time(sentence, parts):
        yield Doubt.NO_TIME
    if _has_unused_number(sentence, used):
        yield Doubt.UNUSED_NUMBER


def _table_doubts(sentence: Sentence, used: Sequence[Mention], parts: Sequence[Select]) -> Iterator[Doubt]:
    if any(_has_needless_table(select, used) for select in parts):
        yield Doubt.NEEDLESS_TABLE
    if _misses_an_event(sentence, used, parts):
        yield Doubt.NO_EVENT


def _is_thing_counted(sentence: Sentence, used: Sequence[Mention]) -> bool:
    """The noun after «сколько» or "how many" names a table or a value of one, and is no unit."""
    counts = [mark for mark in free_marks(sentence, used) if mark.sign is Sign.COUNT]
    if not counts:
        return False
    after = range(counts[0].last + 1, len(sentence.heard.tokens))
    noun = next((place for place in after if sentence.heard.tokens[place].part == "noun"), None)
    if noun is None or UNITS & set(sentence.heard.tokens[noun].lemmas) or _is_given_to(sentence.heard.tokens[noun]):
        return False
    over = [mention for mention in used if mention.first <= noun <= mention.last]
    return any(mention.kind in THINGS for mention in over)


def _is_given_to(token: Token) -> bool:
    """A Russian noun in the dative alone: «сколько заплатили подрядчикам»; what is counted stands in the genitive."""
    return {form.case for form in russian_forms(token.text) if form.case} == {"datv"}


def _has_unused_number(sentence: Sentence, used: Sequence[Mention]) -> bool:
    told = [mark for mark in sentence.heard.marks if mark.value or mark.last > mark.first]
    told = [mark for mark in told if mark.sign is not Sign.BETWEEN]
    read = places_of(used) | places_of(sentence.heard.periods) | places_of(told)
    return any(read.isdisjoint(range(span.first, span.last + 1)) for span in sentence.heard.numbers)


def _misses_time(sentence: Sentence, parts: Sequence[Select]) -> bool:
    """A bucket that nothing is grouped by, a period that nothing is compared with. A bare year may be a number."""
    found = {type(node) for select in parts for node in everything(select)}
    if sentence.heard.buckets and not found & {Truncated, DatePart}:
        return True
    numbers = places_of(sentence.heard.numbers)
    sure = [span for span in sentence.heard.periods if not set(range(span.first, span.last + 1)) <= numbers]
    return bool(sure) and not found & {InPeriod, Truncated, DatePart, Comparison, Between}


def _is_ordered_total(select: Select) -> bool:
    """A single row of totals that is ordered: the order was meant for something else."""
    is_total = bool(select.outputs) and all(isinstance(one.expression, Aggregated) for one in select.outputs)
    return is_total and not select.group_by and bool(select.order)


def _has_needless_table(select: Select, used: Sequence[Mention]) -> bool:
    """More bridges than one, or a table at the end of a path that nobody named and of which nothing is read."""
    if len(select.tables) < 2:
        return False
    named = {mention.link.table for mention in used if mention.link is not None}
    read = {node.table for node in everything(select) if isinstance(node, ColumnRef)}
    strange = [use for use in select.tables if use.table not in named and use.alias not in read]
    return len(strange) > MOST_BRIDGES or any(use.alias in _ends(select) for use in strange)


def _misses_an_event(sentence: Sentence, used: Sequence[Mention], parts: Sequence[Select]) -> bool:
    """A verb passed over that is the name of a table which the plan does not read: «продали» with a table of sales."""
    read = {use.table for select in parts for use in select.tables}
    taken = places_of(used)
    verbs = {at for at, token in enumerate(sentence.heard.tokens) if token.part == "verb" and at not in taken}
    for place in verbs:
        over = [one for one in sentence.mentions if one.first == one.last == place and one.kind is MentionKind.TABLE]
        tables = {one.link.table for one in over if one.link is not None and one.score >= LEAST_EVENT_SCORE}
        if tables and not tables & read:
            return True
    return False


def _ends(select: Select) -> set[str]:
    """Aliases that one join alone touches."""
    touched: dict[str, int] = {}
    for join in select.joins:
        for alias in {ref.table for pair in join.on for ref in pair}:
            touched[alias] = touched.get(alias, 0) + 1
    return {alias for alias, count in touched.items() if count == 1}
