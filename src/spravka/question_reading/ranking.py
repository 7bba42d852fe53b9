"""Numbers that describe a candidate, for the learned ranker; none of them knows a schema or a language.

The ranker knows a number by its place, so that those stay which no tree of it asks for.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from spravka.query_plans.plan import Aggregate, Operator, SetKind
from spravka.query_plans.schema import NUMERIC, TEMPORAL, ColumnKind
from spravka.question_reading.choosing import Chosen
from spravka.question_reading.defaults import full_name_fields, key_field, name_field
from spravka.question_reading.enumerating import Candidate
from spravka.question_reading.frames import Field, Frame, Item, TestKind, items_of
from spravka.question_reading.hearing.heard import Sign, TokenKind
from spravka.question_reading.learned_parts.classifiers import Floats
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import Sentence
from spravka.question_reading.skeletons import skeleton_named

Numbered = Iterator[tuple[str, float]]

FAR = 5.0
STRONG = 0.85
CONTENT_PARTS = frozenset({"noun", "verb", "adjective", "other", ""})
WATCHED_SIGNS = (
    Sign.COUNT,
    Sign.SUM,
    Sign.AVERAGE,
    Sign.MINIMUM,
    Sign.MAXIMUM,
    Sign.MOST,
    Sign.LEAST,
    Sign.TOP,
    Sign.MORE,
    Sign.MORE_OR_EQUAL,
    Sign.LESS,
    Sign.LESS_OR_EQUAL,
    Sign.UNEQUAL,
    Sign.BETWEEN,
    Sign.CONTAINS,
    Sign.STARTS,
    Sign.ENDS,
    Sign.EACH,
    Sign.ORDERED,
    Sign.ASCENDING,
    Sign.DESCENDING,
    Sign.DISTINCT,
    Sign.NOT,
    Sign.OR,
    Sign.AND,
    Sign.BOTH,
    Sign.EITHER,
    Sign.SHARE,
    Sign.DIFFERENCE,
    Sign.RATIO,
    Sign.ABOVE_AVERAGE,
    Sign.BELOW_AVERAGE,
    Sign.COMMON,
    Sign.RARE,
    Sign.ALL,
    Sign.WHOSE,
    Sign.EMPTY,
    Sign.YES_NO,
    Sign.OPINION,
    Sign.CHANGE,
    Sign.WHO,
    Sign.WHERE,
    Sign.WHEN,
)


def features(sentence: Sentence, candidates: Sequence[Candidate]) -> Floats:
    """Candidates × numbers."""
    best = max((candidate.score for candidate in candidates), default=0.0)
    rows = [
        [number for _, number in _numbers(sentence, candidate, place, best)]
        for place, candidate in enumerate(candidates)
    ]
    return np.array(rows, dtype=np.float32)


def _numbers(sentence: Sentence, candidate: Candidate, place: int, best: float) -> Numbered:
    yield from _of_choice(candidate, place, best)
    yield from _of_frame(candidate.frame)
    yield from _of_joins(sentence, candidate)
    yield from _of_links(sentence, candidate.choice.chosen)
    yield from _of_reading(sentence, candidate)
    yield from _of_signs(sentence, candidate.frame)
    yield from _of_types(sentence, candidate.frame)
    yield from _of_outputs(sentence, candidate)


def _of_choice(candidate: Candidate, place: int, best: float) -> Numbered:
    odds = [chosen.log_odds for chosen in candidate.choice.chosen]
    yield "skeleton", candidate.skeleton_log_chance
    yield "skeleton rank", candidate.skeleton_rank
    yield "choice score", candidate.choice.score
    yield "choice rank", candidate.choice_rank
    yield "variant", candidate.variant
    yield "score behind best", best - candidate.score
    yield "place", place
    yield "lowest odds", min(odds, default=0.0)
    yield "mean odds", float(np.mean(odds)) if odds else 0.0
    yield "weak odds", sum(odd < 0 for odd in odds)
    yield "missed odds", candidate.choice.missed
    yield "most missed odds", candidate.choice.most_missed


def _of_frame(frame: Frame) -> Numbered:
    aggregates = [item.aggregate for output in frame.outputs for item in items_of(output) if item.aggregate]
    yield "outputs", len(frame.outputs)
    yield "aggregates", len(aggregates)
    yield "tests", len(frame.tests)
    yield "having", len(frame.having)
    yield "groups", len(frame.group)
    yield "order", len(frame.order)
    yield "descending", any(part.descending for part in frame.order)
    yield "order aggregate", any(part.item.aggregate is not None for part in frame.order)
    yield "limit", 0 if frame.limit is None else 1 if frame.limit == 1 else 2
    yield "distinct", frame.distinct
    yield "any of", frame.any_of
    yield "set", 0 if frame.set_kind is None else 1 + list(SetKind).index(frame.set_kind)
    yield "inner", next((1 + list(TestKind).index(test.kind) for test in frame.tests if test.inner is not None), 0)
    yield "inner tests", sum(len(inner.tests) for inner in frame.frames()) - len(frame.tests)


def _of_joins(sentence: Sentence, candidate: Candidate) -> Numbered:
    frame = candidate.frame
    tables = frame.needed_tables
    edges = sentence.graph.tree(tables)
    yield "joins", FAR * 2 if edges is None else len(edges)
    yield "join cost", FAR * 4 if edges is None else sum(edge.cost for edge in edges)
    reached = set(tables) if edges is None else tables | {edge.table for edge in edges}
    yield "passed through", len(reached) - len(tables)
    inside = set[str]().union(*(other.needed_tables for other in frame.frames()))
    told = {mention.link.table for mention in sentence.tables if mention.link is not None and mention.score >= STRONG}
    yield "told tables unused", len(told - inside - reached)
    used = {part.mention.link.table for part in candidate.choice.chosen if part.mention.link is not None}
    spoken = {mention.link.table for mention in sentence.tables if mention.link is not None}
    yield "untold tables", len(reached - spoken)
    yield "tables only by value", len((reached & used) - spoken)
    shown = {item.field.table for output in frame.outputs for item in items_of(output) if item.field is not None}
    many = [] if edges is None else [edge for edge in edges if not edge.to_one]
    yield "to many", len(many)
    yield "shown tables", len(shown)
    yield (
        "shown is first told",
        bool(shown) and bool(told) and sentence.tables[0].link is not None and (sentence.tables[0].link.table in shown),
    )


def _of_links(sentence: Sentence, chosen: Sequence[Chosen]) -> Numbered:
    linked = [part.mention for part in chosen if part.mention.link is not None]
    for kind in (MentionKind.COLUMN, MentionKind.TABLE, MentionKind.VALUE):
        own = [mention for mention in linked if mention.kind is kind]
        yield f"{kind}s", len(own)
        yield f"{kind} lowest", min((mention.score for mention in own), default=1.0)
        yield f"{kind} lacking", sum(1 - mention.score for mention in own)
        yield f"{kind} covered", min((mention.link.covered for mention in own if mention.link), default=1.0)
        regrets = [_regret(sentence, mention) for mention in own]
        yield f"{kind} regret", max(regrets, default=0.0)
        yield f"{kind} rivals", max((_equal_rivals(sentence, mention) for mention in own), default=0)
    yield "numbers", sum(part.mention.kind is MentionKind.NUMBER for part in chosen)
    yield "quoted", sum(part.mention.kind is MentionKind.QUOTED for part in chosen)


def _regret(sentence: Sentence, mention: Mention) -> float:
    """By how much another link of the same kind and span fits better."""
    rivals = sentence.rivals[mention.first, mention.last]
    return max((rival.score for rival in rivals if rival.kind is mention.kind), default=0.0) - mention.score


def _equal_rivals(sentence: Sentence, mention: Mention) -> int:
    rivals = sentence.rivals[mention.first, mention.last]
    return sum(rival.kind is mention.kind and abs(rival.score - mention.score) < 0.05 for rival in rivals) - 1


def _of_reading(sentence: Sentence, candidate: Candidate) -> Numbered:
    """What of the question was left unread."""
    read = read_tokens(sentence, candidate.choice.chosen)
    left = [place for place in range(len(sentence.heard.tokens)) if place not in read]
    tokens = sentence.heard.tokens
    words = [place for place in left if tokens[place].kind is TokenKind.WORD]
    content = [place for place in words if tokens[place].part in CONTENT_PARTS]
    yield "unread words", len(words)
    yield "unread content", len(content)
    yield "unread share", len(content) / max(len(tokens), 1)
    yield "unread nouns", sum(tokens[place].part == "noun" for place in content)
    yield "unread verbs", sum(tokens[place].part == "verb" for place in content)
    yield "unread names", sum(tokens[place].text[:1].isupper() and place > 0 for place in words)
    yield "unread numbers", sum(not read >= set(range(n.first, n.last + 1)) for n in sentence.heard.numbers)
    yield "unread quoted", sum(tokens[place].kind is TokenKind.QUOTED for place in left)
    strong = [sentence.best[place] for place in left]
    yield "unread strong", sum(mention is not None and mention.score >= STRONG for mention in strong)
    yield (
        "unread values",
        sum(
            mention is not None and mention.kind is MentionKind.VALUE and mention.score >= STRONG for mention in strong
        ),
    )
    yield (
        "unread columns",
        sum(mention is not None and mention.kind is MentionKind.COLUMN and mention.score >= 0.5 for mention in strong),
    )
    yield "unknown words", sum(sentence.best[place] is None for place in content)
    yield "tokens", len(tokens)
    yield "periods", len(sentence.heard.periods)


def leaves_unknown(sentence: Sentence, candidate: Candidate) -> bool:
    """A word that names nothing here, a number or a quotation was left unread."""
    numbers = dict(_of_reading(sentence, candidate))
    return any(numbers[name] for name in ("unknown words", "unread numbers", "unread quoted"))


def read_tokens(sentence: Sentence, chosen: Sequence[Chosen]) -> set[int]:
    """The places of the tokens that the chosen mentions and the signs explain."""
    read = {place for part in chosen for place in range(part.mention.first, part.mention.last + 1)}
    read |= {place for mark in sentence.heard.marks for place in range(mark.first, mark.last + 1)}
    return read


def _of_signs(sentence: Sentence, frame: Frame) -> Numbered:
    """Each sign, and whether the frame has what it asks for."""
    said = sentence.signs
    aggregates = {item.aggregate for inner in frame.frames() for item in inner.items() if item.aggregate}
    operators = {test.operator for inner in frame.frames() for test in (*inner.tests, *inner.having)}
    kinds = {test.kind for inner in frame.frames() for test in inner.tests}
    has_not = frame.set_kind is SetKind.EXCEPT or any(
        test.negated or test.operator is Operator.UNEQUAL for inner in frame.frames() for test in inner.tests
    )
    for sign in WATCHED_SIGNS:
        yield f"says {sign}", sign in said
    for aggregate in Aggregate:
        yield f"has {aggregate}", aggregate in aggregates
    for operator in Operator:
        yield f"has {operator}", operator in operators
    yield "has between", TestKind.BETWEEN in kinds
    yield "has match", TestKind.MATCH in kinds
    yield "has not", has_not
    yield "count shown", any(item.is_count for output in frame.outputs for item in items_of(output))
    yield "count times", sum(mark.sign is Sign.COUNT for mark in sentence.heard.marks)


def _of_types(sentence: Sentence, frame: Frame) -> Numbered:
    """What suits no column of its kind."""
    bad_aggregates = bad_tests = bad_orders = summed_keys = 0
    for inner in frame.frames():
        for item in inner.items():
            if item.aggregate in (Aggregate.SUM, Aggregate.AVERAGE) and item.field is not None:
                bad_aggregates += _kind(sentence, item.field) not in NUMERIC
                summed_keys += _is_key(sentence, item.field)
        for test in inner.tests:
            if test.kind is TestKind.COMPARE and test.item.field is not None and test.values:
                bad_tests += _is_ill_tested(sentence, test.item.field, test.operator, test.values[0])
        for sorting in inner.order:
            if sorting.item.field is not None and inner.limit is not None and sorting.item.aggregate is None:
                bad_orders += _kind(sentence, sorting.item.field) not in NUMERIC | TEMPORAL
    yield "bad aggregates", bad_aggregates
    yield "summed keys", summed_keys
    yield "bad tests", bad_tests
    yield "bad orders", bad_orders
    yield (
        "order text",
        any(part.item.field and _kind(sentence, part.item.field) is ColumnKind.TEXT for part in frame.order),
    )
    yield "order key", any(part.item.field and _is_key(sentence, part.item.field) for part in frame.order)
    yield (
        "tests of keys",
        sum(test.item.field is not None and _is_key(sentence, test.item.field) for test in frame.tests),
    )
    fields = [test.item.field for test in frame.tests]
    yield "tests of one field", len(fields) - len(set(fields))


def _is_ill_tested(sentence: Sentence, field: Field, operator: Operator, value: object) -> bool:
    kind = _kind(sentence, field)
    if isinstance(value, str):
        return kind in NUMERIC
    return kind is ColumnKind.TEXT and operator not in (Operator.EQUAL, Operator.UNEQUAL)


def _kind(sentence: Sentence, field: Field) -> ColumnKind:
    if field.column == "*":
        return ColumnKind.OTHER
    return sentence.schema.column(field.table, field.column).kind


def _is_key(sentence: Sentence, field: Field) -> bool:
    return field == key_field(sentence.schema, field.table) or field in sentence.graph.key_fields


def _of_outputs(sentence: Sentence, candidate: Candidate) -> Numbered:
    frame = candidate.frame
    shown = [item for output in frame.outputs for item in items_of(output) if item.field is not None]
    fields = [item.field for item in shown if item.field is not None and item.field.column != "*"]
    told = {part.mention.field for part in candidate.choice.chosen if part.mention.kind is MentionKind.COLUMN}
    added = [field for field in fields if field not in told]
    yield "shown keys", sum(_is_key(sentence, field) for field in fields)
    yield "shown references", sum(field in sentence.graph.key_fields for field in fields)
    yield "shown texts", sum(_kind(sentence, field) is ColumnKind.TEXT for field in fields)
    yield "added outputs", len(added)
    yield "added names", sum(field == name_field(sentence.schema, field.table) for field in added)
    yield "added keys", sum(field == key_field(sentence.schema, field.table) for field in added)
    yield "added full names", any(field in (full_name_fields(sentence.schema, field.table) or ()) for field in added)
    yield "shown twice", len(shown) - len(set(shown))
    tested = {test.item.field for test in frame.tests if test.kind is TestKind.COMPARE}
    yield "shown and tested", sum(field in tested for field in fields)
    grouped = {item.field for item in frame.group}
    yield "group by key", any(field is not None and _is_key(sentence, field) for field in grouped)
    yield "group shown", bool(grouped) and all(field in fields for field in grouped)
    yield "group told", bool(grouped) and all(field in told for field in grouped)
    yield "ordered shown", any(part.item in frame.outputs for part in frame.order)
    yield "count of column", any(isinstance(item, Item) and item.is_count for item in shown)
    yield "distinct count", any(item.distinct for item in shown)
    skeleton = skeleton_named(candidate.skeleton)
    yield "plain skeleton", not any((skeleton.grouped, skeleton.order, skeleton.union, skeleton.inner))
