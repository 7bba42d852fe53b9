"""Finding words in one document: every place where they stand, in the document's order."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import cast, literal, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from spravka.documents import queries
from spravka.documents.passages_kept import passage_of
from spravka.documents.tables import DocumentPassage
from spravka.documents.terms import quoted_term
from spravka.passages.finding import FoundPlace, Sought, found_place, occurrences, sought_in
from spravka.passages.passage import Passage, Place

MOST_PLACES = 200
LOOKED_AT_PASSAGES = 2_000


def find_places(session: Session, tenant_id: int, document_id: int, text: str) -> list[FoundPlace]:
    """Where ``text`` stands in the pages that are read, at most :data:`MOST_PLACES` of them; the words may have other
    endings, the last one may go on. Raises :class:`DocumentNotFound`."""
    document = queries.get_document(session, tenant_id, document_id)
    sought = sought_in(text)
    return list(islice(_found(_passages(session, document.id, sought), sought), MOST_PLACES))


def _passages(session: Session, document_id: int, sought: Sought) -> Iterator[Passage]:
    """Those that have the words, in order."""
    query = _query(sought)
    if query is None:
        return
    wanted = select(DocumentPassage).where(DocumentPassage.file_id == document_id)
    wanted = wanted.where(DocumentPassage.lemmas.bool_op("@@")(cast(literal(query), TSQUERY)))
    ordered = wanted.order_by(DocumentPassage.ordinal).limit(LOOKED_AT_PASSAGES)
    for row in session.scalars(ordered.execution_options(yield_per=100)):
        yield passage_of(row)


def _query(sought: Sought) -> str | None:
    """What passages must have at least; None where their index knows none of the words."""
    needed = [quoted_term(term) for term in sought.whole_terms]
    if sought.last_term is not None:
        needed.append(f"({quoted_term(sought.last_term)} | {quoted_term(sought.last_beginning)}:*)")
    return " & ".join(needed) or None


def _found(passages: Iterator[Passage], sought: Sought) -> Iterator[FoundPlace]:
    """Each place once, though passages may share words."""
    told: set[Place] = set()
    for passage in passages:
        for first, end in occurrences(passage, sought):
            places = passage.places_of(first, end)
            if places[0] not in told:
                told.add(places[0])
                yield found_place(passage, first, end, places)
