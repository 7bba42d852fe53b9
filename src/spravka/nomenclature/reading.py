"""Runs and rows as people see them: the present names of items and groups beside what was found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from spravka.catalogues.queries import list_groups_by_code, list_items_by_id
from spravka.catalogues.tables import CatalogueItem
from spravka.database.batches import batches
from spravka.nomenclature.queries import count_decisions, list_people, list_rows
from spravka.nomenclature.row_filters import EVERY_ROW, RowFilter
from spravka.nomenclature.schemas import CandidateOut, GroupGuessOut, MappingOut, MappingRowOut, NoteCode
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision

READ_ROWS = 2_000
LOOKUP_IDS = 10_000

NOTE_CODES: Mapping[str, NoteCode] = {
    "The name has no letters or digits to match by.": "unreadable_name",
    "The catalogue is empty.": "empty_catalogue",
}
"""What the matcher notes of a name, for programs."""


def show_mappings(session: Session, tenant_id: int, mappings: Sequence[MappingRun]) -> list[MappingOut]:
    """The runs with how far they are, counted in one query."""
    counts = count_decisions(session, tenant_id, [mapping.id for mapping in mappings])
    return [_show_mapping(mapping, counts[mapping.id]) for mapping in mappings]


def show_rows(session: Session, mapping: MappingRun, rows: Sequence[MappingRow]) -> list[MappingRowOut]:
    """The rows with names of items, groups and people, read in one query each."""
    ids = {candidate["item_id"] for row in rows for candidate in row.candidates or []}
    items = read_items(session, mapping, ids | {row.item_id for row in rows if row.item_id})
    group_names = read_group_names(session, mapping, {guess["code"] for row in rows for guess in row.groups or []})
    people = _list_people(session, mapping, rows)
    return [_show_row(row, items, group_names, people) for row in rows]


def read_group_names(session: Session, mapping: MappingRun, codes: set[str]) -> dict[str, str | None]:
    """Names of groups of the run's catalogue by code; a group may have none."""
    found = list_groups_by_code(session, mapping.tenant_id, mapping.catalogue_id, sorted(codes))
    return {group.code: group.name for group in found}


def read_items(session: Session, mapping: MappingRun, ids: set[int]) -> dict[int, CatalogueItem]:
    """Items of the run's catalogue by id."""
    found: dict[int, CatalogueItem] = {}
    for part in batches(sorted(ids), LOOKUP_IDS):
        items = list_items_by_id(session, mapping.tenant_id, mapping.catalogue_id, part)
        found |= {item.id: item for item in items}
    return found


def read_all_rows(
    session: Session, mapping: MappingRun, row_filter: RowFilter = EVERY_ROW
) -> Iterator[Sequence[MappingRow]]:
    """Every row of the run that meets the filter, some at a time, in the file's order."""
    after = 0
    while rows := list_rows(
        session, mapping.tenant_id, mapping.id, after=after, limit=READ_ROWS, row_filter=row_filter
    ):
        yield rows
        after = rows[-1].number
        session.expunge_all()


def _show_mapping(mapping: MappingRun, counts: Mapping[RowDecision, int]) -> MappingOut:
    told = {name: getattr(mapping, name) for name in MappingOut.model_fields.keys() - {"decision_counts"}}
    return MappingOut(**told, decision_counts=dict(counts))


def _list_people(session: Session, mapping: MappingRun, rows: Sequence[MappingRow]) -> dict[int, str]:
    numbers = [row.number for row in rows if row.decided_by_id]
    return list_people(session, mapping.tenant_id, mapping.id, numbers) if numbers else {}


def _show_row(
    row: MappingRow, items: dict[int, CatalogueItem], group_names: dict[str, str | None], people: dict[int, str]
) -> MappingRowOut:
    return MappingRowOut(
        number=row.number,
        file_row_number=row.file_row_number,
        cells=row.cells,
        name=row.name,
        decision=row.decision,
        group_code=row.group_code,
        group_confidence=row.group_confidence,
        groups=[_show_group(guess, group_names) for guess in row.groups or []],
        item_id=row.item_id,
        confidence=row.confidence,
        candidates=[
            _show_candidate(candidate, items[candidate["item_id"]])
            for candidate in row.candidates or []
            if candidate["item_id"] in items
        ],
        note=row.note,
        note_code=NOTE_CODES.get(row.note or ""),
        decided_by_person=row.decided_by_person,
        decided_by_id=row.decided_by_id,
        decided_by=people.get(row.decided_by_id or 0),
        decided_at=row.decided_at,
    )


def _show_group(guess: dict[str, Any], group_names: dict[str, str | None]) -> GroupGuessOut:
    return GroupGuessOut(code=guess["code"], name=group_names.get(guess["code"]), confidence=guess["confidence"])


def _show_candidate(candidate: dict[str, Any], item: CatalogueItem) -> CandidateOut:
    return CandidateOut(
        item_id=item.id,
        code=item.code,
        name=item.name,
        unit=item.unit,
        group_code=item.group_code,
        confidence=candidate["confidence"],
        reasons=candidate["reasons"],
    )
