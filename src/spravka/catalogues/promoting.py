"""Which classifier version answers."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from spravka.catalogues.queries import get_classifier_version
from spravka.catalogues.tables import ClassifierStatus, ClassifierVersion
from spravka.jobs.queries import current_time


def promote_version(session: Session, tenant_id: int, classifier_version_id: int) -> ClassifierVersion:
    """Let a version answer from the next mapping on; promoting an older one is rolling back."""
    version = get_classifier_version(session, tenant_id, classifier_version_id)
    activate(session, version)
    session.flush()
    return version


def activate(session: Session, version: ClassifierVersion) -> None:
    """Make ``version`` the active one of its catalogue; the one before is retired."""
    session.execute(
        update(ClassifierVersion)
        .where(
            ClassifierVersion.catalogue_id == version.catalogue_id,
            ClassifierVersion.status == ClassifierStatus.ACTIVE,
            ClassifierVersion.id != version.id,
        )
        .values(status=ClassifierStatus.RETIRED)
    )
    version.status, version.promoted_at = ClassifierStatus.ACTIVE, current_time(session)
