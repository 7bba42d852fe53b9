"""A person's word on rows: accept the item, choose another, or say that there is none. It counts at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from spravka.catalogues.confirming import NamedItem, confirm, forget_names
from spravka.catalogues.errors import ItemNotFound
from spravka.catalogues.queries import list_items_by_id
from spravka.jobs.queries import find_job_for_update
from spravka.jobs.submitting import cancel
from spravka.matching.normalising import is_readable, normalise
from spravka.nomenclature.errors import MappingRowNotFound, NothingToAccept
from spravka.nomenclature.queries import get_mapping, list_standings_for_update
from spravka.nomenclature.standings import Said, Standing, store_said, store_twins
from spravka.nomenclature.tables import MappingRun, RowDecision
from spravka.nomenclature.taking_back import take_back
from spravka.queue.queues import Queues


@dataclass(frozen=True)
class PersonDecision:
    """What is decided of a row; ``item_id`` chooses an item, None keeps the best candidate.

    No ``decision`` takes back what a person decided: the row is as the matcher left it.
    """

    number: int
    decision: RowDecision | None
    item_id: int | None = None


def decide_rows(
    session: Session,
    queues: Queues,
    tenant_id: int,
    mapping_id: int,
    decisions: Sequence[PersonDecision],
    user_id: int | None,
) -> int:
    """Store the decisions, all or none, and let the confirmed names answer from now on; returns how many rows.

    Rows of the run with the very same name follow: those not decided by a person yet, and those that followed the
    decision that is corrected now. Raises ``MappingRowNotFound``, :class:`NothingToAccept`, ``ItemNotFound``.
    """
    mapping = get_mapping(session, tenant_id, mapping_id)
    wanted = {decision.number: decision for decision in decisions}
    rows = list_standings_for_update(session, tenant_id, mapping_id, sorted(wanted))
    _check_all_found(mapping_id, wanted, rows)
    said = _said(wanted, rows)
    _check_items(session, mapping, {one.item_id for one in said if one.decision is RowDecision.ACCEPTED})
    if said:
        _store(session, mapping, said, user_id)
    take_back(session, queues, mapping, [row for row in rows if wanted[row.number].decision is None], user_id)
    return len(rows)


def delete_mapping(session: Session, tenant_id: int, mapping_id: int) -> None:
    """Delete a run with its rows; a job still at work on it ends at its next chunk."""
    mapping = get_mapping(session, tenant_id, mapping_id)
    job = find_job_for_update(session, mapping.job_id)
    if job is not None and not job.status.is_final:
        cancel(session, tenant_id, job.id)
    session.delete(mapping)


def _check_all_found(mapping_id: int, wanted: Mapping[int, PersonDecision], rows: Sequence[Standing]) -> None:
    missing = wanted.keys() - {row.number for row in rows}
    if missing:
        raise MappingRowNotFound(mapping_id, min(missing))


def _said(wanted: Mapping[int, PersonDecision], rows: Sequence[Standing]) -> list[Said]:
    """How the decided rows are to stand; raises :class:`NothingToAccept`."""
    said = []
    for row in rows:
        one = wanted[row.number]
        if one.decision is not None:
            item_id = _item_of(row, one.decision, one.item_id)
            said.append(Said(row, one.decision, item_id, _confidence_of(row, one.decision, item_id)))
    without = [one.row.number for one in said if one.decision is RowDecision.ACCEPTED and one.item_id is None]
    if without:
        raise NothingToAccept(without)
    return said


def _item_of(row: Standing, decision: RowDecision, chosen_id: int | None) -> int | None:
    """The chosen item, else the row's, else its best candidate where the matcher held that there was none."""
    if decision is RowDecision.NO_SUCH_ITEM:
        return None
    if decision is not RowDecision.ACCEPTED:
        return row.item_id
    return chosen_id or row.item_id or (row.best.item_id if row.best else None)


def _confidence_of(row: Standing, decision: RowDecision, item_id: int | None) -> float | None:
    """The matcher's confidence in its own item; an item that a person chose is certain."""
    if decision is not RowDecision.ACCEPTED or item_id == row.item_id:
        return row.confidence
    return row.best.confidence if row.best and row.best.item_id == item_id else 1.0


def _check_items(session: Session, mapping: MappingRun, ids: set[int | None]) -> None:
    """All of them are items of the run's catalogue."""
    named = {item_id for item_id in ids if item_id is not None}
    found = list_items_by_id(session, mapping.tenant_id, mapping.catalogue_id, sorted(named))
    unknown = named - {item.id for item in found}
    if unknown:
        raise ItemNotFound(str(min(unknown)))


def _store(session: Session, mapping: MappingRun, said: Sequence[Said], user_id: int | None) -> None:
    """Decide the rows and their twins, confirm the accepted names; saying that an item is wrong takes back what was
    confirmed of the name."""
    store_said(session, mapping.id, said, user_id, is_person=True)
    store_twins(session, mapping.id, said, user_id)
    refused = [one.row for one in said if one.decision is not RowDecision.ACCEPTED]
    wrong = [NamedItem(row.name, row.item_id) for row in refused if row.item_id is not None]
    forget_names(session, mapping.catalogue_id, wrong)
    accepted = [one for one in said if one.decision is RowDecision.ACCEPTED and is_readable(normalise(one.row.name))]
    matches = [NamedItem(one.row.name, one.item_id) for one in accepted if one.item_id is not None]
    confirm(session, mapping.catalogue_id, matches, user_id)
