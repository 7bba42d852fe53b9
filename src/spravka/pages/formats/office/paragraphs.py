"""The text of a paragraph of DOCX as a reader sees it: insertions in, deletions out, pages broken where they break."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spravka.pages.formats.office.package import Element, child, local_name, value_of
from spravka.pages.formats.office.styles import is_on

_LEFT_OUT = frozenset(
    {"del", "moveFrom", "Fallback", "txbxContent", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt"}
)


@dataclass(slots=True)
class ParagraphText:
    """``parts``: the text up to the first page break, to the second, and so on. Ids of the notes it refers to."""

    parts: list[str] = field(default_factory=lambda: [""])
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    bold_characters: int = 0
    plain_characters: int = 0

    @property
    def text(self) -> str:
        return " ".join(part for part in self.parts if part)

    @property
    def is_bold(self) -> bool:
        return self.bold_characters > 0 and self.plain_characters == 0

    def take(self, element: Element, is_bold: bool) -> None:
        """Adds what one element of a run shows."""
        match local_name(element):
            case "t":
                self._add_text(element.text or "", is_bold)
            case "noBreakHyphen":
                self.parts[-1] += "-"
            case "lastRenderedPageBreak":
                self.parts.append("")
            case "br" if value_of(element, "type") == "page":
                self.parts.append("")
            case "br" | "cr" | "tab" | "ptab":
                self.parts[-1] += " "
            case "footnoteReference":
                self.footnotes.append(value_of(element, "id"))
            case "endnoteReference":
                self.endnotes.append(value_of(element, "id"))

    def _add_text(self, text: str, is_bold: bool) -> None:
        self.parts[-1] += text
        if is_bold:
            self.bold_characters += len(text.strip())
        else:
            self.plain_characters += len(text.strip())


def read_paragraph(paragraph: Element) -> ParagraphText:
    """The text of a ``w:p``, without the text boxes that hang on it."""
    found = ParagraphText()
    for element, is_bold in _visible(paragraph):
        found.take(element, is_bold)
    found.parts = [" ".join(part.split()) for part in found.parts]
    return found


def _visible(paragraph: Element) -> Iterator[tuple[Element, bool]]:
    """What is seen of a paragraph, in its order, and whether its run is bold."""
    waiting: list[tuple[Element, bool]] = [(paragraph, False)]
    while waiting:
        element, is_bold = waiting.pop()
        if local_name(element) == "r":
            properties = child(element, "rPr")
            if is_on(child(properties, "vanish")):
                continue
            is_bold = is_on(child(properties, "b"))
        yield element, is_bold
        waiting += [(one, is_bold) for one in reversed(element) if local_name(one) not in _LEFT_OUT]
