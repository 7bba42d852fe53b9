"""How hostile files end is told apart, and each is sent through the real worker."""

from pathlib import Path
from typing import Any

import pytest

from spravka.documents.tables import File
from spravka.evaluation.documents.hostile import Ended, Ending, hostile_figures, judge, send_hostile
from spravka.evaluation.workbench import Workbench
from spravka.jobs.tables import Job
from spravka.pages.page import Page, TextLayer
from tests.documents.small_pdf import small_pdf

WORDS = Page(1, ("a",), None, ())


def wordless(layer: TextLayer) -> Page:
    return Page(2, (), None, (), layer=layer)


@pytest.mark.parametrize(
    ("reason", "pages", "ending"),
    [
        (None, [WORDS, wordless(TextLayer.EMPTY)], Ending.READ),
        ({"type": "document-damaged"}, [], Ending.REASON),
        (None, [wordless(TextLayer.EMPTY), wordless(TextLayer.NEEDS_RECOGNITION)], Ending.WORDLESS),
        (None, [wordless(TextLayer.ORIGINAL)], Ending.SILENT),
        (None, [], Ending.SILENT),
        ({"type": "indexing-broke"}, [WORDS], Ending.SILENT),
    ],
)
def test_a_file_is_silent_where_nothing_can_be_told_of_it(
    reason: dict[str, Any] | None, pages: list[Page], ending: Ending
) -> None:
    assert judge(File(status_reason=reason), Job(problem=None), pages)[0] is ending


def test_what_ended_badly_is_counted_and_named() -> None:
    ended = [
        Ended("good.pdf", Ending.READ, 1.0),
        Ended("slow.pdf", Ending.HUNG, 120.0),
        Ended("mute.pdf", Ending.SILENT, 2.0),
        Ended("deadly.pdf", Ending.REASON, 3.0, "document-damaged", is_death=True),
    ]
    figures = hostile_figures(ended, dead_workers=1)
    assert figures.values == {"hostile_hangs": 1, "hostile_deaths": 2, "hostile_silent": 1, "hostile_files": 4}
    assert [note.split(":")[0] for note in figures.notes] == ["slow.pdf", "mute.pdf", "deadly.pdf"]


def test_files_end_as_what_they_are(bench: Workbench, tmp_path: Path) -> None:
    files = {
        "broken.pdf": b"%PDF-1.4\nnothing that follows is PDF",
        "empty.pdf": b"",
        "letter.pdf": small_pdf([["The crane lifts eight tonnes."]]),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    ended = {one.name: one for one in send_hostile(bench, [tmp_path / name for name in files])}
    assert ended["letter.pdf"].ending is Ending.READ
    assert ended["broken.pdf"].ending is ended["empty.pdf"].ending is Ending.REASON
    assert not any(one.is_death for one in ended.values())


def test_a_file_that_does_not_end_in_time_hangs_and_is_left(bench: Workbench, manual: Path) -> None:
    [ended] = send_hostile(bench, [manual], hang_seconds=0.0)
    assert ended.ending is Ending.HUNG
