"""Where one paragraph ends and the next begins."""

import itertools
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from spravka.pages.layout.marks import ends_sentence, is_caption, is_list_mark, starts_lower, starts_upper
from spravka.pages.layout.rows import Row

_INDENT = 0.7
"""In sizes of the type."""
_HANGING = 4.0
_SAME_LEFT = 2.0
"""Points: a line that stands under what follows a label («Внимание:») goes on with it."""
_GAP = 1.3
_SAME_SIZE = 0.07
_SHORT = 0.12
"""A last line leaves at least this share of the width free."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Of one column of a page, in points; ``pitch`` is the usual distance of rows, 0 where there are too few."""

    left: float
    right: float
    pitch: float


def margins_of(rows: list[Row]) -> dict[int, Margins]:
    """The margins of every column."""
    columns: dict[int, list[Row]] = {}
    for row in rows:
        columns.setdefault(row.column, []).append(row)
    return {column: _margins(own) for column, own in columns.items()}


def _margins(rows: list[Row]) -> Margins:
    lefts = Counter(round(row.left / 2) for row in rows)
    rights = sorted(row.right for row in rows)
    pitches = Counter(
        round(2 * (other.middle - one.middle)) for one, other in itertools.pairwise(rows) if other.top > one.top
    )
    pitch = pitches.most_common(1)[0][0] / 2 if pitches else 0.0
    return Margins(2.0 * lefts.most_common(1)[0][0], rights[int(0.9 * (len(rights) - 1))], pitch)


def paragraph_end(
    rows: list[Row], at: int, others: Container[int], words: list[str], margins: dict[int, Margins]
) -> int:
    """Before which row the paragraph ends that begins with row ``at``; rows in ``others`` begin something else."""
    listed = is_list_mark(rows[at].opening(words))
    end = at + 1
    while end < len(rows) and end not in others and not _parts(rows, at, end, words, margins[rows[end].column], listed):
        end += 1
    return end


def _parts(rows: list[Row], first: int, at: int, words: list[str], margins: Margins, listed: bool) -> bool:
    """Whether a new paragraph begins with row ``at``; the one before began with row ``first``."""
    before, row = rows[at - 1], rows[at]
    opening = row.opening(words)
    if is_list_mark(opening):
        return True
    if _opens_caption(opening) and ends_sentence(before.last_word(words)):
        return True
    if before.column != row.column:
        is_beside = min(before.column, row.column) < 0
        return is_beside or ends_sentence(before.last_word(words)) or not starts_lower(opening[0])
    if abs(before.size - row.size) > _SAME_SIZE * row.size or before.bold != row.bold:
        return True
    if not 0 < row.middle - before.middle <= _GAP * (margins.pitch or 1.5 * row.size):
        return True
    if _runs_on(before, opening, words, margins):
        return False
    if _is_indented(rows, first, at, listed):
        return True
    return _is_last_line(before, words, margins) and not starts_lower(opening[0])


def _runs_on(before: Row, opening: list[str], words: list[str], margins: Margins) -> bool:
    """Whether a sentence goes on from a full row to the next, however far that is set in («Глава 1» hangs out)."""
    is_full = margins.right - before.right <= _SHORT * (margins.right - margins.left)
    return is_full and starts_lower(opening[0]) and not ends_sentence(before.last_word(words))


def _opens_caption(opening: list[str]) -> bool:
    """«Таблица 2 – Опции», but not a sentence: «Рис. 4.2 показывает …»."""
    return is_caption(opening) and starts_upper(opening[0]) and not (len(opening) > 2 and starts_lower(opening[2]))


def _is_indented(rows: list[Row], first: int, at: int, listed: bool) -> bool:
    """Whether the row's left edge leaves that of the row before it, but for the lines below the first one."""
    shift = rows[at].left - rows[at - 1].left
    indent = _INDENT * rows[at].size
    if at - 1 > first:
        return abs(shift) > indent
    beside = rows[first].pieces[1:]
    if beside and abs(rows[at].left - beside[0].left) <= _SAME_LEFT:
        return False
    return shift > (_HANGING * rows[at].size if listed else indent)


def _is_last_line(row: Row, words: list[str], margins: Margins) -> bool:
    free = margins.right - row.right
    return free > _SHORT * (margins.right - margins.left) and ends_sentence(row.last_word(words))
