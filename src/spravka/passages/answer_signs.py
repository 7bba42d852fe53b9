"""Whether a stretch of text holds what a question of a kind would be answered by: a year, a number, a name."""

import re
from collections.abc import Callable, Sequence, Set

from spravka.passages.asking import AnswerKind, is_capitalised
from spravka.passages.lemmas import is_number, word_terms

_MONTHS = """
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь год век столетие десятилетие
january february march april may june july august september october november december year centuri decad
понедельник вторник среда четверг пятница суббота воскресенье sunday monday tuesday wednesday thursday friday saturday
"""
_NUMERALS = """
один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать сорок сто
двое трое четверо пятеро тысяча миллион миллиард половина треть четверть дюжина сотня первый второй третий
one two three four five six seven eight nine ten eleven twelv fifteen twenti thirti forti fifti hundr thousand million
billion half third quarter dozen singl doubl
"""
_REASONS = """
потому поскольку чтобы благодаря вследствие из-за ввиду причина поэтому ради because sinc due therefor caus thus order
reason result
"""
_BEFORE_PLACES = "в во на из у под возле около близ до к in at near from on to of across"
_PLACES_BEFORE = frozenset(_BEFORE_PLACES.split())
_DATE_WORDS, _NUMBER_WORDS, _REASON_WORDS = (frozenset(words.split()) for words in (_MONTHS, _NUMERALS, _REASONS))
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:-?\w{1,4})?")


def answers_kind(kind: AnswerKind, words: Sequence[str], asked: Set[str]) -> float:
    """1 where ``words`` hold what a question of ``kind`` asks for beside the ``asked`` terms, -1 where not, else 0."""
    if kind is AnswerKind.ANY:
        return 0.0
    sign = _SIGNS[kind]
    fresh = (index for index, word in enumerate(words) if asked.isdisjoint(word_terms(word)))
    return 1.0 if any(sign(words, index) for index in fresh) else -1.0


def _is_date(words: Sequence[str], index: int) -> bool:
    return any(term in _DATE_WORDS or _YEAR.fullmatch(term) for term in word_terms(words[index]))


def _is_number(words: Sequence[str], index: int) -> bool:
    return any(is_number(term) or term in _NUMBER_WORDS for term in word_terms(words[index]))


def _is_name(words: Sequence[str], index: int) -> bool:
    return is_capitalised(words[index]) and (index > 0 or is_capitalised("".join(words[1:2])))


def _is_place(words: Sequence[str], index: int) -> bool:
    return index > 0 and is_capitalised(words[index]) and words[index - 1].lower() in _PLACES_BEFORE


def _is_reason(words: Sequence[str], index: int) -> bool:
    return any(term in _REASON_WORDS for term in word_terms(words[index]))


_SIGNS: dict[AnswerKind, Callable[[Sequence[str], int], bool]] = {
    AnswerKind.DATE: _is_date,
    AnswerKind.NUMBER: _is_number,
    AnswerKind.NAME: _is_name,
    AnswerKind.PLACE: _is_place,
    AnswerKind.REASON: _is_reason,
}
