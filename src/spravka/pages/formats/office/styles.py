"""What the styles of a DOCX document say of its paragraphs."""

import re
from dataclasses import dataclass

from spravka.pages.formats.office.package import Element, child, number_of, value_of

_LONGEST_CHAIN = 12
_HEADING = re.compile(r"heading ?([1-9])")
_CONTENTS = re.compile(r"(toc|contents|index) ?\d|toc heading|contents heading|table of (figures|authorities)|index")
_LOWEST_OUTLINE = 8


@dataclass(frozen=True, slots=True)
class Style:
    """One style of paragraphs, with what it inherits. ``outline`` is 0 for the highest heading, None for none."""

    name: str = ""
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    is_bold: bool = False

    @property
    def heading_level(self) -> int:
        """1 to 6, 0 where paragraphs of the style are no headings."""
        return 0 if self.outline is None else min(self.outline + 1, 6)

    @property
    def is_contents(self) -> bool:
        return _CONTENTS.fullmatch(self.name) is not None

    @property
    def is_caption(self) -> bool:
        return self.name in ("caption", "figure", "table")


PLAIN = Style()


def read_styles(root: Element | None) -> dict[str, Style]:
    """The styles by id, from the part that keeps them."""
    if root is None:
        return {}
    found = {value_of(style, "styleId"): style for style in root.iterchildren("{*}style")}
    return {style_id: _resolved(style_id, found) for style_id in found}


def outline_of(properties: Element | None) -> int | None:
    """The outline level that a paragraph or a style sets itself; 9 and more is text."""
    level = number_of(child(properties, "outlineLvl"))
    return level if level is not None and level <= _LOWEST_OUTLINE else None


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not off."""
    return element is not None and value_of(element) not in ("0", "false", "off", "none")


def _resolved(style_id: str, found: dict[str, Element]) -> Style:
    """A style with what it takes from those it is based on, the nearest first."""
    outline, list_id, list_level, is_bold = None, None, None, None
    style = found[style_id]
    name = value_of(child(style, "name")).lower()
    for _ in range(_LONGEST_CHAIN):
        properties = child(style, "pPr")
        outline = _outline(style, properties) if outline is None else outline
        list_id = number_of(child(properties, "numPr", "numId")) if list_id is None else list_id
        list_level = number_of(child(properties, "numPr", "ilvl")) if list_level is None else list_level
        bold = child(style, "rPr", "b")
        is_bold = is_on(bold) if is_bold is None and bold is not None else is_bold
        style = found.get(value_of(child(style, "basedOn")))
        if style is None:
            break
    return Style(name, outline, list_id, list_level, bool(is_bold))


def _outline(style: Element, properties: Element | None) -> int | None:
    """By the level, or by the name that Word gives in English whatever its language."""
    name = value_of(child(style, "name")).lower()
    named = _HEADING.fullmatch(name)
    if named:
        return int(named[1]) - 1
    return 0 if name == "title" else outline_of(properties)
