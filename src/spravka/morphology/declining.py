"""Putting names into another case: «Фактические платежи» → «фактических платежей» (pymorphy3).

Only the head of a name changes: its first noun in the nominative with the adjectives before it. What follows
(«Вид *договора*», «Акты *выполненных работ*») stays as it is.
"""

from typing import Any

from spravka.morphology.russian import analyzer

ABBREVIATED = 2
"""A word with so many capitals is an abbreviation: «ИНН», «НДС»."""


def declined(name: str, case: str, number: str = "") -> str | None:
    """The name in small letters in this case (and number, by OpenCorpora's names); None where its head is unclear."""
    words = name.split()
    found = _head(words)
    if found is None:
        return None
    head, parses = found
    if words[head + 1 : head + 2] == ["и"]:
        return None  # «Отпуска и больничные»: two heads
    wanted = {case, number} - {""}
    forms = [parse.inflect(wanted) for parse in parses]
    if any(form is None for form in forms):
        return None
    return " ".join([*(form.word for form in forms), *map(_small, words[head + 1 :])])


def gender_of(name: str) -> str | None:
    """``masc``, ``femn`` or ``neut`` of the head noun; None where it is unclear or the head stands in the plural."""
    found = _head(name.split())
    return None if found is None or found[1][-1].tag.number != "sing" else str(found[1][-1].tag.gender)


def agreeing(adjective: str, gender: str) -> str:
    """The adjective in the nominative of this gender: «средний» → «средняя»."""
    form = analyzer().parse(adjective)[0].inflect({"nomn", "sing", gender})
    return adjective if form is None else str(form.word)


def _head(words: list[str]) -> tuple[int, list[Any]] | None:
    """The place of the first noun, and the parses of all words up to it, all in the nominative."""
    parses: list[Any] = []
    for place, word in enumerate(words):
        nominative = [parse for parse in analyzer().parse(word.lower()) if parse.tag.case == "nomn"]
        nouns = [parse for parse in nominative if parse.tag.POS == "NOUN"]
        adjectives = [parse for parse in nominative if parse.tag.POS in {"ADJF", "PRTF"}]
        if nouns and (not adjectives or nouns[0].score >= adjectives[0].score):
            return place, [*parses, nouns[0]]
        if not adjectives:
            return None
        parses.append(adjectives[0])
    return None


def small(name: str) -> str:
    """The name in small letters, abbreviations as they are."""
    return " ".join(map(_small, name.split()))


def _small(word: str) -> str:
    return word if sum(map(str.isupper, word)) >= ABBREVIATED else word.lower()
