"""Everyday questions put to their documents: to the right one alone, and to all documents of a part together.

Together is how the product is used: the right page of the right document has to be found. What was developed on is told
with every failure; of the unseen part only sums are told.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.table import Table

from spravka.embedding.encoder import AskedEncoder
from spravka.evaluation.documents.everyday.gold import EverydayQuestion, Part, load_everyday
from spravka.evaluation.documents.everyday.writing import DOCUMENTS, write_document
from spravka.evaluation.documents.gold import GoldQuestion, holds_answer
from spravka.evaluation.documents.measured import DocumentFigures
from spravka.evaluation.documents.shelves import RememberingEncoder, Tell
from spravka.pages.kinds import media_type_of
from spravka.pages.limits import ReadingLimits
from spravka.pages.page import Page
from spravka.pages.reading import read_pages
from spravka.passages.cutting import Cutter
from spravka.passages.passage import Passage
from spravka.passages.quoting import Quotation
from spravka.passages.searching import Found, search
from spravka.passages.shelf import MemoryShelf, document_title, embedded_text
from spravka.passages.weights import Weights

ALONE, TOGETHER = "alone", "together"
BOTH_PARTS = (Part.DEVELOPMENT, Part.UNSEEN)


@dataclass(frozen=True)
class Opened:
    """A document read back from its file."""

    name: str
    pages: list[Page]
    passages: list[Passage]


@dataclass(frozen=True)
class Judged:
    """A question, where it was put, and what became of it; of one without an answer only ``is_present`` matters."""

    question: EverydayQuestion
    way: str
    is_page_first: bool
    is_quoted: bool
    is_present: bool

    @property
    def fault(self) -> str:
        """What is wrong, empty where nothing is."""
        if not self.question.is_answered:
            return "answered what is not there" if self.is_present else ""
        faults = {"page": not self.is_page_first, "quotation": not self.is_quoted, "declined": not self.is_present}
        return ", ".join(name for name, is_so in faults.items() if is_so)


def measure_everyday(
    folder_for_files: Path, encoder: AskedEncoder | None, tell: Tell, parts: Sequence[Part] = BOTH_PARTS
) -> DocumentFigures:
    """The figures of the parts; the documents are written into ``folder_for_files``, which must be there.

    ``everyday_page_at_1`` and its like are those of the unseen part asked together, the nearest to real use.
    """
    figures = DocumentFigures()
    for part in parts:
        figures.add(figures_of(part, list(ask_part(part, folder_for_files, encoder, tell))))
    return figures


def figures_of(part: Part, judged: Sequence[Judged]) -> DocumentFigures:
    """What is told of a part: sums and a table, and the single failures of the one that is developed on."""
    told = {way: shares([one for one in judged if one.way == way]) for way in (ALONE, TOGETHER)}
    figures = DocumentFigures(tables=[_table(part, judged)])
    for way, values in told.items():
        figures.values |= {f"everyday_{part.value}_{way}_{name}": value for name, value in values.items()}
    if part is Part.UNSEEN:
        figures.values |= {f"everyday_{name}": value for name, value in told[TOGETHER].items()}
    else:
        figures.notes += [f"{one.question.id} {one.way}: {one.fault}" for one in judged if one.fault]
    return figures


def ask_part(part: Part, folder: Path, encoder: AskedEncoder | None, tell: Tell) -> Iterator[Judged]:
    """Every question of the part put to its own document, and those that do not need it chosen to all of them."""
    opened = open_part(part, folder)
    desk = _Desk(opened)
    return (desk.judge(*put) for put in put_part(part, opened, encoder, tell))


def open_part(part: Part, folder: Path) -> list[Opened]:
    """The documents of the part, written into the ``folder`` and read back."""
    return [_open(name, folder) for name in dict.fromkeys(question.document for question in load_everyday(part))]


def put_part(
    part: Part, opened: Sequence[Opened], encoder: AskedEncoder | None, tell: Tell, weights: Weights | None = None
) -> Iterator[tuple[EverydayQuestion, str, Found]]:
    """Each question of :func:`ask_part`, in which way it was put, and what was found by the ``weights``."""
    questions = load_everyday(part)
    remembering = None if encoder is None else RememberingEncoder(encoder)
    tell(f"encoding the {part.value} documents")
    shelves = {one.name: _shelve([one], remembering) for one in opened}
    everything = _shelve(opened, remembering)
    for question in questions:
        yield question, ALONE, search(question.text, shelves[question.document], remembering, weights)
        if not question.is_alone:
            yield question, TOGETHER, search(question.text, everything, remembering, weights)
    tell(f"asked {len(questions)} {part.value} questions")


def shares(judged: Sequence[Judged]) -> dict[str, float]:
    """The figures over questions that were put in one way."""
    present = [one for one in judged if one.question.is_answered]
    absent = [one for one in judged if not one.question.is_answered]
    across = [one for one in present if one.question.is_across]
    return {
        "page_at_1": _share(present, lambda one: one.is_page_first),
        "quoted": _share(present, lambda one: one.is_quoted),
        "absent_declined": _share(absent, lambda one: not one.is_present),
        "present_lost": _share(present, lambda one: not one.is_present),
        "across_page_at_1": _share(across, lambda one: one.is_page_first),
    }


class _Desk:
    """Knows of each passage which document it is of."""

    def __init__(self, opened: Sequence[Opened]) -> None:
        self._pages = {one.name: one.pages for one in opened}
        self._owners = {id(passage): one.name for one in opened for passage in one.passages}

    def judge(self, question: EverydayQuestion, way: str, found: Found) -> Judged:
        golds = question.placed(self._pages[question.document])
        places = [(quotation, gold) for quotation in found.quotations for gold in golds]
        return Judged(
            question,
            way,
            is_page_first=any(self._is_there(question, gold, one) for one in found.results[:1] for gold in golds),
            is_quoted=any(
                self._is_there(question, gold, one) and holds_answer(one.text, gold.answer) for one, gold in places
            ),
            is_present=found.is_present,
        )

    def _is_there(self, question: EverydayQuestion, gold: GoldQuestion, quotation: Quotation) -> bool:
        return self._owners[id(quotation.passage)] == question.document and quotation.page == gold.page


def _open(name: str, folder: Path) -> Opened:
    file, cutter = write_document(name, folder), Cutter()
    pages = list(read_pages(file, media_type_of(file, file.name), ReadingLimits()))
    return Opened(name, pages, [passage for page in pages for passage in cutter.add(page)] + cutter.finish())


def _shelve(opened: Sequence[Opened], encoder: AskedEncoder | None) -> MemoryShelf:
    passages = [passage for one in opened for passage in one.passages]
    vectors = None if encoder is None else encoder.encode([embedded_text(passage) for passage in passages])
    titles = [document_title(DOCUMENTS[one.name].file_name, one.passages[0]) for one in opened for _ in one.passages]
    return MemoryShelf(passages, vectors, titles)


def _share(judged: Sequence[Judged], is_so: Callable[[Judged], bool]) -> float:
    return round(float(np.mean([is_so(one) for one in judged])), 4) if judged else 0.0


def _table(part: Part, judged: Sequence[Judged]) -> Table:
    """A row a document and way; the last two are of all."""
    names = list(dict.fromkeys(one.question.document for one in judged))
    table = Table("document", "put", "page at 1", "quoted", "absent declined", "lost", title=f"Everyday, {part.value}")
    for name in (*names, ""):
        for way in (ALONE, TOGETHER):
            asked = [one for one in judged if one.way == way and name in ("", one.question.document)]
            told = [f"{value:.0%}" for value in list(shares(asked).values())[:4]]
            table.add_row(DOCUMENTS[name].file_name if name else "all", way, *told)
    return table
