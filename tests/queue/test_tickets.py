"""Tenants take turns: whoever sends how many, the next one's job waits for one of each other tenant."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.queue.queues import DOCUMENTS, Queues
from spravka.queue.tickets import Ticket, fair_place, tenant_of
from spravka.resources import Resources

A, B, C = 1, 2, 3


@pytest.mark.parametrize(
    ("waiting", "tenant_id", "place"),
    [
        ([], A, 0),
        ([A, A, A], A, 3),
        ([A, A, A], B, 1),
        ([A, B, A, A], B, 3),
        ([A, B, A, B, A], C, 2),
        ([A, B, C, A, B], C, 5),
        ([A, A, B], B, 3),
        ([None, A, None, A, A], B, 3),
        ([None, None], A, 2),
    ],
)
def test_a_job_is_placed_one_round_before_what_others_have_more(
    waiting: Sequence[int | None], tenant_id: int, place: int
) -> None:
    assert fair_place(waiting, tenant_id) == place


@given(st.lists(st.integers(1, 5), max_size=60))
def test_whatever_the_order_of_sending_nobody_waits_for_two_of_another_while_he_has_fewer(sent: list[int]) -> None:
    queue: list[tuple[int, int]] = []
    for number, tenant_id in enumerate(sent):
        queue.insert(fair_place([whose for whose, _ in queue], tenant_id), (tenant_id, number))
    assert sorted(number for _, number in queue) == list(range(len(sent)))
    for tenant_id in set(sent):
        own = [number for whose, number in queue if whose == tenant_id]
        assert own == sorted(own)
    rounds: dict[int, int] = {}
    order = []
    for whose, _ in queue:
        rounds[whose] = rounds.get(whose, 0) + 1
        order.append(rounds[whose])
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("ticket", "sent_id"), [(Ticket(3, 7), "tenant-3-job-7"), (Ticket(3, 7, 12), "tenant-3-job-7-12")]
)
def test_a_ticket_tells_whose_it_is(ticket: Ticket, sent_id: str) -> None:
    assert ticket.sent_id == sent_id
    assert tenant_of(sent_id) == 3


def test_what_belongs_to_no_tenant_is_nobodys() -> None:
    assert tenant_of("maintenance-tidy-5") is None


def waiting_in(queues: Queues) -> list[int]:
    return [int(sent.args[0]) for sent in queues.queue(DOCUMENTS).jobs]


def test_a_letter_does_not_wait_for_five_hundred_files_of_another_tenant(resources: Resources) -> None:
    queues = resources.queues
    for job_id in range(500):
        queues.send_job(DOCUMENTS, Ticket(A, job_id))
    queues.send_job(DOCUMENTS, Ticket(B, 1000))
    queues.send_job(DOCUMENTS, Ticket(B, 1001))
    assert waiting_in(queues) == [0, 1000, 1, 1001, *range(2, 500)]


def test_what_lets_others_go_first_waits_behind_one_of_each(resources: Resources) -> None:
    queues = resources.queues
    for job_id in range(3):
        queues.send_job(DOCUMENTS, Ticket(A, job_id))
    queues.send_job(DOCUMENTS, Ticket(B, 1000, turn=1))
    assert waiting_in(queues) == [0, 1000, 1, 2]
