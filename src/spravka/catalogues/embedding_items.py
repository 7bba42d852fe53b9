"""Keeping the vector store in step with the catalogue: new and renamed items are embedded, removed ones taken out."""

from collections.abc import Sequence

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Text, bindparam, func, select, text, update
from sqlalchemy.orm import Session

from spravka.catalogues.tables import CatalogueItem
from spravka.jobs.running import JobRun

CHUNK_ITEMS = 1_024

# An item renamed while its old name was being embedded stays marked as not embedded.
_MARK_EMBEDDED = text(
    """
    UPDATE catalogue_item AS item SET is_embedded = true
    FROM unnest(:ids, :names) AS done (id, name)
    WHERE item.id = done.id AND item.name = done.name
    """
).bindparams(bindparam("ids", type_=ARRAY(BigInteger)), bindparam("names", type_=ARRAY(Text)))


def collection_name(catalogue_id: int) -> str:
    """The catalogue's collection in the vector store."""
    return f"catalogue-{catalogue_id}"


def embed_items(run: JobRun, catalogue_id: int) -> None:
    """The stage "embedding" of a run; what is embedded stays so when the run dies."""
    run.enter_stage("embedding", _count_waiting(run, catalogue_id))
    _take_out_removed(run, catalogue_id)
    while _embed_chunk(run, catalogue_id):
        pass


def _embed_chunk(run: JobRun, catalogue_id: int) -> bool:
    with run.resources.sessions() as session:
        waiting = _list_waiting(session, catalogue_id)
    if not waiting:
        return False
    ids, names = [item_id for item_id, _ in waiting], [name for _, name in waiting]
    run.resources.vectors.put(collection_name(catalogue_id), ids, run.resources.encoder.encode(names))
    with run.chunk() as chunk:
        chunk.session.execute(_MARK_EMBEDDED, {"ids": ids, "names": names})
        chunk.advance(len(ids))
    return True


def _take_out_removed(run: JobRun, catalogue_id: int) -> None:
    is_left_over = (
        (CatalogueItem.catalogue_id == catalogue_id) & CatalogueItem.deleted_at.is_not(None) & CatalogueItem.is_embedded
    )
    with run.chunk() as chunk:
        ids = chunk.session.scalars(select(CatalogueItem.id).where(is_left_over)).all()
        if ids:
            run.resources.vectors.remove(collection_name(catalogue_id), ids)
            chunk.session.execute(update(CatalogueItem).where(is_left_over).values(is_embedded=False))


def _count_waiting(run: JobRun, catalogue_id: int) -> int:
    with run.resources.sessions() as session:
        return session.scalars(select(func.count()).where(*_waiting(catalogue_id))).one()


def _list_waiting(session: Session, catalogue_id: int) -> Sequence[tuple[int, str]]:
    query = (
        select(CatalogueItem.id, CatalogueItem.name)
        .where(*_waiting(catalogue_id))
        .order_by(CatalogueItem.id)
        .limit(CHUNK_ITEMS)
    )
    return [(item_id, name) for item_id, name in session.execute(query)]


def _waiting(catalogue_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        CatalogueItem.catalogue_id == catalogue_id,
        CatalogueItem.deleted_at.is_(None),
        ~CatalogueItem.is_embedded,
    )
