"""What a job promises whatever happens to the worker that runs it."""

import pytest

from spravka.errors import Rejected, Unavailable
from spravka.jobs.running import MAX_ATTEMPTS, JobRun
from spravka.jobs.submitting import cancel
from spravka.jobs.tables import JobStatus
from tests.jobs.conftest import CountTo, Workplace


class SheetTorn(Rejected):
    title = "The sheet is torn"


class PartAway(Unavailable):
    title = "A part is away"


class PowerCut(BaseException):
    """Ends a run at once, as SIGKILL does: nothing of it can react."""


def test_a_job_that_runs_through_is_finished_with_its_counts(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()
    workplace.perform(job_id, count_to(3))
    job = workplace.job(job_id)
    assert (job.status, job.stage, job.ready_count, job.total_count) == (JobStatus.FINISHED, "counting", 3, 3)
    assert job.started_at is not None and job.finished_at is not None


def test_a_finished_job_is_not_run_again(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()
    workplace.perform(job_id, count_to(1))
    workplace.perform(job_id, count_to(100))
    assert workplace.job(job_id).ready_count == 1


def test_a_run_that_dies_leaves_the_chunks_it_stored_and_the_next_one_goes_on(workplace: Workplace) -> None:
    job_id = workplace.submit()

    def die_in_the_third_chunk(run: JobRun) -> None:
        for number in range(3):
            with run.chunk() as chunk:
                chunk.advance(1)
                if number == 2:
                    raise PowerCut

    with pytest.raises(PowerCut):
        workplace.perform(job_id, die_in_the_third_chunk)
    assert (workplace.job(job_id).status, workplace.job(job_id).ready_count) == (JobStatus.STARTED, 2)

    def finish_what_is_left(run: JobRun) -> None:
        with run.chunk() as chunk:
            chunk.advance(3 - chunk.job.ready_count)

    workplace.perform(job_id, finish_what_is_left)
    job = workplace.job(job_id)
    assert (job.status, job.ready_count, job.attempt) == (JobStatus.FINISHED, 3, 2)


def test_a_run_that_was_taken_over_can_store_nothing(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()

    def lose_the_job_in_the_middle(run: JobRun) -> None:
        with run.chunk() as chunk:
            chunk.advance(1)
        workplace.perform(job_id, count_to(5))
        with run.chunk() as chunk:
            chunk.advance(1000)

    workplace.perform(job_id, lose_the_job_in_the_middle)
    job = workplace.job(job_id)
    assert (job.status, job.ready_count, job.attempt) == (JobStatus.FINISHED, 5, 2)


def test_a_problem_ends_the_job_and_is_kept_with_its_type(workplace: Workplace) -> None:
    job_id = workplace.submit()

    def refuse(run: JobRun) -> None:
        raise SheetTorn

    workplace.perform(job_id, refuse)
    job = workplace.job(job_id)
    assert job.status is JobStatus.FAILED
    assert job.problem == {"type": "sheet-torn", "title": "The sheet is torn", "detail": "The sheet is torn"}


def test_an_unforeseen_error_ends_the_job_without_telling_its_secrets(workplace: Workplace) -> None:
    job_id = workplace.submit()

    def break_down(run: JobRun) -> None:
        raise ValueError("password=hunter2")

    workplace.perform(job_id, break_down)
    job = workplace.job(job_id)
    assert job.status is JobStatus.FAILED
    assert job.problem is not None and job.problem["type"] == "job-broke"
    assert "hunter2" not in str(job.problem)


def test_a_part_that_is_away_makes_the_job_wait_for_another_try(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()

    def find_a_part_away(run: JobRun) -> None:
        raise PartAway

    with pytest.raises(PartAway):
        workplace.perform(job_id, find_a_part_away)
    assert workplace.job(job_id).status is JobStatus.STARTED
    workplace.perform(job_id, count_to(1))
    assert workplace.job(job_id).status is JobStatus.FINISHED


def test_a_job_that_never_gets_through_fails_after_the_last_attempt(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()

    def die(run: JobRun) -> None:
        raise PowerCut

    for _ in range(MAX_ATTEMPTS):
        with pytest.raises(PowerCut):
            workplace.perform(job_id, die)
    workplace.perform(job_id, count_to(1))
    job = workplace.job(job_id)
    assert job.status is JobStatus.FAILED
    assert job.problem is not None and job.problem["type"] == "worker-died-too-often"


def test_cancelling_a_started_job_ends_it_at_its_next_chunk(workplace: Workplace) -> None:
    job_id = workplace.submit()

    def be_cancelled_in_the_middle(run: JobRun) -> None:
        with run.chunk() as chunk:
            chunk.advance(1)
        with workplace.resources.sessions.begin() as session:
            cancel(session, workplace.tenant_id, job_id)
        with run.chunk() as chunk:
            chunk.advance(1)

    workplace.perform(job_id, be_cancelled_in_the_middle)
    job = workplace.job(job_id)
    assert (job.status, job.ready_count) == (JobStatus.CANCELLED, 1)


def test_a_job_of_an_unknown_kind_fails_and_says_so(workplace: Workplace, count_to: CountTo) -> None:
    from spravka.jobs.running import perform

    job_id = workplace.submit()
    perform(workplace.resources, {}, job_id)
    assert workplace.job(job_id).status is JobStatus.FAILED


def test_a_job_that_lets_others_go_first_waits_behind_them_and_goes_on(workplace: Workplace) -> None:
    job_id, other_id = workplace.submit(), workplace.submit()

    def count_a_little(run: JobRun) -> None:
        for _ in range(3):
            with run.chunk() as chunk:
                chunk.advance(1)
            run.let_others_go_first()

    workplace.perform(job_id, count_a_little)
    job = workplace.job(job_id)
    assert (job.status, job.ready_count, job.put_back_count) == (JobStatus.QUEUED, 1, 1)
    waiting = [tuple(sent.args) for sent in workplace.resources.queues.queue(job.queue).jobs]
    assert waiting[-2:] == [(other_id,), (job_id,)]
    assert workplace.resources.queues.is_alive(job.ticket)


def test_a_job_goes_on_where_nobody_waits(workplace: Workplace) -> None:
    job_id = workplace.submit()
    workplace.resources.queues.redis.flushdb()

    def count_in_one_go(run: JobRun) -> None:
        for _ in range(3):
            with run.chunk() as chunk:
                chunk.advance(1)
            run.let_others_go_first()

    workplace.perform(job_id, count_in_one_go)
    assert (workplace.job(job_id).status, workplace.job(job_id).ready_count) == (JobStatus.FINISHED, 3)


def test_letting_others_go_first_is_no_failed_attempt(workplace: Workplace, count_to: CountTo) -> None:
    job_id = workplace.submit()

    def step_aside(run: JobRun) -> None:
        run.let_others_go_first()

    for _ in range(MAX_ATTEMPTS + 1):
        workplace.perform(job_id, step_aside)
    workplace.perform(job_id, count_to(3))
    assert workplace.job(job_id).status is JobStatus.FINISHED
