"""A person's word on rows: accept the item, choose another, or say that there is none. It counts at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from spravka.catalogues.confirming import NamedItem, confirm, forget_name
from spravka.catalogues.errors import ItemNotFound
from spravka.catalogues.queries import get_catalogue, list_items_by_id
from spravka.jobs.queries import current_time, find_job_for_update
from spravka.jobs.submitting import cancel
from spravka.matching.normalising import is_readable, normalise
from spravka.nomenclature.errors import MappingRowNotFound, NothingToAccept
from spravka.nomenclature.queries import get_mapping, list_rows_for_update
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision


@dataclass(frozen=True)
class PersonDecision:
    """What is decided of a row; ``item_id`` chooses an item, None keeps the best candidate."""

    number: int
    decision: RowDecision
    item_id: int | None = None


def decide_rows(
    session: Session,
    tenant_id: int,
    mapping_id: int,
    decisions: Sequence[PersonDecision],
    user_id: int | None,
) -> Sequence[MappingRow]:
    """Store the decisions, all or none, and let the confirmed names answer from now on.

    Rows of the run with the very same name, not decided by a person yet, follow. Raises
    ``MappingRowNotFound``, :class:`NothingToAccept`, ``ItemNotFound``.
    """
    mapping = get_mapping(session, tenant_id, mapping_id)
    wanted = {decision.number: decision for decision in decisions}
    rows = list_rows_for_update(session, tenant_id, mapping_id, sorted(wanted))
    _check_all_found(mapping_id, wanted, rows)
    chosen = _chosen_items(session, mapping, wanted, rows)
    for row in rows:
        _decide_row(session, mapping, row, wanted[row.number].decision, chosen.get(row.number), user_id)
    _confirm_names(session, mapping, rows, user_id)
    session.flush()
    return rows


def delete_mapping(session: Session, tenant_id: int, mapping_id: int) -> None:
    """Delete a run with its rows; a job still at work on it ends at its next chunk."""
    mapping = get_mapping(session, tenant_id, mapping_id)
    job = find_job_for_update(session, mapping.job_id)
    if job is not None and not job.status.is_final:
        cancel(session, tenant_id, job.id)
    session.delete(mapping)


def _check_all_found(mapping_id: int, wanted: Mapping[int, PersonDecision], rows: Sequence[MappingRow]) -> None:
    missing = wanted.keys() - {row.number for row in rows}
    if missing:
        raise MappingRowNotFound(mapping_id, min(missing))


def _chosen_items(
    session: Session, mapping: MappingRun, wanted: Mapping[int, PersonDecision], rows: Sequence[MappingRow]
) -> dict[int, int]:
    """The item of every accepted row; all of them are items of the run's catalogue."""
    accepted = [row for row in rows if wanted[row.number].decision is RowDecision.ACCEPTED]
    chosen = {row.number: wanted[row.number].item_id or _best_item(row) for row in accepted}
    without = [number for number, item_id in chosen.items() if item_id is None]
    if without:
        raise NothingToAccept(without)
    ids = {number: item_id for number, item_id in chosen.items() if item_id is not None}
    _check_items(session, mapping, set(ids.values()))
    return ids


def _best_item(row: MappingRow) -> int | None:
    """The row's item, or its best candidate where the machine held that there was none."""
    if row.item_id is not None or not row.candidates:
        return row.item_id
    best: int = row.candidates[0]["item_id"]
    return best


def _check_items(session: Session, mapping: MappingRun, ids: set[int]) -> None:
    found = list_items_by_id(session, mapping.tenant_id, mapping.catalogue_id, sorted(ids))
    unknown = ids - {item.id for item in found}
    if unknown:
        raise ItemNotFound(str(min(unknown)))


def _decide_row(
    session: Session,
    mapping: MappingRun,
    row: MappingRow,
    decision: RowDecision,
    item_id: int | None,
    user_id: int | None,
) -> None:
    """Decide the row and the rows like it; saying that an item is wrong takes back its confirmation."""
    if row.item_id is not None and decision is not RowDecision.ACCEPTED:
        forget_name(session, mapping.catalogue_id, row.name, row.item_id)
    values: dict[str, Any] = {
        "decision": decision,
        "decided_by_id": user_id,
        "decided_by_person": True,
        "decided_at": current_time(session),
    }
    if decision is RowDecision.NO_SUCH_ITEM:
        values["item_id"] = None
    elif item_id is not None and item_id != row.item_id:
        values |= {"item_id": item_id, "confidence": 1.0}
    same_name = (
        (MappingRow.mapping_run_id == mapping.id) & (MappingRow.name == row.name) & ~MappingRow.decided_by_person
    )
    session.execute(update(MappingRow).where(same_name).values(values))
    for name, value in values.items():
        setattr(row, name, value)


def _confirm_names(session: Session, mapping: MappingRun, rows: Sequence[MappingRow], user_id: int | None) -> None:
    get_catalogue(session, mapping.tenant_id, mapping.catalogue_id)
    matches = [
        NamedItem(row.name, row.item_id)
        for row in rows
        if row.decision is RowDecision.ACCEPTED and row.item_id is not None and is_readable(normalise(row.name))
    ]
    confirm(session, mapping.catalogue_id, matches, user_id)
