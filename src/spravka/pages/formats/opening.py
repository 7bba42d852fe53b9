"""What every format gives: a document opened, and its pages one after another.

Run inside the reading process, which must start fast: modules of formats import nothing heavy before they need it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from spravka.pages.layout.placed import PlacedPage

KeptPage = dict[str, Any]
"""A page in the form of ``Page.to_json``."""


class Recogniser(Protocol):
    """Reads words from the image of a page."""

    def recognise(self, image: bytes, width: float, height: float) -> PlacedPage | None:
        """The words of the image (PNG) with boxes on a page of that width and height (points); None where it failed."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pages to read: from ``first`` (1 is the first of the file); the ``skipped`` are told as unreadable.

    ``on_begun`` is called with a page's number before it is touched: if the process dies, that page is to blame.
    ``find_recogniser`` is asked only when an image comes: looking for one takes longer than most documents.
    """

    first: int
    skipped: frozenset[int]
    on_begun: Callable[[int], None]
    find_recogniser: Callable[[], Recogniser | None] = lambda: None

    @property
    def recogniser(self) -> Recogniser | None:
        """What reads images; None where none is installed."""
        return self.find_recogniser()


class OpenDocument(Protocol):
    """An open document. Opening and reading raise the Problems of ``pages.errors``."""

    @property
    def page_count(self) -> int | None:
        """None where it is known only once all is read."""
        ...

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages in their order, every number once; one that cannot be read has no words."""
        ...

    def render(self, number: int, width_pixels: int, pixels: int) -> bytes:
        """The page as a PNG of that width, or less where it would have more than ``pixels``. Raises PageNotFound."""
        ...
