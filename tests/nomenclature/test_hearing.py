"""What people confirm, and take back, while a run maps its rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from spravka.catalogues.confirming import NamedItem, confirm, forget_names
from spravka.jobs.errors import JobPutBack
from spravka.jobs.queries import current_time
from spravka.jobs.running import JobRun
from spravka.matching.catalogue_index import ConfirmedNames
from spravka.nomenclature.finding import Found
from spravka.nomenclature.mapping import Hearing
from spravka.nomenclature.queries import get_mapping
from tests.nomenclature.conftest import Desk


class Pupil:
    """Remembers what it was taught."""

    def __init__(self, item_ids: Sequence[int]) -> None:
        self.item_ids: NDArray[np.int64] = np.array(sorted(item_ids), np.int64)
        self.heard: list[str] = []

    def find(self, names: Sequence[str]) -> list[Found]:
        return [{} for _ in names]

    def hear(self, confirmed: ConfirmedNames) -> None:
        self.heard += confirmed.names


def say(desk: Desk, name: str, code: str) -> None:
    with desk.world.sessions.begin() as session:
        confirm(session, desk.catalogue_id, [NamedItem(name, desk.items[code])], None)


@pytest.fixture
def pupil(desk: Desk) -> Pupil:
    return Pupil(list(desk.items.values()))


@pytest.fixture
def hearing(desk: Desk, pupil: Pupil) -> Hearing:
    resources = desk.world.app.state.resources
    run = JobRun(resources, 1, "map_names", desk.side.tenant_id, None, 1, {})
    mapping_id = desk.run([{}])
    with desk.world.sessions() as session:
        began_at: datetime = current_time(session) - timedelta(seconds=1)
        return Hearing(run, get_mapping(session, desk.side.tenant_id, mapping_id), pupil, began_at)


def test_a_name_confirmed_meanwhile_is_taught(desk: Desk, pupil: Pupil, hearing: Hearing) -> None:
    hearing.listen()
    assert pupil.heard == []
    say(desk, "труба опт", "T-20")
    hearing.listen()
    assert set(pupil.heard) == {"труба опт"}


def test_a_name_that_means_another_item_since_is_taught_anew(desk: Desk, pupil: Pupil, hearing: Hearing) -> None:
    say(desk, "труба опт", "T-20")
    hearing.listen()
    say(desk, "ТРУБА  опт", "T-57")
    hearing.listen()
    assert pupil.heard[-1] == "ТРУБА  опт"


def test_a_name_that_was_taken_back_has_the_run_begin_again(desk: Desk, hearing: Hearing) -> None:
    say(desk, "труба опт", "T-20")
    hearing.listen()
    with desk.world.sessions.begin() as session:
        forget_names(session, desk.catalogue_id, [NamedItem("труба опт", desk.items["T-20"])])
    with pytest.raises(JobPutBack):
        hearing.listen()
