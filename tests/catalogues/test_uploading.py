"""Confirming an import: once, and again where its job was given up."""

import pytest
from sqlalchemy.orm import Session

from spravka.catalogues.errors import ImportAlreadyConfirmed
from spravka.catalogues.tables import Catalogue, CatalogueImport
from spravka.catalogues.uploading import confirm_import
from spravka.jobs.queries import get_job
from spravka.jobs.tables import JobStatus
from spravka.resources import Resources
from spravka.tenants.tables import Tenant


@pytest.fixture
def found(session: Session) -> CatalogueImport:
    tenant = Tenant(slug="supply", name="Supply")
    session.add(tenant)
    session.flush()
    catalogue = Catalogue(tenant_id=tenant.id, slug="materials", name="Materials")
    session.add(catalogue)
    session.flush()
    uploaded = CatalogueImport(
        catalogue_id=catalogue.id, file_name="a.csv", content_hash="0" * 64, columns={"code": 0, "name": 1}
    )
    session.add(uploaded)
    session.flush()
    return uploaded


def confirm(session: Session, resources: Resources, found: CatalogueImport) -> int:
    """The id of the job that brings the rows in."""
    tenant_id = session.get_one(Catalogue, found.catalogue_id).tenant_id
    job_id = confirm_import(session, resources.queues, tenant_id, found.id, None).job_id
    assert job_id is not None
    return job_id


def end(session: Session, found: CatalogueImport, status: JobStatus) -> None:
    tenant_id = session.get_one(Catalogue, found.catalogue_id).tenant_id
    get_job(session, tenant_id, found.job_id or 0).status = status
    session.flush()


@pytest.mark.parametrize("status", [JobStatus.CANCELLED, JobStatus.FAILED])
def test_an_import_that_was_given_up_goes_on_in_a_new_job(
    session: Session, resources: Resources, found: CatalogueImport, status: JobStatus
) -> None:
    first = confirm(session, resources, found)
    end(session, found, status)
    assert confirm(session, resources, found) != first


@pytest.mark.parametrize("status", [JobStatus.QUEUED, JobStatus.STARTED, JobStatus.FINISHED])
def test_an_import_under_way_or_finished_is_not_begun_again(
    session: Session, resources: Resources, found: CatalogueImport, status: JobStatus
) -> None:
    confirm(session, resources, found)
    end(session, found, status)
    with pytest.raises(ImportAlreadyConfirmed):
        confirm(session, resources, found)
