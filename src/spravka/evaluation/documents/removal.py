"""What is left of documents that were indexed, asked, looked at and deleted, counted in every place that keeps any."""

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table
from sqlalchemy import func, select

from spravka.documents.answering.asking import Asked, accept_question
from spravka.documents.answering.making import answer_steps
from spravka.documents.assistant import DocumentAssistant, DocumentMemory
from spravka.documents.pictures import open_pictures
from spravka.documents.removing import DELETE_DOCUMENT, delete_document
from spravka.documents.settings import EncoderName
from spravka.documents.showing import draw_page, name_picture
from spravka.documents.tables import DocumentPage, DocumentPassage, File
from spravka.documents.vectors import collection_name
from spravka.evaluation.documents.department import Department, has_ended
from spravka.evaluation.documents.measured import DocumentFigures
from spravka.evaluation.documents.shelves import Tell
from spravka.evaluation.problems import MeasuringDataMissing
from spravka.evaluation.workbench import open_workbench
from spravka.jobs.tables import Job
from spravka.jobs.terminal import follow_job
from spravka.resources import Resources

DOCUMENTS = 2
WIDTH_PIXELS = 200
QUESTION = "What is it about? О чём это?"

Left = dict[str, int]
"""Things by the place where they are kept."""


def measure_removal(folder: Path, tell: Tell) -> DocumentFigures:
    """Two small PDFs of the folder, through real parts. Raises :class:`MeasuringDataMissing`."""
    files = sorted(folder.glob("*.pdf"), key=lambda file: file.stat().st_size)[:DOCUMENTS]
    if not files:
        raise MeasuringDataMissing(str(folder), "PDF")
    with open_workbench(encoder=EncoderName.USE) as bench:
        return remove_again(bench.resources, files, tell)


def remove_again(resources: Resources, files: Sequence[Path], tell: Tell) -> DocumentFigures:
    """Upload, index, ask, look at and delete ``files``, PDFs; the department had no documents before."""
    department = Department.make(resources, "removal")
    before = count_kept(department)
    tell(f"indexing {len(files)} documents, to delete them")
    document_ids = department.send_all(files)
    department.wait_until(has_ended, document_ids)
    assistant = DocumentAssistant(resources, DocumentMemory())
    _ask(assistant, department)
    for document_id in document_ids:
        _look_at(assistant, department, document_id)
    kept = count_kept(department)
    for document_id in document_ids:
        _delete(department, document_id)
    after = count_kept(department)
    left = {place: after[place] - before[place] for place in after}
    table = Table("kept in", "while there", "left", title="Documents that were deleted")
    for place in left:
        table.add_row(place, str(kept[place] - before[place]), str(left[place]))
    return DocumentFigures({"left_after_delete": sum(left.values())}, tables=[table])


def count_kept(department: Department) -> Left:
    """Rows of the department, its vectors, and files and bundles of the whole installation."""
    resources, tenant_id = department.resources, department.caller.tenant_id
    rows = {
        "file": select(func.count()).select_from(File).where(File.tenant_id == tenant_id),
        "document_page": select(func.count()).select_from(DocumentPage).join(File).where(File.tenant_id == tenant_id),
        "passage": select(func.count()).select_from(DocumentPassage).where(DocumentPassage.tenant_id == tenant_id),
    }
    with resources.sessions() as session:
        counted = {name: session.scalars(query).one() for name, query in rows.items()}
    return {
        **counted,
        "vectors": resources.vectors.count(collection_name(tenant_id, resources.passage_encoder.name)),
        "bundles of vectors": sum(1 for _ in resources.arrays.list_keys()),
        "stored files": _count_files(resources.documents.root),
        "pictures of pages": _count_files(open_pictures(resources).root),
    }


def _count_files(folder: Path) -> int:
    return sum(1 for path in folder.rglob("*") if path.is_file())


def _ask(assistant: DocumentAssistant, department: Department) -> None:
    with department.resources.sessions.begin() as session:
        answer_id = accept_question(session, department.caller, Asked(QUESTION)).id
    for _ in answer_steps(assistant, department.caller.tenant_id, answer_id):
        pass


def _look_at(assistant: DocumentAssistant, department: Department, document_id: int) -> None:
    """Have a picture of its first page drawn, and kept for the next who looks."""
    tenant_id = department.caller.tenant_id
    with department.resources.sessions() as session:
        name = name_picture(session, tenant_id, document_id, 1, WIDTH_PIXELS)
    draw_page(assistant, tenant_id, document_id, name)


def _delete(department: Department, document_id: int) -> None:
    """To the end of the job that takes everything away."""
    with department.resources.sessions.begin() as session:
        delete_document(session, department.resources.queues, department.caller, document_id)
    newest = select(Job.id).where(Job.tenant_id == department.caller.tenant_id, Job.kind == DELETE_DOCUMENT.name)
    with department.resources.sessions() as session:
        job_id = session.scalars(newest.order_by(Job.id.desc()).limit(1)).one()
    follow_job(department.resources, department.caller.tenant_id, job_id, f"deleting document {document_id}")
