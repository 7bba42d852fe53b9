"""Sending again what Redis has forgotten: the rows in Postgres are the truth."""

from datetime import timedelta

from spravka.jobs.queries import current_time, list_unfinished_jobs
from spravka.resources import Resources
from spravka.telemetry import get_logger

log = get_logger(__name__)

SEND_GRACE = timedelta(seconds=5)
"""A job younger than this may just be on its way from its commit to Redis."""


def resend_forgotten_jobs(resources: Resources, grace: timedelta = SEND_GRACE) -> int:
    """Send every unfinished job that RQ neither holds nor runs; returns how many were sent."""
    with resources.sessions() as session:
        jobs = list_unfinished_jobs(session, created_before=current_time(session) - grace)
        unfinished = [(job.id, job.queue, job.put_back_count) for job in jobs]
    forgotten = [one for one in unfinished if not resources.queues.is_alive(one[0], one[2])]
    for job_id, queue, turn in forgotten:
        log.warning("forgotten job sent again", job_id=job_id)
        resources.queues.send_job(queue, job_id, turn)
    return len(forgotten)
