"""Preparing what the first question to documents needs: the encoder's weights and the dictionary of Russian.

Vectors that another encoder has made are forgotten first.
"""

import threading

from sqlalchemy import select

from spravka.documents.embedding_again import forget_other_bundles
from spravka.documents.tables import File
from spravka.passages.asking import ask
from spravka.resources import Resources
from spravka.telemetry import get_logger

log = get_logger(__name__)


def warm_up_documents_aside(resources: Resources) -> None:
    """In a thread of its own, where there is any document; failing costs nothing but the time."""
    threading.Thread(target=_warm_up, args=(resources,), name="warming-documents", daemon=True).start()


def _warm_up(resources: Resources) -> None:
    try:
        forget_other_bundles(resources)
        with resources.sessions() as session:
            has_vectors = session.scalar(select(File.id).where(File.vectors_key.is_not(None)).limit(1)) is not None
        if has_vectors:
            ask("сколько")
            resources.passage_encoder.encode_queries(["сколько"])
            log.info("document search prepared")
    except Exception:
        log.warning("document search could not be prepared before the first question", exc_info=True)
