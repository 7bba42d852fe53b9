"""Which stored values a question names: by their words, in any form, spelling or alphabet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import DamerauLevenshtein

from spravka.question_reading.hearing.heard import TokenKind
from spravka.question_reading.linking.aliases import LONGEST_SAID, Alias, aliases_of
from spravka.question_reading.linking.links import Evidence
from spravka.question_reading.linking.naming import name_words
from spravka.question_reading.linking.spoken import SpokenWord
from spravka.question_reading.linking.vocabulary import Related
from spravka.question_reading.values import LONGEST_INITIALS, ValueIndex, WordArrays, grams_of
from spravka.question_reading.word_keys import latin_of, sound_of, stub_of

MOST_VALUES_OF_A_WORD = 2_000
"""A word of more values than this says too little alone; beside its neighbours it counts."""
MOST_CANDIDATES = 400
SHORTEST_TYPO = 5
MOST_WHOLE = 60
SLIGHT_WEIGHT = 0.1
_SLIGHT = frozenset(
    (
        *(
            "ооо",
            "ао",
            "оао",
            "зао",
            "пао",
            "нао",
            "ип",
            "гк",
            "тоо",
            "гуп",
            "муп",
            "компания",
            "фирма",
            "и",
            "г",
            "город",
        ),
        *("inc", "ltd", "llc", "corp", "co", "gmbh", "ag", "sa", "plc", "company", "the", "of", "and", "a"),
    )
)
"""Words of a value that people leave out."""


@dataclass(frozen=True, slots=True)
class ValueFit:
    """Spoken words ``first`` … ``last`` (inclusive) say the stored value ``number``, or words of it.

    ``covered``, ``strength`` and ``said`` as in ``Fit``; ``rivals`` is how many values of the column fit as well.
    """

    first: int
    last: int
    number: int
    column: tuple[str, str]
    text: str
    covered: float
    strength: float
    said: int
    evidence: Evidence
    rivals: int = 1


@dataclass(frozen=True, slots=True)
class _WordSense:
    """A spoken word may be the stored word ``number``."""

    number: int
    strength: float
    evidence: Evidence


class ValueFinder:
    """Looks spoken words up in the index of values."""

    def __init__(self, values: ValueIndex, related: Related) -> None:
        self._values = values
        self._related = related

    @property
    def _index(self) -> WordArrays:
        return self._values.word_arrays

    def fits(self, spoken: Sequence[SpokenWord]) -> list[ValueFit]:
        """The values that the question may name, with their spans."""
        if not len(self._index.words):
            return list(self._initials(spoken))
        senses = [self._senses(word) for word in spoken]
        found = [fit for number in self._candidates(spoken, senses) for fit in self._fits_of(number, spoken, senses)]
        return [*found, *self._initials(spoken), *self._aliases(spoken)]

    def _senses(self, spoken: SpokenWord) -> dict[int, _WordSense]:
        best: dict[int, _WordSense] = {}
        for sense in self._all_senses(spoken):
            if sense.number not in best or best[sense.number].strength < sense.strength:
                best[sense.number] = sense
        return best

    def _all_senses(self, spoken: SpokenWord) -> Iterator[_WordSense]:
        exact = self._index.keys.find("=" + spoken.text)
        yield from (_WordSense(int(number), 1.0, Evidence.EXACT) for number in exact)
        if spoken.text.isdigit() or spoken.is_function:
            return
        same = list(self._same_word(spoken))
        yield from same
        yield from self._related_words(spoken)
        sounding = list(self._sounding(spoken))
        yield from sounding
        if not len(exact) and not same and not sounding:
            yield from self._mistyped(spoken.text)
            yield from self._shortened(spoken)

    def _same_word(self, spoken: SpokenWord) -> Iterator[_WordSense]:
        for lemma in spoken.lemmas:
            yield from self._by_key("=" + lemma, 0.97, Evidence.LEMMAS)
        for stub in dict.fromkeys(map(stub_of, (spoken.text, *spoken.lemmas))):
            yield from self._by_key("~" + stub, 0.93, Evidence.LEMMAS)

    def _related_words(self, spoken: SpokenWord) -> Iterator[_WordSense]:
        for lemma in dict.fromkeys((*spoken.lemmas, spoken.text)):
            for other, strength in self._related(lemma):
                if " " not in other:
                    yield from self._by_key("=" + other, strength, Evidence.DICTIONARY)
                    yield from self._by_key("~" + stub_of(other), 0.95 * strength, Evidence.DICTIONARY)

    def _by_key(self, key: str, strength: float, evidence: Evidence) -> Iterator[_WordSense]:
        for number in self._index.keys.find(key):
            yield _WordSense(int(number), strength, evidence)

    def _sounding(self, spoken: SpokenWord) -> Iterator[_WordSense]:
        """Words of the other alphabet that sound alike and are nearly spelled alike."""
        for form in dict.fromkeys((spoken.text, *spoken.lemmas)):
            sound = sound_of(form)
            if len(sound) < 2 or len(form) < 3:
                continue
            for number in self._index.keys.find("^" + sound):
                stored = self._index.words[int(number)]
                if stored.isascii() != form.isascii():
                    alike = DamerauLevenshtein.normalized_similarity(latin_of(stored), latin_of(form))
                    if alike >= 0.5:
                        yield _WordSense(int(number), 0.6 + 0.35 * alike, Evidence.DICTIONARY)

    def _mistyped(self, text: str) -> Iterator[_WordSense]:
        if len(text) < SHORTEST_TYPO:
            return
        grams = sorted(grams_of(text))
        near = [self._index.grams[gram] for gram in grams]
        numbers, shared = np.unique(np.concatenate(near), return_counts=True)
        likely = numbers[np.argsort(-shared, kind="stable")[:30]]
        most = 1 if len(text) < 8 else 2
        for number in likely:
            distance = DamerauLevenshtein.distance(self._index.words[int(number)], text, score_cutoff=most)
            if distance <= most:
                yield _WordSense(int(number), 0.85 - 0.15 * distance, Evidence.TYPO)

    def _shortened(self, spoken: SpokenWord) -> Iterator[_WordSense]:
        """Stored words that are the beginning of the spoken one: ``PROF`` for "professor"."""
        headword = spoken.lemmas[0] if spoken.lemmas else spoken.text
        for length in range(3, min(5, len(headword) - 1)):
            yield from self._by_key("=" + headword[:length], 0.55, Evidence.ABBREVIATION)

    def _candidates(self, spoken: Sequence[SpokenWord], senses: Sequence[dict[int, _WordSense]]) -> list[int]:
        """Values worth a look: by the share of their words that are said."""
        said = [self._values_of(word_senses) for word_senses in senses]
        pieces: list[NDArray[np.int32]] = []
        for place, (numbers, _) in enumerate(said):
            if spoken[place].is_function and not spoken[place].is_capital:
                continue
            if len(numbers) <= MOST_VALUES_OF_A_WORD:
                pieces.append(numbers)
            else:
                pieces.append(numbers[self._word_counts(numbers) == 1])
                beside = (other for other in (place - 1, place + 1) if 0 <= other < len(said))
                pieces.extend(_in_both(numbers, said[other][0]) for other in beside)
        candidates = np.unique(np.concatenate(pieces)) if pieces else np.zeros(0, dtype=np.int32)
        if len(candidates) > MOST_CANDIDATES:
            candidates = candidates[np.argsort(-self._said_shares(candidates, said), kind="stable")[:MOST_CANDIDATES]]
        return sorted(int(number) for number in candidates)

    def _values_of(self, senses: dict[int, _WordSense]) -> tuple[NDArray[np.int32], float]:
        lists = [self._index.values_of_word[number] for number in senses]
        strength = max((sense.strength for sense in senses.values()), default=0.0)
        if len(lists) == 1:
            return lists[0], strength
        return (np.unique(np.concatenate(lists)) if lists else np.zeros(0, dtype=np.int32)), strength

    def _word_counts(self, numbers: NDArray[np.int32]) -> NDArray[np.int64]:
        offsets = self._index.words_of_value.offsets
        return np.asarray(offsets[numbers + 1] - offsets[numbers])

    def _said_shares(
        self, candidates: NDArray[np.int32], said: Sequence[tuple[NDArray[np.int32], float]]
    ) -> NDArray[np.float64]:
        total = np.zeros(len(candidates))
        for numbers, strength in said:
            total += strength * np.isin(candidates, numbers)
        shares: NDArray[np.float64] = total * total / np.maximum(self._word_counts(candidates), 1)
        return shares

    def _fits_of(
        self, number: int, spoken: Sequence[SpokenWord], senses: Sequence[dict[int, _WordSense]]
    ) -> Iterator[ValueFit]:
        """Each run of spoken words that are words of the value."""
        words = [int(word) for word in self._index.words_of_value[number]]
        text = self._values.text_of(number)
        column = self._values.columns[self._values.place_of(number)]
        place = 0
        while place < len(spoken):
            run, place = _run_from(place, words, senses)
            if run and not all(_is_silent(spoken[at], len(words)) for at, _ in run):
                strength = sum(sense.strength for _, sense in run) / len(run)
                covered = self._share(words, [sense.number for _, sense in run])
                weakest = min((sense for _, sense in run), key=lambda sense: sense.strength)
                evidence = weakest.evidence
                if covered < 1 and evidence in (Evidence.EXACT, Evidence.LEMMAS):
                    evidence = Evidence.PARTIAL
                yield ValueFit(
                    run[0][0], run[-1][0], number, column, text, min(1.0, covered), strength, len(run), evidence
                )

    def _share(self, words: Sequence[int], said: Sequence[int]) -> float:
        """The weighted share of a value's words that are said: a form of company counts little."""
        weights = {number: SLIGHT_WEIGHT if self._index.words[number] in _SLIGHT else 1.0 for number in words}
        return sum(weights[number] for number in said) / sum(weights[number] for number in words)

    def _aliases(self, spoken: Sequence[SpokenWord]) -> Iterator[ValueFit]:
        """Values that say the same in other words: a country by its people, a sex by its letter."""
        for first in range(len(spoken)):
            for last in range(first, min(first + LONGEST_SAID, len(spoken))):
                for alias in _aliases_of(spoken[first : last + 1]):
                    for number in self._whole(alias.words):
                        column = self._values.columns[self._values.place_of(number)]
                        if not alias.columns or alias.columns & set(name_words(column[1])):
                            text = self._values.text_of(number)
                            yield ValueFit(
                                first,
                                last,
                                number,
                                column,
                                text,
                                1.0,
                                alias.strength,
                                len(alias.words),
                                Evidence.DICTIONARY,
                            )

    def _whole(self, words: Sequence[str]) -> list[int]:
        """Values that consist of just these words in this order, at most a few dozen."""
        found = [self._index.keys.find("=" + word) for word in words]
        if not all(len(numbers) for numbers in found):
            return []
        sought = [int(numbers[0]) for numbers in found]
        rarest = min((self._index.values_of_word[number] for number in sought), key=len)
        right_length = rarest[self._word_counts(rarest) == len(words)][:MOST_WHOLE]
        return [int(value) for value in right_length if list(self._index.words_of_value[int(value)]) == sought]

    def _initials(self, spoken: Sequence[SpokenWord]) -> Iterator[ValueFit]:
        for place, word in enumerate(spoken):
            if 2 <= len(word.text) <= LONGEST_INITIALS and word.is_capital and word.kind is TokenKind.WORD:
                for number in self._index.initials.find(word.text)[:20]:
                    column = self._values.columns[self._values.place_of(int(number))]
                    yield ValueFit(
                        place,
                        place,
                        int(number),
                        column,
                        self._values.text_of(int(number)),
                        1.0,
                        0.7,
                        1,
                        Evidence.ABBREVIATION,
                    )


def _in_both(one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.int32]:
    """What two sorted lists have in common: the shorter looked up in the longer."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not len(short):
        return short
    places = np.minimum(np.searchsorted(long, short), len(long) - 1)
    return np.asarray(short[long[places] == short])


def _is_silent(word: SpokenWord, length: int) -> bool:
    """A function word says nothing, but where it stands as a capital and is all of the value: an "A" in maths."""
    return word.is_function and not (word.is_capital and length == 1)


def _aliases_of(said: Sequence[SpokenWord]) -> Iterator[Alias]:
    as_written = tuple(word.text for word in said)
    in_lemmas = tuple(word.lemmas[0] if word.lemmas else word.text for word in said)
    for words in dict.fromkeys((as_written, in_lemmas)):
        yield from aliases_of(words)


def _run_from(
    place: int, words: Sequence[int], senses: Sequence[dict[int, _WordSense]]
) -> tuple[list[tuple[int, _WordSense]], int]:
    """The longest run of words of the value beginning at ``place``, each used once; and where to look on."""
    left = list(words)
    run: list[tuple[int, _WordSense]] = []
    while place < len(senses):
        known = [sense for number, sense in senses[place].items() if number in left]
        if not known:
            break
        best = max(known, key=lambda sense: sense.strength)
        left.remove(best.number)
        run.append((place, best))
        place += 1
    return run, place if run else place + 1
