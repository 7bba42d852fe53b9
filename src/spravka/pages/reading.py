"""Reading the pages of an untrusted document, in a process that it may end but not leave."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from spravka.errors import Problem
from spravka.pages.child_process import ChildDied, ChildProcess
from spravka.pages.errors import DocumentDamaged, NothingToRead
from spravka.pages.limits import ReadingLimits
from spravka.pages.page import Page, TextLayer

TellCount = Callable[[int | None], None]


def read_pages(
    path: Path, media_type: str, limits: ReadingLimits, first_page: int = 1, tell_count: TellCount | None = None
) -> Iterator[Page]:
    """The pages of the document from ``first_page`` on, in their order, while it is being read.

    ``tell_count`` is told once, before the first page, how many the document has: None where only reading tells. A page
    that cannot be read, be it that it ends the process, comes without words as one that needs recognition.

    Raises DocumentProtected, DocumentDamaged, NothingToRead, TooManyPages, ReadingTooLong, ReadingTooBig,
    UnknownFormat; after the last page also NothingToRead where no page has a word or needs recognition, and
    what is wrong where none could be opened.
    """
    for page, _ in read_told_pages(path, media_type, limits, first_page, tell_count):
        yield page


def read_told_pages(
    path: Path, media_type: str, limits: ReadingLimits, first_page: int = 1, tell_count: TellCount | None = None
) -> Iterator[tuple[Page, str]]:
    """As :func:`read_pages`; each page with the JSON of its :meth:`Page.to_json`, to be kept as it is."""
    yield from _Reading(path, media_type, limits, first_page, tell_count).pages()


class _Reading:
    """A document on its way: which page comes next, and which have ended a process."""

    def __init__(
        self, path: Path, media_type: str, limits: ReadingLimits, first_page: int, tell_count: TellCount | None
    ) -> None:
        self.path, self.media_type, self.limits = path, media_type, limits
        self.next_page, self.tell_count = first_page, tell_count
        self.begun = 0
        self.deadly: list[int] = []
        self.death: Problem | None = None
        """What ended the last of these processes."""
        self.seconds = limits.seconds
        self.is_empty = self.is_broken = first_page == 1
        """No page so far had a word or an image; no page could be opened at all."""

    def pages(self) -> Iterator[tuple[Page, str]]:
        finished = False
        while not finished:
            with ChildProcess(self._request(), self.limits, self.seconds) as child:
                try:
                    yield from self._told(child)
                    finished = True
                except ChildDied as death:
                    self._blame(death.problem)
                finally:
                    self.seconds -= child.waited_seconds
        if self.is_empty:
            raise NothingToRead
        if self.is_broken:
            raise self.death or DocumentDamaged("none of its pages can be opened")

    def _request(self) -> dict[str, Any]:
        self.begun = 0
        return {
            "task": "read",
            "path": str(self.path),
            "media_type": self.media_type,
            "first_page": self.next_page,
            "skipped": self.deadly,
        }

    def _told(self, child: ChildProcess) -> Iterator[tuple[Page, str]]:
        while (answer := child.answer()) is not True:
            if isinstance(answer, int):
                self.begun = answer
            elif "page_count" in answer:
                self._tell_count(answer["page_count"])
            elif "number" in answer:
                page = Page.from_json(answer)
                self.next_page = page.number + 1
                self._judge(page)
                yield page, child.line

    def _tell_count(self, count: int | None) -> None:
        """Once, though a document whose pages are deadly is opened again and again."""
        tell, self.tell_count = self.tell_count, None
        if tell is not None:
            tell(count)

    def _judge(self, page: Page) -> None:
        unread = page.layer is TextLayer.NEEDS_RECOGNITION
        self.is_empty = self.is_empty and not page.words and not unread
        self.is_broken = self.is_broken and unread and page.width == 0

    def _blame(self, problem: Problem) -> None:
        """Marks the page that ended the process, to go on without it. Raises what is wrong where that is no help."""
        if self.seconds <= 0 or self.begun == 0 or self.begun in self.deadly:
            raise problem
        self.deadly.append(self.begun)
        self.death = problem
        if len(self.deadly) > self.limits.deadly_pages:
            raise DocumentDamaged("page after page breaks the rules of its format")
