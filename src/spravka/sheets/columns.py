"""Which column holds what: by the words of its header first, by what stands in it second.

Nothing is guessed silently. Every find has a confidence and a reason, two columns that fit equally
well are an open question with both as candidates, and what a person says is taken over all of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spravka.sheets.column_content import Content, content_of, content_score, describe
from spravka.sheets.errors import ColumnNotFound, ColumnUnclear
from spravka.sheets.sheet import Sheet
from spravka.sheets.words import ColumnKind, header_words, kinds_of_header

FOUND_AT_LEAST = 0.4
CLEAR_BY = 0.06

_WORDS_SHARE = 0.65
_CONTENT_ALONE = 0.6
_CONTENT_TELLS = frozenset({ColumnKind.NAME, ColumnKind.UNIT, ColumnKind.ITEM_CODE, ColumnKind.GROUP_CODE})


@dataclass(frozen=True)
class Wanted:
    """A kind of column that is looked for, and whether nothing can be done without it."""

    kind: ColumnKind
    required: bool = False


@dataclass(frozen=True)
class Fit:
    """A column that may be of a kind. ``index`` points into the cells of a row; ``confidence`` is 0…1."""

    kind: ColumnKind
    index: int
    name: str
    confidence: float
    reason: str


@dataclass(frozen=True)
class Columns:
    """Which column holds what. ``found``: at most one column for a kind. ``unclear``: kinds for which
    several columns fit equally well, best first. ``missing``: required kinds no column is like."""

    header: tuple[str, ...]
    found: Mapping[ColumnKind, Fit]
    unclear: Mapping[ColumnKind, tuple[Fit, ...]]
    missing: tuple[ColumnKind, ...] = ()

    def find(self, kind: ColumnKind) -> int | None:
        """The index of the column of a kind, or None where it was not found or is not clear."""
        return self.found[kind].index if kind in self.found else None

    def get(self, kind: ColumnKind) -> int:
        """The index of the column of a kind. Raises ColumnUnclear, with the candidates there are."""
        if kind in self.found:
            return self.found[kind].index
        candidates = tuple(fit.name for fit in self.unclear.get(kind, ()))
        raise ColumnUnclear(kind.value, candidates, self.header)

    def confirm(self) -> "Columns":
        """The same columns, if each required one is known. Raises ColumnUnclear for the first that is not."""
        for kind in self.missing:
            self.get(kind)
        return self


def detect_columns(
    sheet: Sheet,
    wanted: Sequence[Wanted],
    chosen: Mapping[ColumnKind, str | int] | None = None,
) -> Columns:
    """Finds the wanted columns of a sheet. ``chosen`` says which column is of a kind whatever is found:
    see ``column_index``. Raises ColumnNotFound for a choice that the sheet does not have.
    """
    found = {kind: _chosen_fit(sheet, kind, column) for kind, column in (chosen or {}).items()}
    taken = {fit.index for fit in found.values()}
    fits = [fit for fit in _fits(sheet, wanted) if fit.kind not in found and fit.index not in taken]
    unclear = _assign(fits, found)
    missing = tuple(wish.kind for wish in wanted if wish.required and wish.kind not in found)
    return Columns(sheet.header, found, unclear, missing)


def column_index(header: Sequence[str], letters: Sequence[str], column: str | int) -> int:
    """The index of a column named by its header (case and signs do not matter), by its letter, by its
    number counted from 1 as text ("3"), or by its index. Raises ColumnNotFound.
    """
    if isinstance(column, int):
        if 0 <= column < len(header):
            return column
        raise ColumnNotFound(str(column), tuple(header))
    names = [header_words(name) for name in header]
    ways = (list(header), names, list(letters), [str(number) for number in range(1, len(header) + 1)])
    keys = (column, header_words(column), column.strip().upper(), column.strip())
    for way, key in zip(ways, keys, strict=True):
        if key and way.count(key) == 1:
            return way.index(key)
    raise ColumnNotFound(column, tuple(header))


def _chosen_fit(sheet: Sheet, kind: ColumnKind, column: str | int) -> Fit:
    index = column_index(sheet.header, sheet.letters, column)
    return Fit(kind, index, sheet.header[index], 1.0, "it was chosen")


def _assign(fits: list[Fit], found: dict[ColumnKind, Fit]) -> dict[ColumnKind, tuple[Fit, ...]]:
    """Gives columns to kinds, surest first, each column once; gives back the kinds that stay open."""
    unclear: dict[ColumnKind, tuple[Fit, ...]] = {}
    fits = sorted(fits, key=lambda fit: (-fit.confidence, fit.index))
    while fits:
        best = fits[0]
        rivals = tuple(fit for fit in fits if fit.kind == best.kind and fit.confidence > best.confidence - CLEAR_BY)
        if len(rivals) > 1:
            unclear[best.kind] = rivals
        else:
            found[best.kind] = best
        settled = {fit.index for fit in rivals}
        fits = [fit for fit in fits if fit.kind != best.kind and fit.index not in settled]
    return unclear


def _fits(sheet: Sheet, wanted: Sequence[Wanted]) -> list[Fit]:
    fits = []
    for index, name in enumerate(sheet.header):
        content = content_of(sheet.column(index))
        words = kinds_of_header(name) if sheet.header_row else {}
        for wish in wanted:
            confidence = _confidence(wish.kind, words, content)
            if confidence >= FOUND_AT_LEAST:
                reason = _reason(name, wish.kind in words, content)
                fits.append(Fit(wish.kind, index, name, round(confidence, 3), reason))
    return fits


def _confidence(kind: ColumnKind, words: Mapping[ColumnKind, float], content: Content) -> float:
    """Words and content together; content alone counts less, and not at all against the words."""
    score = content_score(kind, content, by_words=bool(words))
    if kind in words:
        return _WORDS_SHARE * words[kind] + (1 - _WORDS_SHARE) * score
    if words or kind not in _CONTENT_TELLS:
        return 0.0
    return _CONTENT_ALONE * score


def _reason(name: str, by_words: bool, content: Content) -> str:
    said = f"the header “{name}” says so" if by_words else "the header does not tell"
    return f"{said}; {describe(content)}"
