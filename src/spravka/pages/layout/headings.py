"""Headings, found by the size and weight of their type, by numbers of sections and by the space around them."""

from dataclasses import dataclass

from spravka.pages.layout.marks import (
    ends_sentence,
    is_bullet,
    may_name_section,
    part_length,
    section_depth,
    starts_lower,
)
from spravka.pages.layout.rows import Row
from spravka.pages.layout.type_sizes import BodyType

_LARGER = 1.12
_SAME_SIZE = 0.04
_MOST_WORDS = 40
_MOST_ROWS = 4
_MOST_PLAIN_WORDS = 14
_LEADING = 1.9
"""In sizes of the type: rows of one heading are not farther apart."""
_GAP = 1.25
"""In usual distances of rows: what stands farther apart from its neighbour stands alone."""
_SHORT = 0.85
_MOST_ENDED_WORDS = 8
_INSET, _UNEVEN = 0.12, 0.25
"""A row in the middle leaves as much of the width free at both sides, the two hardly different."""
_LEVELS = ((1.6, 1), (1.3, 2), (0.0, 3))
_BOLD_LEVEL = 4
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What headings of a page stand out from: its usual type, margins and distance of rows (all points)."""

    body: BodyType
    left: float
    right: float
    pitch: float


def heading_at(rows: list[Row], at: int, words: list[str], around: Surroundings) -> tuple[int, int]:
    """How many rows from ``at`` on are one heading, and its level (1 to 6); (0, 0) where there is none."""
    row = rows[at]
    larger = row.size >= _LARGER * around.body.size
    bold = row.bold and not around.body.is_bold and row.size >= 0.9 * around.body.size
    if not larger and not bold and not may_name_section(words[row.pieces[0].first]):
        return 0, 0
    if larger or bold:
        end = _same_style_end(rows, at)
        if end - at > _MOST_ROWS or (at and _same_style(rows[at - 1], row)):
            end = at + 1
            if not _stands_alone(rows, at, around):
                return 0, 0
        told = _told(rows[at:end], words)
        depth = section_depth(told)
        if _is_title(told) and (larger or _may_be_bold_title(told, depth)):
            return end - at, _level(row, depth, larger, around)
    return _plain_heading(rows, at, words, around)


def _told(rows: list[Row], words: list[str]) -> list[str]:
    return [word for row in rows for word in row.words(words)]


def _plain_heading(rows: list[Row], at: int, words: list[str], around: Surroundings) -> tuple[int, int]:
    """A heading in the type of the text: as :func:`heading_at`."""
    told = rows[at].words(words)
    depth = section_depth(told)
    if not _is_title(told) or rows[at].size < 0.9 * around.body.size:
        return 0, 0
    if _is_part_alone(told):
        return (1, 1) if _is_apart_above(rows, at, around) else (0, 0)
    if _is_capital(told) and depth:
        end = _capitals_end(rows, at, words)
        return (end - at, depth) if len(_told(rows[at:end], words)) <= _MOST_WORDS else (0, 0)
    if not _stands_out(told, depth, rows[at], around):
        return 0, 0
    if _stands_alone(rows, at, around) or (depth and _opens_clauses(rows, at, words, around)):
        return 1, depth or _BOLD_LEVEL
    return 0, 0


def _is_part_alone(told: list[str]) -> bool:
    """«Приложение № 1», «Статья 12.», «Chapter 3» and nothing else."""
    return part_length(told) == len(told)


def _capitals_end(rows: list[Row], at: int, words: list[str]) -> int:
    """Where a heading in capitals ends that may go on over rows: before a number, or what is not in capitals."""
    end = at + 1
    while end < len(rows) and end - at < _MOST_ROWS and _same_style(rows[end - 1], rows[end]):
        told = rows[end].words(words)
        if section_depth(told) or not _is_capital(told):
            break
        end += 1
    return end


def _opens_clauses(rows: list[Row], at: int, words: list[str], around: Surroundings) -> bool:
    """Whether what follows is numbered under it («1. Предмет договора», then «1.1. …»), or it stands in the middle."""
    number = words[rows[at].pieces[0].first].rstrip(".")
    if number[:1].isdigit() and at + 1 < len(rows):
        following = words[rows[at + 1].pieces[0].first]
        if following.startswith(f"{number}.") and following[len(number) + 1 :][:1].isdigit():
            return True
    left, right = rows[at].left - around.left, around.right - rows[at].right
    return min(left, right) > _INSET * (around.right - around.left) and abs(left - right) < _UNEVEN * max(left, right)


def _same_style(one: Row, other: Row) -> bool:
    if abs(one.size - other.size) > _SAME_SIZE * one.size or one.bold != other.bold or one.column != other.column:
        return False
    return 0 < other.middle - one.middle <= _LEADING * one.size


def _same_style_end(rows: list[Row], at: int) -> int:
    end = at + 1
    while end < len(rows) and _same_style(rows[end - 1], rows[end]) and end - at <= _MOST_ROWS:
        end += 1
    return end


def _is_title(told: list[str]) -> bool:
    """Words of a title: few, some of letters, beginning as one, no clause that goes on."""
    if not 0 < len(told) <= _MOST_WORDS or told[-1][-1] in ",;" or starts_lower(told[0]) or is_bullet(told[0]):
        return False
    return any(character.isalpha() for word in told for character in word)


def _may_be_bold_title(told: list[str], depth: int) -> bool:
    """A clause in bold («4.2. Подрядчик обязуется …») is a sentence: longer than titles, and ended as one."""
    if not ends_sentence(told[-1]) or told[-1][-1] in "?!":
        return True
    return depth > 0 and (len(told) <= _MOST_ENDED_WORDS or _is_capital(told))


def _stands_out(told: list[str], depth: int, row: Row, around: Surroundings) -> bool:
    """In the type of the body: a short row with a section's number, or all capitals."""
    if len(told) > _MOST_PLAIN_WORDS or row.size < 0.9 * around.body.size or told[-1][-1] == ":":
        return False
    if row.right > around.left + _SHORT * (around.right - around.left) and not _is_capital(told):
        return False
    return (depth > 0 and not ends_sentence(told[-1])) or _is_capital(told)


def _is_capital(told: list[str]) -> bool:
    letters = [character for word in told for character in word if character.isalpha()]
    return len(letters) > 3 and all(character.isupper() for character in letters)


def _stands_alone(rows: list[Row], at: int, around: Surroundings) -> bool:
    """With space above and below, or at an end of its column."""
    below = at + 1 == len(rows) or not 0 < rows[at + 1].middle - rows[at].middle <= _usual(rows[at], around)
    return below and _is_apart_above(rows, at, around)


def _is_apart_above(rows: list[Row], at: int, around: Surroundings) -> bool:
    return at == 0 or not 0 < rows[at].middle - rows[at - 1].middle <= _usual(rows[at], around)


def _usual(row: Row, around: Surroundings) -> float:
    return _GAP * max(around.pitch, row.size)


def _level(row: Row, depth: int, larger: bool, around: Surroundings) -> int:
    if depth:
        return min(depth, _DEEPEST)
    if not larger:
        return _BOLD_LEVEL
    ratio = row.size / around.body.size
    return next(level for least, level in _LEVELS if ratio >= least)
