"""Damaged, cyclic, encrypted and hostile files, each sent the way that uploaded files go, and how each of them ends.

Every file is uploaded, indexed by a worker, embedded, and has to end as something that can be told: pages with words,
pages without words whose text layer says why, or a reason (refused at the upload, or standing on the document).

- hang: a file of which nothing new was stored for ``HANG_SECONDS``, or that has not ended ``FILE_SECONDS`` after it was
  sent. A page may take a minute before it is given up (``ReadingLimits.seconds_a_page``): two without a page are too
  long. Recognising images may take seconds a page, and none of these files has more bytes than a letter: ten minutes
  in all are too long whatever is told meanwhile.
- death: a worker that is gone, or a run of a job that ended without a word and had to be begun again.
- silent: nothing can be told of it: no pages and no reason, words neither there nor said to be missing, or a reason
  that speaks of the program instead of the file.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import psutil
from rich.table import Table

from spravka.documents.changing import stop_indexing
from spravka.documents.settings import EncoderName
from spravka.documents.tables import File
from spravka.errors import Problem
from spravka.evaluation.documents.archive import unpack
from spravka.evaluation.documents.department import POLL_SECONDS, Department
from spravka.evaluation.documents.measured import DocumentFigures
from spravka.evaluation.documents.shelves import Tell
from spravka.evaluation.problems import MeasuringDataMissing
from spravka.evaluation.workbench import Workbench, open_workbench
from spravka.jobs.tables import Job
from spravka.pages.page import Page, TextLayer

ARCHIVE = "hostile_pdfs.tar.gz"
WORKERS = 2
HANG_SECONDS = 120.0
FILE_SECONDS = 600.0
HANG_TOLD = f"Hostile files; a hang is {HANG_SECONDS:.0f} s without a page, or {FILE_SECONDS:.0f} s in all"
TOLD_EVERY = 40
WORDLESS = (TextLayer.EMPTY, TextLayer.NEEDS_RECOGNITION, TextLayer.RECOGNISED)
"""Layers that account for a page without words: nothing on it, an image nothing could read, one with no words in it."""
OWN_FAULTS = frozenset(
    {"indexing-broke", "embedding-broke", "job-broke", "worker-died-too-often", "indexing-stopped", "embedding-stopped"}
)
"""Reasons that speak of the program."""


class Ending(StrEnum):
    """How a file ended."""

    READ = "read"
    WORDLESS = "pages without words, which say so"
    REASON = "a reason"
    SILENT = "silent"
    HUNG = "hung"


@dataclass(frozen=True)
class Ended:
    """A file, how it ended, and after how many seconds; ``reason`` is the slug of a problem."""

    name: str
    ending: Ending
    seconds: float
    reason: str = ""
    is_death: bool = False


@dataclass
class _Sent:
    name: str
    document_id: int
    sent_at: float = field(default_factory=time.monotonic)
    moved_at: float = field(default_factory=time.monotonic)
    progress: tuple[str, int, int] = ("", 0, 0)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.sent_at

    def hangs(self, document: File, job: Job, hang_seconds: float) -> bool:
        """Whether it has stood still, or been on its way, for too long."""
        progress = (document.status.value, document.ready_page_count, job.ready_count)
        if progress != self.progress:
            self.progress, self.moved_at = progress, time.monotonic()
        return time.monotonic() - self.moved_at >= hang_seconds or self.seconds >= FILE_SECONDS


def measure_hostile(folder: Path, tell: Tell) -> DocumentFigures:
    """Every file of the archive, through real parts. Raises :class:`MeasuringDataMissing`."""
    if not (folder / ARCHIVE).is_file():
        raise MeasuringDataMissing(str(folder), ARCHIVE)
    with tempfile.TemporaryDirectory(prefix="spravka-hostile-") as name:
        files = unpack(folder / ARCHIVE, Path(name))
        with open_workbench(WORKERS, EncoderName.USE) as bench:
            ended = []
            for one in send_hostile(bench, files):
                ended.append(one)
                if len(ended) % TOLD_EVERY == 0:
                    tell(f"{len(ended)} of {len(files)} hostile files have ended")
            return hostile_figures(ended, _dead_workers(bench))


def send_hostile(bench: Workbench, files: Sequence[Path], hang_seconds: float = HANG_SECONDS) -> Iterator[Ended]:
    """How each file ends, as it ends; so many are on their way at a time as there are workers."""
    department = Department.make(bench.resources, "hostile")
    waiting, on_their_way = list(reversed(files)), list[_Sent]()
    while waiting or on_their_way:
        while waiting and len(on_their_way) < len(bench.worker_pids):
            sent = _send(department, waiting.pop())
            if isinstance(sent, Ended):
                yield sent
            else:
                on_their_way.append(sent)
        for sent, ended in [(one, _look_at(department, one, hang_seconds)) for one in on_their_way]:
            if ended is not None:
                on_their_way.remove(sent)
                yield ended
        time.sleep(POLL_SECONDS)


def hostile_figures(ended: Sequence[Ended], dead_workers: int = 0) -> DocumentFigures:
    """The figures, a table of endings, and a line for every file that ended badly."""
    bad = [one for one in ended if one.ending in (Ending.HUNG, Ending.SILENT) or one.is_death]
    values: dict[str, float] = {
        "hostile_hangs": sum(one.ending is Ending.HUNG for one in ended),
        "hostile_deaths": dead_workers + sum(one.is_death for one in ended),
        "hostile_silent": sum(one.ending is Ending.SILENT for one in ended),
        "hostile_files": len(ended),
    }
    notes = [f"{one.name}: {one.ending}, {one.reason or 'no reason'}, {one.seconds:.1f} s" for one in bad]
    return DocumentFigures(values, notes, [_endings(ended)])


def judge(document: File, job: Job, pages: Sequence[Page]) -> tuple[Ending, str]:
    """How a document whose job has ended ended, and the slug of its reason."""
    reason = (document.status_reason or job.problem or {}).get("type", "")
    if reason in OWN_FAULTS:
        return Ending.SILENT, reason
    if any(word for page in pages for word in page.words):
        return Ending.READ, reason
    if reason:
        return Ending.REASON, reason
    if pages and all(page.layer in WORDLESS for page in pages):
        return Ending.WORDLESS, ""
    return Ending.SILENT, ""


def _send(department: Department, file: Path) -> "_Sent | Ended":
    began = time.monotonic()
    try:
        document = department.send(file).document
    except Problem as problem:
        return Ended(file.name, Ending.REASON, time.monotonic() - began, problem.type_slug())
    assert document is not None
    return _Sent(file.name, document.id)


def _look_at(department: Department, sent: _Sent, hang_seconds: float) -> Ended | None:
    """How it ended; None while it is on its way."""
    [(document, job)] = department.look_at([sent.document_id])
    if job.status.is_final:
        ending, reason = judge(document, job, department.pages_of(document.id))
        return Ended(sent.name, ending, sent.seconds, reason, is_death=job.attempt - job.put_back_count > 1)
    if not sent.hangs(document, job, hang_seconds):
        return None
    with department.resources.sessions.begin() as session:
        stop_indexing(session, session.get_one(File, sent.document_id))
    return Ended(sent.name, Ending.HUNG, sent.seconds)


def _dead_workers(bench: Workbench) -> int:
    return sum(not _is_alive(pid) for pid in bench.worker_pids)


def _is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _endings(ended: Sequence[Ended]) -> Table:
    table = Table("how it ended", "files", "slowest, s", title=HANG_TOLD)
    counts = Counter((one.ending, one.reason) for one in ended)
    for (ending, reason), count in sorted(counts.items()):
        slowest = max(one.seconds for one in ended if (one.ending, one.reason) == (ending, reason))
        table.add_row(f"{ending}: {reason}" if reason else str(ending), str(count), f"{slowest:.1f}")
    return table
