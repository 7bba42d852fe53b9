"""A question put to the indexed documents: by words, and by meaning where vectors are made and can be compared here."""

from collections.abc import Sequence

from spravka.documents.answering.shelf import DatabaseShelf
from spravka.errors import Unavailable
from spravka.passages import searching
from spravka.passages.quoting import Quotation, quote
from spravka.passages.searching import Found
from spravka.telemetry import get_logger

log = get_logger(__name__)

MOST_QUOTATIONS = 5


def search(shelf: DatabaseShelf, text: str) -> Found:
    """What the passages of the shelf answer to ``text``; the shelf keeps what was in the way of vectors."""
    if any(document.vectors_key is not None for document in shelf.documents):
        try:
            return searching.search(text, shelf, shelf.assistant.resources.passage_encoder)
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
    """The one or two quotations that answer."""
    fresh = [one for one in found.sentences if (one.ranked.candidate.key, one.first) not in told]
    return quote(fresh) if told and fresh else found.quotations
