"""What is shown of catalogues beside their own rows: counts, work under way, what is read in a name."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from spravka.catalogues import queries
from spravka.catalogues.keeping import RETRAIN_CLASSIFIER
from spravka.catalogues.schemas import CatalogueDetail, CatalogueOut, GroupOut, ImportOut, ItemDetail, ItemOut
from spravka.catalogues.tables import Catalogue, CatalogueGroup, CatalogueImport, CatalogueItem
from spravka.catalogues.uploading import IMPORT_CATALOGUE
from spravka.jobs.tables import JobStatus
from spravka.matching.normalising import normalise
from spravka.matching.parameters import read_parameters

KINDS_OF_WORK = (IMPORT_CATALOGUE.name, RETRAIN_CLASSIFIER.name)


def show_catalogues(session: Session, tenant_id: int, catalogues: Sequence[Catalogue]) -> list[CatalogueDetail]:
    """The catalogues with the number of their items and the work under way in them."""
    ids = [catalogue.id for catalogue in catalogues]
    counts = queries.count_items(session, tenant_id, ids)
    confirmed = queries.count_confirmed_matches(session, tenant_id, ids)
    jobs = queries.list_running_jobs(session, tenant_id, ids, KINDS_OF_WORK)
    return [
        CatalogueDetail(
            **CatalogueOut.model_validate(catalogue).model_dump(),
            item_count=counts.get(catalogue.id, 0),
            confirmed_count=confirmed.get(catalogue.id, 0),
            running_job_id=jobs.get(catalogue.id),
        )
        for catalogue in catalogues
    ]


def show_groups(
    session: Session, tenant_id: int, catalogue_id: int, groups: Sequence[CatalogueGroup]
) -> list[GroupOut]:
    """The groups with the number of items in each."""
    codes = [group.code for group in groups]
    counts = queries.count_items_of_groups(session, tenant_id, catalogue_id, codes)
    return [
        GroupOut(
            id=group.id,
            code=group.code,
            name=group.name,
            parent_code=group.parent_code,
            item_count=counts.get(group.code, 0),
        )
        for group in groups
    ]


def show_item(item: CatalogueItem) -> ItemDetail:
    """The item with the parameters that matching reads in its name, in the name's order."""
    read = read_parameters(normalise(item.name))
    parameters = [parameter.text for parameter in read.typed]
    return ItemDetail(**ItemOut.model_validate(item).model_dump(), parameters=parameters)


def show_imports(session: Session, tenant_id: int, imports: Sequence[CatalogueImport]) -> list[ImportOut]:
    """The imports with the status of the jobs that bring them in."""
    statuses = queries.list_job_statuses(session, tenant_id, imports)
    return [_with_status(ImportOut.model_validate(one), statuses) for one in imports]


def _with_status(shown: ImportOut, statuses: dict[int, JobStatus]) -> ImportOut:
    status = None if shown.job_id is None else statuses.get(shown.job_id)
    return shown.model_copy(update={"job_status": status})
