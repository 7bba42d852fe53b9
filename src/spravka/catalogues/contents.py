"""A catalogue's items and confirmed names as the arrays that ``matching`` works on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ARRAY, String, any_, func, literal, select
from sqlalchemy.orm import Session

from spravka.catalogues.tables import CatalogueItem, ConfirmedMatch
from spravka.matching.catalogue_index import CatalogueTexts, ConfirmedNames
from spravka.matching.normalising import normalise


@dataclass(frozen=True)
class CatalogueContents:
    """Texts by position, and the item id of each position, growing."""

    texts: CatalogueTexts
    item_ids: NDArray[np.int64]


def read_contents(session: Session, catalogue_id: int) -> CatalogueContents:
    """All items that are not deleted, by id."""
    query = (
        select(CatalogueItem.id, CatalogueItem.name, CatalogueItem.group_code, CatalogueItem.unit)
        .where(CatalogueItem.catalogue_id == catalogue_id, CatalogueItem.deleted_at.is_(None))
        .order_by(CatalogueItem.id)
    )
    rows = session.execute(query).all()
    texts = CatalogueTexts(
        names=[row.name for row in rows],
        group_codes=[row.group_code for row in rows],
        units=[row.unit for row in rows],
    )
    return CatalogueContents(texts, np.fromiter((row.id for row in rows), dtype=np.int64, count=len(rows)))


def read_confirmed(session: Session, catalogue_id: int, item_ids: NDArray[np.int64]) -> ConfirmedNames:
    """What people confirmed for the items of ``item_ids``; names of items no longer there are left out."""
    return read_confirmed_since(session, catalogue_id, item_ids, since=None)


def read_confirmed_since(
    session: Session, catalogue_id: int, item_ids: NDArray[np.int64], since: datetime | None
) -> ConfirmedNames:
    """The same, but only what was said at ``since`` or later; the newest word comes last."""
    query = (
        select(ConfirmedMatch.name, ConfirmedMatch.item_id)
        .where(ConfirmedMatch.catalogue_id == catalogue_id)
        .order_by(ConfirmedMatch.changed_at, ConfirmedMatch.id)
    )
    rows = session.execute(query if since is None else query.where(ConfirmedMatch.changed_at >= since)).all()
    ids = np.fromiter((row.item_id for row in rows), dtype=np.int64, count=len(rows))
    positions = positions_of(ids, item_ids)
    is_there = positions >= 0
    return ConfirmedNames(
        names=[row.name for row, there in zip(rows, is_there, strict=True) if there],
        items=positions[is_there],
    )


def are_all_confirmed(session: Session, catalogue_id: int, names: Collection[str]) -> bool:
    """Whether every one of ``names`` is still tied to an item; somebody may have taken one back."""
    keys = {normalise(name) for name in names}
    hashes = [md5(key.encode(), usedforsecurity=False).hexdigest() for key in keys]
    query = select(func.count()).where(
        ConfirmedMatch.catalogue_id == catalogue_id,
        ConfirmedMatch.normalised_hash == any_(literal(hashes, ARRAY(String))),
    )
    return session.scalars(query).one() == len(keys)


def positions_of(ids: NDArray[np.int64], item_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each id stands in ``item_ids`` (growing), -1 where it does not."""
    if item_ids.size == 0:
        return np.full(ids.shape, -1, dtype=np.int64)
    places = np.searchsorted(item_ids, ids).clip(max=item_ids.size - 1)
    return np.where(item_ids[places] == ids, places, -1).astype(np.int64)
