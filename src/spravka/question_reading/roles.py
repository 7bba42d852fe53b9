"""Roles: what a mention does in a frame, as a small closed set of words, and the features that tell it.

A role is a set of uses joined by ``+`` in alphabetical order: ``out`` (shown), ``out:average`` (shown as its
average), ``group``, ``order``, ``order:sum``, ``test>`` (tested), ``having>`` (its count is tested), ``limit``,
``from`` (its table only takes part); with ``in:`` before it, inside the nested or the second select.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spravka.query_plans.schema import DatabaseSchema
from spravka.question_reading.hearing.heard import Heard, Sign
from spravka.question_reading.mentions import (
    Mention,
    MentionKind,
    best_at,
    mention_symbol,
    symbols,
)
from spravka.question_reading.schema_graph import SchemaGraph

NO_ROLE = "none"
WINDOW = 4
SHORT_WINDOW = 3
NEAR_TOKENS = 4


@dataclass(frozen=True)
class Sentence:
    """A question with its mentions, as the learned parts see it."""

    heard: Heard
    mentions: tuple[Mention, ...]
    schema: DatabaseSchema
    graph: SchemaGraph

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        return symbols(self.heard, self.mentions, self.schema)

    @cached_property
    def best(self) -> tuple[Mention | None, ...]:
        """The likeliest mention over each token."""
        return tuple(best_at(place, self.mentions) for place in range(len(self.heard.tokens)))

    @cached_property
    def spoken(self) -> tuple[tuple[int, str], ...]:
        """Places and symbols of the tokens that say something; tokens of one mention once."""
        said: list[tuple[int, str]] = []
        last: Mention | None = None
        for place, symbol in enumerate(self.symbols):
            mention = self.best[place] if symbol[:2] in ("m:", "c:") else None
            is_silent = symbol.startswith("w:") or symbol in ("s:filler", "s:ask")
            if not is_silent and (mention is None or mention is not last):
                said.append((place, symbol))
            last = mention
        return tuple(said)

    @cached_property
    def signs(self) -> frozenset[Sign]:
        return frozenset(mark.sign for mark in self.heard.marks)

    @cached_property
    def tables(self) -> tuple[Mention, ...]:
        """The mentions of tables, each table by its best one."""
        best: dict[str, Mention] = {}
        for mention in self.mentions:
            if mention.kind is MentionKind.TABLE and mention.link is not None:
                known = best.get(mention.link.table)
                if known is None or known.score < mention.score:
                    best[mention.link.table] = mention
        return tuple(best.values())

    @cached_property
    def rivals(self) -> dict[tuple[int, int], tuple[Mention, ...]]:
        """The mentions with the same span."""
        found: dict[tuple[int, int], list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault((mention.first, mention.last), []).append(mention)
        return {span: tuple(rivals) for span, rivals in found.items()}


def role_features(sentence: Sentence, mention: Mention) -> list[str]:
    """Words that describe a mention and what stands around it; none comes from the question or the schema."""
    kind = str(mention.kind)
    own = mention_symbol(mention, sentence.schema)
    features = [f"k={kind}", f"own={own}"]
    features += _around(sentence, mention, kind)
    features += _bag(sentence, mention, kind)
    features += _of_place(sentence, mention, kind)
    if mention.link is not None:
        features += [f"{kind}/{name}" for name in _of_link(sentence, mention)]
    if mention.kind is MentionKind.NUMBER:
        features += _of_number(mention)
    return features


def _around(sentence: Sentence, mention: Mention, kind: str) -> Iterator[str]:
    row, size = sentence.symbols, len(sentence.symbols)
    for step in range(1, WINDOW + 1):
        left, right = mention.first - step, mention.last + step
        yield f"L{step}={row[left] if left >= 0 else '^'}"
        yield f"R{step}={row[right] if right < size else '$'}"
    before = [symbol for place, symbol in sentence.spoken if place < mention.first][::-1]
    after = [symbol for place, symbol in sentence.spoken if place > mention.last]
    for side, found in (("l", before), ("r", after)):
        for step in range(SHORT_WINDOW):
            yield f"{side}{step}={found[step] if step < len(found) else '#'}"
        yield f"{kind}/{side}{side}={','.join([*found[:2], '#', '#'][:2])}"


def _bag(sentence: Sentence, mention: Mention, kind: str) -> Iterator[str]:
    seen = set[str]()
    for mark in sentence.heard.marks:
        if mark.first > mention.last:
            side, gap = "after", mark.first - mention.last
        elif mark.last < mention.first:
            side, gap = "before", mention.first - mark.last
        else:
            side, gap = "within", 0
        near = "near" if gap <= 2 else "mid" if gap <= NEAR_TOKENS else "far"
        for name in (f"{side}:{mark.sign}", f"{side}:{near}:{mark.sign}"):
            if name not in seen:
                seen.add(name)
                yield name
    yield from (f"{kind}/has={sign}" for sign in sentence.signs)


def _of_place(sentence: Sentence, mention: Mention, kind: str) -> Iterator[str]:
    before = len([1 for place, symbol in sentence.spoken if place < mention.first and symbol[:2] in ("m:", "c:")])
    after = len([1 for place, symbol in sentence.spoken if place > mention.last and symbol[:2] in ("m:", "c:")])
    yield f"{kind}/before={min(before, 4)}"
    yield f"{kind}/after={min(after, 4)}"
    longer = [other for other in sentence.mentions if _is_inside(mention, other)]
    if longer:
        best = max(longer, key=lambda other: other.score)
        yield f"inside={best.kind}:{_grade(best.score)}"
    for other in {other.kind for other in sentence.rivals[mention.first, mention.last]} - {mention.kind}:
        yield f"{kind}/rival={other}"


def _is_inside(mention: Mention, other: Mention) -> bool:
    return (
        other.first <= mention.first
        and mention.last <= other.last
        and (other.last - other.first) > (mention.last - mention.first)
    )


def _of_link(sentence: Sentence, mention: Mention) -> Iterator[str]:
    link = mention.link
    assert link is not None
    yield f"score={_grade(link.score)}"
    yield f"covered={_grade(link.covered)}"
    rivals = sentence.rivals[mention.first, mention.last]
    better = sum(other.score > mention.score + 0.02 for other in rivals if other.kind is mention.kind)
    equal = sum(abs(other.score - mention.score) <= 0.02 for other in rivals if other.kind is mention.kind)
    yield f"better={min(better, 3)}"
    yield f"equal={min(equal, 4)}"
    others = max((other.score for other in rivals if other.kind is not mention.kind), default=0.0)
    yield f"otherkind={_grade(others)}"
    yield from _of_tables(sentence, mention)
    if mention.kind in (MentionKind.VALUE, MentionKind.COLUMN):
        yield from _of_partners(sentence, mention)
    if mention.kind is MentionKind.TABLE:
        yield from _of_table(sentence, mention)


def _of_tables(sentence: Sentence, mention: Mention) -> Iterator[str]:
    """How near the mentioned tables are, in the question and along keys."""
    link = mention.link
    assert link is not None
    others = [other for other in sentence.tables if not other.overlaps(mention) and other.link is not None]
    yield f"tables={min(len(others), 3)}"
    if not others:
        return
    same = [other for other in others if other.link is not None and other.link.table == link.table]
    yield f"table={'same' if same else 'other'}"
    nearest = min(others, key=lambda other: _gap(mention, other))
    assert nearest.link is not None
    side = "left" if nearest.first < mention.first else "right"
    yield f"nearest={'same' if nearest.link.table == link.table else 'other'}:{side}"
    ways = [sentence.graph.distance(link.table, other.link.table) for other in others if other.link is not None]
    yield f"way={_way_grade(min(ways))}"


def _of_partners(sentence: Sentence, mention: Mention) -> Iterator[str]:
    """A value beside the name of its column, a column beside one of its values or a number."""
    wanted = MentionKind.COLUMN if mention.kind is MentionKind.VALUE else MentionKind.VALUE
    partners = [
        other
        for other in sentence.mentions
        if other.kind is wanted and other.field == mention.field and not other.overlaps(mention)
    ]
    if partners:
        nearest = min(partners, key=lambda other: _gap(mention, other))
        near = "near" if _gap(mention, nearest) <= NEAR_TOKENS else "far"
        yield f"partner={near}:{'left' if nearest.first < mention.first else 'right'}"
        yield f"partnerscore={_grade(nearest.score)}"
    twins = [other for other in sentence.mentions if other.kind is mention.kind and other.field == mention.field]
    apart = [other for other in twins if not other.overlaps(mention)]
    if apart:
        yield f"twin={'left' if apart[0].first < mention.first else 'right'}"
    if any(other.overlaps(mention) and other.score > mention.score for other in twins):
        yield "bettertwin"
    if mention.field in sentence.graph.key_fields:
        yield "reference"


def _of_table(sentence: Sentence, mention: Mention) -> Iterator[str]:
    link = mention.link
    assert link is not None
    columns = [
        other
        for other in sentence.mentions
        if other.kind is MentionKind.COLUMN and other.link is not None and other.link.table == link.table
    ]
    yield f"columns={min(len({other.field for other in columns if not other.overlaps(mention)}), 3)}"
    yield f"first={all(other.first >= mention.first for other in sentence.tables)}"
    neighbours = sentence.graph.neighbours(link.table)
    yield f"parents={min(sum(edge.to_one for edge in neighbours), 3)}"
    yield f"children={min(sum(not edge.to_one for edge in neighbours), 3)}"


def _of_number(mention: Mention) -> Iterator[str]:
    assert mention.number is not None
    value = mention.number
    yield f"number={'year' if 1900 <= value <= 2100 else 'small' if value <= 10 else 'big' if value > 1000 else 'mid'}"
    yield f"whole={value == int(value)}"


def _gap(one: Mention, other: Mention) -> int:
    return max(other.first - one.last, one.first - other.last)


def _grade(score: float) -> int:
    """0…10."""
    return round(min(max(score, 0.0), 1.0) * 10)


def _way_grade(distance: float) -> str:
    return "apart" if distance == float("inf") else str(min(round(distance), 4))


def candidates_of(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that get a role."""
    return [mention for mention in mentions if mention.kind is not MentionKind.TERM]
