"""Bringing a file's rows into a catalogue: each row is created, changed, unchanged, or refused with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from spravka.catalogues.queries import get_import
from spravka.catalogues.rows import CatalogueColumns, GroupRow, ItemRow, RejectedRow, SortedRows, sort_rows
from spravka.catalogues.tables import CatalogueGroup, CatalogueImport, ImportRejection
from spravka.database.batches import batches
from spravka.jobs.queries import current_time
from spravka.jobs.running import JobRun
from spravka.sheets.reading import read_sheet

CHUNK_ROWS = 5_000

_TEXTS = ARRAY(Text)

# One statement for a whole chunk: what differs is changed, what is the same is left alone, so that a second
# import of the same file writes nothing. A changed name has to be embedded again.
_UPSERT_ITEMS = text(
    """
    INSERT INTO catalogue_item AS item (catalogue_id, code, name, group_code, unit)
    SELECT :catalogue_id, * FROM unnest(:codes, :names, :group_codes, :units)
    ON CONFLICT (catalogue_id, code) DO UPDATE SET
        name = excluded.name,
        group_code = excluded.group_code,
        unit = excluded.unit,
        is_embedded = item.is_embedded AND item.name = excluded.name AND item.deleted_at IS NULL,
        deleted_at = NULL,
        changed_at = now()
    WHERE (item.name, item.group_code, item.unit, item.deleted_at)
        IS DISTINCT FROM (excluded.name, excluded.group_code, excluded.unit, NULL)
    RETURNING (xmax = 0) AS is_new
    """
).bindparams(
    bindparam("codes", type_=_TEXTS),
    bindparam("names", type_=_TEXTS),
    bindparam("group_codes", type_=_TEXTS),
    bindparam("units", type_=_TEXTS),
)

_REMOVE_ABSENT = text(
    """
    UPDATE catalogue_item AS item SET deleted_at = now(), changed_at = now()
    WHERE item.catalogue_id = :catalogue_id AND item.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM unnest(:codes) AS kept WHERE kept = item.code)
    """
).bindparams(bindparam("codes", type_=_TEXTS))


def import_rows(run: JobRun) -> bool:
    """The stage "importing" of a run; a rerun goes on after the last stored chunk.

    Returns whether the catalogue differs from before, counting what earlier runs of the job stored.
    """
    run.enter_stage("importing")  # a large file takes a while to read
    found, sorted_rows = _read(run)
    total_count = len(sorted_rows.items) + len(sorted_rows.rejected)
    run.enter_stage("importing", total_count, ready_count=found.ready_row_count)
    if found.ready_row_count == 0:
        _store_refusals_and_groups(run, found.id, sorted_rows)
    stored_count = max(0, found.ready_row_count - len(sorted_rows.rejected))
    for items in batches(sorted_rows.items[stored_count:], CHUNK_ROWS):
        _store_items(run, found.id, items)
    return _finish(run, found.id, _present_codes(sorted_rows, found.columns["code"]))


def _read(run: JobRun) -> tuple[CatalogueImport, SortedRows]:
    with run.resources.sessions() as session:
        found = get_import(session, run.tenant_id, run.arguments["import_id"])
    path = run.resources.files.path(found.content_hash)
    sheet = read_sheet(path, file_name=found.file_name, sheet=found.sheet_name)
    return found, sort_rows(sheet.rows, CatalogueColumns(**found.columns))


def _store_refusals_and_groups(run: JobRun, import_id: int, sorted_rows: SortedRows) -> None:
    with run.chunk() as chunk:
        found = get_import(chunk.session, run.tenant_id, import_id)
        _insert_refusals(chunk.session, import_id, sorted_rows.rejected)
        _upsert_groups(chunk.session, found.catalogue_id, sorted_rows.groups.values())
        found.rejected_count = found.ready_row_count = len(sorted_rows.rejected)
        chunk.advance(len(sorted_rows.rejected))


def _insert_refusals(session: Session, import_id: int, rejected: Sequence[RejectedRow]) -> None:
    rows = [{"import_id": import_id, **asdict(row), "cells": list(row.cells)} for row in rejected]
    for part in batches(rows, CHUNK_ROWS):
        session.execute(insert(ImportRejection), part)


def _upsert_groups(session: Session, catalogue_id: int, groups: Iterable[GroupRow]) -> None:
    rows = [_group_values(catalogue_id, group) for group in groups]
    for part in batches(rows, CHUNK_ROWS):
        statement = insert(CatalogueGroup)
        statement = statement.on_conflict_do_update(
            index_elements=["catalogue_id", "code"],
            set_={"name": statement.excluded.name, "parent_code": statement.excluded.parent_code},
            where=statement.excluded.name.is_not(None),
        )
        session.execute(statement, part)


def _group_values(catalogue_id: int, group: GroupRow) -> dict[str, Any]:
    return {"catalogue_id": catalogue_id, **asdict(group)}


def _store_items(run: JobRun, import_id: int, items: Sequence[ItemRow]) -> None:
    with run.chunk() as chunk:
        found = get_import(chunk.session, run.tenant_id, import_id)
        is_new = list(chunk.session.scalars(_UPSERT_ITEMS, _columns_of(found.catalogue_id, items)))
        found.created_count += sum(is_new)
        found.changed_count += len(is_new) - sum(is_new)
        found.unchanged_count += len(items) - len(is_new)
        found.ready_row_count += len(items)
        chunk.advance(len(items))


def _columns_of(catalogue_id: int, items: Sequence[ItemRow]) -> dict[str, Any]:
    return {
        "catalogue_id": catalogue_id,
        "codes": [item.code for item in items],
        "names": [item.name for item in items],
        "group_codes": [item.group_code for item in items],
        "units": [item.unit for item in items],
    }


def _present_codes(sorted_rows: SortedRows, code_column: int) -> list[str]:
    """Every code that stands in the file: an item whose row was refused is not absent."""
    refused = (row.cells[code_column] for row in sorted_rows.rejected)
    return [item.code for item in sorted_rows.items] + [str(code).strip() for code in refused if code is not None]


def _finish(run: JobRun, import_id: int, present_codes: Sequence[str]) -> bool:
    with run.chunk() as chunk:
        found = get_import(chunk.session, run.tenant_id, import_id)
        if found.finished_at is None:
            if found.removes_absent:
                found.removed_count = _remove_absent(chunk.session, found.catalogue_id, present_codes)
            found.finished_at = current_time(chunk.session)
        return found.created_count + found.changed_count + found.removed_count > 0


def _remove_absent(session: Session, catalogue_id: int, present_codes: Sequence[str]) -> int:
    removed: Any = session.execute(_REMOVE_ABSENT, {"catalogue_id": catalogue_id, "codes": list(present_codes)})
    return int(removed.rowcount)
