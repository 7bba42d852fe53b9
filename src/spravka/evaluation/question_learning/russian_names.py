"""Russian noun phrases for the English names of tables and columns, in any case and number.

"document_type_code" becomes «код типа документа», "max_temperature" «максимальная температура»: words are translated
by the reader's own lexicon, adjectives agree with the head, nouns before it become genitives after it.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pymorphy3  # type: ignore[import-untyped,unused-ignore]

from spravka.question_reading.hearing.english_words import lemmas_of
from spravka.question_reading.lexicon.lexicon import weighted_russian_of
from spravka.question_reading.linking.naming import name_words

SILENT_WORDS = frozenset({"ref", "the", "in", "on", "by", "to", "from", "for", "and"})
COUNT_WORDS = frozenset({"count", "number", "num", "quantity", "amount"})
TOTAL_WORDS = frozenset({"total", "overall"})
COUNTS = ("количество", "число")
MOST_WORDS = 5
LIKELIER_FIRST = 0.7
"""How often the first of the translations is taken."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A head with adjectives before it and a genitive after it. Words of other alphabets stay as they are."""

    head: str
    adjectives: tuple[str, ...] = ()
    tail: str = ""
    counted: "Noun | None" = None
    """What is counted, where the head is «количество» or «число»."""

    def form(self, case: str, number: str = "sing") -> str:
        """The phrase in a case (``nomn``, ``gent``, ``datv``, ``accs``, ``ablt``, ``loct``)."""
        grammemes = _agreement(self.head, case, number)
        words = [*(_inflected(word, "ADJF", grammemes) for word in self.adjectives)]
        return " ".join(filter(None, (*words, _inflected(self.head, "NOUN", frozenset({case, number})), self.tail)))

    @property
    def gender(self) -> str:
        """``masc``, ``femn`` or ``neut``."""
        return _gender(self.head)


@lru_cache(maxsize=1)
def _morphology() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=20_000)
def _inflected(word: str, part: str, grammemes: frozenset[str]) -> str:
    for parse in _morphology().parse(word):
        if part == parse.tag.POS and (changed := parse.inflect(set(grammemes))) is not None:
            return str(changed.word)
    return word


def agreeing(adjective: str, noun: Noun, case: str, number: str = "sing") -> str:
    """An adjective or participle in the form the noun asks for."""
    return _inflected(adjective, _part(adjective), _agreement(noun.head, case, number))


@lru_cache(maxsize=5_000)
def _part(word: str) -> str:
    parts = [parse.tag.POS for parse in _morphology().parse(word)]
    return next((part for part in parts if part in ("ADJF", "PRTF", "NPRO")), "ADJF")


@lru_cache(maxsize=20_000)
def _agreement(head: str, case: str, number: str) -> frozenset[str]:
    if case == "accs" and (number == "plur" or _gender(head) == "masc"):
        case = "gent" if _is_animate(head) else "nomn"
    return frozenset({case, number} if number == "plur" else {case, number, _gender(head)})


def _is_animate(head: str) -> bool:
    return any(parse.tag.animacy == "anim" for parse in _nouns(head)[:1])


@lru_cache(maxsize=5_000)
def _gender(head: str) -> str:
    return str(next((parse.tag.gender for parse in _nouns(head)), None) or "masc")


@lru_cache(maxsize=20_000)
def _nouns(word: str) -> tuple[pymorphy3.analyzer.Parse, ...]:
    return tuple(parse for parse in _morphology().parse(word) if parse.tag.POS == "NOUN" and parse.normal_form == word)


@lru_cache(maxsize=20_000)
def _is_adjective(word: str) -> bool:
    return bool(_morphology().parse(word)[0].tag.POS == "ADJF")


def noun_of(name: str, chance: random.Random) -> Noun | None:
    """A noun phrase for a name; None where its main word has no translation."""
    words = [word for word in name_words(name) if word not in SILENT_WORDS and not word.isdigit()][:MOST_WORDS]
    return _phrase(words, chance) if words else None


def _phrase(words: Sequence[str], chance: random.Random) -> Noun | None:
    if "of" in words[1:-1]:
        place = words.index("of")
        return _with_tail(words[:place], words[place + 1 :], chance)
    if len(words) > 1 and words[-1] in COUNT_WORDS:
        return _counted(words[:-1], chance)
    if len(words) > 1 and words[0] in TOTAL_WORDS | COUNT_WORDS:
        return _counted(words[1:], chance, is_total=words[0] in TOTAL_WORDS)
    head = _translated(words[-1], chance, is_head=True)
    if head is None:
        return None
    adjectives: list[str] = []
    genitives: list[str] = []
    for word in words[:-1]:
        translated = _translated(word, chance) or word
        (adjectives if _is_adjective(translated) else genitives).append(translated)
    tail = " ".join(_inflected(word, "NOUN", frozenset({"gent", "sing"})) for word in reversed(genitives))
    return Noun(head, tuple(adjectives), tail)


def _with_tail(before: Sequence[str], after: Sequence[str], chance: random.Random) -> Noun | None:
    if before[-1] in COUNT_WORDS:
        return _counted(after, chance)
    head, tail = _phrase(before, chance), _phrase(after, chance)
    if head is None or tail is None:
        return None
    return Noun(head.head, head.adjectives, f"{head.tail} {tail.form('gent')}".strip())


def _counted(words: Sequence[str], chance: random.Random, *, is_total: bool = False) -> Noun | None:
    counted = _phrase(words, chance)
    if counted is None:
        return None
    adjectives = ("общий",) if is_total or chance.random() < 0.15 else ()
    return Noun(chance.choice(COUNTS), adjectives, counted.form("gent", "plur"), counted)


def _translated(word: str, chance: random.Random, *, is_head: bool = False) -> str | None:
    """One of the translations, the first ones more often; a head must be a noun."""
    if word == "id":
        return word
    found = [each.word for lemma in (word, *lemmas_of(word)) for each in weighted_russian_of(lemma)]
    fitting = [each for each in dict.fromkeys(found) if " " not in each and (not is_head or _nouns(each))]
    if not fitting:
        return None
    return fitting[0] if chance.random() < LIKELIER_FIRST else chance.choice(fitting[:3])
