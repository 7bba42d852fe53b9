"""Where sentences begin, in Russian and in English, over words as they stand in a text."""

import re
from collections.abc import Sequence

_CLOSING = "\"'»”’)]"
_OPENING = "\"'«“‘([—–-•"

_NEVER_LAST = """
т п пп ст рис табл см ср ул пл просп им тыс млн млрд кв куб акад проф тов гл разд подп абз изд стр обл респ св напр
с о д оф корп каб тел г-н г-жа гр инж канд докт зам ред пер т.е т.н т.к и.о
mr mrs ms dr prof sr st vs e.g i.e fig figs no nos vol pp p gen gov lt col sgt capt rev hon approx dept est art sec
ch cf u.s u.k ph.d mt
"""
NEVER_LAST = frozenset(_NEVER_LAST.split())
"""Abbreviations that something follows, whatever letter it begins with."""
_MAY_BE_LAST = "г гг в вв др пр д.п т.д т.п н.э э н руб коп чел экз etc inc ltd co corp jr al a.m p.m"
MAY_BE_LAST = frozenset(_MAY_BE_LAST.split())
"""Abbreviations after which a sentence may end: it does where a capital letter follows and no name is told."""

_INITIAL = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*")
_LIST_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]")


def sentence_starts(words: Sequence[str], breaks: Sequence[int] = ()) -> list[int]:
    """Indices of ``words`` at which sentences begin; ``breaks`` are indices where one begins in any case."""
    starts = {0, *breaks} if words else set()
    last = 0
    for index in range(1, len(words)):
        if index in starts:
            last = index
        elif _ends(words, last, index - 1):
            starts.add(index)
            last = index
    return sorted(start for start in starts if start < len(words))


def _ends(words: Sequence[str], first: int, index: int) -> bool:
    """Whether the sentence that began at ``first`` ends with the word at ``index``."""
    bare = words[index].rstrip(_CLOSING)
    if not bare.endswith((".", "!", "?", "…")):
        return False
    following = _first_letters(words, index + 1)
    if following[:1].islower() or words[index + 1][:1] in ",;:":
        return False
    if bare[-1] != ".":
        return True
    return not _is_abbreviated(words, first, index, bare)


def _first_letters(words: Sequence[str], index: int) -> str:
    """What the word at ``index`` begins with, or the one after it where that is but a dash or a quotation mark."""
    opened = words[index].lstrip(_OPENING)
    return opened or (words[index + 1].lstrip(_OPENING) if index + 1 < len(words) else "")


def _is_abbreviated(words: Sequence[str], first: int, index: int, bare: str) -> bool:
    """Whether the full stop belongs to the word: an abbreviation, an initial, the number of a list's item."""
    stem = bare[:-1].lstrip(_OPENING).lower()
    if stem in {"д", "п"} and index > first and words[index - 1].lower() == "т.":
        return False
    if stem in MAY_BE_LAST:
        return not _follows_number_or_and(words, first, index)
    if stem in NEVER_LAST or _INITIAL.fullmatch(bare.lstrip(_OPENING)):
        return True
    return index == first and _LIST_NUMBER.fullmatch(bare) is not None


def _follows_number_or_and(words: Sequence[str], first: int, index: int) -> bool:
    """«в 2005 г. Затем», «300 руб. Далее», «и др. Все»: here such an abbreviation can end a sentence."""
    if index == first:
        return False
    before = words[index - 1].lower()
    return before[-1:].isdigit() or before in {"и", "т.", "до", "н."} or bool(re.search(r"[ivxlcdm\d]$", before))
