"""Catalogue work in the background."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from spravka.catalogues.embedding_items import embed_items
from spravka.catalogues.importing import import_rows
from spravka.catalogues.indexing import index_items
from spravka.catalogues.keeping import RETRAIN_CLASSIFIER
from spravka.catalogues.queries import find_active_version
from spravka.catalogues.tables import Catalogue, CatalogueItem, ClassifierVersion
from spravka.catalogues.training import train_classifier
from spravka.catalogues.uploading import IMPORT_CATALOGUE
from spravka.jobs.running import JobHandler, JobRun


def import_catalogue(run: JobRun) -> None:
    """The whole chain: rows, vectors, index, classifier. A file that changes nothing ends after its rows."""
    catalogue_id = run.arguments["catalogue_id"]
    has_changed = import_rows(run)
    if has_changed or not _is_current(run, catalogue_id):
        embed_items(run, catalogue_id)
        index_items(run, catalogue_id)
        train_classifier(run, catalogue_id)


def retrain_classifier(run: JobRun) -> None:
    """A new classifier version from the present items and confirmed names."""
    train_classifier(run, run.arguments["catalogue_id"], promote=run.arguments["promote"])


HANDLERS: Mapping[str, JobHandler] = {
    IMPORT_CATALOGUE.name: import_catalogue,
    RETRAIN_CLASSIFIER.name: retrain_classifier,
}


def used_arrays(session: Session) -> set[str | None]:
    """Keys of the bundles that indexes and classifiers are read from."""
    used: set[str | None] = set(session.scalars(select(ClassifierVersion.arrays_key)))
    return used | set(session.scalars(select(Catalogue.index_key)))


def _is_current(run: JobRun, catalogue_id: int) -> bool:
    """True where the index and a classifier were made after the last change of an item."""
    with run.resources.sessions() as session:
        indexed_at = session.get_one(Catalogue, catalogue_id).indexed_at
        changed_at = session.scalar(
            select(func.max(CatalogueItem.changed_at)).where(CatalogueItem.catalogue_id == catalogue_id)
        )
        has_classifier = find_active_version(session, run.tenant_id, catalogue_id) is not None
    return has_classifier and indexed_at is not None and (changed_at is None or changed_at <= indexed_at)
