"""The few marks in which the demonstration's texts are written.

Blocks are divided by empty lines: ``# title``, ``## heading`` (one ``#`` more for each level below), ``- item`` and
``1. item`` lines, ``! WORD: caution``, ``| cell | cell |`` rows (the first names the columns; ``|= 10 40`` before it
gives widths in mm), ``:: left || right`` columns (``:::`` with the right one
at the right edge), ``>> text`` on the right half, ``---`` for a new page. Anything else
is a paragraph. ``**bold**`` is bold; ``{{name}}`` is replaced by a table made elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeAlias

ITEM = re.compile(r"-\s|\d+\.\s")
HOLE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 0 is the title of a document or of an appendix; ``under`` stands below it in smaller letters."""

    level: int
    text: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Caution:
    """What must not be overlooked; ``word`` says how grave it is."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``rows[0]`` names its columns."""

    widths_mm: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two texts beside each other, line by line."""

    left: str
    right: str
    is_spread: bool = False
    """The right text ends at the right edge."""


@dataclass(frozen=True, slots=True)
class OnTheRight:
    text: str


@dataclass(frozen=True, slots=True)
class NewPage:
    pass


Element: TypeAlias = Heading | Paragraph | ListItem | Caution | Grid | Columns | OnTheRight | NewPage


def read_text(name: str, tables: Mapping[str, str] | None = None) -> list[Element]:
    """The elements of one of the ``texts``, its holes filled with ``tables``.

    Raises:
        KeyError: a hole has no table
    """
    text = files("spravka.demo.documents").joinpath("texts", f"{name}.txt").read_text(encoding="utf-8")
    return list(read_markup(HOLE.sub(lambda hole: (tables or {})[hole[1]], text)))


def read_markup(text: str) -> Iterator[Element]:
    """The elements of a text, in order."""
    for block in re.split(r"\n{2,}", text.strip("\n")):
        yield from _read_block(block)


def _read_block(block: str) -> Iterator[Element]:
    if ITEM.match(block):
        yield from (ListItem(*line.split(" ", 1)) for line in block.splitlines())
    else:
        yield _element(block)


def _element(block: str) -> Element:
    mark, _, rest = block.partition(" ")
    if mark == "---":
        return NewPage()
    if mark.strip("#") == "" and mark:
        title, _, under = rest.partition("\n")
        return Heading(len(mark) - 1, title, under)
    if mark == "!":
        return Caution(*rest.split(": ", 1))
    if mark in ("::", ":::"):
        left, _, right = rest.partition(" || ")
        return Columns(left, right, is_spread=mark == ":::")
    if mark == ">>":
        return OnTheRight(rest)
    return _grid(block) if mark == "|=" else Paragraph(block)


def _grid(block: str) -> Grid:
    widths, *rows = block.splitlines()
    cells = (tuple(cell.strip() for cell in row.removeprefix("|").removesuffix("|").split("|")) for row in rows)
    return Grid(tuple(int(width) for width in widths.split()[1:]), tuple(cells))
