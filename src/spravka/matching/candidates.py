"""Which items may be meant: several independent sources, united.

* items of the nearest confirmed names, and items their ridge weights speak for;
* the nearest items of the whole catalogue by spelling (so that a wrong group is not fatal);
* the nearest items inside each of the likeliest groups, both to the name itself and to its *expansion* — the text of the
  items that similar confirmed names got, which speaks the catalogue's language.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from spravka.matching.catalogue_index import CatalogueIndex
from spravka.matching.features import NameBatch
from spravka.matching.history import History
from spravka.matching.searching import Pairs, search_blocks, search_catalogue

GROUPS = 6
FROM_CATALOGUE = 20
FROM_GROUP = 10
FROM_HISTORY = 15
FAMILIES = 4
FROM_FAMILY = 8


def find_candidates(index: CatalogueIndex, history: History, batch: NameBatch) -> Pairs:
    """Pairs (place in the batch, item), sorted, without repeats."""
    groups = _best_columns(batch.group_confidences, GROUPS).astype(np.int32)
    told = batch.evidence
    sources = [
        search_catalogue(index, batch.vectors, FROM_CATALOGUE),
        search_blocks(index, index.by_group, batch.vectors, groups, FROM_GROUP),
    ]
    if len(history.names):
        sources.append(search_blocks(index, index.by_group, told.expanded, groups, FROM_GROUP))
        families = history.confirmed_families[_best_columns(told.family_ridge, FAMILIES)].astype(np.int32)
        sources.append(search_blocks(index, index.by_family, batch.vectors, families, FROM_FAMILY))
        sources += [_from_history(history, table) for table in (told.item_ridge, told.item_nearest)]
    keys = np.unique(np.concatenate([(rows << 32) | items for rows, items in sources]))
    return keys >> 32, keys & 0xFFFFFFFF


def _from_history(history: History, table: NDArray[np.float32]) -> Pairs:
    best = _best_columns(table, FROM_HISTORY)
    rows = np.repeat(np.arange(len(table), dtype=np.int64), best.shape[1])
    return rows, history.confirmed_items[best.ravel()]


def _best_columns(table: NDArray[np.float32], top: int) -> NDArray[np.int64]:
    if table.shape[1] <= top:
        return np.tile(np.arange(table.shape[1], dtype=np.int64), (len(table), 1))
    return np.argpartition(-table, top - 1, axis=1)[:, :top].astype(np.int64)
