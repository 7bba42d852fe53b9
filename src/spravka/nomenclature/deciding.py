"""A person's word on rows: accept the item, choose another, or say that there is none. It counts at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ARRAY, BigInteger, Double, Text, bindparam, text
from sqlalchemy.orm import Session

from spravka.catalogues.confirming import NamedItem, confirm, forget_names
from spravka.catalogues.errors import ItemNotFound
from spravka.catalogues.queries import list_items_by_id
from spravka.jobs.queries import current_time, find_job_for_update
from spravka.jobs.submitting import cancel
from spravka.matching.normalising import is_readable, normalise
from spravka.nomenclature.errors import MappingRowNotFound, NothingToAccept
from spravka.nomenclature.queries import get_mapping, list_rows_for_update
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision

_DECIDE_TWINS = text(
    """
    UPDATE mapping_row AS row SET
        decision = said.decision,
        item_id = said.item_id,
        confidence = said.confidence,
        decided_by_id = :user_id,
        decided_by_person = true,
        decided_at = now()
    FROM unnest(:names, :decisions, :item_ids, :confidences) AS said (name, decision, item_id, confidence)
    WHERE row.mapping_run_id = :mapping_id AND row.name = said.name AND NOT row.decided_by_person
    """
).bindparams(
    bindparam("user_id", type_=BigInteger),
    bindparam("names", type_=ARRAY(Text)),
    bindparam("decisions", type_=ARRAY(Text)),
    bindparam("item_ids", type_=ARRAY(BigInteger)),
    bindparam("confidences", type_=ARRAY(Double)),
)


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
    _take_back(session, mapping, [row for row in rows if wanted[row.number].decision is not RowDecision.ACCEPTED])
    _store(session, mapping, [(row, wanted[row.number].decision, chosen.get(row.number)) for row in rows], user_id)
    _confirm_names(session, mapping, rows, user_id)
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


def _take_back(session: Session, mapping: MappingRun, rows: Sequence[MappingRow]) -> None:
    """Saying that an item is wrong takes back what was confirmed of the name."""
    wrong = [NamedItem(row.name, row.item_id) for row in rows if row.item_id is not None]
    forget_names(session, mapping.catalogue_id, wrong)


def _store(
    session: Session,
    mapping: MappingRun,
    decided: Sequence[tuple[MappingRow, RowDecision, int | None]],
    user_id: int | None,
) -> None:
    """Decide the rows themselves, then those of the same name that no person has decided."""
    now = current_time(session)
    for row, decision, item_id in decided:
        if decision is RowDecision.NO_SUCH_ITEM:
            row.item_id = None
        elif item_id is not None and item_id != row.item_id:
            row.item_id, row.confidence = item_id, 1.0
        row.decision, row.decided_at = decision, now
        row.decided_by_id, row.decided_by_person = user_id, True
    session.flush()
    newest = {row.name: row for row, _, _ in decided}
    session.execute(
        _DECIDE_TWINS,
        {
            "mapping_id": mapping.id,
            "user_id": user_id,
            "names": list(newest),
            "decisions": [row.decision.value for row in newest.values()],
            "item_ids": [row.item_id for row in newest.values()],
            "confidences": [row.confidence for row in newest.values()],
        },
    )


def _confirm_names(session: Session, mapping: MappingRun, rows: Sequence[MappingRow], user_id: int | None) -> None:
    matches = [
        NamedItem(row.name, row.item_id)
        for row in rows
        if row.decision is RowDecision.ACCEPTED and row.item_id is not None and is_readable(normalise(row.name))
    ]
    confirm(session, mapping.catalogue_id, matches, user_id)
