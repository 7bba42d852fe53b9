"""Accepting names to be mapped: the rows are stored whole before anything is done with them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from spravka.catalogues.errors import CatalogueNotReady
from spravka.catalogues.queries import get_catalogue
from spravka.jobs.queries import find_job_for_update
from spravka.jobs.submitting import JobKind, submit
from spravka.jobs.tables import Job
from spravka.nomenclature.columns import told_name_column
from spravka.nomenclature.errors import MappingUnderWay, NameColumnUnclear
from spravka.nomenclature.names import NamedRow, NameTable, check_row_count, name_of, storable
from spravka.nomenclature.queries import get_mapping
from spravka.nomenclature.schemas import PreviewOut
from spravka.nomenclature.tables import MappingRun
from spravka.queue.queues import MAPPING, Queues
from spravka.sheets.reading import read_sheet
from spravka.sheets.sheet import Sheet

MAP_NAMES = JobKind("map_names", MAPPING)

PREVIEW_ROWS = 20

_COPY_ROWS = "COPY mapping_row (mapping_run_id, number, file_row_number, cells, name) FROM STDIN"


@dataclass(frozen=True)
class MappingChoices:
    """What a run is to do."""

    title: str
    candidate_count: int = 5
    file_name: str | None = None


def start_mapping(
    session: Session,
    queues: Queues,
    tenant_id: int,
    catalogue_id: int,
    table: NameTable,
    choices: MappingChoices,
    user_id: int | None,
) -> MappingRun:
    """Store the rows and have them mapped in the background; one row and 50,000 go the same way.

    Raises ``CatalogueNotFound`` and ``CatalogueNotReady``.
    """
    catalogue = get_catalogue(session, tenant_id, catalogue_id)
    if catalogue.index_key is None:
        raise CatalogueNotReady(catalogue.slug)
    job = submit(
        session,
        queues,
        MAP_NAMES,
        tenant_id=tenant_id,
        user_id=user_id,
        arguments={},
        total_count=len(table.rows),
    )
    run = MappingRun(
        tenant_id=tenant_id,
        catalogue_id=catalogue.id,
        user_id=user_id,
        job_id=job.id,
        title=storable(choices.title)[:255],
        file_name=storable(choices.file_name)[:255] if choices.file_name else None,
        header=list(table.header),
        name_column=table.name_column,
        candidate_count=choices.candidate_count,
        row_count=len(table.rows),
        notes=list(table.notes),
    )
    session.add(run)
    session.flush()
    job.arguments = {"mapping_id": run.id}
    session.flush()
    _copy_rows(session, run.id, table)
    return run


def restart_mapping(
    session: Session, queues: Queues, tenant_id: int, mapping_id: int, user_id: int | None
) -> MappingRun:
    """Have the rows mapped that are still without an answer, by another job; what was found and decided stays.

    Raises ``MappingNotFound`` and :class:`MappingUnderWay`.
    """
    run = get_mapping(session, tenant_id, mapping_id)
    job = find_job_for_update(session, run.job_id)
    if job is not None and not job.status.is_final:
        raise MappingUnderWay(mapping_id)
    run.job_id = submit_again(session, queues, run, user_id).id
    session.flush()
    session.refresh(run)
    return run


def submit_again(session: Session, queues: Queues, run: MappingRun, user_id: int | None) -> Job:
    """Another job for the rows of a run that are without an answer."""
    return submit(
        session,
        queues,
        MAP_NAMES,
        tenant_id=run.tenant_id,
        user_id=user_id,
        arguments={"mapping_id": run.id},
        total_count=run.row_count,
    )


def table_from_file(path: Path, file_name: str, sheet_name: str | None, name_column: str | None) -> NameTable:
    """The rows of a CSV or XLSX file of any shape.

    Raises the problems of ``sheets`` for a file that cannot be read, and ``NameColumnUnclear``.
    """
    sheet = read_sheet(path, file_name=file_name, sheet=sheet_name)
    check_row_count(len(sheet.rows))
    column = told_name_column(sheet, name_column)
    return NameTable(
        header=tuple(storable(name) for name in sheet.header),
        name_column=column,
        rows=list(_named_rows(sheet, column)),
        notes=_notes(sheet),
    )


def preview_file(path: Path, file_name: str, sheet_name: str | None) -> PreviewOut:
    """What the file looks like and which column would be taken for the names."""
    sheet = read_sheet(path, file_name=file_name, sheet=sheet_name)
    try:
        column, likely = told_name_column(sheet, None), []
    except NameColumnUnclear as unclear:
        column, likely = None, unclear.likely
    return PreviewOut(
        header=list(sheet.header),
        sheet_names=[one.name for one in sheet.sheet_names if one.visible],
        sheet_name=sheet.sheet_name,
        name_column=column,
        likely_columns=likely,
        first_rows=[list(row.cells) for row in sheet.rows[:PREVIEW_ROWS]],
        row_count=len(sheet.rows),
        notes=list(_notes(sheet)),
    )


def _notes(sheet: Sheet) -> tuple[dict[str, str], ...]:
    return tuple(
        {"code": note.code, "text": storable(note.text), "value": storable(note.value)} for note in sheet.notes
    )


def _named_rows(sheet: Sheet, column: int) -> Iterator[NamedRow]:
    for row in sheet.rows:
        cells = tuple(storable(cell) if isinstance(cell, str) else cell for cell in row.cells)
        yield NamedRow(cells, name_of(row.cells[column]), row.number)


def _copy_rows(session: Session, mapping_id: int, table: NameTable) -> None:
    connection = session.connection().connection.driver_connection
    assert connection is not None
    with connection.cursor() as cursor, cursor.copy(_COPY_ROWS) as copy:
        for number, row in enumerate(table.rows, start=1):
            cells = json.dumps(row.cells, ensure_ascii=False)
            copy.write_row((mapping_id, number, row.file_row_number, cells, row.name))
