"""The proof of a language model's answer: which words of the question its plan or query uses, and which it does not.

The language model is not asked for it: what it says of itself would prove nothing.
"""

from collections.abc import Iterator, Sequence

from spravka.database_assistant.llm_reading.retrieving import key_words
from spravka.database_assistant.llm_reading.used_parts import UsedParts, parts_of_plan, parts_of_sql
from spravka.query_plans.plan import Aggregate, QueryPlan
from spravka.query_plans.schema import DatabaseSchema
from spravka.question_reading.hearing.heard import Heard, Mark, Sign, Token, TokenKind
from spravka.question_reading.linking.links import Link, LinkKind
from spravka.question_reading.reading import Became, ProofSpan

Meaning = tuple[Became, str]

FILLING = frozenset(
    {Sign.ASK, Sign.FILLER, Sign.OF, Sign.WHO, Sign.WHERE, Sign.WHEN, Sign.WHOSE, Sign.EXIST, Sign.ALL, Sign.AND}
)
FILLING_PARTS = frozenset({"preposition", "conjunction", "pronoun"})
AGGREGATES = {
    Sign.COUNT: Aggregate.COUNT,
    Sign.SUM: Aggregate.SUM,
    Sign.AVERAGE: Aggregate.AVERAGE,
    Sign.MINIMUM: Aggregate.MINIMUM,
    Sign.MAXIMUM: Aggregate.MAXIMUM,
    Sign.COMMON: Aggregate.COUNT,
    Sign.RARE: Aggregate.COUNT,
    Sign.ABOVE_AVERAGE: Aggregate.AVERAGE,
    Sign.BELOW_AVERAGE: Aggregate.AVERAGE,
}
ORDERING = frozenset(
    {Sign.MOST, Sign.LEAST, Sign.TOP, Sign.ORDERED, Sign.ASCENDING, Sign.DESCENDING, Sign.COMMON, Sign.RARE}
)
COMPARING = frozenset(
    {Sign.MORE, Sign.MORE_OR_EQUAL, Sign.LESS, Sign.LESS_OR_EQUAL, Sign.EQUAL, Sign.UNEQUAL, Sign.BETWEEN}
)


def prove_plan(heard: Heard, links: Sequence[Link], plan: QueryPlan, schema: DatabaseSchema) -> tuple[ProofSpan, ...]:
    """Every word of the question and what it is in the plan, in the question's order."""
    return _prove(heard, links, parts_of_plan(plan), schema)


def prove_sql(heard: Heard, links: Sequence[Link], sql: str, schema: DatabaseSchema) -> tuple[ProofSpan, ...]:
    """The same for SQL."""
    return _prove(heard, links, parts_of_sql(sql, schema), schema)


def _prove(heard: Heard, links: Sequence[Link], used: UsedParts, schema: DatabaseSchema) -> tuple[ProofSpan, ...]:
    meanings: list[Meaning | None] = [None] * len(heard.tokens)
    for first, last, meaning in _findings(heard, links, used, schema):
        if not any(meanings[first : last + 1]):
            meanings[first : last + 1] = [meaning] * (last + 1 - first)
    return tuple(_spans(heard, meanings))


def _findings(
    heard: Heard, links: Sequence[Link], used: UsedParts, schema: DatabaseSchema
) -> Iterator[tuple[int, int, Meaning]]:
    """Spans of tokens with what they became, the surest first: a span that is taken is not asked again."""
    yield from _values(heard, links, used)
    yield from _numbers(heard, used)
    if used.has_period:
        yield from ((one.first, one.last, (Became.PERIOD, _text(heard, one.first, one.last))) for one in heard.periods)
    if used.has_grouping:
        yield from ((one.first, one.last, (Became.GROUPING, one.unit.value)) for one in heard.buckets)
    yield from _names(links, used)
    yield from _same_words(heard, used, schema)
    yield from ((mark.first, mark.last, one) for mark in heard.marks if (one := _of_mark(mark, used)) is not None)
    yield from ((place, place, (Became.FILLER, "")) for place, one in enumerate(heard.tokens) if _is_filling(one))


def _values(heard: Heard, links: Sequence[Link], used: UsedParts) -> Iterator[tuple[int, int, Meaning]]:
    texts = {text.casefold() for text in used.texts}
    stored = sorted((one for one in links if one.kind is LinkKind.VALUE), key=lambda one: -one.score)
    for link in stored:
        if link.value.casefold() in texts and (link.table, link.column) in used.columns:
            yield link.first, link.last, (Became.VALUE, f"{link.table}.{link.column} = {link.value}")
    for text in sorted(used.texts):
        words = key_words(text)
        for place, token in enumerate(heard.tokens):
            if _is_word(token) and key_words(token.text) and key_words(token.text) <= words:
                yield place, place, (Became.VALUE, text)


def _numbers(heard: Heard, used: UsedParts) -> Iterator[tuple[int, int, Meaning]]:
    for number in heard.numbers:
        if number.value in used.limits:
            yield number.first, number.last, (Became.LIMIT, f"{number.value:.15g}")
        elif {number.value, number.value / 100 if number.is_percent else number.value} & used.numbers:
            yield number.first, number.last, (Became.NUMBER, f"{number.value:.15g}")


def _names(links: Sequence[Link], used: UsedParts) -> Iterator[tuple[int, int, Meaning]]:
    for link in sorted(links, key=lambda one: -one.score):
        place = f"{link.table}.{link.column}" if link.column else link.table
        is_used = (link.table, link.column) in used.columns if link.column else link.table in used.tables
        if is_used and link.kind is not LinkKind.VALUE:
            yield link.first, link.last, (_became(link), place)


def _became(link: Link) -> Became:
    return {LinkKind.TABLE: Became.TABLE, LinkKind.COLUMN: Became.COLUMN}.get(link.kind, Became.GLOSSARY)


def _same_words(heard: Heard, used: UsedParts, schema: DatabaseSchema) -> Iterator[tuple[int, int, Meaning]]:
    """Words that stand in the name or the comment of what is used."""
    named = list(_named(used, schema))
    for place, token in enumerate(heard.tokens):
        words = key_words(token.text) if _is_word(token) and not _is_filling(token) else frozenset()
        meaning = next((one for known, one in named if words and words <= known), None)
        if meaning is not None:
            yield place, place, meaning


def _named(used: UsedParts, schema: DatabaseSchema) -> Iterator[tuple[frozenset[str], Meaning]]:
    tables = schema.tables_by_key
    for key, name in sorted(used.columns):
        if key in tables and name in tables[key].columns_by_name:
            column = tables[key].columns_by_name[name]
            yield key_words(f"{column.name} {column.comment}"), (Became.COLUMN, f"{key}.{name}")
    for key in sorted(used.tables & tables.keys()):
        yield key_words(f"{tables[key].name} {tables[key].comment}"), (Became.TABLE, key)


def _of_mark(mark: Mark, used: UsedParts) -> Meaning | None:
    """What an operator's word became, where the plan does such a thing."""
    aggregate = AGGREGATES.get(mark.sign)
    if aggregate is not None and aggregate in used.aggregates:
        return Became.AGGREGATE, aggregate.value
    if mark.sign in ORDERING and used.has_order:
        return Became.ORDER, mark.sign.value
    if mark.sign in COMPARING and used.has_comparison and not mark.hint:
        return Became.OPERATOR, mark.sign.value
    if mark.sign is Sign.EACH and used.has_grouping:
        return Became.GROUPING, mark.sign.value
    if mark.sign is Sign.DISTINCT and used.is_distinct:
        return Became.OPERATOR, mark.sign.value
    return (Became.FILLER, "") if mark.sign in FILLING else None


def _is_word(token: Token) -> bool:
    return token.kind is not TokenKind.PUNCTUATION


def _is_filling(token: Token) -> bool:
    return token.part in FILLING_PARTS


def _text(heard: Heard, first: int, last: int) -> str:
    return heard.question[heard.tokens[first].start : heard.tokens[last].end]


def _spans(heard: Heard, meanings: Sequence[Meaning | None]) -> Iterator[ProofSpan]:
    """Neighbouring words of one meaning together; a word without one is unused."""
    start = 0
    for place in range(1, len(meanings) + 1):
        if place < len(meanings) and meanings[place] == meanings[start] and meanings[start] is not None:
            continue
        if meanings[start] is not None or _is_word(heard.tokens[start]):
            became, target = meanings[start] or (Became.UNUSED, "")
            first, last = heard.tokens[start], heard.tokens[place - 1]
            yield ProofSpan(first.start, last.end, heard.question[first.start : last.end], became, target)
        start = place
