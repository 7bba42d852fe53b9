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
        unfinished = [(job.queue, job.ticket) for job in jobs]
    forgotten = [(queue, ticket) for queue, ticket in unfinished if not resources.queues.is_alive(ticket)]
    for queue, ticket in forgotten:
        log.warning("forgotten job sent again", job_id=ticket.job_id)
        resources.queues.send_job(queue, ticket)
    return len(forgotten)
