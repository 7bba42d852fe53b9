"""A question put to the indexed documents: by words, and by meaning where vectors are made and can be compared here."""

from collections.abc import Sequence, Set
from dataclasses import replace

from spravka.documents.answering.shelf import DatabaseShelf
from spravka.embedding.errors import VectorsSwitchedOff
from spravka.embedding.no_encoder import NoEncoder
from spravka.errors import Unavailable
from spravka.passages import searching
from spravka.passages.quoting import Quotation, Sentence, quote
from spravka.passages.searching import Found
from spravka.passages.shelf import Candidate
from spravka.telemetry import get_logger

log = get_logger(__name__)

MOST_QUOTATIONS = 5
SAME_DOCUMENT = 2.0
SAME_SECTION = 0.5
"""Advantages of what stands where the answer before was found, in the measure of a sentence's score: a word of the
question more, of three, is worth as much."""
ALREADY_TOLD = 3.0
"""The disadvantage of what was told already; a sentence may answer two questions."""
SECTION_HEADINGS = 2

Section = tuple[str, tuple[str, ...]]
"""What a document is called, and headings in it."""


def search(shelf: DatabaseShelf, text: str) -> Found:
    """What the passages of the shelf answer to ``text``; the shelf keeps what was in the way of vectors."""
    encoder = shelf.assistant.resources.passage_encoder
    if encoder.name == NoEncoder.name:
        shelf.encoder_problem = VectorsSwitchedOff()
    elif any(document.vectors_key is not None for document in shelf.documents):
        try:
            return searching.search(text, shelf, encoder)
        except Unavailable as problem:
            log.warning("question is searched by its words alone", problem=problem.type_slug())
            shelf.encoder_problem = problem
    return searching.search(text, shelf)


Told = frozenset[tuple[int, int]]
"""Passages and words in them at which something begins that was told already."""


def shown_quotations(found: Found, told: Told = frozenset()) -> Sequence[Quotation]:
    """What answers first, then the best sentences of other passages. What was ``told`` already comes after what is
    new: a question that leans on the one before asks for something else."""
    quoted = answering_quotations(found, told)
    keys = {quotation.key for quotation in quoted}
    return [*quoted, *(quotation for quotation in found.results if quotation.key not in keys)][:MOST_QUOTATIONS]


def answering_quotations(found: Found, told: Told) -> Sequence[Quotation]:
    """The one or two quotations that answer. Where something was ``told``, it has a disadvantage, and what stands in
    the same document, and in the same section of it, an advantage."""
    if not told:
        return found.quotations
    keys = {key for key, _ in told}
    before = {_section(ranked.candidate) for ranked in found.ranked if ranked.candidate.key in keys}
    weighed = [replace(one, score=one.score + _advantage(one, told, before)) for one in found.sentences]
    return quote(sorted(weighed, key=lambda one: -one.score))


def _advantage(sentence: Sentence, told: Told, before: Set[Section]) -> float:
    candidate = sentence.ranked.candidate
    title, section = _section(candidate)
    return (
        SAME_DOCUMENT * any(title == other for other, _ in before)
        + SAME_SECTION * ((title, section) in before)
        - ALREADY_TOLD * _is_told(sentence, told)
    )


def _is_told(sentence: Sentence, told: Told) -> bool:
    """A heading is when something under it was."""
    key = sentence.ranked.candidate.key
    return (key, sentence.first) in told or (bool(sentence.signs.title) and any(key == other for other, _ in told))


def _section(candidate: Candidate) -> Section:
    """What the document of a passage is called, and the highest headings above the passage."""
    return candidate.title, candidate.passage.headings[:SECTION_HEADINGS]
