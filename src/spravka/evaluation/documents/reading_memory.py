"""How much memory the process takes that reads a document: its high-water mark, told by the operating system.

``VmHWM`` of ``/proc/PID/status`` is the most that was ever resident (pages of shared libraries count whole). The limit
bounds the address space, ``VmPeak``, which is larger: it is told beside.
"""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from rich.table import Table

from spravka.documents.settings import DocumentsSettings
from spravka.evaluation.documents.long_pdf import write_long_pdf
from spravka.evaluation.documents.measured import DocumentFigures
from spravka.evaluation.documents.shelves import Tell
from spravka.evaluation.problems import MeasuringDataMissing
from spravka.pages.forking import SERVER
from spravka.pages.kinds import media_type_of
from spravka.pages.reading import read_pages

LONG_PAGES = 10_000
POLL_SECONDS = 0.02
KILOBYTES_A_MEGABYTE = 1000 * 1000 / 1024
"""The limit is in megabytes of a million bytes; the operating system tells kilobytes of 1024."""


@dataclass
class Peak:
    """The most a process had resident, and the most addresses it had, in megabytes."""

    resident: float = 0.0
    addresses: float = 0.0

    def note(self, status: str) -> None:
        """Take in what ``/proc/PID/status`` tells."""
        told = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        self.resident = max(self.resident, _megabytes(told.get("VmHWM", "0 kB")))
        self.addresses = max(self.addresses, _megabytes(told.get("VmPeak", "0 kB")))


def measure_memory(folder: Path, tell: Tell, long_pages: int = LONG_PAGES) -> DocumentFigures:
    """The largest PDF of the folder, and a made one of ``long_pages``. Raises :class:`MeasuringDataMissing`."""
    files = sorted(folder.glob("*.pdf"), key=lambda file: file.stat().st_size)
    if not files:
        raise MeasuringDataMissing(str(folder), "PDF")
    table = Table("file", "pages", "resident, MB", "addresses, MB", title="Memory of the reading process")
    with tempfile.TemporaryDirectory(prefix="spravka-evaluation-") as name:
        long_pdf = Path(name) / f"made, {long_pages} pages.pdf"
        write_long_pdf(long_pdf, long_pages)
        peaks = [_row(table, file, tell) for file in (files[-1], long_pdf)]
    return DocumentFigures({"reading_megabytes": round(max(peaks), 1)}, tables=[table])


def _row(table: Table, file: Path, tell: Tell) -> float:
    tell(f"reading {file.name}")
    pages, peak = read_watched(file)
    table.add_row(file.name, str(pages), f"{peak.resident:.0f}", f"{peak.addresses:.0f}")
    return peak.resident


def read_watched(file: Path) -> tuple[int, Peak]:
    """How many pages were read, within the limits of the product, and what the reading process took."""
    with _watched_children() as peak:
        pages = read_pages(file, media_type_of(file, file.name), DocumentsSettings().reading_limits)
        return sum(1 for _ in pages), peak


@dataclass
class _Watch:
    peak: Peak = field(default_factory=Peak)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self, look: Callable[[Peak], None]) -> None:
        while not self.stop.wait(POLL_SECONDS):
            look(self.peak)


@contextmanager
def _watched_children() -> Iterator[Peak]:
    watch = _Watch()
    watcher = threading.Thread(target=watch.run, args=(_look_at_readers,), daemon=True)
    watcher.start()
    try:
        yield watch.peak
    finally:
        watch.stop.set()
        watcher.join()


def _look_at_readers(peak: Peak) -> None:
    for child in psutil.Process(os.getpid()).children(recursive=True):
        try:
            if SERVER in child.cmdline():
                peak.note(Path(f"/proc/{child.pid}/status").read_text(encoding="ascii", errors="replace"))
        except (psutil.Error, OSError):
            continue  # it has just ended


def _megabytes(told: str) -> float:
    return int(told.split()[0]) / KILOBYTES_A_MEGABYTE
