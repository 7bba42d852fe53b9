"""What is kept of a document is counted everywhere, and nothing of it is left."""

from pathlib import Path

from spravka.evaluation.documents.department import Department, has_ended
from spravka.evaluation.documents.removal import count_kept, remove_again
from spravka.evaluation.workbench import Workbench


def test_everything_that_was_kept_is_gone(bench: Workbench, manual: Path) -> None:
    figures = remove_again(bench.resources, [manual], lambda _: None)
    assert figures.values == {"left_after_delete": 0}
    kept, left = (list(figures.tables[0].columns[number].cells) for number in (1, 2))
    assert all(int(str(count)) > 0 for count in kept)
    assert set(left) == {"0"}


def test_a_document_that_stays_is_counted_in_every_place(bench: Workbench, manual: Path) -> None:
    department = Department.make(bench.resources, "keeping")
    department.wait_until(has_ended, department.send_all([manual]))
    counted = count_kept(department)
    assert counted["file"] == 1
    assert counted["document_page"] == 2
    assert counted["passage"] == counted["vectors"] > 0
