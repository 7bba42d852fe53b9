"""Markdown, as far as the texts here need it, as elements that can be set on pages."""

import re
from collections.abc import Iterator, Sequence

from spravka.demo.documents import markup

ITEM = re.compile(r"(-|\d+\))\s+(.*)")
NARROWEST_MM = 13
LONGEST_COUNTED = 60
"""A cell with more letters is wrapped: its column does not grow with it."""


def elements_of(text: str, width_mm: int) -> list[markup.Element]:
    """The elements of a text, tables ``width_mm`` wide; each title after the first begins a page."""
    found: list[markup.Element] = []
    for block in re.split(r"\n{2,}", text.strip()):
        if block.startswith("# ") and found:
            found.append(markup.NewPage())
        found.extend(_of_block(block, width_mm))
    return found


def _of_block(block: str, width_mm: int) -> Iterator[markup.Element]:
    marks, _, title = block.partition(" ")
    if marks and not marks.strip("#"):
        yield markup.Heading(len(marks) - 1, title)
    elif block.startswith("|"):
        yield _grid(block.splitlines(), width_mm)
    elif ITEM.match(block):
        yield from (markup.ListItem(*_item(line)) for line in block.splitlines())
    else:
        yield markup.Paragraph(block)


def _item(line: str) -> tuple[str, str]:
    found = ITEM.fullmatch(line)
    assert found is not None, line
    return found[1], found[2]


def _grid(lines: Sequence[str], width_mm: int) -> markup.Grid:
    names, _, *rows = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)
    return markup.Grid(_widths((names, *rows), width_mm), (names, *rows))


def _widths(rows: Sequence[Sequence[str]], width_mm: int) -> tuple[int, ...]:
    """Columns share the width by the longest cell of each, as a word processor does."""
    longest = [min(max(map(len, column)), LONGEST_COUNTED) for column in zip(*rows, strict=True)]
    free = width_mm - NARROWEST_MM * len(longest)
    widths = [NARROWEST_MM + free * letters // sum(longest) for letters in longest]
    return (*widths[:-1], width_mm - sum(widths[:-1]))
