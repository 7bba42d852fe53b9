"""Routes of mapping runs: start, read while they run, decide, download."""

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, File, Form, Query, Request, UploadFile
from fastapi.responses import FileResponse
from pydantic import AwareDatetime

from spravka.auth.access import TenantCaller
from spravka.catalogues.queries import get_catalogue
from spravka.nomenclature import deciding, downloading, queries, reading, starting
from spravka.nomenclature.names import NameTable, table_from_json
from spravka.nomenclature.result_words import ResultLanguage
from spravka.nomenclature.row_filters import RowFilter, RowOrder
from spravka.nomenclature.schemas import (
    DecisionIn,
    DecisionsIn,
    DecisionsOut,
    MappingFileIn,
    MappingIn,
    MappingOut,
    MappingRowOut,
    PersonDecisionOut,
    PersonDecisionsOut,
    PreviewOut,
    RowNumber,
    RowNumbersOut,
    RunGroupOut,
)
from spravka.nomenclature.tables import RowDecision
from spravka.resources import Resources
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.bodies import json_or_form, read_json_or_form
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.fields import Id, Line
from spravka.web.pages import Page, PageRequestDep, to_page
from spravka.web.uploads import chunks_of, file_name_of, upload_limit_bytes

CallerDep = Annotated[TenantCaller, Depends(require_mode(ModeName.NOMENCLATURE))]
UploadLimitDep = Annotated[int, Depends(upload_limit_bytes)]

Share = Annotated[float | None, Query(ge=0, le=1)]

MAX_NUMBERS = 200
"""Rows that may be asked for by their numbers at once."""

router = APIRouter(tags=["nomenclature"], dependencies=[Depends(require_mode(ModeName.NOMENCLATURE))])


async def read_mapping_request(request: Request) -> tuple[MappingIn | MappingFileIn, UploadFile | None]:
    """The rows to be mapped, as JSON or as a file."""
    return await read_json_or_form(request, MappingIn, MappingFileIn)


MappingRequestDep = Annotated[tuple[MappingIn | MappingFileIn, UploadFile | None], Depends(read_mapping_request)]


@router.post("/mappings", status_code=202, openapi_extra=json_or_form(MappingIn, MappingFileIn))
def start_mapping(
    session: SessionDep,
    resources: ResourcesDep,
    caller: CallerDep,
    limit_bytes: UploadLimitDep,
    request: MappingRequestDep,
) -> MappingOut:
    """Have names mapped to a catalogue: rows as JSON, or a CSV/XLSX file as a form. The rows are kept whole."""
    wanted, file = request
    get_catalogue(session, caller.tenant_id, wanted.catalogue_id)
    table = _table(resources, wanted, file, limit_bytes)
    file_name = file_name_of(file) if file else None
    choices = starting.MappingChoices(
        title=wanted.title or file_name or table.rows[0].name[:80] or "Mapping",
        candidate_count=wanted.candidate_count,
        file_name=file_name,
    )
    mapping = starting.start_mapping(
        session, resources.queues, caller.tenant_id, wanted.catalogue_id, table, choices, caller.user_id
    )
    return reading.show_mappings(session, caller.tenant_id, [mapping])[0]


@router.post("/mapping-previews")
def preview_mapping(
    resources: ResourcesDep,
    caller: CallerDep,
    limit_bytes: UploadLimitDep,
    file: Annotated[UploadFile, File(description="CSV, XLSX, XLS or ODS")],
    sheet_name: Annotated[Line | None, Form()] = None,
) -> PreviewOut:
    """What a file looks like and which column would be taken for the names; nothing is started."""
    content_hash = resources.files.put(chunks_of(file), limit_bytes)
    return starting.preview_file(resources.files.path(content_hash), file_name_of(file), sheet_name)


@router.get("/mappings")
def list_mappings(
    session: SessionDep,
    caller: CallerDep,
    page: PageRequestDep,
    catalogue_id: Annotated[Id | None, Query(description="Only runs on this catalogue")] = None,
) -> Page[MappingOut]:
    """The tenant's mapping runs, newest first, each with how many of its rows have each decision."""
    if catalogue_id is not None:
        get_catalogue(session, caller.tenant_id, catalogue_id)
    found = queries.list_mappings(
        session, caller.tenant_id, before=page.after, limit=page.limit + 1, catalogue_id=catalogue_id
    )
    shown, next_after = to_page(found, page, key=lambda mapping: mapping.id)
    return Page(entries=reading.show_mappings(session, caller.tenant_id, shown), next_after=next_after)


@router.get("/mappings/{mapping_id}")
def get_mapping(session: SessionDep, caller: CallerDep, mapping_id: Id) -> MappingOut:
    """A run and how many of its rows have each decision."""
    mapping = queries.get_mapping(session, caller.tenant_id, mapping_id)
    return reading.show_mappings(session, caller.tenant_id, [mapping])[0]


@router.post("/mappings/{mapping_id}/restart", status_code=202)
def restart_mapping(session: SessionDep, resources: ResourcesDep, caller: CallerDep, mapping_id: Id) -> MappingOut:
    """Go on with a run that was cancelled or failed: rows without an answer are mapped, the others keep theirs."""
    mapping = starting.restart_mapping(session, resources.queues, caller.tenant_id, mapping_id, caller.user_id)
    return reading.show_mappings(session, caller.tenant_id, [mapping])[0]


@router.delete("/mappings/{mapping_id}", status_code=204)
def delete_mapping(session: SessionDep, caller: CallerDep, mapping_id: Id) -> None:
    """Delete a run with its rows; what was confirmed in it stays confirmed."""
    deciding.delete_mapping(session, caller.tenant_id, mapping_id)


def row_filter(
    decision: Annotated[RowDecision | None, Query(description="Only rows with this decision")] = None,
    group_code: Annotated[Line | None, Query(description="Only rows of this group")] = None,
    confidence_from: Share = None,
    confidence_to: Share = None,
    text: Annotated[
        Line | None,
        Query(
            max_length=200,
            description="Only rows with every word of this in the supplier's name, or in the code or name of the item",
        ),
    ] = None,
    decided_since: Annotated[
        AwareDatetime | None, Query(description="Only rows decided after this moment, by a person or by the program")
    ] = None,
) -> RowFilter:
    return RowFilter(decision, group_code, confidence_from, confidence_to, text, decided_since)


RowFilterDep = Annotated[RowFilter, Depends(row_filter)]


@router.get("/mappings/{mapping_id}/rows")
def list_mapping_rows(
    session: SessionDep,
    caller: CallerDep,
    mapping_id: Id,
    page: PageRequestDep,
    wanted: RowFilterDep,
    numbers: Annotated[
        list[RowNumber] | None,
        Query(
            max_length=MAX_NUMBERS,
            description="Just these rows, in this order and on one page; repeat the parameter for each",
        ),
    ] = None,
) -> Page[MappingRowOut]:
    """The rows of a run in the file's order, also while it is still running."""
    mapping = queries.get_mapping(session, caller.tenant_id, mapping_id)
    if numbers:
        rows = queries.list_rows_by_number(session, caller.tenant_id, mapping_id, numbers, wanted)
        return Page(entries=reading.show_rows(session, mapping, rows), next_after=None)
    found = queries.list_rows(
        session, caller.tenant_id, mapping_id, after=page.after, limit=page.limit + 1, row_filter=wanted
    )
    shown, next_after = to_page(found, page, key=lambda row: row.number)
    return Page(entries=reading.show_rows(session, mapping, shown), next_after=next_after)


@router.get("/mappings/{mapping_id}/row-numbers")
def list_row_numbers(
    session: SessionDep,
    caller: CallerDep,
    mapping_id: Id,
    wanted: RowFilterDep,
    order: Annotated[RowOrder, Query(description="What the rows are sorted by; what is alike stays by number")] = (
        RowOrder.NUMBER
    ),
    descending: Annotated[bool, Query(description="The greatest first; rows that are not mapped stay last")] = False,
) -> RowNumbersOut:
    """The numbers of all rows that meet the filter, sorted: a table asks for the rows in view by these."""
    queries.get_mapping(session, caller.tenant_id, mapping_id)
    return RowNumbersOut(
        numbers=queries.list_row_numbers(session, caller.tenant_id, mapping_id, wanted, order, is_descending=descending)
    )


@router.get("/mappings/{mapping_id}/groups")
def list_run_groups(session: SessionDep, caller: CallerDep, mapping_id: Id) -> list[RunGroupOut]:
    """The groups that rows of the run were found to be of, most rows first."""
    queries.get_mapping(session, caller.tenant_id, mapping_id)
    found = queries.count_groups(session, caller.tenant_id, mapping_id)
    return [RunGroupOut(code=code, name=name, row_count=count) for code, name, count in found]


@router.post("/mappings/{mapping_id}/rows/{row_number}/decision")
def decide_row(
    session: SessionDep,
    resources: ResourcesDep,
    caller: CallerDep,
    mapping_id: Id,
    row_number: RowNumber,
    wanted: DecisionIn,
) -> MappingRowOut:
    """Accept a row's item, choose another, or say that there is none; the name answers so from now on."""
    decision = _decision(row_number, wanted)
    deciding.decide_rows(session, resources.queues, caller.tenant_id, mapping_id, [decision], caller.user_id)
    mapping = queries.get_mapping(session, caller.tenant_id, mapping_id)
    rows = queries.list_rows_by_number(session, caller.tenant_id, mapping_id, [row_number])
    return reading.show_rows(session, mapping, rows)[0]


@router.get("/mappings/{mapping_id}/decisions")
def list_decisions(session: SessionDep, caller: CallerDep, mapping_id: Id) -> PersonDecisionsOut:
    """What people decided of the run's rows, all of it; the other rows are as the matcher left them."""
    queries.get_mapping(session, caller.tenant_id, mapping_id)
    decided = queries.list_person_decisions(session, caller.tenant_id, mapping_id)
    return PersonDecisionsOut(decisions=[PersonDecisionOut.model_validate(one) for one in decided])


@router.post("/mappings/{mapping_id}/decisions")
def decide_rows(
    session: SessionDep, resources: ResourcesDep, caller: CallerDep, mapping_id: Id, wanted: DecisionsIn
) -> DecisionsOut:
    """Decide many rows at once, all or none."""
    decisions = [_decision(one.number, one) for one in wanted.decisions]
    count = deciding.decide_rows(session, resources.queues, caller.tenant_id, mapping_id, decisions, caller.user_id)
    return DecisionsOut(decided_count=count)


@router.get("/mappings/{mapping_id}/download", response_class=FileResponse)
def download_mapping(
    session: SessionDep,
    caller: CallerDep,
    background: BackgroundTasks,
    mapping_id: Id,
    wanted: RowFilterDep,
    file_format: Annotated[downloading.DownloadFormat, Query(alias="format")] = downloading.DownloadFormat.XLSX,
    language: Annotated[
        ResultLanguage | None, Query(description="Language of what is added; the price list's own where left out")
    ] = None,
) -> FileResponse:
    """The run as a file, or its rows that meet the filter: all original columns, and the results beside them."""
    with tempfile.NamedTemporaryFile(suffix=f".{file_format}", delete=False) as target:
        path = Path(target.name)
    background.add_task(path.unlink, missing_ok=True)
    mapping = downloading.write_download(session, caller.tenant_id, mapping_id, file_format, path, language, wanted)
    name = f"{downloading.stem_of(mapping)}-mapped.{file_format}"
    return FileResponse(path, filename=name, background=background)


def _decision(number: int, wanted: DecisionIn) -> deciding.PersonDecision:
    decision = None if wanted.decision == "as_matched" else RowDecision(wanted.decision)
    return deciding.PersonDecision(number, decision, wanted.item_id)


def _table(
    resources: Resources, wanted: MappingIn | MappingFileIn, file: UploadFile | None, limit_bytes: int
) -> NameTable:
    if isinstance(wanted, MappingIn):
        return table_from_json(wanted.rows, wanted.name_field)
    assert file is not None
    content_hash = resources.files.put(chunks_of(file), limit_bytes)
    path = resources.files.path(content_hash)
    return starting.table_from_file(path, file_name_of(file), wanted.sheet_name, wanted.name_column)
