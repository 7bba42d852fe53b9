"""A stretch of a document that is found as one, and where its words stand."""

import enum
from dataclasses import dataclass


class PassageKind(enum.StrEnum):
    """What a passage is made of."""

    PROSE = "prose"
    TABLE = "table"
    """Rows of a table, each told with its header."""
    CONTENTS = "contents"
    """Lines of a table of contents: they name a section and never beat it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words ``first`` to before ``end`` of the page with that number."""

    page: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """``words`` are those of the ``places``, one for one: the empty pieces of broken words are in neither.

    ``headings``: the path of headings above it, the highest first. ``context``: words said with every row of a table
    (its header), searched but not quoted. ``sentence_starts``: indices of the words at which its sentences begin,
    ascending, 0 among them; a heading, a row, an item of a list is a sentence of its own. ``heading_words``: how many
    of the first words are the headings that it opens with.
    """

    words: tuple[str, ...]
    places: tuple[Place, ...]
    headings: tuple[str, ...] = ()
    context: str = ""
    kind: PassageKind = PassageKind.PROSE
    sentence_starts: tuple[int, ...] = (0,)
    heading_words: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def page(self) -> int:
        """Where it begins."""
        return self.places[0].page

    def sentences(self) -> list[tuple[int, int]]:
        """The word ranges of its sentences, first to before end, in order; together they are all of it."""
        return list(zip(self.sentence_starts, (*self.sentence_starts[1:], len(self.words)), strict=True))

    def places_of(self, first: int, end: int) -> list[Place]:
        """Where its words ``first`` to before ``end`` stand."""
        found, before = [], 0
        for place in self.places:
            start, stop = max(first, before), min(end, before + place.end - place.first)
            if start < stop:
                found.append(Place(place.page, place.first + start - before, place.first + stop - before))
            before += place.end - place.first
        return found
