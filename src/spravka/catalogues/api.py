"""Routes of catalogues, their imports, classifier versions and confirmed matches."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Query, UploadFile
from pydantic import Json

from spravka.auth.access import ExpertDep, TenantAdminDep, TenantCaller
from spravka.catalogues import confirming, keeping, promoting, queries, showing, uploading
from spravka.catalogues.columns import visible_sheets
from spravka.catalogues.schemas import (
    CatalogueChanges,
    CatalogueDetail,
    CatalogueIn,
    CatalogueOut,
    ClassifierVersionOut,
    ConfirmedBatchIn,
    ConfirmedBatchOut,
    ConfirmedOut,
    GroupOut,
    ImportOut,
    ItemDetail,
    ItemOut,
    NoteOut,
    RejectionOut,
    TrainingIn,
    UploadedImport,
)
from spravka.jobs.schemas import JobOut
from spravka.sheets.sheet import Sheet
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.fields import Id, Line
from spravka.web.pages import Page, PageRequestDep, to_page
from spravka.web.uploads import chunks_of, file_name_of, upload_limit_bytes

UploadLimitDep = Annotated[int, Depends(upload_limit_bytes)]
NomenclatureCallerDep = Annotated[TenantCaller, Depends(require_mode(ModeName.NOMENCLATURE))]

PREVIEW_ROWS = 10

router = APIRouter(tags=["catalogues"], dependencies=[Depends(require_mode(ModeName.NOMENCLATURE))])


@router.get("/catalogues")
def list_catalogues(session: SessionDep, caller: NomenclatureCallerDep, page: PageRequestDep) -> Page[CatalogueDetail]:
    """The tenant's catalogues, how many items each has, and the work under way in it."""
    found = queries.list_catalogues(session, caller.tenant_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda catalogue: catalogue.id)
    return Page(entries=showing.show_catalogues(session, caller.tenant_id, shown), next_after=next_after)


@router.post("/catalogues", status_code=201)
def make_catalogue(session: SessionDep, caller: TenantAdminDep, wanted: CatalogueIn) -> CatalogueOut:
    """A new, empty catalogue."""
    return CatalogueOut.model_validate(keeping.make_catalogue(session, caller.tenant_id, wanted.slug, wanted.name))


@router.get("/catalogues/{catalogue_id}")
def get_catalogue(session: SessionDep, caller: NomenclatureCallerDep, catalogue_id: Id) -> CatalogueDetail:
    """A catalogue, how many items it has, and the work under way in it."""
    catalogue = queries.get_catalogue(session, caller.tenant_id, catalogue_id)
    return showing.show_catalogues(session, caller.tenant_id, [catalogue])[0]


@router.patch("/catalogues/{catalogue_id}")
def change_catalogue(
    session: SessionDep, caller: TenantAdminDep, catalogue_id: Id, changes: CatalogueChanges
) -> CatalogueOut:
    """Set the name or the thresholds of a catalogue."""
    wanted = changes.model_dump(exclude_none=True)
    return CatalogueOut.model_validate(keeping.change_catalogue(session, caller.tenant_id, catalogue_id, wanted))


@router.delete("/catalogues/{catalogue_id}", status_code=204)
def delete_catalogue(session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, catalogue_id: Id) -> None:
    """Delete a catalogue with everything that belongs to it."""
    keeping.delete_catalogue(session, resources, caller.tenant_id, catalogue_id)


@router.get("/catalogues/{catalogue_id}/groups")
def list_groups(
    session: SessionDep, caller: NomenclatureCallerDep, catalogue_id: Id, page: PageRequestDep
) -> Page[GroupOut]:
    """The groups of a catalogue; `parent_code` makes the tree."""
    queries.get_catalogue(session, caller.tenant_id, catalogue_id)
    found = queries.list_groups(session, caller.tenant_id, catalogue_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda group: group.id)
    entries = showing.show_groups(session, caller.tenant_id, catalogue_id, shown)
    return Page(entries=entries, next_after=next_after)


@router.get("/catalogues/{catalogue_id}/items")
def list_items(
    session: SessionDep,
    caller: NomenclatureCallerDep,
    catalogue_id: Id,
    page: PageRequestDep,
    group_code: Annotated[Line | None, Query(description="Only items of this group")] = None,
    with_subgroups: Annotated[bool, Query(description="Also items of the groups below `group_code`")] = False,
    search: Annotated[
        str | None,
        Query(max_length=200, description="Only items that contain every word of this, or have this code"),
    ] = None,
) -> Page[ItemOut]:
    """The items of a catalogue."""
    queries.get_catalogue(session, caller.tenant_id, catalogue_id)
    found = queries.list_items(
        session,
        caller.tenant_id,
        catalogue_id,
        after=page.after,
        limit=page.limit + 1,
        group_code=group_code,
        with_subgroups=with_subgroups,
        search=search,
    )
    shown, next_after = to_page(found, page, key=lambda item: item.id)
    return Page(entries=[ItemOut.model_validate(one) for one in shown], next_after=next_after)


@router.get("/catalogues/{catalogue_id}/items/{item_id}")
def get_item(session: SessionDep, caller: NomenclatureCallerDep, catalogue_id: Id, item_id: Id) -> ItemDetail:
    """An item of a catalogue, and the parameters that matching reads in its name."""
    return showing.show_item(queries.get_item(session, caller.tenant_id, catalogue_id, item_id))


@router.post("/catalogues/{catalogue_id}/imports", status_code=202)
def upload_import(
    session: SessionDep,
    resources: ResourcesDep,
    caller: TenantAdminDep,
    limit_bytes: UploadLimitDep,
    catalogue_id: Id,
    file: Annotated[UploadFile, File(description="CSV, XLSX, XLS or ODS; may be packed by gzip")],
    columns: Annotated[
        Json[dict[str, str]] | None,
        Form(
            description="JSON object: which column (header, letter or number) is the `code`, `name`, `group_code`, "
            '`parent_code`, `unit`, `group_name`, `is_group`, `is_deleted`; what is left out is detected, "" says '
            "that the file has no such column"
        ),
    ] = None,
    sheet_name: Annotated[Line | None, Form(description="The sheet of a workbook; found out where left out")] = None,
    removes_absent: Annotated[bool, Form(description="Delete items that do not stand in the file")] = False,
    confirm: Annotated[bool, Form(description="False only tells the columns, for a look before the import")] = True,
) -> UploadedImport:
    """Bring a file's items into a catalogue, then embed, index and train, as a job."""
    catalogue = queries.get_catalogue(session, caller.tenant_id, catalogue_id)
    stored = uploading.UploadedFile(file_name_of(file), resources.files.put(chunks_of(file), limit_bytes))
    choices = uploading.ImportChoices(columns or {}, sheet_name, removes_absent)
    found, sheet = uploading.upload_catalogue(session, resources.files, caller.tenant_id, catalogue.id, stored, choices)
    if confirm:
        uploading.confirm_import(session, resources.queues, caller.tenant_id, found.id, caller.user_id)
    session.flush()
    session.refresh(found)
    return _uploaded(showing.show_imports(session, caller.tenant_id, [found])[0], sheet)


@router.get("/catalogues/{catalogue_id}/imports")
def list_imports(
    session: SessionDep, caller: NomenclatureCallerDep, catalogue_id: Id, page: PageRequestDep
) -> Page[ImportOut]:
    """The imports of a catalogue, newest first, and what became of their rows."""
    queries.get_catalogue(session, caller.tenant_id, catalogue_id)
    found = queries.list_imports(session, caller.tenant_id, catalogue_id, before=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda one: one.id)
    return Page(entries=showing.show_imports(session, caller.tenant_id, shown), next_after=next_after)


@router.get("/imports/{import_id}")
def get_import(session: SessionDep, caller: NomenclatureCallerDep, import_id: Id) -> ImportOut:
    """An import and what became of its rows."""
    found = queries.get_import(session, caller.tenant_id, import_id)
    return showing.show_imports(session, caller.tenant_id, [found])[0]


@router.post("/imports/{import_id}/confirmation", status_code=202)
def confirm_import(session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, import_id: Id) -> ImportOut:
    """Bring the rows of a file in whose columns were looked at; one that was cancelled or failed goes on."""
    found = uploading.confirm_import(session, resources.queues, caller.tenant_id, import_id, caller.user_id)
    return showing.show_imports(session, caller.tenant_id, [found])[0]


@router.get("/imports/{import_id}/rejections")
def list_rejections(
    session: SessionDep, caller: NomenclatureCallerDep, import_id: Id, page: PageRequestDep
) -> Page[RejectionOut]:
    """The rows of an import that were refused, each with its reason."""
    queries.get_import(session, caller.tenant_id, import_id)
    found = queries.list_rejections(session, caller.tenant_id, import_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda one: one.row_number)
    return Page(entries=[RejectionOut.model_validate(one) for one in shown], next_after=next_after)


@router.get("/classifier-versions")
def list_classifier_versions(
    session: SessionDep,
    caller: NomenclatureCallerDep,
    page: PageRequestDep,
    catalogue_id: Annotated[Id | None, Query(description="Only versions of this catalogue")] = None,
) -> Page[ClassifierVersionOut]:
    """Trainings of the group classifier, newest first, with their quality on the held-out part."""
    if catalogue_id is not None:
        queries.get_catalogue(session, caller.tenant_id, catalogue_id)
    found = queries.list_classifier_versions(
        session, caller.tenant_id, catalogue_id=catalogue_id, before=page.after, limit=page.limit + 1
    )
    shown, next_after = to_page(found, page, key=lambda one: one.id)
    return Page(entries=[ClassifierVersionOut.model_validate(one) for one in shown], next_after=next_after)


@router.post("/classifier-versions", status_code=202)
def train_classifier(session: SessionDep, resources: ResourcesDep, caller: ExpertDep, wanted: TrainingIn) -> JobOut:
    """Train a new version from the present items and confirmed names, as a job."""
    job = keeping.ask_for_training(
        session, resources.queues, caller.tenant_id, wanted.catalogue_id, caller.user_id, wanted.promote
    )
    return JobOut.model_validate(job)


@router.get("/classifier-versions/{classifier_version_id}")
def get_classifier_version(
    session: SessionDep, caller: NomenclatureCallerDep, classifier_version_id: Id
) -> ClassifierVersionOut:
    """A training of the group classifier."""
    found = queries.get_classifier_version(session, caller.tenant_id, classifier_version_id)
    return ClassifierVersionOut.model_validate(found)


@router.post("/classifier-versions/{classifier_version_id}/promotion")
def promote_classifier_version(
    session: SessionDep, caller: ExpertDep, classifier_version_id: Id
) -> ClassifierVersionOut:
    """Let a version answer from the next mapping on; promoting an older one rolls back."""
    version = promoting.promote_version(session, caller.tenant_id, classifier_version_id)
    return ClassifierVersionOut.model_validate(version)


@router.get("/confirmed-matches")
def list_confirmed_matches(
    session: SessionDep,
    caller: NomenclatureCallerDep,
    page: PageRequestDep,
    catalogue_id: Annotated[Id | None, Query(description="Only matches of this catalogue")] = None,
    item_id: Annotated[Id | None, Query(description="Only names tied to this item")] = None,
) -> Page[ConfirmedOut]:
    """Supplier names that people tied to items."""
    if catalogue_id is not None:
        queries.get_catalogue(session, caller.tenant_id, catalogue_id)
    if item_id is not None:
        queries.check_item(session, caller.tenant_id, item_id)
    found = queries.list_confirmed_matches(
        session,
        caller.tenant_id,
        catalogue_id=catalogue_id,
        item_id=item_id,
        after=page.after,
        limit=page.limit + 1,
    )
    shown, next_after = to_page(found, page, key=lambda one: one.id)
    return Page(entries=[ConfirmedOut.model_validate(one) for one in shown], next_after=next_after)


@router.post("/confirmed-matches", status_code=201)
def confirm_matches(session: SessionDep, caller: ExpertDep, batch: ConfirmedBatchIn) -> ConfirmedBatchOut:
    """Bring in what people confirmed before; all of it is stored, or none."""
    names = {match.name: match.item_code for match in batch.matches}
    count = confirming.confirm_codes(session, caller.tenant_id, batch.catalogue_id, names, caller.user_id)
    return ConfirmedBatchOut(stored_count=count)


@router.delete("/confirmed-matches/{confirmed_match_id}", status_code=204)
def forget_confirmed_match(session: SessionDep, caller: ExpertDep, confirmed_match_id: Id) -> None:
    """Take back a confirmed match."""
    confirming.forget(session, caller.tenant_id, confirmed_match_id)


def _uploaded(found: ImportOut, sheet: Sheet) -> UploadedImport:
    first_rows: list[list[Any]] = [list(row.cells) for row in sheet.rows[:PREVIEW_ROWS]]
    return UploadedImport(
        **found.model_dump(),
        header=list(sheet.header),
        first_rows=first_rows,
        row_count=len(sheet.rows),
        sheet_names=visible_sheets(sheet),
        notes=[NoteOut.model_validate(note) for note in sheet.notes],
    )
