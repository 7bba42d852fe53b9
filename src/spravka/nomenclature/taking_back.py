"""Taking a person's decision back: the row is as the matcher left it, and what the decision taught is unlearnt."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from spravka.catalogues.confirming import NamedItem, confirm_again, forget_names
from spravka.catalogues.queries import get_catalogue
from spravka.jobs.queries import find_job_for_update
from spravka.jobs.tables import Job, JobStatus
from spravka.matching.deciding import Thresholds, decide
from spravka.nomenclature.queries import list_accepted_names, list_followers_for_update
from spravka.nomenclature.standings import Said, Standing, store_said
from spravka.nomenclature.starting import submit_again
from spravka.nomenclature.tables import MappingRun, RowDecision
from spravka.queue.queues import Queues


def take_back(
    session: Session, queues: Queues, mapping: MappingRun, rows: Sequence[Standing], user_id: int | None
) -> None:
    """Let the rows that a person decided, and those of the same name that followed them, be as the matcher left them.

    A name that was confirmed by that is withdrawn, unless another accepted row says the same; one that had been
    confirmed before is confirmed again. Rows that no matcher has seen yet are mapped. Rows that no person decided
    stay as they are.
    """
    meant = [row for row in rows if row.is_persons]
    if not meant:
        return
    decided = list_followers_for_update(session, mapping.tenant_id, mapping.id, meant)
    thresholds = _thresholds(session, mapping)
    said = [_as_matched(row, thresholds) for row in decided]
    store_said(session, mapping.id, said, None, is_person=False)
    _withdraw_names(session, mapping, decided)
    _confirm_again(session, mapping, decided, user_id)
    if any(one.decision is RowDecision.PENDING for one in said):
        _have_mapped(session, queues, mapping, user_id)


def _thresholds(session: Session, mapping: MappingRun) -> Thresholds:
    catalogue = get_catalogue(session, mapping.tenant_id, mapping.catalogue_id)
    return Thresholds(accept=catalogue.accept_from, hopeless=catalogue.no_item_below)


def _as_matched(row: Standing, thresholds: Thresholds) -> Said:
    """What the matcher said of the row; nothing yet where a person was faster."""
    if not row.is_mapped:
        return Said(row, RowDecision.PENDING, None, None)
    confidence = row.best.confidence if row.best else None
    decision = RowDecision(decide(confidence, thresholds).value)
    item_id = row.best.item_id if row.best and decision is not RowDecision.NO_SUCH_ITEM else None
    return Said(row, decision, item_id, confidence)


def _withdraw_names(session: Session, mapping: MappingRun, rows: Sequence[Standing]) -> None:
    """The rows themselves are no longer accepted by a person: what is found is said by others."""
    taught = {(row.name, row.item_id) for row in rows if row.is_accepted_by_person and not _was_confirmed(row)}
    pairs = [NamedItem(name, item_id) for name, item_id in taught if item_id is not None]
    others = list_accepted_names(session, mapping.tenant_id, mapping.catalogue_id, pairs)
    forget_names(session, mapping.catalogue_id, [pair for pair in pairs if pair not in others])


def _was_confirmed(row: Standing) -> bool:
    """Whether the name had been tied to the row's item before a person accepted the row."""
    return row.best is not None and row.best.is_confirmed and row.best.item_id == row.item_id


def _confirm_again(session: Session, mapping: MappingRun, rows: Sequence[Standing], user_id: int | None) -> None:
    known = [NamedItem(row.name, row.best.item_id) for row in rows if row.best and row.best.is_confirmed]
    confirm_again(session, mapping.catalogue_id, known, user_id)


def _have_mapped(session: Session, queues: Queues, mapping: MappingRun, user_id: int | None) -> None:
    """Have rows mapped that wait again, where the run's job does not come to them; a cancelled run stays cancelled."""
    job = find_job_for_update(session, mapping.job_id)
    if job is None or not _is_through(job):
        return
    submitted = submit_again(session, queues, mapping, user_id)
    if job.status.is_final:
        mapping.job_id = submitted.id
    session.flush()


def _is_through(job: Job) -> bool:
    """True where the job has looked for waiting rows for the last time, or may have."""
    is_all_ready = job.total_count is not None and job.ready_count >= job.total_count
    return job.status is JobStatus.FINISHED or (job.status is JobStatus.STARTED and is_all_ready)
