"""Where the header of a table is, and what its columns are called.

A header is found by its words first («Наименование», «Ед. изм.», "Price"), wherever it stands under
titles and addresses, and else by its shape: a first row of short, distinct names over columns of
something else. A header of several rows is joined: «Цена» over «с НДС» is «Цена / с НДС».
"""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from spravka.sheets.sheet import Cell, Merge, Row, is_blank
from spravka.sheets.words import ColumnKind, is_header_text, is_unit, kinds_of_header

SEARCHED_ROWS = 80
HEADER_ROWS_AT_MOST = 4
COLUMN_NUMBERS_AT_LEAST = 3
WIDE_ROWS_ABOVE_AT_MOST = 3

_BODY_SAMPLE = 30
_HYPHEN_AT_LINE_END = re.compile(r"(?<=[а-яёa-z])-\s+(?=[а-яёa-z])", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_CODE_SHAPE = re.compile(r"(?=(?:\D*\d){3})\S{5,}")
_NAME_SHAPE = re.compile(r"\D{1,60}|[^\W\d]{1,30}\d{1,3}")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:[ \xa0\u202f']\d{3})+|\d+)(?:[.,]\d+)?\s?%?")


@dataclass(frozen=True)
class Header:
    """A header's place and names. ``first_row`` … ``last_row``: row numbers, 0 where there is none.

    ``names`` has "" for a column without a name. A merged cell lends its text only to columns that the
    rows below it name further; ``reason`` says how the header was recognised.
    """

    first_row: int
    last_row: int
    names: tuple[str, ...]
    reason: str


NO_HEADER = Header(0, 0, (), "no row looks like a header")


def find_header(rows: Sequence[Row], merges: Sequence[Merge] = ()) -> Header:
    """The header of the rows (given without empty ones), or NO_HEADER."""
    index = _best_by_words(rows)
    if index is not None:
        return _header(rows, _top(rows, index, merges), merges, "its words are those of a header")
    index = _first_by_shape(rows)
    if index is not None:
        return _header(rows, index, merges, "it names columns that hold something else")
    return NO_HEADER


def header_at(rows: Sequence[Row], number: int, merges: Sequence[Merge] = ()) -> Header:
    """The header that begins in the row of this number; NO_HEADER where there is no such row."""
    indexes = (index for index, row in enumerate(rows) if row.number == number)
    index = next(indexes, None)
    return NO_HEADER if index is None else _header(rows, index, merges, "it was asked for")


def clean_name(text: str) -> str:
    """A header text on one line, words that were hyphenated to fit the cell put together again."""
    return _SPACES.sub(" ", _HYPHEN_AT_LINE_END.sub("", text)).strip()


def unique_names(names: Sequence[str], letters: Sequence[str]) -> tuple[str, ...]:
    """The names with none empty («Column C») and none twice («Цена», «Цена (2)»), whatever the case."""
    taken: set[str] = set()
    result = []
    for name, letter in zip(names, letters, strict=True):
        plain = unique = name or f"Column {letter}"
        count = 1
        while unique.lower() in taken:
            count += 1
            unique = f"{plain} ({count})"
        taken.add(unique.lower())
        result.append(unique)
    return tuple(result)


def _best_by_words(rows: Sequence[Row]) -> int | None:
    scores = [_word_score(rows, index) for index in range(min(len(rows), SEARCHED_ROWS))]
    best = max(scores, default=0.0)
    return scores.index(best) if best > 0 else None


def _word_score(rows: Sequence[Row], index: int) -> float:
    """How much a row reads like a header. 0 where too little of it is known, where it holds what goods hold
    (numbers, codes, units), where it is narrower than what follows, and where a table stands above it."""
    cells = _filled(rows[index])
    known = sum(map(_known_weight, cells))
    coverage = min(1.0, len(cells) / max(1.0, _width(rows[index + 1 : index + 1 + _BODY_SAMPLE])))
    if known < min(2, len(cells) / 2) or coverage < 0.5 or _is_under_a_table(rows, index):
        return 0.0
    if len(cells) == 1 and not _names_a_list(cells[0]):
        return 0.0
    values = sum(1 for cell in cells if _is_value(cell))
    return max(0.0, min(known, 6.0) + coverage - 1.5 * values - 0.01 * index)


def _known_weight(cell: Cell) -> float:
    if not isinstance(cell, str) or not is_header_text(cell):
        return 0.0
    return 0.5 if ColumnKind.OTHER in kinds_of_header(cell) else 1.0


def _names_a_list(cell: Cell) -> bool:
    """Whether a lone cell is more a header than the first of the goods: three words at most, and no digit."""
    return len(str(cell).split()) <= 3 and not _has_digit(cell)


def _is_value(cell: Cell) -> bool:
    """Whether a cell holds what goods hold rather than what columns are called."""
    return is_number(cell) or (isinstance(cell, str) and (is_unit(cell) or _CODE_SHAPE.fullmatch(cell) is not None))


def _is_under_a_table(rows: Sequence[Row], index: int) -> bool:
    """Whether more rows above are as wide as this one than titles and addresses ever are."""
    width = len(_filled(rows[index]))
    return sum(1 for row in rows[:index] if len(_filled(row)) >= width) > WIDE_ROWS_ABOVE_AT_MOST


def _top(rows: Sequence[Row], index: int, merges: Sequence[Merge]) -> int:
    """The first row of the header that this row is a part of: rows above that are merged into it or divided by it."""
    for above in range(index - 1, max(-1, index - HEADER_ROWS_AT_MOST), -1):
        upper, lower = rows[above], rows[above + 1]
        merged = any(area.first_row == upper.number and area.last_row >= lower.number for area in merges)
        if not merged and not (_goes_on(upper, lower) and _word_score(rows, above) > 0):
            return above + 1
    return max(0, index - HEADER_ROWS_AT_MOST + 1)


def _first_by_shape(rows: Sequence[Row]) -> int | None:
    for index in range(min(len(rows) - 1, SEARCHED_ROWS)):
        body = rows[index + 1 : index + 1 + _BODY_SAMPLE]
        if len(_filled(rows[index])) >= max(2.0, 0.8 * _width(body)):
            return index if _names_something_else(rows[index], body) else None
    return None


def _names_something_else(row: Row, body: Sequence[Row]) -> bool:
    """Short distinct names, none of which comes again below, over a column that holds digits."""
    cells = _filled(row)
    if not all(isinstance(cell, str) and _NAME_SHAPE.fullmatch(cell) and not is_unit(cell) for cell in cells):
        return False
    below = {cell for other in body for cell in other.cells if isinstance(cell, str)}
    if len(set(cells)) < len(cells) or below & set(cells):
        return False
    return any(_mostly_digits(index, body) for index, cell in enumerate(row.cells) if not is_blank(cell))


def _mostly_digits(column: int, body: Sequence[Row]) -> bool:
    cells = [row.cells[column] for row in body if column < len(row.cells) and not is_blank(row.cells[column])]
    return bool(cells) and 2 * sum(map(_has_digit, cells)) > len(cells)


def _header(rows: Sequence[Row], index: int, merges: Sequence[Merge], reason: str) -> Header:
    header_rows = _header_rows(rows, index, merges)
    end = index + len(header_rows)
    last = (
        rows[end].number if end < len(rows) and _is_column_numbers(rows[end], header_rows) else header_rows[-1].number
    )
    return Header(rows[index].number, last, _names(header_rows, merges), reason)


def _header_rows(rows: Sequence[Row], index: int, merges: Sequence[Merge]) -> Sequence[Row]:
    """The rows that a header takes: as many as merged cells say, or one more where it plainly goes on."""
    first = rows[index].number
    last = max((area.last_row for area in merges if area.first_row == first), default=first)
    taken = [row for row in rows[index : index + HEADER_ROWS_AT_MOST] if row.number <= last]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if len(taken) == 1 and below and _goes_on(rows[index], below):
        taken.append(below)
    return taken


def _goes_on(upper: Row, lower: Row) -> bool:
    """Whether the second row divides columns of the first: header texts where the first has gaps."""
    texts = _filled(lower)
    filled_above = {index for index, cell in enumerate(upper.cells) if not is_blank(cell)}
    filled_below = {index for index, cell in enumerate(lower.cells) if not is_blank(cell)}
    if filled_below <= filled_above or filled_above <= filled_below:
        return False
    known = sum(1 for cell in texts if isinstance(cell, str) and is_header_text(cell))
    return 2 * known > len(texts) and not any(map(is_number, texts))


def _is_column_numbers(row: Row, header_rows: Sequence[Row]) -> bool:
    """Whether the row under a header only counts its columns: 1, 2, 3, …"""
    counted = [str(cell).strip().removesuffix(".0") for cell in _filled(row)]
    wanted = [str(number) for number in range(1, len(counted) + 1)]
    return counted == wanted and len(counted) >= max(COLUMN_NUMBERS_AT_LEAST, len(_filled(header_rows[0])))


def _names(header_rows: Sequence[Row], merges: Sequence[Merge]) -> tuple[str, ...]:
    width = max(len(row.cells) for row in header_rows)
    own = [_texts(row, width) for row in header_rows]
    lent = [_over_merged(texts, row, merges) for texts, row in zip(own, header_rows, strict=True)]
    if len(lent) > 1 and lent == own:
        lent[0] = _spread(own[0], own[1])
    return tuple(
        _joined([level[column] for level in lent]) if any(level[column] for level in own) else ""
        for column in range(width)
    )


def _texts(row: Row, width: int) -> list[str]:
    texts = ["" if is_blank(cell) else clean_name(str(cell)) for cell in row.cells]
    return texts + [""] * (width - len(texts))


def _over_merged(texts: list[str], row: Row, merges: Sequence[Merge]) -> list[str]:
    """The texts of a header row, a merged one over all the columns it covers."""
    texts = list(texts)
    for area in merges:
        if area.first_row == row.number and area.first_column < len(texts):
            for column in range(area.first_column, min(area.last_column + 1, len(texts))):
                texts[column] = texts[area.first_column]
    return texts


def _spread(upper: list[str], lower: list[str]) -> list[str]:
    """Without merged cells: a gap in the first row over a text in the second belongs to the name on its left."""
    spread, left = [], ""
    for above, below in zip(upper, lower, strict=True):
        left = above or (left if below else "")
        spread.append(left)
    return spread


def _joined(parts: list[str]) -> str:
    kept = [part for index, part in enumerate(parts) if part and part not in parts[:index]]
    return " / ".join(kept)


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if not is_blank(cell)]


def _width(rows: Sequence[Row]) -> float:
    """How many cells a row usually has."""
    return statistics.median(len(_filled(row)) for row in rows) if rows else 0.0


def is_number(cell: Cell) -> bool:
    """Whether the cell is a number, or a text that is one: «1 200,50», "12%"."""
    if isinstance(cell, str):
        return _NUMBER.fullmatch(cell.strip()) is not None
    return isinstance(cell, int | float)


def _has_digit(cell: Cell) -> bool:
    return any(map(str.isdigit, str(cell))) if cell is not None else False
