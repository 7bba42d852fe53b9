"""Lines of tables of contents and of indexes: they name a place in the document, they do not tell."""

import re

from spravka.pages.layout.rows import Row

_PLACE = re.compile(r"[.…·\s]*(?:\d{1,4}|[ivxlc]{1,6})\W?")
_LEADER = re.compile(r"[.…·_]+")
_FEWEST_DOTS = 3
_FEWEST_DOTTED = 2
_FEWEST_PLAIN = 6
_FEWEST_INDEXED = 10
_MOSTLY = 0.6
_MARGIN = 4.0


def contents_rows(rows: list[Row], words: list[str]) -> set[int]:
    """Which of the rows (all of one page, without its running titles) are lines of contents."""
    ending = [at for at, row in enumerate(rows) if _PLACE.fullmatch(words[row.pieces[-1].end - 1])]
    if len(ending) < _FEWEST_DOTTED:
        return set()
    dotted = {at for at in ending if _has_leader(rows[at].words(words))}
    if len(dotted) >= _FEWEST_DOTTED:
        return _with_those_between(dotted | _at_margin(dotted, ending, rows), rows)
    if _is_list_of_places(ending, rows, words) or _is_index(ending, rows, words):
        return _with_those_between(set(ending), rows)
    return set()


def _has_leader(words: list[str]) -> bool:
    dots = sum(len(word) for word in words[1:] if _LEADER.fullmatch(word))
    return dots >= _FEWEST_DOTS or "...." in "".join(words)


def _at_margin(dotted: set[int], ending: list[int], rows: list[Row]) -> set[int]:
    """Lines without dots («1 Введение 4») whose numbers stand under those of the lines with dots."""
    margin = max(rows[at].right for at in dotted)
    return {at for at in ending if abs(rows[at].right - margin) <= _MARGIN}


def _with_those_between(found: set[int], rows: list[Row]) -> set[int]:
    """With the rows between that are first lines of long entries."""
    first, last = min(found), max(found)
    if len(found) < _MOSTLY * (last - first + 1):
        return found
    largest = max(rows[at].size for at in found)
    return found | {at for at in range(first, last + 1) if rows[at].size <= largest}


def _is_list_of_places(ending: list[int], rows: list[Row], words: list[str]) -> bool:
    """Most rows of the page end at one margin with a number that never falls, after words."""
    right = max(rows[at].right for at in ending)
    aligned = [at for at in ending if abs(rows[at].right - right) <= _MARGIN and rows[at].word_count > 1]
    if len(aligned) < _FEWEST_PLAIN or len(aligned) < _MOSTLY * len(rows):
        return False
    places = [_number(words[rows[at].pieces[-1].end - 1]) for at in aligned]
    return places == sorted(places) and places[0] < places[-1]


def _number(word: str) -> int:
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else 0


def _is_index(ending: list[int], rows: list[Row], words: list[str]) -> bool:
    """Most rows end with a number after a comma: «договор, 12, 34»."""
    after_comma = 0
    for at in ending:
        told = rows[at].words(words)
        after_comma += len(told) > 1 and told[-2].endswith(",")
    return after_comma >= _FEWEST_INDEXED and after_comma >= _MOSTLY * len(rows)
