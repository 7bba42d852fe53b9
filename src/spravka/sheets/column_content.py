"""What stands in a column, in figures, and how well that fits each kind of column."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spravka.sheets.headers import is_number
from spravka.sheets.sheet import Cell, is_blank
from spravka.sheets.words import ColumnKind, is_unit

SAMPLE_CELLS = 2_000

_CODE = re.compile(r"(?=.*\d)[\w./\-]{1,40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_TREE_CODE = re.compile(r"[A-ZА-Я]{0,4}\d+(?:[.\-/]\d+){2,}|[A-ZА-Я]{0,4}0\d*[.\-/]\d+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?:\s.*)?")
_TRUTHS = frozenset({"да", "нет", "истина", "ложь", "true", "false", "yes", "no", "0", "1", "+", "-", "x", "х", "v"})


@dataclass(frozen=True)
class Content:
    """Shares 0…1 of the cells that hold something. ``filled``: their share among all cells.
    ``distinct``: how many different ones there are, for each of them. ``mean_length`` in characters."""

    filled: float
    distinct: float
    mean_length: float
    texts: float
    several_words: float
    numbers: float
    codes: float
    tree_codes: float
    units: float
    dates: float
    truths: float
    counts_up: bool


NOTHING = Content(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, False)


def content_of(cells: Sequence[Cell]) -> Content:
    """The figures of a column. Distinctness is of all cells, the rest of an even sample of them."""
    filled = [cell for cell in cells if not is_blank(cell)]
    if not filled:
        return NOTHING
    sample = filled[:: max(1, len(filled) // SAMPLE_CELLS)]
    texts = [str(cell).strip() for cell in sample]

    def share(holds: Callable[[str], object]) -> float:
        return sum(1 for text in texts if holds(text)) / len(texts)

    return Content(
        filled=len(filled) / len(cells),
        distinct=len({str(cell).strip().lower() for cell in filled}) / len(filled),
        mean_length=sum(map(len, texts)) / len(texts),
        texts=share(_LETTERS.search),
        several_words=share(lambda text: " " in text),
        numbers=share(is_number),
        codes=share(_CODE.fullmatch),
        tree_codes=share(_TREE_CODE.fullmatch),
        units=share(is_unit),
        dates=share(_DATE.fullmatch),
        truths=share(lambda text: text.lower() in _TRUTHS),
        counts_up=_counts_up(filled),
    )


def content_score(kind: ColumnKind, content: Content, *, by_words: bool) -> float:
    """How well the content fits a kind, 0…1. Without words in the header more is asked of codes: a
    column of whole numbers may be anything."""
    if content is NOTHING:
        return 0.0
    scores = {
        ColumnKind.NAME: _like_names(content),
        ColumnKind.UNIT: content.units,
        ColumnKind.ITEM_CODE: _like_item_codes(content, by_words),
        ColumnKind.GROUP_CODE: (content.codes if by_words else content.tree_codes) * _repeated(content),
        ColumnKind.GROUP_NAME: content.texts * (1 - content.tree_codes) * _repeated(content),
        ColumnKind.PARENT_CODE: content.codes * _repeated(content),
        ColumnKind.QUANTITY: content.numbers,
        ColumnKind.PRICE: content.numbers,
        ColumnKind.AMOUNT: content.numbers,
        ColumnKind.EDITED_AT: content.dates,
        ColumnKind.IS_GROUP: content.truths,
        ColumnKind.DELETION_MARK: content.truths,
        ColumnKind.ROW_NUMBER: float(content.counts_up),
    }
    return scores.get(kind, 0.7)


def describe(content: Content) -> str:
    """The most telling figures of a column in words."""
    if content is NOTHING:
        return "it is empty"
    shares = {
        "units of measure": content.units,
        "numbers": content.numbers,
        "codes": content.codes,
        "dates": content.dates,
        "texts": content.texts,
    }
    what = max(shares, key=lambda name: shares[name])
    return f"{shares[what]:.0%} of its values are {what}, {content.distinct:.0%} distinct"


def _like_names(content: Content) -> float:
    length = min(1.0, content.mean_length / 20)
    likeness = 0.35 * length + 0.35 * content.distinct + 0.3 * content.several_words
    return content.texts * likeness * (1 - content.units) * (1 - content.dates)


def _like_item_codes(content: Content, by_words: bool) -> float:
    """Codes, each for one item; in a column that merely counts rows they are doubtful."""
    if content.counts_up and not by_words:
        return 0.0
    unique = max(0.0, 1 - 20 * (1 - content.distinct))
    telling = content.codes if by_words else content.codes * (1 - content.dates) * float(content.mean_length >= 4)
    return telling * unique


def _repeated(content: Content) -> float:
    return min(1.0, 2 * (1 - content.distinct))


def _counts_up(cells: Sequence[Cell]) -> bool:
    """Whether the column is 1, 2, 3, … from top to bottom."""
    if len(cells) < 3:
        return False
    counted = (str(cell).strip().rstrip(".") for cell in cells)
    return all(text == str(number) for number, text in enumerate(counted, 1))
