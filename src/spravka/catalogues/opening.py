"""Opening a catalogue's matcher: its index and active classifier as memory maps, its confirmed names from Postgres."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from spravka.catalogues.contents import read_confirmed
from spravka.catalogues.errors import CatalogueNotReady
from spravka.catalogues.indexing import ITEM_IDS
from spravka.catalogues.queries import find_active_version
from spravka.catalogues.tables import Catalogue
from spravka.catalogues.training import CLASSIFIER, RANKER
from spravka.files.arrays import Bundle
from spravka.matching.catalogue_index import CatalogueIndex
from spravka.matching.classifier import GroupClassifier
from spravka.matching.matcher import Matcher
from spravka.matching.ranker import Ranker
from spravka.resources import Resources


@dataclass(frozen=True)
class OpenedCatalogue:
    """A matcher and the item id of each of its positions."""

    matcher: Matcher
    item_ids: NDArray[np.int64]


def open_catalogue(resources: Resources, session: Session, catalogue: Catalogue) -> OpenedCatalogue:
    """The matcher as of now; raises :class:`CatalogueNotReady` before the first import has finished."""
    if catalogue.index_key is None:
        raise CatalogueNotReady(catalogue.slug)
    bundle = resources.arrays.open(catalogue.index_key)
    item_ids = np.asarray(bundle.arrays[ITEM_IDS])
    classifier, ranker = _open_active_version(resources, session, catalogue)
    matcher = Matcher(
        index=CatalogueIndex.from_arrays(dict(bundle.arrays), bundle.facts),
        classifier=classifier,
        ranker=ranker,
        confirmed=read_confirmed(session, catalogue.id, item_ids),
        encode=resources.encoder.encode,
    )
    return OpenedCatalogue(matcher, item_ids)


def _open_active_version(
    resources: Resources, session: Session, catalogue: Catalogue
) -> tuple[GroupClassifier | None, Ranker]:
    version = find_active_version(session, catalogue.tenant_id, catalogue.id)
    if version is None:
        return None, Ranker.default()
    bundle = resources.arrays.open(version.arrays_key)
    classifier = GroupClassifier.from_arrays(_part(bundle, CLASSIFIER), bundle.facts[CLASSIFIER])
    return classifier, Ranker.from_arrays(_part(bundle, RANKER), bundle.facts[RANKER])


def _part(bundle: Bundle, prefix: str) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(prefix): array for name, array in bundle.arrays.items() if name.startswith(prefix)}
