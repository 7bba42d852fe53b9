"""Headings, found by the size and weight of their type, by numbers of sections and by the space around them."""

from dataclasses import dataclass

from spravka.pages.layout.marks import ends_sentence, is_bullet, may_name_section, section_depth, starts_lower
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
    end = _same_style_end(rows, at)
    if end - at > _MOST_ROWS or (at and _same_style(rows[at - 1], row) and (larger or bold)):
        end = at + 1
        if not _stands_alone(rows, at, around):
            return 0, 0
    told = [word for one in rows[at:end] for word in one.words(words)]
    if not _is_title(told):
        return 0, 0
    depth = section_depth(told)
    if larger or (bold and _may_be_bold_title(told, depth)):
        return end - at, _level(row, depth, larger, around)
    if _stands_out(told, depth, row, around) and _stands_alone(rows, at, around):
        return 1, depth or _BOLD_LEVEL
    return 0, 0


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
    return depth > 0 or not ends_sentence(told[-1]) or told[-1][-1] in "?!"


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
    usual = _GAP * max(around.pitch, rows[at].size)
    above = at == 0 or not 0 < rows[at].middle - rows[at - 1].middle <= usual
    below = at + 1 == len(rows) or not 0 < rows[at + 1].middle - rows[at].middle <= usual
    return above and below


def _level(row: Row, depth: int, larger: bool, around: Surroundings) -> int:
    if depth:
        return min(depth, _DEEPEST)
    if not larger:
        return _BOLD_LEVEL
    ratio = row.size / around.body.size
    return next(level for least, level in _LEVELS if ratio >= least)
