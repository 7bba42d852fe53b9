"""Accepting a catalogue file: its columns are told, shown, and confirmed before its rows are brought in."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from spravka.catalogues import queries
from spravka.catalogues.columns import told_columns
from spravka.catalogues.errors import ImportAlreadyConfirmed
from spravka.catalogues.tables import CatalogueImport
from spravka.files.store import FileStore
from spravka.jobs.submitting import JobKind, submit
from spravka.jobs.tables import JobStatus
from spravka.queue.queues import SYNC, Queues
from spravka.sheets.reading import read_sheet
from spravka.sheets.sheet import Sheet

IMPORT_CATALOGUE = JobKind("import_catalogue", SYNC)

GIVEN_UP = (JobStatus.CANCELLED, JobStatus.FAILED)
"""How a job ends whose import can go on."""

FILE_LIMIT_BYTES = 1 << 30
"""What the command line takes; the API has its own, smaller limit."""


@dataclass(frozen=True)
class UploadedFile:
    """A file that lies in the file store already."""

    name: str
    content_hash: str


@dataclass(frozen=True)
class ImportChoices:
    """What the person who uploads says of the file; what is left out is detected."""

    columns: Mapping[str, str]
    sheet_name: str | None = None
    removes_absent: bool = False


def upload_catalogue(
    session: Session,
    files: FileStore,
    tenant_id: int,
    catalogue_id: int,
    file: UploadedFile,
    choices: ImportChoices,
) -> tuple[CatalogueImport, Sheet]:
    """Note the file and its columns; nothing is brought in before :func:`confirm_import`.

    Raises the problems of ``sheets`` for a file that cannot be read, and ``ColumnsUnclear``.
    """
    catalogue = queries.get_catalogue(session, tenant_id, catalogue_id)
    sheet = read_sheet(files.path(file.content_hash), file_name=file.name, sheet=choices.sheet_name)
    columns = told_columns(sheet, choices.columns)
    found = CatalogueImport(
        catalogue_id=catalogue.id,
        file_name=file.name,
        content_hash=file.content_hash,
        sheet_name=sheet.sheet_name or None,
        columns=asdict(columns),
        removes_absent=choices.removes_absent,
    )
    session.add(found)
    session.flush()
    return found, sheet


def confirm_import(
    session: Session, queues: Queues, tenant_id: int, import_id: int, user_id: int | None
) -> CatalogueImport:
    """Bring the rows in, train, embed and index, in the background.

    An import whose job was cancelled or has failed goes on after the last row it stored. Raises
    ``ImportAlreadyConfirmed`` while the job is under way or has finished.
    """
    found = queries.get_import(session, tenant_id, import_id)
    if found.job_id is not None and not _was_given_up(session, tenant_id, found):
        raise ImportAlreadyConfirmed(import_id)
    arguments: dict[str, Any] = {"import_id": found.id, "catalogue_id": found.catalogue_id}
    job = submit(session, queues, IMPORT_CATALOGUE, tenant_id=tenant_id, user_id=user_id, arguments=arguments)
    found.job_id = job.id
    return found


def _was_given_up(session: Session, tenant_id: int, found: CatalogueImport) -> bool:
    """True where the import's job has ended before everything was done."""
    statuses = queries.list_job_statuses(session, tenant_id, [found])
    return any(status in GIVEN_UP for status in statuses.values())
