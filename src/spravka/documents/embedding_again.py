"""Vectors that are still owed: the encoder was changed since, or could not be used when the document was read.

Nothing is read again. Until its vectors are made a document is found by its words, and its answers say so.
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from spravka.documents.tables import File, FileStatus
from spravka.errors import Unavailable
from spravka.jobs.queries import UNFINISHED, current_time
from spravka.jobs.submitting import JobKind, submit
from spravka.jobs.tables import Job, JobStatus
from spravka.queue.queues import PASSAGE_VECTORS
from spravka.resources import Resources
from spravka.telemetry import get_logger

log = get_logger(__name__)

EMBED_DOCUMENT = JobKind("embed_document", PASSAGE_VECTORS)
DOCUMENTS_AT_ONCE = 100
"""So many of a tenant are sent together; the next when these are done."""
TRIED_AGAIN_AFTER = timedelta(minutes=10)
"""A document that the present encoder has failed is not tried at every turn."""
LEFT_ALONE_FOR = timedelta(days=1)
"""One whose job was cancelled, or has ended worker after worker, is left alone for longer."""


def forget_other_bundles(resources: Resources) -> None:
    """Documents whose vectors another encoder has made are found by their words alone, and are told to be so. What it
    has made is taken away when they are embedded again."""
    with resources.sessions.begin() as session:
        others = _made_by_another(resources) & File.vectors_key.is_not(None)
        session.execute(update(File).where(others).values(vectors_key=None))


def embed_owed_documents(resources: Resources) -> int:
    """Have read documents embedded to which vectors are owed, unless none can be made now; returns how many."""
    forget_other_bundles(resources)
    with resources.sessions() as session:
        owed = _list_owed(session, resources)
    if not owed or not _can_embed(resources):
        return 0
    sent = sum(_send(resources, document_id) for document_id in owed)
    log.info("documents are embedded again", count=sent, encoder=resources.passage_encoder.name)
    return sent


def _list_owed(session: Session, resources: Resources) -> Sequence[int]:
    """The first of each tenant none of whose documents is being embedded again."""
    place = func.row_number().over(partition_by=File.tenant_id, order_by=File.id).label("place")
    unfinished = select(Job.tenant_id).where(Job.kind == EMBED_DOCUMENT.name, Job.status.in_(UNFINISHED))
    owed = select(File.id, place).outerjoin(Job, Job.id == File.job_id)
    owed = owed.where(_is_owed(session, resources), File.tenant_id.not_in(unfinished))
    placed = owed.subquery()
    return session.scalars(select(placed.c.id).where(placed.c.place <= DOCUMENTS_AT_ONCE).order_by(placed.c.id)).all()


def _is_owed(session: Session, resources: Resources) -> ColumnElement[bool]:
    now = current_time(session)
    tried_lately = Job.finished_at > now - TRIED_AGAIN_AFTER
    ended_badly = and_(Job.status.in_((JobStatus.FAILED, JobStatus.CANCELLED)), Job.finished_at > now - LEFT_ALONE_FOR)
    failed_before = and_(File.vectors_key.is_(None), or_(Job.id.is_(None), ~tried_lately))
    return and_(
        File.deleted_at.is_(None),
        File.status == FileStatus.READY,
        File.passage_count > 0,
        or_(Job.id.is_(None), and_(Job.finished_at.is_not(None), ~ended_badly)),
        or_(_made_by_another(resources), failed_before),
    )


def _made_by_another(resources: Resources) -> ColumnElement[bool]:
    return File.encoder.is_distinct_from(resources.passage_encoder.name)


def _can_embed(resources: Resources) -> bool:
    """Tried once for all documents: an encoder that cannot be used makes no jobs that fail one by one."""
    try:
        resources.vectors.ping()
        resources.passage_encoder.encode_queries(["?"])
    except Unavailable as problem:
        log.warning("documents wait for their vectors", problem=problem.type_slug())
        return False
    return True


def _send(resources: Resources, document_id: int) -> bool:
    """Submit the job; False where the document was changed meanwhile."""
    with resources.sessions.begin() as session:
        still = select(File).where(File.id == document_id, File.status == FileStatus.READY, File.deleted_at.is_(None))
        document = session.scalar(still.with_for_update(skip_locked=True))
        if document is None:
            return False
        job = submit(
            session,
            resources.queues,
            EMBED_DOCUMENT,
            tenant_id=document.tenant_id,
            user_id=None,
            arguments={"document_id": document_id},
            total_count=document.passage_count,
        )
        document.status, document.status_reason, document.job_id = FileStatus.EMBEDDING, None, job.id
    return True
