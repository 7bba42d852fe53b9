"""Maintenance of connected databases and answers."""

from datetime import timedelta

from sqlalchemy import or_, select

from spravka.answering.stopping import end_silent
from spravka.database_assistant.answering.answers import ANSWERS
from spravka.database_assistant.connecting import ask_to_learn
from spravka.database_assistant.tables import ConnectedDatabase, LearningState
from spravka.jobs.queries import current_time
from spravka.jobs.tables import Job, JobStatus
from spravka.resources import Resources

LEARN_EVERY = timedelta(hours=6)


def learn_old_databases(resources: Resources) -> None:
    """Have databases learned again whose knowledge is some hours old, those too whose learning was never ended."""
    with resources.sessions.begin() as session:
        since = current_time(session) - LEARN_EVERY
        job_ended = Job.status.in_([status for status in JobStatus if status.is_final])
        old = select(ConnectedDatabase).outerjoin(Job, Job.id == ConnectedDatabase.learning_job_id)
        old = old.where(or_(ConnectedDatabase.learning != LearningState.WAITING, Job.id.is_(None), job_ended))
        old = old.where(or_(ConnectedDatabase.learned_at.is_(None), ConnectedDatabase.learned_at < since))
        for database in session.scalars(old.with_for_update(skip_locked=True, of=ConnectedDatabase)).all():
            ask_to_learn(session, resources.queues, database, None)


def end_silent_answers(resources: Resources) -> None:
    """Answers whose process died say so, instead of running for ever."""
    end_silent(resources, ANSWERS)
