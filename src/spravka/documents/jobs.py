"""Documents in the background."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.documents.changing import INDEX_DOCUMENT
from spravka.documents.embedding_again import EMBED_DOCUMENT
from spravka.documents.indexing.indexing import index_document
from spravka.documents.removing import DELETE_DOCUMENT, take_away
from spravka.documents.tables import File
from spravka.jobs.running import JobHandler

HANDLERS: Mapping[str, JobHandler] = {
    INDEX_DOCUMENT.name: index_document,
    EMBED_DOCUMENT.name: index_document,
    DELETE_DOCUMENT.name: take_away,
}
"""A document whose pages are read is indexed from there on: it is embedded."""


def used_arrays(session: Session) -> set[str | None]:
    """Keys of the bundles that vectors are read from."""
    return set(session.scalars(select(File.vectors_key)))
