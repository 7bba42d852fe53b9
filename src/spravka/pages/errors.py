"""What can be wrong with a document. Each detail says what to do about it."""

from dataclasses import dataclass
from typing import ClassVar

from spravka.errors import LimitExceeded, NotFound, Rejected

READABLE = "PDF, DOCX, PPTX, XLSX, XLSB, XLS, ODS, CSV, HTML, Markdown, text, and images (PNG, JPEG, TIFF, BMP, WEBP)"
SAVE_ANEW = "Save the document as PDF or DOCX and send that file."


@dataclass
class UnknownFormat(Rejected):
    """The content is of a kind that is not read here; ``found`` says what it is, ``advice`` what to send instead."""

    title: ClassVar[str] = "This kind of document cannot be read"
    found: str
    advice: str = SAVE_ANEW

    @property
    def detail(self) -> str:
        return f"The file is {self.found}. {self.advice} What can be read: {READABLE}."


@dataclass
class DocumentProtected(Rejected):
    """The document is encrypted, and the empty password does not open it."""

    title: ClassVar[str] = "The document is protected by a password"

    @property
    def detail(self) -> str:
        return "The document opens with a password only. Save a copy without the password and send that."


@dataclass
class DocumentDamaged(Rejected):
    """The file starts as what it should be and then breaks."""

    title: ClassVar[str] = "The document is damaged"
    reason: str

    @property
    def detail(self) -> str:
        return f"The document cannot be read: {self.reason}. Open it, save it anew and send the copy."


@dataclass
class NothingToRead(Rejected):
    """There is no word in the document, and no image with words."""

    title: ClassVar[str] = "The document holds nothing to read"

    @property
    def detail(self) -> str:
        return "There is no text in the document, nor in its images. Check that the right file was chosen and saved."


@dataclass
class TooManyPages(LimitExceeded):
    """The document has more pages than are read."""

    title: ClassVar[str] = "The document has too many pages"
    pages: int
    limit: int

    @property
    def detail(self) -> str:
        return f"The document has {self.pages:,} pages; {self.limit:,} are read at most. Split it into smaller files."


@dataclass
class ReadingTooLong(LimitExceeded):
    """Opening the document, or all of its pages together, took more time than a file may take."""

    title: ClassVar[str] = "The document takes too long to read"

    @property
    def detail(self) -> str:
        return (
            "The document could not be read within the limit of time. "
            "Print it into a new PDF, or split it, and send that."
        )


@dataclass
class ReadingTooBig(LimitExceeded):
    """Opening the document needs more memory than a file may take."""

    title: ClassVar[str] = "The document needs too much memory to read"
    memory_bytes: int

    @property
    def detail(self) -> str:
        return (
            f"The document could not be read within {self.memory_bytes // 1_000_000:,} MB of memory. "
            "Print it into a new PDF, or split it, and send that."
        )


@dataclass
class PageNotFound(NotFound):
    """A page was asked for that the document does not have, or that cannot be drawn."""

    title: ClassVar[str] = "There is no such page"
    number: int

    @property
    def detail(self) -> str:
        return f"The document has no page {self.number} that can be shown."
