"""Reading catalogues."""

from collections.abc import Sequence

from sqlalchemy import Select, String, func, literal, select
from sqlalchemy.orm import Session, aliased

from spravka.catalogues import errors
from spravka.catalogues.tables import (
    Catalogue,
    CatalogueGroup,
    CatalogueImport,
    CatalogueItem,
    ClassifierStatus,
    ClassifierVersion,
    ConfirmedMatch,
    ImportRejection,
)
from spravka.jobs.queries import UNFINISHED
from spravka.jobs.tables import Job, JobStatus


def get_catalogue(session: Session, tenant_id: int, catalogue_id: int) -> Catalogue:
    catalogue = session.scalar(select(Catalogue).where(Catalogue.tenant_id == tenant_id, Catalogue.id == catalogue_id))
    if catalogue is None:
        raise errors.CatalogueNotFound(str(catalogue_id))
    return catalogue


def find_catalogue_by_slug(session: Session, tenant_id: int, slug: str) -> Catalogue | None:
    return session.scalar(select(Catalogue).where(Catalogue.tenant_id == tenant_id, Catalogue.slug == slug))


def get_catalogue_by_slug(session: Session, tenant_id: int, slug: str) -> Catalogue:
    catalogue = find_catalogue_by_slug(session, tenant_id, slug)
    if catalogue is None:
        raise errors.CatalogueNotFound(repr(slug))
    return catalogue


def list_catalogues(session: Session, tenant_id: int, *, after: int | None, limit: int) -> Sequence[Catalogue]:
    query = select(Catalogue).where(Catalogue.tenant_id == tenant_id).order_by(Catalogue.id).limit(limit)
    return session.scalars(query if after is None else query.where(Catalogue.id > after)).all()


def count_items(session: Session, tenant_id: int, catalogue_ids: Sequence[int]) -> dict[int, int]:
    """Catalogue id → how many items it has; a catalogue without items is left out."""
    query = (
        select(CatalogueItem.catalogue_id, func.count())
        .join(Catalogue, Catalogue.id == CatalogueItem.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, CatalogueItem.catalogue_id.in_(catalogue_ids))
        .where(CatalogueItem.deleted_at.is_(None))
        .group_by(CatalogueItem.catalogue_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def count_confirmed_matches(session: Session, tenant_id: int, catalogue_ids: Sequence[int]) -> dict[int, int]:
    """Catalogue id → how many names people tied to its items; a catalogue without any is left out."""
    query = (
        select(ConfirmedMatch.catalogue_id, func.count())
        .join(Catalogue, Catalogue.id == ConfirmedMatch.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, ConfirmedMatch.catalogue_id.in_(catalogue_ids))
        .group_by(ConfirmedMatch.catalogue_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def count_items_of_groups(
    session: Session, tenant_id: int, catalogue_id: int, group_codes: Sequence[str]
) -> dict[str, int]:
    """Group code → how many items lie in that very group; a group without items of its own is left out."""
    query = (
        select(CatalogueItem.group_code, func.count())
        .join(Catalogue, Catalogue.id == CatalogueItem.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, CatalogueItem.catalogue_id == catalogue_id)
        .where(CatalogueItem.group_code.in_(group_codes), CatalogueItem.deleted_at.is_(None))
        .group_by(CatalogueItem.group_code)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def list_running_jobs(
    session: Session, tenant_id: int, catalogue_ids: Sequence[int], kinds: Sequence[str]
) -> dict[int, int]:
    """Catalogue id → the oldest unfinished job of those ``kinds`` that names it in its arguments."""
    named_id = Job.arguments["catalogue_id"].as_integer()
    query = (
        select(named_id, func.min(Job.id))
        .where(Job.tenant_id == tenant_id, Job.status.in_(UNFINISHED), Job.kind.in_(kinds))
        .where(named_id.in_(catalogue_ids))
        .group_by(named_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def list_items(
    session: Session,
    tenant_id: int,
    catalogue_id: int,
    *,
    after: int | None,
    limit: int,
    group_code: str | None = None,
    with_subgroups: bool = False,
    search: str | None = None,
) -> Sequence[CatalogueItem]:
    """Items by id; those of a group (and of the groups below it), those whose name or code contains every word."""
    query = _items(tenant_id, catalogue_id).order_by(CatalogueItem.id).limit(limit)
    if after is not None:
        query = query.where(CatalogueItem.id > after)
    if group_code is not None:
        codes = _codes_from(catalogue_id, group_code) if with_subgroups else select(literal(group_code))
        query = query.where(CatalogueItem.group_code.in_(codes))
    for word in (search or "").split():
        query = query.where(CatalogueItem.name.icontains(word, autoescape=True) | (CatalogueItem.code == word))
    return session.scalars(query).all()


def get_item(session: Session, tenant_id: int, catalogue_id: int, item_id: int) -> CatalogueItem:
    item = session.scalar(_items(tenant_id, catalogue_id).where(CatalogueItem.id == item_id))
    if item is None:
        raise errors.ItemNotFound(str(item_id))
    return item


def check_item(session: Session, tenant_id: int, item_id: int) -> None:
    """Raises :class:`ItemNotFound` where no catalogue of the tenant has, or had, such an item."""
    owned = select(CatalogueItem.id).join(Catalogue, Catalogue.id == CatalogueItem.catalogue_id)
    if session.scalar(owned.where(Catalogue.tenant_id == tenant_id, CatalogueItem.id == item_id)) is None:
        raise errors.ItemNotFound(str(item_id))


def list_items_by_id(
    session: Session, tenant_id: int, catalogue_id: int, ids: Sequence[int]
) -> Sequence[CatalogueItem]:
    """The items of those ids, also ones deleted since: results keep naming them."""
    query = _all_items(tenant_id, catalogue_id).where(CatalogueItem.id.in_(ids))
    return session.scalars(query).all()


def list_items_by_code(
    session: Session, tenant_id: int, catalogue_id: int, codes: Sequence[str]
) -> Sequence[CatalogueItem]:
    query = _items(tenant_id, catalogue_id).where(CatalogueItem.code.in_(codes))
    return session.scalars(query).all()


def list_groups(
    session: Session, tenant_id: int, catalogue_id: int, *, after: int | None, limit: int
) -> Sequence[CatalogueGroup]:
    query = (
        select(CatalogueGroup)
        .join(Catalogue, Catalogue.id == CatalogueGroup.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, Catalogue.id == catalogue_id)
        .order_by(CatalogueGroup.id)
        .limit(limit)
    )
    return session.scalars(query if after is None else query.where(CatalogueGroup.id > after)).all()


def list_groups_by_code(
    session: Session, tenant_id: int, catalogue_id: int, codes: Sequence[str]
) -> Sequence[CatalogueGroup]:
    query = (
        select(CatalogueGroup)
        .join(Catalogue, Catalogue.id == CatalogueGroup.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, Catalogue.id == catalogue_id, CatalogueGroup.code.in_(codes))
    )
    return session.scalars(query).all()


def get_import(session: Session, tenant_id: int, import_id: int) -> CatalogueImport:
    found = session.scalar(
        select(CatalogueImport)
        .join(Catalogue, Catalogue.id == CatalogueImport.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, CatalogueImport.id == import_id)
    )
    if found is None:
        raise errors.ImportNotFound(import_id)
    return found


def list_imports(
    session: Session, tenant_id: int, catalogue_id: int, *, before: int | None, limit: int
) -> Sequence[CatalogueImport]:
    query = (
        select(CatalogueImport)
        .join(Catalogue, Catalogue.id == CatalogueImport.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, Catalogue.id == catalogue_id)
        .order_by(CatalogueImport.id.desc())
        .limit(limit)
    )
    return session.scalars(query if before is None else query.where(CatalogueImport.id < before)).all()


def list_job_statuses(session: Session, tenant_id: int, imports: Sequence[CatalogueImport]) -> dict[int, JobStatus]:
    """Job id → its status, of the jobs that bring those imports in."""
    query = select(Job.id, Job.status).where(Job.tenant_id == tenant_id, Job.id.in_([one.job_id for one in imports]))
    return {row[0]: row[1] for row in session.execute(query)}


def list_rejections(
    session: Session, tenant_id: int, import_id: int, *, after: int | None, limit: int
) -> Sequence[ImportRejection]:
    query = (
        select(ImportRejection)
        .join(CatalogueImport, CatalogueImport.id == ImportRejection.import_id)
        .join(Catalogue, Catalogue.id == CatalogueImport.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, ImportRejection.import_id == import_id)
        .order_by(ImportRejection.row_number)
        .limit(limit)
    )
    return session.scalars(query if after is None else query.where(ImportRejection.row_number > after)).all()


def get_classifier_version(session: Session, tenant_id: int, classifier_version_id: int) -> ClassifierVersion:
    version = session.scalar(_versions(tenant_id).where(ClassifierVersion.id == classifier_version_id))
    if version is None:
        raise errors.ClassifierVersionNotFound(classifier_version_id)
    return version


def list_classifier_versions(
    session: Session, tenant_id: int, *, catalogue_id: int | None, before: int | None, limit: int
) -> Sequence[ClassifierVersion]:
    query = _versions(tenant_id).order_by(ClassifierVersion.id.desc()).limit(limit)
    if catalogue_id is not None:
        query = query.where(ClassifierVersion.catalogue_id == catalogue_id)
    return session.scalars(query if before is None else query.where(ClassifierVersion.id < before)).all()


def find_active_version(session: Session, tenant_id: int, catalogue_id: int) -> ClassifierVersion | None:
    query = _versions(tenant_id).where(
        ClassifierVersion.catalogue_id == catalogue_id, ClassifierVersion.status == ClassifierStatus.ACTIVE
    )
    return session.scalar(query)


def get_confirmed_match(session: Session, tenant_id: int, confirmed_match_id: int) -> ConfirmedMatch:
    match = session.scalar(_confirmed(tenant_id).where(ConfirmedMatch.id == confirmed_match_id))
    if match is None:
        raise errors.ConfirmedMatchNotFound(confirmed_match_id)
    return match


def list_confirmed_matches(
    session: Session,
    tenant_id: int,
    *,
    catalogue_id: int | None,
    after: int | None,
    limit: int,
    item_id: int | None = None,
) -> Sequence[ConfirmedMatch]:
    query = _confirmed(tenant_id).order_by(ConfirmedMatch.id).limit(limit)
    if catalogue_id is not None:
        query = query.where(ConfirmedMatch.catalogue_id == catalogue_id)
    if item_id is not None:
        query = query.where(ConfirmedMatch.item_id == item_id)
    return session.scalars(query if after is None else query.where(ConfirmedMatch.id > after)).all()


def _all_items(tenant_id: int, catalogue_id: int) -> Select[CatalogueItem]:
    return (
        select(CatalogueItem)
        .join(Catalogue, Catalogue.id == CatalogueItem.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id, Catalogue.id == catalogue_id)
    )


def _items(tenant_id: int, catalogue_id: int) -> Select[CatalogueItem]:
    return _all_items(tenant_id, catalogue_id).where(CatalogueItem.deleted_at.is_(None))


def _codes_from(catalogue_id: int, group_code: str) -> Select[str]:
    """A group's code and those of all groups below it; a ring of groups ends by itself."""
    below = select(literal(group_code, String).label("code")).cte(recursive=True)
    group = aliased(CatalogueGroup)
    children = select(group.code).join(below, group.parent_code == below.c.code)
    below = below.union(children.where(group.catalogue_id == catalogue_id))
    return select(below.c.code)


def _versions(tenant_id: int) -> Select[ClassifierVersion]:
    return (
        select(ClassifierVersion)
        .join(Catalogue, Catalogue.id == ClassifierVersion.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id)
    )


def _confirmed(tenant_id: int) -> Select[ConfirmedMatch]:
    return (
        select(ConfirmedMatch)
        .join(Catalogue, Catalogue.id == ConfirmedMatch.catalogue_id)
        .where(Catalogue.tenant_id == tenant_id)
    )
