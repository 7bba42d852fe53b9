"""Making what the matcher reads: one bundle of arrays over all items of a catalogue."""

import numpy as np
from numpy.typing import NDArray

from spravka.catalogues.contents import CatalogueContents, read_contents
from spravka.catalogues.embedding_items import collection_name
from spravka.catalogues.queries import get_catalogue
from spravka.files.arrays import Bundle
from spravka.jobs.queries import current_time
from spravka.jobs.running import JobRun
from spravka.matching.catalogue_index import CatalogueIndex

ITEM_IDS = "item_ids"


def index_items(run: JobRun, catalogue_id: int) -> CatalogueContents:
    """The stage "indexing" of a run: the new index takes the old one's place in one step."""
    with run.resources.sessions() as session:
        contents = read_contents(session, catalogue_id)
    run.enter_stage("indexing", len(contents.item_ids))
    vectors = _read_vectors(run, catalogue_id, contents.item_ids)
    arrays, facts = CatalogueIndex.build(contents.texts, vectors).to_arrays()
    key = run.resources.arrays.put(Bundle({**arrays, ITEM_IDS: contents.item_ids}, facts))
    with run.chunk() as chunk:
        catalogue = get_catalogue(chunk.session, run.tenant_id, catalogue_id)
        catalogue.index_key, catalogue.indexed_at = key, current_time(chunk.session)
        chunk.advance(len(contents.item_ids))
    return contents


def _read_vectors(run: JobRun, catalogue_id: int, item_ids: NDArray[np.int64]) -> NDArray[np.float16]:
    """The items' vectors by position, as float16; an item that has none yet gets zeros, near nothing."""
    vectors = np.zeros((len(item_ids), run.resources.encoder.dimensions), dtype=np.float16)
    for ids, part in run.resources.vectors.read_all(collection_name(catalogue_id)):
        found = np.asarray(ids, dtype=np.int64)
        is_item = np.isin(found, item_ids)
        vectors[np.searchsorted(item_ids, found[is_item])] = part[is_item].astype(np.float16)
    return vectors
