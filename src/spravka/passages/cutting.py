"""Pages, one after another, cut into passages.

A passage begins with its heading, holds whole paragraphs, and ends before the next heading or where it has grown to
``TARGET_WORDS``; a paragraph longer than that is cut between sentences. Rows of a table and lines of contents make
passages of their own. Running titles belong to none. A paragraph that goes on over a page break stays one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from spravka.pages.page import Block, BlockKind, Page
from spravka.passages.clause_marks import APPENDIX, references
from spravka.passages.passage import Passage, PassageKind, Place
from spravka.passages.sentences import sentence_starts

TARGET_WORDS = 120
"""Measured on the XQuAD volumes and the manuals: from 60 to 160 words the right page comes first within a percent
equally often. Fewer passages are fewer vectors to compare, and longer ones are harder to read in an answer."""
LONGEST_WORDS = 180
"""A paragraph that would make its passage longer than this begins another."""
HEADING_LEVELS = 6

_KINDS = {
    BlockKind.TABLE_HEADER: PassageKind.TABLE,
    BlockKind.TABLE_ROW: PassageKind.TABLE,
    BlockKind.CONTENTS: PassageKind.CONTENTS,
}


_Word = tuple[str, int, int]
"""What it says, its page, and its place among the words of that page."""


@dataclass(slots=True)
class _Draft:
    """A passage while it grows: its words, and those of them at which blocks begin."""

    kind: PassageKind
    words: list[_Word] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    body: int = 0
    """How many of the words are no heading."""


class Cutter:
    """Takes the pages of one file in order; gives the passages that are complete so far."""

    def __init__(self, target_words: int = TARGET_WORDS, longest_words: int = LONGEST_WORDS) -> None:
        self._target = target_words
        self._longest = longest_words
        self._draft = _Draft(PassageKind.PROSE)
        self._headings: list[tuple[int, str]] = []
        self._header = ""
        self._is_after_heading = False
        self._appendices: set[str] = set()

    def add(self, page: Page) -> list[Passage]:
        """The passages that end on this page or before it."""
        return [passage for block in page.blocks for passage in self._add_block(page, block)]

    def finish(self) -> list[Passage]:
        """The last passage, if there is one. The cutter is then as new."""
        passages = list(self._close())
        self._headings, self._header, self._appendices = [], "", set()
        return passages

    def _add_block(self, page: Page, block: Block) -> Iterator[Passage]:
        words = _words_of(page, block)
        if not words or (block.kind is BlockKind.RUNNING_TITLE and not self._opens_appendix(words)):
            return
        if block.kind in (BlockKind.HEADING, BlockKind.RUNNING_TITLE):
            yield from self._add_heading(block, words)
        else:
            yield from self._add_text(block, words)
        self._is_after_heading = block.kind in (BlockKind.HEADING, BlockKind.RUNNING_TITLE)

    def _opens_appendix(self, words: Sequence[_Word]) -> bool:
        """Whether a title at the edge of the page is the first of its appendix: «Приложение № 2» above page after page
        stands for a heading once."""
        named = next(iter(references([text for text, *_ in words])), None)
        if named is None or named.first or not named.terms[0].startswith(APPENDIX):
            return False
        is_new = named.terms[0] not in self._appendices
        self._appendices.add(named.terms[0])
        return is_new

    def _add_heading(self, block: Block, words: list[_Word]) -> Iterator[Passage]:
        """Headings that follow one another without text between them open one passage."""
        if not self._is_after_heading or len(self._draft.words) > self._longest:
            yield from self._close()
        self._header = ""
        level = min(max(block.level, 1), HEADING_LEVELS)
        above = [(other, text) for other, text in self._headings if other < level]
        self._headings = [*above, (level, _text(words))]
        self._append(words)

    def _add_text(self, block: Block, words: list[_Word]) -> Iterator[Passage]:
        kind = _KINDS.get(block.kind, PassageKind.PROSE)
        if kind is not self._draft.kind or block.kind is BlockKind.TABLE_HEADER:
            yield from self._change_to(kind)
        self._keep_header(block, words)
        if self._draft.body and self._draft.body + len(words) > self._longest:
            yield from self._close()
        for piece in self._pieces(words):
            goes_on = block.starts_mid_sentence and piece[0] is words[0]
            self._append(piece, is_body=True, goes_on=goes_on)
            if self._draft.body >= self._target:
                yield from self._close()

    def _change_to(self, kind: PassageKind) -> Iterator[Passage]:
        """Headings alone stay with what they stand over, whatever kind it is."""
        if self._draft.body:
            yield from self._close()
        self._draft.kind = kind

    def _keep_header(self, block: Block, words: list[_Word]) -> None:
        if block.kind is BlockKind.TABLE_HEADER:
            self._header = _text(words)
        elif block.kind is not BlockKind.TABLE_ROW:
            self._header = ""

    def _pieces(self, words: list[_Word]) -> Iterator[list[_Word]]:
        """The block whole, or cut between sentences (inside a very long one) into pieces of about the target."""
        if len(words) <= self._longest:
            yield words
            return
        starts = [*sentence_starts([text for text, *_ in words])[1:], len(words)]
        first, last = 0, 0
        for start in starts:
            while start - first > self._longest:
                last = last if last > first else first + self._target
                yield words[first:last]
                first = last
            last = start
        yield words[first:]

    def _append(self, words: list[_Word], *, is_body: bool = False, goes_on: bool = False) -> None:
        draft = self._draft
        if draft.words and not goes_on:
            draft.breaks.append(len(draft.words))
        draft.words += words
        draft.body += len(words) if is_body else 0

    def _close(self) -> Iterator[Passage]:
        draft, self._draft = self._draft, _Draft(self._draft.kind)
        if not draft.words:
            return
        words = tuple([text for text, *_ in draft.words])
        yield Passage(
            words=words,
            places=tuple(_places(draft.words)),
            headings=tuple(text for _, text in self._headings),
            context=self._header if draft.kind is PassageKind.TABLE else "",
            kind=draft.kind,
            sentence_starts=tuple(_starts(draft, words)),
            heading_words=len(draft.words) - draft.body,
        )


def _starts(draft: _Draft, words: Sequence[str]) -> list[int]:
    """Rows and lines are not divided further."""
    return sentence_starts(words, draft.breaks) if draft.kind is PassageKind.PROSE else sorted({0, *draft.breaks})


def _words_of(page: Page, block: Block) -> list[_Word]:
    placed = zip(page.words[block.first : block.end], repeat(page.number), range(block.first, block.end))
    return [word for word in placed if word[0]]


def _text(words: Sequence[_Word]) -> str:
    return " ".join([text for text, *_ in words])


def _places(words: Sequence[_Word]) -> Iterator[Place]:
    """Runs of words that stand one after another on a page."""
    _, page, first = words[0]
    end = first
    for _, other, index in words:
        if other != page or index != end:
            yield Place(page, first, end)
            page, first = other, index
        end = index + 1
    yield Place(page, first, end)
