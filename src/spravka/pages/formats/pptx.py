"""PPTX (ECMA-376 part 1, PresentationML): a slide is a page, told with its tables, its diagrams and its notes."""

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from spravka.pages.errors import PageNotFound
from spravka.pages.formats.flowing.flow import Told, whole_page
from spravka.pages.formats.office.package import Package, Relation
from spravka.pages.formats.office.slides import paragraphs_of, told_of_slide
from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.pages.page import BlockKind, TextLayer, page_to_json

_NO_RELATION = Relation("", "")


def open_document(path: Path) -> "PptxDocument":
    """Opens a file. Raises DocumentDamaged, DocumentProtected, ReadingTooBig."""
    return PptxDocument(Package(path))


class PptxDocument:
    """An open presentation. Slides that are not shown are pages too, so that numbers are those of the program."""

    def __init__(self, package: Package) -> None:
        self.package = package
        main = package.main_part()
        relations, root = package.relations(main), package.tree(main)
        slides = () if root is None else root.iterfind("{*}sldIdLst/{*}sldId")
        self.slides = [relations.get(_relation_id(slide.items()), _NO_RELATION).target for slide in slides]

    @property
    def page_count(self) -> int:
        return len(self.slides)

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted slides; one that is missing has no words. Raises DocumentDamaged, ReadingTooBig."""
        for number in range(wanted.first, self.page_count + 1):
            wanted.on_begun(number)
            if number in wanted.skipped:
                yield page_to_json(number, (), None, (), layer=TextLayer.NEEDS_RECOGNITION)
            else:
                yield whole_page(number, self._told(self.slides[number - 1]))

    def render(self, number: int, width_pixels: int, pixels: int) -> NoReturn:
        """Slides are not drawn here. Raises PageNotFound."""
        raise PageNotFound(number)

    def _told(self, slide: str) -> Iterator[Told]:
        """The title first, then what is on the slide, then what the speaker has noted."""
        shown = list(told_of_slide(self.package.tree(slide)))
        yield from (told for told in shown if told.kind is BlockKind.HEADING)
        yield from (told for told in shown if told.kind is not BlockKind.HEADING)
        for diagram in self.package.related(slide, "diagramData"):
            yield from (Told(BlockKind.LIST_ITEM, text) for text in paragraphs_of(self.package.tree(diagram)))
        for notes in self.package.related(slide, "notesSlide"):
            noted = told_of_slide(self.package.tree(notes))
            yield from (Told(BlockKind.PARAGRAPH, told.text) for told in noted if told.kind is BlockKind.LIST_ITEM)


def _relation_id(attributes: list[tuple[str, str]]) -> str:
    """The attribute ``r:id``; the slide has an ``id`` of its own too."""
    return next((value for key, value in attributes if key.endswith("}id")), "")
