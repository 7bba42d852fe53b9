"""Which words of the names of a schema a spoken word may be, and how surely."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.hearing import english_words, russian_words
from spravka.question_reading.lexicon.lexicon import knows_english
from spravka.question_reading.linking.asking_hints import hinted
from spravka.question_reading.linking.links import Evidence
from spravka.question_reading.linking.spoken import SpokenWord
from spravka.question_reading.word_keys import sound_of, stub_of

Related = Callable[[str], Iterable[tuple[str, float]]]
"""Words that mean about the same as a lemma, in either language, with how surely (0…1)."""

SHORTEST_TYPO = 5
SHORTEST_ABBREVIATION = 3
SHORTEST_ENDING = 4
"""Of a compound that is asked for by its last part: the room of a classroom."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A spoken word may be the name's word ``word``, with ``strength`` 0…1."""

    word: str
    strength: float
    evidence: Evidence


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    return stub_of(word) if is_cyrillic(word) else english_words.lemmas_of(word)[-1]


@lru_cache(maxsize=65_536)
def forms_of(word: str) -> tuple[str, ...]:
    """The word with its base forms."""
    if is_cyrillic(word):
        return tuple(dict.fromkeys((word, *russian_words.lemmas_of(word))))
    return tuple(dict.fromkeys((word, english_words.lemmas_of(word)[0], stub_of(word))))


class Vocabulary:
    """The words of all names, by form, stem, sound and beginning; prepared once, then asked word by word."""

    def __init__(self, words: Iterable[str], related: Related) -> None:
        self._related = related
        self._words = frozenset(words)
        self._by_form: defaultdict[str, set[str]] = defaultdict(set)
        self._by_stem: defaultdict[str, set[str]] = defaultdict(set)
        self._by_sound: defaultdict[str, set[str]] = defaultdict(set)
        self._short: defaultdict[str, set[str]] = defaultdict(set)
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        self._by_ending: defaultdict[str, set[str]] = defaultdict(set)
        for word in sorted(self._words):
            self._add(word)

    def _add(self, word: str) -> None:
        for form in forms_of(word):
            self._by_form[form].add(word)
        self._by_stem[stem_of(word)].add(word)
        self._by_sound[sound_of(word)].add(word)
        self._by_letter[word[0]].append(word)
        stub = stub_of(word)
        for start in range(SHORTEST_ABBREVIATION, len(stub) - SHORTEST_ENDING + 1):
            self._by_ending[stub[start:]].add(word)
        if SHORTEST_ABBREVIATION <= len(word) <= 5:
            self._short[word[0]].add(word)

    def same_words(self, word: str) -> tuple[str, ...]:
        """The names' words that are ``word`` in some form."""
        return tuple(sorted({name for form in forms_of(word) for name in self._by_form.get(form, ())}))

    def senses(self, spoken: SpokenWord) -> tuple[Sense, ...]:
        """The name's words it may be, each once with its best evidence, surest first."""
        best: dict[str, Sense] = {}
        for sense in self._all_senses(spoken):
            if sense.word not in best or best[sense.word].strength < sense.strength:
                best[sense.word] = sense
        return tuple(sorted(best.values(), key=lambda sense: (-sense.strength, sense.word)))

    def _all_senses(self, spoken: SpokenWord) -> Iterator[Sense]:
        known = list(self._same_word(spoken))
        yield from known
        yield from self._related_words(spoken)
        if spoken.is_function:
            return
        yield from self._abbreviations(spoken.text)
        yield from self._sounding(spoken)
        if not known:
            yield from self._mistyped(spoken.text)

    def _same_word(self, spoken: SpokenWord) -> Iterator[Sense]:
        if spoken.text in self._words:
            yield Sense(spoken.text, 1.0, Evidence.EXACT)
        for form in (*spoken.lemmas, *forms_of(spoken.text)):
            yield from (Sense(word, 0.97, Evidence.LEMMAS) for word in self._by_form.get(form, ()))
        if len(spoken.text) > SHORTEST_ABBREVIATION:
            stems = {stem_of(spoken.text), *map(stem_of, spoken.lemmas)}
            yield from (Sense(word, 0.85, Evidence.LEMMAS) for stem in stems for word in self._by_stem.get(stem, ()))

    def _related_words(self, spoken: SpokenWord) -> Iterator[Sense]:
        for lemma in dict.fromkeys((*spoken.lemmas, *forms_of(spoken.text))):
            for other, strength in hinted(lemma) if spoken.is_function else self._related(lemma):
                for form in forms_of(other):
                    found = self._by_form.get(form, ())
                    yield from (Sense(word, strength, Evidence.DICTIONARY) for word in found)

    def _abbreviations(self, text: str) -> Iterator[Sense]:
        shortest = SHORTEST_ABBREVIATION if text.isascii() else SHORTEST_ENDING
        for length in range(shortest, len(text)):
            if text[:length] in self._words:
                yield Sense(text[:length], 0.55, Evidence.ABBREVIATION)
        for word in sorted(self._short.get(text[0], ())):
            if len(word) + 2 <= len(text) and is_abbreviation(word, text):
                yield Sense(word, 0.5, Evidence.ABBREVIATION)
        yield from (Sense(word, 0.5, Evidence.PARTIAL) for word in self._by_ending.get(stub_of(text), ()))

    def _sounding(self, spoken: SpokenWord) -> Iterator[Sense]:
        for form in dict.fromkeys((spoken.text, *spoken.lemmas)):
            sound = sound_of(form)
            if len(sound) >= SHORTEST_ABBREVIATION:
                for word in self._by_sound.get(sound, ()):
                    if word.isascii() != form.isascii():
                        yield Sense(word, 0.7, Evidence.DICTIONARY)

    def _mistyped(self, text: str) -> Iterator[Sense]:
        if len(text) < SHORTEST_TYPO or text.isdigit():
            return
        most = 1 if len(text) < 8 else 2
        for word in self._by_letter.get(text[0], ()):
            if abs(len(word) - len(text)) <= most and len(word) >= SHORTEST_TYPO:
                distance = DamerauLevenshtein.distance(word, text, score_cutoff=most)
                if distance <= most:
                    yield Sense(word, 0.8 - 0.15 * distance, Evidence.TYPO)


def is_abbreviation(short: str, word: str) -> bool:
    """``qty`` of quantity: its letters in their order, the last a consonant, at most one a vowel, and no word."""
    vowels = sum(letter in "aeiouаеиоуыэюя" for letter in short)
    if short[-1] in "aeiouаеиоуыэюя" or short[0] != word[0] or vowels > short.isascii() or knows_english(short):
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)
