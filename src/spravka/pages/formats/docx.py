"""DOCX (ECMA-376 part 1, WordprocessingML), read as a stream: a document of any length takes little memory."""

from collections.abc import Iterator
from pathlib import Path

from spravka.pages.errors import DocumentDamaged
from spravka.pages.formats.flowing.document import FlowingDocument
from spravka.pages.formats.flowing.flow import MOST_PAGE_CHARACTERS, PAGE_CHARACTERS, FlowItem, Told, flow
from spravka.pages.formats.office.body import Body
from spravka.pages.formats.office.notes import read_notes, running_titles
from spravka.pages.formats.office.numbering import Numbering
from spravka.pages.formats.office.package import Element, Package
from spravka.pages.formats.office.styles import read_styles
from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.pages.page import BlockKind

_RENDERED_BREAK = (b"lastRenderedPageBreak",)


def open_document(path: Path) -> "DocxDocument":
    """Opens a file. Raises DocumentDamaged, DocumentProtected, ReadingTooBig."""
    return DocxDocument(Package(path))


class DocxDocument(FlowingDocument):
    """Pages are those that Word laid out when it saved the file; where it was another program that saved it, they
    are stretches of text. Headers and footers, which stand on every page, are told on the first."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part()
        if not self.main.endswith(".xml"):
            raise DocumentDamaged("its main part is missing")

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages. Raises DocumentDamaged, ReadingTooBig."""
        is_laid_out = self.package.holds(self.main, _RENDERED_BREAK)
        yield from flow(self._items(), wanted, MOST_PAGE_CHARACTERS if is_laid_out else PAGE_CHARACTERS)

    def _items(self) -> Iterator[FlowItem]:
        for kind in ("header", "footer"):
            for text in running_titles(self.package, self.main, kind):
                yield Told(BlockKind.RUNNING_TITLE, text)
        body = Body(
            styles=read_styles(self._part("styles")),
            numbering=Numbering(self._part("numbering")),
            footnotes=read_notes(self._part("footnotes")),
            endnotes=read_notes(self._part("endnotes")),
        )
        yield from body.items(self.package.events(self.main, Body.TAGS))

    def _part(self, kind: str) -> Element | None:
        """The root of the part that the document names for this; None where it names none."""
        for name in self.package.related(self.main, kind):
            return self.package.tree(name)
        return None
