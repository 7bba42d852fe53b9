"""Periods: moments fixed or relative, with what stands around them: in, before, after, since, until, from … to."""

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spravka.query_plans.plan import FixedPeriod, RelativePeriod
from spravka.question_reading.hearing.heard import Language, PeriodSpan, Token
from spravka.question_reading.hearing.lexical_patterns import PatternBook, WordSequence
from spravka.question_reading.hearing.moments import Moment, MomentReader
from spravka.question_reading.hearing.relative_periods import RelativeSpan, relative_spans
from spravka.question_reading.hearing.time_units import lines_of

_COMPARING = frozenset({"than", "least", "most", "over", "above", "under", "below", "exceed", "top", "first"}) | {
    *("чем", "больше", "меньше", "более", "менее", "свыше", "выше", "ниже", "не", "превышать", "топ", "номер", "код"),
    *("№", "#", "$", "€", "£", "=", ">", "<", "id", "number", "code", "room"),
}
"""After these a lone number of four digits is a number rather than a year."""
_LIKELY_YEARS = range(1800, 2100)


@lru_cache(maxsize=1)
def _edges() -> PatternBook[str]:
    book: PatternBook[str] = PatternBook()
    for edge, patterns in lines_of("period_edges.tsv"):
        for pattern in patterns:
            book.add(pattern, edge)
    return book


class _Edges:
    """Words around moments, by their last token (those before) or their first (those after)."""

    def __init__(self, words: WordSequence) -> None:
        self._before: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._after: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for match in _edges().matches(words):
            if match.meaning.startswith("following-"):
                self._after[match.first].append((match.last, match.meaning))
            else:
                self._before[match.last].append((match.first, match.meaning))

    def before(self, place: int) -> list[tuple[int, str]]:
        """First token and name of the edges that end right before a token."""
        return self._before.get(place - 1, [])

    def after(self, place: int) -> list[tuple[int, str]]:
        return self._after.get(place + 1, [])

    def starts_of(self, place: int, *names: str) -> Iterator[int]:
        return (first for first, name in self.before(place) if name in names)


def periods_of(
    tokens: Sequence[Token], words: WordSequence, language: Language, today: datetime.date
) -> tuple[PeriodSpan, ...]:
    """All periods, none within a longer one; the preferred of several for the same tokens comes first."""
    moments = _moments(tokens, language, today)
    edges = _Edges(words)
    spans = [
        *_ranges(tokens, moments, edges, today),
        *_edged(tokens, moments, edges, today),
        *_relative(words, edges, today),
    ]
    return _longest(spans)


def _moments(tokens: Sequence[Token], language: Language, today: datetime.date) -> list[Moment]:
    reader = MomentReader(tokens, language, today)
    found: list[Moment] = []
    place = 0
    while place < len(tokens):
        moment = reader.at(place)
        if moment is not None:
            found.append(moment)
            place = moment.last
        place += 1
    return found


def _is_likely(moment: Moment, tokens: Sequence[Token], has_edge: bool) -> bool:
    """A lone year must look like one, and not follow a comparing word."""
    if not moment.is_bare:
        return True
    before = tokens[moment.first - 1] if moment.first else None
    if before is not None and _COMPARING & {before.text.lower(), *before.lemmas}:
        return False
    return has_edge or moment.start.year in _LIKELY_YEARS


def _placed(edge: str, moment: Moment) -> FixedPeriod:
    if edge == "before":
        return FixedPeriod(None, moment.start)
    if edge == "after":
        return FixedPeriod(moment.end, None)
    if edge in ("since", "following-since"):
        return FixedPeriod(moment.start, None)
    if edge in ("until", "following-until"):
        return FixedPeriod(None, moment.end)
    return FixedPeriod(moment.start, moment.end)


def _edged(
    tokens: Sequence[Token], moments: Sequence[Moment], edges: _Edges, today: datetime.date
) -> Iterator[PeriodSpan]:
    others = {moment.first for moment in moments}
    for moment in moments:
        around = [edge for edge in edges.before(moment.first) if not edge[1].startswith("between")]
        if not _is_likely(moment, tokens, bool(around)):
            continue
        for sense in _senses(moment, today):
            yield PeriodSpan(moment.first, moment.last, _placed("in", sense))
            for first, edge in around:
                yield PeriodSpan(first, moment.last, _placed(edge, sense))
            for last, edge in edges.after(moment.last):
                if last + 1 in others:  # "before 2010 or after 2015": the words belong to the next moment
                    continue
                first = min((first for first, before in around if before == "in"), default=moment.first)
                yield PeriodSpan(first, last, _placed(edge, sense))


def _senses(moment: Moment, today: datetime.date) -> list[Moment]:
    """A month without a year is the latest that has begun, or, less likely, the one still to come this year."""
    if moment.has_year or moment.start.year == today.year or today.year >= datetime.MAXYEAR:
        return [moment]
    return [moment, moment.in_year(today.year)]


def _ranges(
    tokens: Sequence[Token], moments: Sequence[Moment], edges: _Edges, today: datetime.date
) -> Iterator[PeriodSpan]:
    for earlier, later in itertools.pairwise(moments):
        joints = list(edges.starts_of(later.first, "between-and"))
        if earlier.last + 1 not in joints:
            continue
        low = _in_year_of(earlier, later)
        starts = list(edges.starts_of(earlier.first, "between"))
        is_joined_by_and = tokens[later.first - 1].text.lower() in ("и", "and")
        if low.start < later.end and (not is_joined_by_and or _opens_range(tokens, starts)):
            for first in starts or [earlier.first]:
                yield PeriodSpan(first, later.last, FixedPeriod(low.start, later.end))
    yield from _day_ranges(tokens, moments, edges)


def _opens_range(tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """ "in 2019 and 2021" is two years, "between 2019 and 2021" is three."""
    return any(
        {"между", "between"} & {tokens[place].text.lower() for place in range(first, first + 3) if place < len(tokens)}
        for first in starts
    )


def _in_year_of(earlier: Moment, later: Moment) -> Moment:
    """«с марта по май 2024»: the first month has the year of the second, or the year before it."""
    if earlier.has_year:
        return earlier
    shifted = earlier.in_year(later.start.year)
    return shifted if shifted.start < later.end else earlier.in_year(later.start.year - 1)


def _day_ranges(tokens: Sequence[Token], moments: Sequence[Moment], edges: _Edges) -> Iterator[PeriodSpan]:
    """«с 1 по 15 марта», "from 1 to 15 March": the first day has the month of the second."""
    for moment in moments:
        if (moment.end - moment.start).days != 1:
            continue
        for joint in edges.starts_of(moment.first, "between-and"):
            text = tokens[joint - 1].text if joint else ""
            if not text.isdecimal() or not 1 <= int(text[:3]) <= moment.start.day:
                continue
            first = min(edges.starts_of(joint - 1, "between"), default=joint - 1)
            yield PeriodSpan(first, moment.last, FixedPeriod(moment.start.replace(day=int(text)), moment.end))


def _relative(words: WordSequence, edges: _Edges, today: datetime.date) -> Iterator[PeriodSpan]:
    for span in relative_spans(words, today):
        yield PeriodSpan(span.first, span.last, span.period)
        for first, edge in edges.before(span.first):
            if edge == "in":
                yield PeriodSpan(first, span.last, span.period)
            elif not edge.startswith("between") and isinstance(span.period, RelativePeriod):
                yield PeriodSpan(first, span.last, _placed(edge, _as_moment(span)))


def _as_moment(span: RelativeSpan) -> Moment:
    return Moment(span.first, span.last, span.start, span.end)


def _longest(spans: Sequence[PeriodSpan]) -> tuple[PeriodSpan, ...]:
    """Spans that lie within no strictly longer one, each once."""
    ordered = sorted(dict.fromkeys(spans), key=lambda span: (span.first, -span.last))
    kept: list[PeriodSpan] = []
    for span in ordered:
        longer = kept[-1] if kept else None
        is_same = longer is not None and (longer.first, longer.last) == (span.first, span.last)
        if longer is None or is_same or span.last > longer.last:
            kept.append(span)
    return tuple(kept)
