"""Making, changing and deleting catalogues, and asking for a new training."""

from typing import Any

from sqlalchemy.orm import Session

from spravka.catalogues import queries
from spravka.catalogues.embedding_items import collection_name
from spravka.catalogues.errors import CatalogueExists, ThresholdsCrossed
from spravka.catalogues.tables import Catalogue
from spravka.database.after_commit import after_commit
from spravka.jobs.submitting import JobKind, submit
from spravka.jobs.tables import Job
from spravka.queue.queues import RETRAIN, Queues
from spravka.resources import Resources

RETRAIN_CLASSIFIER = JobKind("retrain_classifier", RETRAIN)


def make_catalogue(session: Session, tenant_id: int, slug: str, name: str) -> Catalogue:
    """A new, empty catalogue; raises :class:`CatalogueExists`."""
    if queries.find_catalogue_by_slug(session, tenant_id, slug) is not None:
        raise CatalogueExists(slug)
    catalogue = Catalogue(tenant_id=tenant_id, slug=slug, name=name)
    session.add(catalogue)
    session.flush()
    return catalogue


def change_catalogue(session: Session, tenant_id: int, catalogue_id: int, changes: dict[str, Any]) -> Catalogue:
    """Set the name or the thresholds; raises :class:`ThresholdsCrossed`."""
    catalogue = queries.get_catalogue(session, tenant_id, catalogue_id)
    for name, value in changes.items():
        setattr(catalogue, name, value)
    if catalogue.no_item_below > catalogue.accept_from:
        raise ThresholdsCrossed(catalogue.accept_from, catalogue.no_item_below)
    session.flush()
    return catalogue


def delete_catalogue(session: Session, resources: Resources, tenant_id: int, catalogue_id: int) -> None:
    """Delete a catalogue with its items, mappings, versions and vectors."""
    catalogue = queries.get_catalogue(session, tenant_id, catalogue_id)
    session.delete(catalogue)
    after_commit(session, lambda: resources.vectors.drop(collection_name(catalogue_id)))


def ask_for_training(
    session: Session,
    queues: Queues,
    tenant_id: int,
    catalogue_id: int,
    user_id: int | None,
    promote: bool | None,
) -> Job:
    """Train a new classifier version in the background."""
    catalogue = queries.get_catalogue(session, tenant_id, catalogue_id)
    return submit(
        session,
        queues,
        RETRAIN_CLASSIFIER,
        tenant_id=tenant_id,
        user_id=user_id,
        arguments={"catalogue_id": catalogue.id, "promote": promote},
    )
