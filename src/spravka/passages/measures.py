"""Numbers with what they measure and what they are told of: 30 days are not 30 percent, nor another thing's days."""

import re
from collections.abc import Iterator, Sequence

from spravka.morphology.letters import is_cyrillic
from spravka.morphology.russian import russian_forms
from spravka.passages.topics import ASKING
from spravka.passages.words.kinship import kin_keys
from spravka.passages.words.lemmas import is_number, terms_of, word_terms
from spravka.passages.words.stop_words import STOP_WORDS

_UNITS = """
секунда second sec с|минута minut мин min|час hour h|день day сутки дн|неделя week|месяц month мес|квартал quarter
год year лет лето|рубль руб ruble р|копейка коп|доллар usd dollar|евро eur euro|процент percent
штука шт piec pcs|метр м metr meter m|миллиметр мм mm|сантиметр см cm|километр км km|кг kg килограмм kilogram
тонна т ton tonn|литр л litr liter l|градус degre|квт kw|мвт mw|бар bar|вольт volt
"""
_UNIT_OF = {word: group.split()[0] for group in re.split(r"[|\n]", _UNITS.strip()) for word in group.split()}
_SIGNS = {"%": "процент", "₽": "рубль", "$": "доллар", "€": "евро"}
_EQUAL = "составлять составить равный равняться являться устанавливать установить размер equal amount total"
_EQUALLING = frozenset(_EQUAL.split())
_BEFORE_RATES = frozenset({"per", "за", "в", "на", "a", "an", "each", "every", "каждый", "каждую"})
"""«500 в месяц»: a month is not what is counted."""
_AROUND = "\"'«»“”().,;:!?"
UNIT_WITHIN = 3
"""The unit is among so many words after its number: «10 рабочих дней»."""

Said = tuple[Sequence[Sequence[str]], Sequence[str]]
"""Sentences, and the words of the headings above them."""


def strayed_numbers(claim: Sequence[str], said: Sequence[Said]) -> tuple[str, ...]:
    """The numbers of ``claim`` that are said only of what it does not speak of; one said nowhere is not strayed."""
    about = _told_of(claim)
    return tuple(
        claim[index]
        for number, _, index in _measured(claim)
        if (places := list(_places(number, said))) and not any(about & _told_of(words) for _, words in places)
    )


def otherwise_measured(claim: Sequence[str], said: Sequence[Said]) -> tuple[str, ...]:
    """The numbers of ``claim`` that are said in other units only: 30 days, and not 30 percent."""
    return tuple(
        claim[index]
        for number, unit, index in _measured(claim)
        if unit and (units := {its_unit for its_unit, _ in _places(number, said)}) and units.isdisjoint({unit, ""})
    )


def has_measure(words: Sequence[str]) -> bool:
    """Whether a number is told in ``words``."""
    return any(True for _ in _measured(words))


def names_thing(word: str) -> bool:
    """Whether a Russian word names what a number may be told of: a noun that is no unit and no word like «размер»."""
    bare = word.strip(_AROUND)
    terms = set(word_terms(bare))
    if not is_cyrillic(bare) or not terms or terms & (_UNIT_OF.keys() | _EQUALLING | ASKING):
        return False
    return russian_forms(bare)[0].part == "noun"


def _places(number: str, said: Sequence[Said]) -> Iterator[tuple[str, Sequence[str]]]:
    """The units with which ``number`` is said, each with the words of its sentence and those above it."""
    for sentences, above in said:
        for one in sentences:
            yield from ((unit, [*one, *above]) for its_number, unit, _ in _measured(one) if its_number == number)


def _measured(words: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Each number with its unit, "" where none is told, and its place."""
    for index, terms in enumerate(terms_of(words)):
        if terms and is_number(terms[0]):
            yield terms[0], _unit(words, index), index


def _unit(words: Sequence[str], index: int) -> str:
    for word in words[index : index + 1 + UNIT_WITHIN]:
        if word.lower() in _BEFORE_RATES:
            return ""
        if (sign := next((_SIGNS[letter] for letter in word if letter in _SIGNS), "")) != "":
            return sign
        if found := next((_UNIT_OF[term] for term in word_terms(word) if term in _UNIT_OF), ""):
            return found
    return ""


def _told_of(words: Sequence[str]) -> set[str]:
    """Terms and their kin, numbers and units left out."""
    terms = {term for word in words for term in word_terms(word) if term not in STOP_WORDS and term not in _UNIT_OF}
    telling = {term for term in terms if not is_number(term) and term not in _EQUALLING}
    return telling | {key for term in telling for key in kin_keys(term)}
