"""What a question is about: its nouns, told apart from the verbs and adjectives that another text puts otherwise."""

from collections.abc import Iterator, Sequence

from spravka.morphology.letters import is_cyrillic
from spravka.morphology.russian import russian_forms
from spravka.passages.asking import Question
from spravka.passages.words.lemmas import word_terms
from spravka.passages.words.stop_words import STOP_WORDS

_ASKING = """
тип вид название имя год время период случай количество число роль причина человек люди часть пример термин слово
размер величина дата день место способ образ событие страна город лицо цель результат порядок сумма срок
type kind name year time period case amount number role reason person part exampl term word size date day place way
event countri citi purpos result long far high old much mani
"""
ASKING = frozenset(_ASKING.split())
"""Nouns that questions ask with: the answer tells them by other words."""
_BEFORE = "the a an of for in on at with by from to about into what which whose any some and or per"
_BEFORE_NOUNS = frozenset(_BEFORE.split())


def topic_terms(question: Question) -> set[str]:
    """The terms of its nouns. Of English, where words do not show what they are, those after articles and the like."""
    words = [word.strip("\"'«»“”().,;:!?") for word in question.words]
    english = set(_after_determiners(words))
    return {
        term
        for index, (word, terms) in enumerate(zip(words, question.word_terms, strict=True))
        if word and (_is_russian_noun(word) if is_cyrillic(word) else index in english or word[0].isdigit())
        for term in terms
        if term not in STOP_WORDS and term not in ASKING
    }


def _is_russian_noun(word: str) -> bool:
    return russian_forms(word)[0].part in {"noun", "other"}


def _after_determiners(words: Sequence[str]) -> Iterator[int]:
    is_inside = False
    for index, word in enumerate(words):
        plain = word.lower()
        if plain in _BEFORE_NOUNS:
            is_inside = True
        elif all(term in STOP_WORDS for term in word_terms(word)):
            is_inside = False
        elif is_inside or (word[:1].isupper() and index):
            yield index
