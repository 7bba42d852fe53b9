"""Where in a question a phrase is said, wholly or in part."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.hearing.heard import TokenKind
from spravka.question_reading.linking.links import Evidence
from spravka.question_reading.linking.meanings import Meanings, Remembering
from spravka.question_reading.linking.relations import related_words
from spravka.question_reading.linking.spoken import SpokenWord, hinting_word
from spravka.question_reading.linking.targets import Phrase
from spravka.question_reading.linking.vocabulary import Sense, Vocabulary

WIDEST_GAP = 3
"""Bridging words that may stand between two words of a name: "date of the last payment"."""

MOST_ENCODED = 14
SURE = 0.8
"""A word that a name has as surely as this is not looked for by meaning."""

Span = tuple[int, int]
Near = tuple[tuple[str, float], ...]
SpanSense = tuple[int, int, Sense]

HINT_STRENGTH = 0.8


@dataclass(frozen=True, slots=True)
class Fit:
    """Spoken words ``first`` … ``last`` (places in the list of spoken words, inclusive) say ``phrase``.

    ``covered`` is the weighted share of the phrase's words that are said, ``strength`` how surely they are (mean, 0…1),
    ``said`` how many of its words are said.
    """

    first: int
    last: int
    phrase: Phrase
    covered: float
    strength: float
    said: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Hit:
    """Spoken words ``spoken`` … ``until`` may be word ``place`` of a phrase."""

    spoken: int
    until: int
    place: int
    sense: Sense


class PhraseIndex:
    """All phrases of a database by their words."""

    def __init__(self, phrases: Iterable[Phrase], vocabulary: Vocabulary, encode: Remembering | None) -> None:
        self._vocabulary = vocabulary
        self._by_word: defaultdict[str, list[tuple[Phrase, int]]] = defaultdict(list)
        self._by_joined: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._by_text: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            for place, word in enumerate(phrase.words):
                self._by_word[word].append((phrase, place))
            if len(phrase.words) > 1:
                self._by_joined["".join(phrase.words)].append(phrase)
                self._by_initials["".join(word[0] for word in phrase.words)].append(phrase)
                self._by_text[" ".join(phrase.words)].append(phrase)
        self._meanings = Meanings([*self._by_word, *self._by_text], encode) if encode else None

    def fits(
        self,
        spoken: Sequence[SpokenWord],
        hints: Mapping[Span, str],
        operating: frozenset[int],
        *,
        by_meaning: bool = True,
    ) -> Iterator[Fit]:
        """Every place where a phrase is said; many are weak.

        ``hints``: what words of comparing are about; ``operating``: tokens that are not looked for by meaning.
        """
        senses = [self._vocabulary.senses(word) for word in spoken]
        near = self._near(spoken, senses, operating) if by_meaning else {}
        spans = [*self._senses(spoken, senses), *_near_senses(near), *self._hinted(hints), *self._related(spoken)]
        for phrase, hits in self._hits(spans).items():
            for cluster in _clusters(hits, spoken):
                yield _fit(phrase, cluster)
        yield from self._written_together(spoken)
        for (first, last), texts in near.items():
            for text, strength in texts:
                for phrase in self._by_text.get(text, ()):
                    yield Fit(first, last, phrase, 1.0, strength, last - first + 1, Evidence.MEANING)

    def _near(
        self, spoken: Sequence[SpokenWord], senses: Sequence[Sequence[Sense]], operating: frozenset[int]
    ) -> dict[Span, Near]:
        """What is near in meaning to words that no name has, alone or with the word beside them."""
        if self._meanings is None:
            return {}
        spans = list(_spans_to_encode(spoken, senses, operating))
        texts = [" ".join(_lemma(spoken[place], is_cyrillic) for place in dict.fromkeys(span)) for span in spans]
        return dict(zip(spans, self._meanings.near(texts), strict=True))

    def _hinted(self, hints: Mapping[Span, str]) -> Iterator[SpanSense]:
        """ "Older" is about an age: the names' words that the hint, or a word it is related to, may be."""
        for (first, last), hint in hints.items():
            for sense in self._vocabulary.senses(hinting_word(hint)):
                yield first, last, Sense(sense.word, HINT_STRENGTH * sense.strength, Evidence.DICTIONARY)

    def _related(self, spoken: Sequence[SpokenWord]) -> Iterator[SpanSense]:
        """What two words mean together: «почтовый индекс» is a zip code, "spare part" a «запчасть»."""
        for first, (one, two) in enumerate(pairwise(spoken)):
            for other, strength in related_words(f"{_lemma(one)} {_lemma(two)}"):
                words = other.split()
                spans = [(first, first + 1)] if len(words) == 1 else [(first, first), (first + 1, first + 1)]
                if len(words) <= len(spans):
                    for (start, end), word in zip(spans, words, strict=True):
                        for name in self._vocabulary.same_words(word):
                            yield start, end, Sense(name, strength, Evidence.DICTIONARY)

    def _hits(self, spans: Iterable[SpanSense]) -> dict[Phrase, list[_Hit]]:
        hits: defaultdict[Phrase, list[_Hit]] = defaultdict(list)
        for first, last, sense in spans:
            for phrase, place in self._by_word.get(sense.word, ()):
                hits[phrase].append(_Hit(first, last, place, sense))
        return hits

    def _senses(self, spoken: Sequence[SpokenWord], senses: Sequence[Sequence[Sense]]) -> Iterator[SpanSense]:
        for place, word in enumerate(spoken):
            for sense in senses[place]:
                yield place, place, sense
            if place and not word.is_function and not spoken[place - 1].is_function:
                joined = spoken[place - 1].text + word.text
                if joined in self._by_word:
                    yield place - 1, place, Sense(joined, 0.95, Evidence.LEMMAS)

    def _written_together(self, spoken: Sequence[SpokenWord]) -> Iterator[Fit]:
        """One word for a phrase: joined, by its initials, or by what it means."""
        for place, word in enumerate(spoken):
            for other, strength in related_words(_lemma(word)):
                for phrase in self._by_text.get(other, ()) if " " in other else ():
                    yield Fit(place, place, phrase, 1.0, strength, 1, Evidence.DICTIONARY)
            for phrase in self._by_joined.get(word.text, ()):
                yield Fit(place, place, phrase, 1.0, 0.95, len(phrase.words), Evidence.LEMMAS)
            if len(word.text) > 1 and not word.is_function:
                for phrase in self._by_initials.get(word.text, ()):
                    yield Fit(place, place, phrase, 1.0, 0.6, 1, Evidence.ABBREVIATION)


def _spans_to_encode(
    spoken: Sequence[SpokenWord], senses: Sequence[Sequence[Sense]], operating: frozenset[int]
) -> Iterator[Span]:
    content = [place for place, word in enumerate(spoken) if _is_content(word) and word.token not in operating][
        :MOST_ENCODED
    ]
    unread = {place for place in content if not any(sense.strength >= SURE for sense in senses[place])}
    yield from ((place, place) for place in sorted(unread))
    for place in content:
        is_name = spoken[place].is_capital or (place + 1 < len(spoken) and spoken[place + 1].is_capital)
        if place + 1 in content and (place in unread or place + 1 in unread) and not is_name:
            yield place, place + 1


def _is_content(word: SpokenWord) -> bool:
    return not word.is_function and word.kind is TokenKind.WORD and len(word.text) > 2


def _lemma(word: SpokenWord, is_inflected: Callable[[str], bool] = bool) -> str:
    """The likeliest base form; the word itself where it does not count as inflected."""
    return word.lemmas[0] if word.lemmas and is_inflected(word.text) else word.text


def _near_senses(near: Mapping[Span, Near]) -> Iterator[SpanSense]:
    for (first, last), texts in near.items():
        yield from ((first, last, Sense(text, strength, Evidence.MEANING)) for text, strength in texts)


def _clusters(hits: list[_Hit], spoken: Sequence[SpokenWord]) -> Iterator[list[_Hit]]:
    """Runs of hits with nothing but bridging words between; a word said again begins a new run."""
    run: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.spoken, -hit.sense.strength, hit.place)):
        if run and not _continues(run, hit, spoken):
            yield run
            run = []
        run.append(hit)
    if run:
        yield run


def _continues(run: list[_Hit], hit: _Hit, spoken: Sequence[SpokenWord]) -> bool:
    between = range(run[-1].until + 1, hit.spoken)
    if len(between) > WIDEST_GAP or not all(spoken[place].is_bridge for place in between):
        return False
    taken = {earlier.place for earlier in run if earlier.until < hit.spoken}
    return not (hit.place in taken and all(other == hit.place for other in taken))


def _fit(phrase: Phrase, hits: list[_Hit]) -> Fit:
    """The best one-to-one choice of hits, surest first."""
    chosen: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.sense.strength * phrase.weights[hit.place], hit.spoken, hit.place)):
        if all(hit.place != other.place and (hit.until < other.spoken or hit.spoken > other.until) for other in chosen):
            chosen.append(hit)
    weights = [phrase.weights[hit.place] for hit in chosen]
    said = sum(weights)
    strength = sum(weight * hit.sense.strength for weight, hit in zip(weights, chosen, strict=True)) / said
    covered = said / sum(phrase.weights)
    weakest = min(chosen, key=lambda hit: hit.sense.strength)
    return Fit(
        first=min(hit.spoken for hit in chosen),
        last=max(hit.until for hit in chosen),
        phrase=phrase,
        covered=covered,
        strength=strength,
        said=len(chosen),
        evidence=_evidence(phrase, covered, weakest.sense.evidence),
    )


def _evidence(phrase: Phrase, covered: float, weakest: Evidence) -> Evidence:
    if weakest in (Evidence.EXACT, Evidence.LEMMAS):
        if phrase.source is not Evidence.EXACT:
            return phrase.source
        return weakest if covered >= 0.99 else Evidence.PARTIAL
    return weakest
