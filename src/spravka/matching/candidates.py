"""Which items may be meant: several independent sources, united.

* items of the nearest confirmed names, and items their ridge weights speak for;
* the nearest items of the whole catalogue by spelling (so that a wrong group is not fatal);
* the nearest items inside each of the likeliest groups, both to the name itself and to its *expansion*: the text of
  the items that similar confirmed names got, which speaks the catalogue's language;
* the nearest items inside the families (product series) that confirmed names speak for.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from spravka.matching.catalogue_index import CatalogueIndex
from spravka.matching.features import NameBatch
from spravka.matching.history import History
from spravka.matching.searching import Pairs, search_blocks, search_catalogue
from spravka.matching.vectorising import strongest_pieces

GROUPS = 5
FROM_CATALOGUE = 20
FROM_GROUP = 10
FROM_HISTORY = 15
FAMILIES = 4
FROM_FAMILY = 8
TELLING_SHARE = 0.25
"""Pieces of an expansion lighter than this share of its heaviest are not searched for: most tell little."""


def find_candidates(index: CatalogueIndex, history: History, batch: NameBatch) -> Pairs:
    """Pairs (place in the batch, item), sorted, without repeats."""
    groups = _best_columns(batch.group_confidences, GROUPS)
    told = batch.evidence
    sources = [
        search_catalogue(index, batch.vectors, FROM_CATALOGUE),
        search_blocks(index, index.group_starts, batch.vectors, groups, FROM_GROUP),
    ]
    if len(history.names):
        expanded = strongest_pieces(told.expanded, TELLING_SHARE)
        sources.append(search_blocks(index, index.group_starts, expanded, groups, FROM_GROUP))
        families = history.confirmed_families[_best_columns(told.family_ridge, FAMILIES)]
        sources.append(search_blocks(index, index.family_starts, batch.vectors, families, FROM_FAMILY))
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
