"""The second step of indexing: a vector for each passage, so that it is found by its meaning too."""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import func, select, update

from spravka.documents.indexing.steps import Indexing
from spravka.documents.passages_kept import passage_of
from spravka.documents.tables import DocumentPassage, File, FileStatus
from spravka.documents.vectors import PassageVectors, collection_name
from spravka.passages.shelf import embedded_text

PASSAGES_AT_ONCE = 64
REMOVED_AT_ONCE = 2_000


def embed_document(indexing: Indexing) -> None:
    """Give every passage its vector, then the document its bundle. What is embedded stays so when the run dies."""
    _begin(indexing)
    while _embed_some(indexing):
        indexing.let_others_go_first()
    _bundle(indexing)


def _begin(indexing: Indexing) -> None:
    encoder = indexing.run.resources.passage_encoder.name
    with indexing.chunk() as (chunk, document):
        if document.encoder != encoder:
            _forget_other_vectors(indexing, document)
        document.encoder, document.status = encoder, FileStatus.EMBEDDING
        embedded = select(func.count()).where(DocumentPassage.file_id == document.id, DocumentPassage.is_embedded)
        chunk.job.stage, chunk.job.total_count = "embedding", document.passage_count
        chunk.job.ready_count = chunk.session.scalars(embedded).one()


def _forget_other_vectors(indexing: Indexing, document: File) -> None:
    """Another encoder was chosen since: what the former one made is of no use any more."""
    former = document.encoder
    if former is None:
        return
    with indexing.run.resources.sessions.begin() as session:
        of_document = DocumentPassage.file_id == document.id
        ids = session.scalars(select(DocumentPassage.id).where(of_document)).all()
        indexing.run.resources.vectors.remove(collection_name(indexing.run.tenant_id, former), ids)
        session.execute(update(DocumentPassage).where(of_document).values(is_embedded=False))


def _embed_some(indexing: Indexing) -> bool:
    """Some passages; False where all have their vectors. A vector is put while the run still holds the job, so that
    none comes back after the document was deleted."""
    passages = _list_waiting(indexing)
    if not passages:
        return False
    resources = indexing.run.resources
    ids = [passage.id for passage in passages]
    vectors = resources.passage_encoder.encode([embedded_text(passage_of(passage)) for passage in passages])
    with indexing.chunk() as (chunk, document):
        resources.vectors.put(collection_name(document.tenant_id, resources.passage_encoder.name), ids, vectors)
        chunk.session.execute(update(DocumentPassage).where(DocumentPassage.id.in_(ids)).values(is_embedded=True))
        chunk.advance(len(ids))
    return True


def _list_waiting(indexing: Indexing) -> Sequence[DocumentPassage]:
    waiting = select(DocumentPassage).where(
        DocumentPassage.tenant_id == indexing.run.tenant_id,
        DocumentPassage.file_id == indexing.document_id,
        ~DocumentPassage.is_embedded,
    )
    with indexing.run.resources.sessions() as session:
        return session.scalars(waiting.order_by(DocumentPassage.id).limit(PASSAGES_AT_ONCE)).all()


def _bundle(indexing: Indexing) -> None:
    """All vectors of the document in one bundle, which searching reads."""
    resources, encoder = indexing.run.resources, indexing.run.resources.passage_encoder
    with resources.sessions() as session:
        of_document = select(DocumentPassage.id).where(DocumentPassage.file_id == indexing.document_id)
        ids = session.scalars(of_document.order_by(DocumentPassage.id)).all()
    found = resources.vectors.read(collection_name(indexing.run.tenant_id, encoder.name), ids)
    rows = np.zeros((len(ids), encoder.dimensions), dtype=np.float16)
    for row, passage_id in enumerate(ids):
        if passage_id in found:
            rows[row] = found[passage_id]
    key = resources.arrays.put(PassageVectors(np.array(ids, dtype=np.int64), rows).to_bundle(encoder.name))
    with indexing.chunk() as (_, document):
        former, document.vectors_key = document.vectors_key, key
        document.status, document.status_reason = FileStatus.READY, None
    if former is not None:
        resources.arrays.remove(former)
