"""The second step of indexing: a vector for each passage, so that it is found by its meaning too."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select, update

from spravka.database.batches import batches
from spravka.documents import queries
from spravka.documents.indexing.steps import Indexing
from spravka.documents.passages_kept import passage_of
from spravka.documents.tables import DocumentPassage, FileStatus
from spravka.documents.vectors import PassageVectors, collection_name
from spravka.passages.shelf import embedded_text, is_worth_a_vector

STAGE = "embedding"
PASSAGES_AT_ONCE = 16
"""The better encoder takes some eight seconds for them: so long others wait at most, and so much is done again."""
FORGOTTEN_AT_ONCE = 2_000


def embed_document(indexing: Indexing) -> None:
    """Give every passage its vector, then the document its bundle. What is embedded stays so when the run dies.

    Raises :class:`spravka.embedding.errors.EncoderUnavailable`, :class:`spravka.vectors.store.VectorStoreDown`: the
    document is found by its words, and goes on from there when it is embedded again.
    """
    _forget_other_vectors(indexing)
    _embed_rest(indexing)
    if _owe_lost_vectors(indexing):
        _embed_rest(indexing)
    _bundle(indexing)


def _forget_other_vectors(indexing: Indexing) -> None:
    """Another encoder was chosen since: what the former one made is of no use any more. Of passages that do not count
    as embedded too: a run that died after it had put vectors has not said so."""
    resources, former = indexing.run.resources, indexing.read().encoder
    if former in (None, resources.passage_encoder.name):
        return
    for ids in batches(_list_ids(indexing), FORGOTTEN_AT_ONCE):
        with indexing.chunk() as (chunk, document):
            resources.vectors.remove(collection_name(document.tenant_id, former), ids)
            chunk.session.execute(update(DocumentPassage).where(DocumentPassage.id.in_(ids)).values(is_embedded=False))
    with indexing.chunk() as (_, document):
        document.encoder = document.vectors_key = None


def _embed_rest(indexing: Indexing) -> None:
    _begin(indexing)
    while _embed_some(indexing):
        indexing.let_others_go_first()


def _begin(indexing: Indexing) -> None:
    with indexing.chunk() as (chunk, document):
        document.encoder, document.status = indexing.run.resources.passage_encoder.name, FileStatus.EMBEDDING
        embedded = select(func.count()).where(DocumentPassage.file_id == document.id, DocumentPassage.is_embedded)
        chunk.job.stage, chunk.job.total_count = STAGE, document.passage_count
        chunk.job.ready_count = chunk.session.scalars(embedded).one()


def _embed_some(indexing: Indexing) -> bool:
    """Some passages; False where all have their vectors. A vector is put while the run still holds the job, so that
    none comes back after the document was deleted."""
    rows = _list_waiting(indexing)
    if not rows:
        return False
    resources = indexing.run.resources
    worth = {row.id: embedded_text(passage) for row in rows if is_worth_a_vector(passage := passage_of(row))}
    texts = list(dict.fromkeys(worth.values()))
    encoded = dict(zip(texts, resources.passage_encoder.encode(texts), strict=True)) if texts else {}
    with indexing.chunk() as (chunk, document):
        if worth:
            vectors = np.stack([encoded[text] for text in worth.values()])
            name = collection_name(document.tenant_id, resources.passage_encoder.name)
            resources.vectors.put(name, list(worth), vectors)
        ids = [row.id for row in rows]
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


def _owe_lost_vectors(indexing: Indexing) -> bool:
    """Whether the vector store has lost vectors that were made once: their passages are waiting again then."""
    ids = _list_ids(indexing)
    found = _read_vectors(indexing, ids)
    without = [passage_id for passage_id in ids if passage_id not in found]
    are_lost = [_owe_worth(indexing, some) for some in batches(without, FORGOTTEN_AT_ONCE)]
    return any(are_lost)


def _owe_worth(indexing: Indexing, ids: Sequence[int]) -> bool:
    """Have those of the passages wait for their vectors that are worth one; False where none is."""
    with indexing.chunk() as (chunk, document):
        rows = queries.list_passages(chunk.session, document.tenant_id, ids)
        lost = [row for row in rows if is_worth_a_vector(passage_of(row))]
        for row in lost:
            row.is_embedded = False
    return bool(lost)


def _list_ids(indexing: Indexing) -> Sequence[int]:
    of_document = select(DocumentPassage.id).where(
        DocumentPassage.tenant_id == indexing.run.tenant_id, DocumentPassage.file_id == indexing.document_id
    )
    with indexing.run.resources.sessions() as session:
        return session.scalars(of_document.order_by(DocumentPassage.id)).all()


def _read_vectors(indexing: Indexing, ids: Sequence[int]) -> dict[int, NDArray[np.float32]]:
    resources = indexing.run.resources
    return resources.vectors.read(collection_name(indexing.run.tenant_id, resources.passage_encoder.name), ids)


def _bundle(indexing: Indexing) -> None:
    """All vectors of the document in one bundle, which searching reads; passages without one are not in it."""
    resources, encoder = indexing.run.resources, indexing.run.resources.passage_encoder
    ids = _list_ids(indexing)
    found = _read_vectors(indexing, ids)
    kept = [passage_id for passage_id in ids if passage_id in found]
    rows = np.array([found[passage_id] for passage_id in kept], dtype=np.float16).reshape(len(kept), encoder.dimensions)
    key = resources.arrays.put(PassageVectors(np.array(kept, dtype=np.int64), rows).to_bundle(encoder.name))
    with indexing.chunk() as (_, document):
        former, document.vectors_key = document.vectors_key, key
        document.status, document.status_reason = FileStatus.READY, None
    if former is not None:
        resources.arrays.remove(former)
