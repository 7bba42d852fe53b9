"""Reading documents in a process of its own: what comes out, and what goes wrong."""

import dataclasses
import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from spravka.errors import Problem
from spravka.pages.errors import (
    DocumentDamaged,
    NothingToRead,
    ReadingTooBig,
    ReadingTooLong,
    TooManyPages,
    UnknownFormat,
)
from spravka.pages.forking import SERVER
from spravka.pages.limits import ReadingLimits
from spravka.pages.page import Page, TextLayer
from spravka.pages.reading import read_pages
from tests.pages.made_pdfs import HEIGHT, WIDTH, Line, assembled, made_pdf, paragraph

PDF = "application/pdf"
LIMITS = ReadingLimits(seconds_a_page=20)
SENTENCE = "Поставщик обязан передать товар в срок"


def pages_of(path: Path, limits: ReadingLimits = LIMITS, first_page: int = 1) -> list[Page]:
    return list(read_pages(path, PDF, limits, first_page))


def pages_of_text(count: int) -> list[list[Line]]:
    return [[Line(50, 100, f"{SENTENCE} {number}")] for number in range(1, count + 1)]


def test_words_come_with_the_boxes_in_which_they_are_shown(tmp_path: Path) -> None:
    (page,) = pages_of(made_pdf(tmp_path / "a.pdf", [[Line(50, 100, "Срок поставки")]]))
    assert page.words == ("Срок", "поставки")
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert page.boxes is not None
    np.testing.assert_allclose(page.boxes[:, [0, 2]], [[50, 70], [75, 115]], atol=0.2)
    assert (page.boxes[:, 1] < 100).all() and (page.boxes[:, 3] > 99).all()


@pytest.mark.parametrize(("turn", "box"), [(90, (700, 50, 70)), (180, (530, 700, 550)), (270, (100, 530, 550))])
def test_boxes_follow_a_turned_page(tmp_path: Path, turn: int, box: tuple[float, float, float]) -> None:
    (page,) = pages_of(made_pdf(tmp_path / "a.pdf", [[Line(50, 100, "Срок")]], page_entries=f"/Rotate {turn}"))
    assert page.boxes is not None
    left, top, right, bottom = page.boxes[0].tolist()
    assert left < right <= page.width
    assert top < bottom <= page.height
    assert (page.width, page.height) == ((WIDTH, HEIGHT) if turn == 180 else (HEIGHT, WIDTH))
    edges = {90: (left, top, bottom), 180: (left, top, right), 270: (left, top, bottom)}[turn]
    np.testing.assert_allclose(edges, box, atol=12)


def test_boxes_are_counted_from_the_corner_of_the_part_that_is_shown(tmp_path: Path) -> None:
    cropped = made_pdf(tmp_path / "a.pdf", [[Line(50, 100, "Срок")]], page_entries="/CropBox [40 0 600 780]")
    (page,) = pages_of(cropped)
    assert page.boxes is not None
    assert page.boxes[0, 0] == pytest.approx(10, abs=0.2)
    assert page.boxes[0, 3] < 85
    assert (page.width, page.height) == (560, 780)


def test_pages_come_in_order_from_the_one_asked_for(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(7))
    assert [(page.number, page.words[-1]) for page in pages_of(path, first_page=4)] == [
        (4, "4"),
        (5, "5"),
        (6, "6"),
        (7, "7"),
    ]


def test_reading_can_be_left_at_any_page(tmp_path: Path) -> None:
    reading = read_pages(made_pdf(tmp_path / "a.pdf", pages_of_text(50)), PDF, LIMITS)
    assert [page.number for page in itertools.islice(reading, 3)] == [1, 2, 3]
    reading.close()  # type: ignore[attr-defined]


def test_an_empty_page_among_others_is_said_to_be_empty(tmp_path: Path) -> None:
    pages = pages_of(made_pdf(tmp_path / "a.pdf", [[Line(50, 100, SENTENCE)], []]))
    assert [page.layer for page in pages] == [TextLayer.ORIGINAL, TextLayer.EMPTY]


BOMB = b"q " * 35_000_000
FRUGAL = ReadingLimits(memory_bytes=100_000_000, seconds_a_page=20)


def test_a_page_that_ends_the_process_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(9), page_contents={2: BOMB, 7: BOMB})
    pages = pages_of(path, FRUGAL)
    assert [page.number for page in pages] == list(range(1, 10))
    assert [page.number for page in pages if page.layer is TextLayer.NEEDS_RECOGNITION] == [2, 7]
    assert [page.words[-1] for page in pages if page.words] == ["1", "3", "4", "5", "6", "8", "9"]


def test_a_document_whose_pages_all_end_the_process_is_given_up(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(4), page_contents=dict.fromkeys((1, 2), BOMB))
    with pytest.raises(DocumentDamaged, match="page after page"):
        pages_of(path, dataclasses.replace(FRUGAL, deadly_pages=1))


def test_where_no_page_is_left_the_reason_is_that_of_the_last(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(2), page_contents=dict.fromkeys((1, 2), BOMB))
    with pytest.raises(ReadingTooBig, match="100 MB"):
        pages_of(path, FRUGAL)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", NothingToRead),
        (b"plain text", DocumentDamaged),
        (b"%PDF-1.7\n", DocumentDamaged),
        (assembled([], kids="2 0 R", count=1), DocumentDamaged),
        (assembled([], kids="", count=0), NothingToRead),
        (assembled([], kids="", count=2_000_000), Problem),
        (assembled([], kids="", count=-5), NothingToRead),
    ],
    ids=["empty", "another kind", "only a beginning", "a cycle of pages", "no pages", "counts lie", "counts below 0"],
)
def test_what_cannot_be_read_ends_with_a_reason(tmp_path: Path, content: bytes, problem: type[Problem]) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(problem) as told:
        pages_of(path)
    assert len(told.value.detail) > 40


def test_a_document_of_empty_pages_has_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        pages_of(made_pdf(tmp_path / "a.pdf", [[], []]))


def test_a_document_of_too_many_pages_is_refused_at_once(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(12))
    with pytest.raises(TooManyPages) as told:
        pages_of(path, ReadingLimits(pages=11))
    assert told.value.members() == {"pages": 12, "limit": 11}


def test_a_media_type_that_nobody_reads_is_refused(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(1))
    with pytest.raises(UnknownFormat):
        list(read_pages(path, "video/mp4", LIMITS))


def test_a_document_that_takes_too_long_in_all_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(ReadingTooLong):
        pages_of(made_pdf(tmp_path / "a.pdf", pages_of_text(2)), ReadingLimits(seconds=0.001))


def test_a_document_that_cannot_even_be_opened_in_its_memory_is_given_up(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(5000))
    with pytest.raises((ReadingTooBig, DocumentDamaged)):
        pages_of(path, ReadingLimits(memory_bytes=12_000_000))


def test_the_time_of_the_reader_between_pages_is_not_counted(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [paragraph(50, 100, [SENTENCE] * 50)] * 200)
    limits = ReadingLimits(seconds=3)
    for page in read_pages(path, PDF, limits):
        if page.number % 40 == 0:
            time.sleep(0.7)
    assert page.number == 200


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends the children of the dead")
def test_the_processes_die_with_the_one_that_reads(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [paragraph(50, 100, [SENTENCE] * 50)] * 500)
    program = (
        "import sys, time; from pathlib import Path\n"
        "from spravka.pages.limits import ReadingLimits; from spravka.pages.reading import read_pages\n"
        "pages = read_pages(Path(sys.argv[1]), 'application/pdf', ReadingLimits()); next(pages)\n"
        "print('reading', flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None and parent.stdout.readline() == "reading\n"
    (server,) = children_of(parent.pid)
    (reader,) = children_of(server)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not is_running(server) and not is_running(reader):
            break
        time.sleep(0.05)
    assert not is_running(server) and not is_running(reader)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the children of a process")
def test_a_reader_that_is_left_ends_and_another_server_takes_the_place_of_one_that_died(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", [paragraph(50, 100, [SENTENCE] * 50)] * 300)
    reading = read_pages(path, PDF, LIMITS)
    next(reading)
    ours = [
        child for child in children_of(os.getpid()) if SERVER.encode() in Path(f"/proc/{child}/cmdline").read_bytes()
    ]
    readers = [reader for server in ours for reader in children_of(server)]
    assert readers
    reading.close()  # type: ignore[attr-defined]
    assert not any(map(is_running, readers))
    for server in ours:
        os.kill(server, signal.SIGKILL)
    assert len(pages_of(path)) == 300


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the children of a process")
def test_a_forked_process_reads_by_the_server_of_its_parent(tmp_path: Path) -> None:
    path = made_pdf(tmp_path / "a.pdf", pages_of_text(3))
    program = (
        "import os, sys; from pathlib import Path\n"
        "from spravka.pages.forking import prepare_readers\n"
        "from spravka.pages.limits import ReadingLimits; from spravka.pages.reading import read_pages\n"
        "prepare_readers()\n"
        "if not os.fork():\n"
        "    pages = list(read_pages(Path(sys.argv[1]), 'application/pdf', ReadingLimits()))\n"
        "    own = Path(f'/proc/{os.getpid()}/task/{os.getpid()}/children').read_text().split()\n"
        "    print(len(pages), len(own), flush=True); os._exit(0)\n"
        "os.wait()"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout == "3 0\n"


def children_of(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()
