"""The memory of the reading process is what the operating system tells of it."""

import sys
from pathlib import Path

import pytest

from spravka.evaluation.documents.long_pdf import write_long_pdf
from spravka.evaluation.documents.reading_memory import Peak, measure_memory

STATUS = "Name:\tpython\nVmPeak:\t  500000 kB\nVmHWM:\t  100000 kB\nThreads:\t1\n"


def test_the_highest_of_all_looks_counts_in_megabytes_of_a_million_bytes() -> None:
    peak = Peak()
    for status in (STATUS, STATUS.replace("100000", "50000"), "State:\tZ (zombie)\n"):
        peak.note(status)
    assert (round(peak.resident, 1), round(peak.addresses, 1)) == (102.4, 512.0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the high-water mark")
def test_a_made_book_is_read_within_the_limit(tmp_path: Path) -> None:
    write_long_pdf(tmp_path / "leaflet.pdf", 2)
    figures = measure_memory(tmp_path, lambda _: None, long_pages=60)
    assert 20 < figures.values["reading_megabytes"] < 600
    assert list(figures.tables[0].columns[1].cells) == ["2", "60"]
