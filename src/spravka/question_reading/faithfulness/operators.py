"""The words of a question that are operators, and the nodes of a plan in which operations are found."""

from collections.abc import Iterable, Iterator, Sequence

from spravka.query_plans.plan import Select
from spravka.query_plans.walking import nodes, walk
from spravka.question_reading.everyday.weighing import COMPARING_SIGNS, FAR_EVIDENCE
from spravka.question_reading.hearing.heard import BucketSpan, Mark, NumberSpan, PeriodSpan
from spravka.question_reading.mentions import Mention
from spravka.question_reading.roles import Sentence

Span = PeriodSpan | BucketSpan | NumberSpan | Mention | Mark


def free_marks(sentence: Sentence, used: Sequence[Mention]) -> Iterator[Mark]:
    """Signs that are no part of a period, a bucket or of a name."""
    timed = places_of(sentence.heard.periods) | places_of(sentence.heard.buckets)
    far = [mention for mention in used if mention.link and mention.link.evidence in FAR_EVIDENCE]
    taken = timed | places_of(mention for mention in used if mention.link)
    sure = timed | places_of(mention for mention in used if mention.link and mention not in far)
    for mark in sentence.heard.marks:
        places = set(range(mark.first, mark.last + 1))
        is_longer = any(_holds(mention, mark) for mention in far)
        if not (sure if is_longer and mark.sign in COMPARING_SIGNS else taken) & places:
            yield mark


def _holds(mention: Mention, mark: Mark) -> bool:
    """A comparison inside of words that a dictionary alone takes for one name stays a comparison."""
    return (
        mention.first <= mark.first
        and mark.last <= mention.last
        and mention.last - mention.first > mark.last - mark.first
    )


def places_of(spans: Iterable[Span]) -> set[int]:
    """The tokens of some spans."""
    return {place for span in spans for place in range(span.first, span.last + 1)}


def everything(select: Select) -> Iterator[object]:
    """Every node of a select, those of its joins aside."""
    for node in nodes(select):
        yield from walk(node)
