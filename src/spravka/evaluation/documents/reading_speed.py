"""How fast documents are read and indexed by their words, beside the bare text extraction of the same files.

Compared are pages a second, in one run, turn by turn, for a machine is never quite quiet:

- the workers, as many as there are cores: from the first upload to the moment when the last document is found by its
  words. In it are starting a process for each document, reading in limited children, layout, text-layer checks,
  passages, lemmas, and all of it stored in PostgreSQL. No vectors are made (``SPRAVKA_DOCUMENTS_ENCODER=none``): a
  document is found by its words before they are.
- bare: one process opens each file with pypdfium2 and takes ``get_text_range()`` of page after page.
"""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pypdfium2
from rich.table import Table
from sqlalchemy import func, select

from spravka.documents.settings import EncoderName
from spravka.documents.tables import File, FileStatus
from spravka.evaluation.documents.department import WAIT_SECONDS, Department, has_ended
from spravka.evaluation.documents.measured import DocumentFigures
from spravka.evaluation.documents.shelves import Tell
from spravka.evaluation.problems import MeasuringDataMissing
from spravka.evaluation.workbench import open_workbench
from spravka.jobs.tables import Job, JobStatus
from spravka.resources import Resources

ROUNDS = 3
POLL_SECONDS = 0.05
WITHOUT_WORDS = (FileStatus.QUEUED, FileStatus.READING)
ENDED = tuple(status for status in JobStatus if status.is_final)
LEAST_LETTERS_A_PAGE = 100
"""A file with fewer has no text layer: its pages are images."""


def measure_speed(folder: Path, tell: Tell) -> DocumentFigures:
    """The text PDFs of the folder, through real parts. Raises :class:`MeasuringDataMissing`."""
    files = text_pdfs(sorted(folder.glob("*.pdf")))
    if not files:
        raise MeasuringDataMissing(str(folder), "PDF with a text layer")
    workers = os.cpu_count() or 1
    with open_workbench(workers, EncoderName.NONE) as bench:
        index(bench.resources, "warm-up", files[:workers])
        return compare(bench.resources, files, workers, tell)


def compare(
    resources: Resources, files: Sequence[Path], workers: int, tell: Tell, rounds: int = ROUNDS
) -> DocumentFigures:
    """The rates of both, a round of the one after a round of the other; each one's figure is its median."""
    table = Table("round", "bare, pages/s", "indexed, pages/s", "share", title="Reading, bare and indexed by words")
    bare_rates, rates = [], []
    for number in range(1, rounds + 1):
        tell(f"round {number} of {rounds}: {len(files)} files, bare")
        bare_rates.append(bare_rate(files))
        tell(f"round {number} of {rounds}: {len(files)} files, through {workers} workers")
        rates.append(index(resources, f"round-{number}", files))
        table.add_row(str(number), *(f"{one:.1f}" for one in (bare_rates[-1], rates[-1])), _share(rates, bare_rates))
    values = {
        "read_speed_share": round(median(rates) / median(bare_rates), 3),
        "read_pages_per_second": round(median(rates), 1),
        "bare_pages_per_second": round(median(bare_rates), 1),
    }
    return DocumentFigures(values, tables=[table])


def text_pdfs(files: Sequence[Path]) -> list[Path]:
    """Those whose pages have text."""
    return [file for file in files if _is_text(*bare_text(file))]


def bare_text(file: Path) -> tuple[int, int]:
    """Pages of a PDF and letters on them, as pypdfium2 tells them."""
    letters = 0
    with pypdfium2.PdfDocument(file) as document:
        count = len(document)
        for number in range(count):
            page = document[number]
            text = page.get_textpage()
            letters += len(text.get_text_range())
            text.close()
            page.close()
    return count, letters


def bare_rate(files: Sequence[Path]) -> float:
    """Pages a second of one process that does nothing with the text."""
    began = time.perf_counter()
    pages = sum(bare_text(file)[0] for file in files)
    return pages / (time.perf_counter() - began)


def index(resources: Resources, name: str, files: Sequence[Path]) -> float:
    """Pages a second from the first upload to the last document found by its words, for a new department."""
    department = Department.make(resources, name)
    began = time.perf_counter()
    document_ids = department.send_all(files)
    _wait_for_words(resources, document_ids)
    seconds = time.perf_counter() - began
    indexed = department.wait_until(has_ended, document_ids)  # so that nothing runs on beside what is measured next
    failed = [(file.name, file.status_reason) for file in indexed if file.status is not FileStatus.READY]
    if failed:
        raise RuntimeError(f"not indexed: {failed}")
    return sum(file.ready_page_count for file in indexed) / seconds


def _wait_for_words(resources: Resources, document_ids: Sequence[int]) -> None:
    """Until all of them are found by their words, or have failed; raises TimeoutError. Looking takes little of what is
    measured."""
    query = select(func.count()).select_from(File).join(Job, Job.id == File.job_id)
    query = query.where(File.id.in_(document_ids), File.status.in_(WITHOUT_WORDS), Job.status.not_in(ENDED))
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        with resources.sessions() as session:
            if not session.scalar(query):
                return
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"documents were not indexed within {WAIT_SECONDS:.0f} s")


def _is_text(pages: int, letters: int) -> bool:
    return letters >= LEAST_LETTERS_A_PAGE * max(pages, 1)


def _share(rates: Sequence[float], bare_rates: Sequence[float]) -> str:
    return f"{rates[-1] / bare_rates[-1]:.2f}"
