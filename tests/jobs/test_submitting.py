"""Accepting, sending, sending again and cancelling jobs."""

from datetime import timedelta

import pytest

from spravka.jobs.errors import JobAlreadyEnded, JobNotFound
from spravka.jobs.queries import list_jobs
from spravka.jobs.reconciling import resend_forgotten_jobs
from spravka.jobs.submitting import cancel, submit
from spravka.jobs.tables import JobStatus
from spravka.queue.queues import MAINTENANCE
from spravka.tenants.tables import Tenant
from tests.jobs.conftest import COUNTING, CountTo, Workplace


def test_a_submitted_job_waits_in_its_queue(workplace: Workplace) -> None:
    job_id = workplace.submit()
    assert workplace.resources.queues.is_alive(workplace.job(job_id).ticket)
    assert workplace.resources.queues.waiting_counts()[MAINTENANCE] == 1
    assert workplace.job(job_id).status is JobStatus.QUEUED


def test_a_job_is_not_sent_when_its_transaction_is_rolled_back(workplace: Workplace) -> None:
    with workplace.resources.sessions() as session:
        submit(
            session,
            workplace.resources.queues,
            COUNTING,
            tenant_id=workplace.tenant_id,
            user_id=None,
            arguments={},
        )
        session.rollback()
    assert workplace.resources.queues.waiting_counts()[MAINTENANCE] == 0


def test_a_job_that_redis_forgot_is_sent_again_once(workplace: Workplace) -> None:
    job_id = workplace.submit()
    workplace.resources.queues.redis.flushdb()
    assert not workplace.resources.queues.is_alive(workplace.job(job_id).ticket)
    assert resend_forgotten_jobs(workplace.resources, grace=timedelta()) == 1
    assert resend_forgotten_jobs(workplace.resources, grace=timedelta()) == 0
    assert workplace.resources.queues.is_alive(workplace.job(job_id).ticket)


def test_a_letter_of_one_tenant_is_not_held_up_by_many_files_of_another(workplace: Workplace) -> None:
    many = [workplace.submit() for _ in range(50)]
    with workplace.resources.sessions.begin() as session:
        other = Tenant(slug="sales", name="Sales")
        session.add(other)
        session.flush()
    letter = Workplace(workplace.resources, other.id).submit()
    assert waiting_in(workplace) == [many[0], letter, *many[1:]]
    workplace.resources.queues.redis.flushdb()
    assert resend_forgotten_jobs(workplace.resources, grace=timedelta()) == 51
    assert waiting_in(workplace) == [many[0], letter, *many[1:]]


def waiting_in(workplace: Workplace) -> list[int]:
    """Jobs in the order a worker takes them."""
    return [int(sent.args[0]) for sent in workplace.resources.queues.queue(MAINTENANCE).jobs]


def test_ended_jobs_are_not_sent_again(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()
    workplace.perform(job_id, count_to(1))
    workplace.resources.queues.redis.flushdb()
    assert resend_forgotten_jobs(workplace.resources, grace=timedelta()) == 0


def test_cancelling_a_queued_job_ends_it_at_once(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()
    with workplace.resources.sessions.begin() as session:
        assert cancel(session, workplace.tenant_id, job_id).status is JobStatus.CANCELLED
    workplace.perform(job_id, count_to(5))
    assert (workplace.job(job_id).status, workplace.job(job_id).ready_count) == (JobStatus.CANCELLED, 0)


def test_an_ended_job_cannot_be_cancelled(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()
    workplace.perform(job_id, count_to(1))
    with workplace.resources.sessions.begin() as session, pytest.raises(JobAlreadyEnded):
        cancel(session, workplace.tenant_id, job_id)


def test_another_tenant_neither_sees_nor_cancels_the_job(workplace: Workplace) -> None:
    job_id = workplace.submit()
    stranger = workplace.tenant_id + 1
    with workplace.resources.sessions.begin() as session:
        assert list_jobs(session, stranger, before=None, limit=10) == []
        with pytest.raises(JobNotFound):
            cancel(session, stranger, job_id)
