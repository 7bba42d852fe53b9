"""Linking the spans of a question to what a database holds: prepared once per database, then asked per question."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.hearing.heard import Heard
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.linking.candidates import Candidate, best_of_spans, fitness_of
from spravka.question_reading.linking.category_meanings import CategoryMeanings
from spravka.question_reading.linking.features import Surroundings
from spravka.question_reading.linking.fits import SURE, Fit, PhraseIndex
from spravka.question_reading.linking.implied_links import Implied, ImpliedColumns
from spravka.question_reading.linking.links import Evidence, Link, LinkKind
from spravka.question_reading.linking.meanings import Encode, Remembering
from spravka.question_reading.linking.relations import related_words
from spravka.question_reading.linking.scoring import score_of
from spravka.question_reading.linking.spoken import SpokenWord, hints_of, operating_words, spoken_words
from spravka.question_reading.linking.targets import Target, namings
from spravka.question_reading.linking.value_links import ValueFinder, ValueFit
from spravka.question_reading.linking.vocabulary import Vocabulary

MOST_FITS = 200
MOST_TARGETS = 12
"""Of the columns that all go by one name ("name", "date"), those of the likeliest tables."""
MOST_CANDIDATES = 150
LEAST_FITNESS = 0.12
MOST_LINKS = 40
LEAST_SCORE = 0.02
LEAST_OF_A_NUMBER = 0.5
"""Of a value of which nothing but numbers is said."""
MOST_OF_A_SPAN = {LinkKind.TABLE: 3, LinkKind.COLUMN: 6, LinkKind.VALUE: 5, LinkKind.TERM: 3}
MOST_IMPLYING_TABLES = 12
"""Years and dates ask for the columns of this many tables, the likeliest ones."""


class Linker:
    """Everything about the names and values of one database that does not depend on a question.

    ``encode`` gives vectors of unit length for texts of either language; without it, links by meaning are missing.
    """

    def __init__(self, knowledge: Knowledge, encode: Encode | None) -> None:
        self._namings = namings(knowledge)
        vocabulary = Vocabulary({word for phrase in self._namings for word in phrase.words}, related_words)
        remembering = Remembering(encode) if encode else None
        self._phrases = PhraseIndex(self._namings, vocabulary, remembering)
        self._categories = CategoryMeanings(knowledge.values, remembering) if remembering else None
        self._values = ValueFinder(knowledge.values, related_words)
        self._implied = ImpliedColumns(knowledge.schema)
        self._tables = [table.key for table in knowledge.schema.tables]
        self._choices = knowledge.choices

    def link(self, heard: Heard, *, by_meaning: bool = True) -> tuple[Link, ...]:
        """What the question's spans may name, likeliest first; at most ``MOST_LINKS``, several for a span.

        Not ``by_meaning``, only by words: what is merely near in the encoder's space is left out.
        """
        candidates = self.candidates(heard, by_meaning=by_meaning)
        surroundings = Surroundings(candidates)
        links = [_link(each, score_of(each, surroundings.features_of(each))) for each in candidates]
        return tuple(_pruned(links))

    def candidates(self, heard: Heard, *, by_meaning: bool = True) -> list[Candidate]:
        """The links before scoring, fittest first."""
        spoken = spoken_words(heard)
        named = best_of_spans(self._named(heard, spoken, by_meaning), LEAST_FITNESS, MOST_CANDIDATES)
        valued = [_valued(fit, spoken, heard) for fit in self._value_fits(heard, spoken, by_meaning)]
        implied = list(self._all_implied(heard, [*named, *valued]))
        found = [self._as_chosen(each, heard) for each in (*named, *valued, *implied)]
        return best_of_spans(found, LEAST_FITNESS, MOST_CANDIDATES)

    def _value_fits(self, heard: Heard, spoken: Sequence[SpokenWord], by_meaning: bool) -> list[ValueFit]:
        fits = [fit for fit in self._values.fits(spoken) if not _is_a_chance_number(fit, spoken)]
        if self._categories and by_meaning:
            said = {place for fit in fits for place in range(fit.first, fit.last + 1) if fit.strength >= SURE}
            fits += self._categories.fits(spoken, operating_words(heard), said)
        return fits

    def _named(self, heard: Heard, spoken: Sequence[SpokenWord], by_meaning: bool) -> Iterator[Candidate]:
        hints, operating = hints_of(heard, spoken), operating_words(heard)
        fits = list(self._phrases.fits(spoken, hints, operating, by_meaning=by_meaning))
        best = heapq.nsmallest(MOST_FITS, fits, key=_fit_order)
        tables = self._named_tables(best)
        for fit in best:
            for target in self._likeliest(self._namings[fit.phrase], tables):
                yield _named(fit, target, spoken)

    def _likeliest(self, targets: Sequence[Target], tables: Mapping[str, float]) -> Sequence[Target]:
        if len(targets) <= MOST_TARGETS:
            return targets
        return heapq.nsmallest(MOST_TARGETS, targets, key=lambda each: (-tables[each.table], each.table, each.column))

    def _named_tables(self, fits: Iterable[Fit]) -> defaultdict[str, float]:
        """How well each table is named, 0…1."""
        named: defaultdict[str, float] = defaultdict(float)
        for fit in fits:
            for target in self._namings[fit.phrase]:
                if target.kind is LinkKind.TABLE:
                    named[target.table] = max(named[target.table], fitness_of(fit.covered, fit.strength))
        return named

    def _all_implied(self, heard: Heard, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        fitness: defaultdict[str, float] = defaultdict(float)
        for each in candidates:
            fitness[each.table] = max(fitness[each.table], each.fitness * (1.0 if each.kind is LinkKind.TABLE else 0.7))
        likely = sorted(self._tables, key=lambda table: (-fitness[table], table))[:MOST_IMPLYING_TABLES]
        for times in self._implied.of_times(heard, likely):
            yield _implied(times, 0.5 + 0.5 * fitness[times.table])
        for each in candidates:
            if each.kind is LinkKind.TABLE and each.fitness > 0.5:
                for label in self._implied.of_labels(each.first, each.last, each.table):
                    yield _implied(label, each.fitness)

    def _as_chosen(self, candidate: Candidate, heard: Heard) -> Candidate:
        """What a person chose before for the same words is chosen again."""
        if not self._choices:
            return candidate
        span = heard.question[heard.tokens[candidate.first].start : heard.tokens[candidate.last].end].lower()
        if self._choices.get(span) != target_text(candidate):
            return candidate
        return replace(candidate, evidence=Evidence.CHOSEN, covered=1.0, strength=1.0)


def target_text(candidate: Candidate | Link) -> str:
    """How a choice names what was chosen: ``table``, ``table.column``, or ``table.column = value``."""
    column = f"{candidate.table}.{candidate.column}" if candidate.column else candidate.table
    return f"{column} = {candidate.value}" if candidate.kind is LinkKind.VALUE else column


def _is_a_chance_number(fit: ValueFit, spoken: Sequence[SpokenWord]) -> bool:
    """A bare number that stands somewhere in a long text ("contract 17 of 2026") does not name the text."""
    words = [word for word in spoken[fit.first : fit.last + 1] if not word.is_function]
    return fit.covered < LEAST_OF_A_NUMBER and all(word.text.isdigit() for word in words)


def _fit_order(fit: Fit) -> tuple[object, ...]:
    return (-fitness_of(fit.covered, fit.strength), fit.first, -fit.last, fit.phrase.words, fit.phrase.source)


def _named(fit: Fit, target: Target, spoken: Sequence[SpokenWord]) -> Candidate:
    return Candidate(
        first=spoken[fit.first].token,
        last=spoken[fit.last].token,
        kind=target.kind,
        table=target.table,
        column=target.column,
        value=target.value,
        evidence=fit.evidence,
        covered=min(1.0, fit.covered),
        strength=fit.strength,
        said=fit.said,
        is_key=target.is_key,
    )


def _valued(fit: ValueFit, spoken: Sequence[SpokenWord], heard: Heard) -> Candidate:
    words = spoken[fit.first : fit.last + 1]
    first, last = words[0].token, words[-1].token
    written = heard.question[heard.tokens[first].start : heard.tokens[last].end]
    return Candidate(
        first=first,
        last=last,
        kind=LinkKind.VALUE,
        table=fit.column[0],
        column=fit.column[1],
        value=fit.text,
        evidence=fit.evidence,
        covered=fit.covered,
        strength=fit.strength,
        said=fit.said,
        is_written=fit.text in written or (fit.evidence is Evidence.LEMMAS and is_cyrillic(fit.text)),
        is_quoted=any(word.is_quoted for word in words),
        is_capital=any(word.is_capital for word in words),
        letters=sum(len(word.text) for word in words),
    )


def _implied(implied: Implied, certainty: float) -> Candidate:
    return Candidate(
        first=implied.first,
        last=implied.last,
        kind=LinkKind.COLUMN,
        table=implied.table,
        column=implied.column,
        value="",
        evidence=Evidence.DICTIONARY,
        covered=1.0,
        strength=implied.strength * certainty,
        is_implied=True,
    )


def _link(candidate: Candidate, score: float) -> Link:
    return Link(
        first=candidate.first,
        last=candidate.last,
        kind=candidate.kind,
        table=candidate.table,
        column=candidate.column,
        value=candidate.value,
        evidence=candidate.evidence,
        score=score,
        covered=candidate.covered,
    )


def _pruned(links: Iterable[Link]) -> Iterator[Link]:
    """The best links of each span and kind, not too many in all."""
    taken: defaultdict[tuple[int, int, LinkKind], int] = defaultdict(int)
    count = 0
    for link in sorted(links, key=_order):
        span = (link.first, link.last, link.kind)
        if link.score < LEAST_SCORE or taken[span] >= MOST_OF_A_SPAN[link.kind] or count == MOST_LINKS:
            continue
        taken[span] += 1
        count += 1
        yield link


def _order(link: Link) -> tuple[object, ...]:
    return (-link.score, link.first, -link.last, link.kind, link.table, link.column, link.value)
