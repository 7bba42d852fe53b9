"""A run as a file: every original column as it was, and the results beside them."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from spravka.catalogues.tables import CatalogueItem
from spravka.nomenclature.names import NAME_FIELDS
from spravka.nomenclature.queries import get_mapping, list_rows
from spravka.nomenclature.reading import NOTE_CODES, read_all_rows, read_group_names, read_items
from spravka.nomenclature.result_words import ResultLanguage, ResultWords, words_for
from spravka.nomenclature.row_filters import EVERY_ROW, RowFilter
from spravka.nomenclature.tables import MappingRow, MappingRun
from spravka.sheets.writing import write_csv, write_xlsx

OTHER_CANDIDATES = 4
FIRST_ROWS = 20
STEM_LETTERS = 100

_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class DownloadFormat(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


def write_download(
    session: Session,
    tenant_id: int,
    mapping_id: int,
    file_format: DownloadFormat,
    target: Path,
    language: ResultLanguage | None = None,
    row_filter: RowFilter = EVERY_ROW,
) -> MappingRun:
    """Write the run, or its rows that meet the filter, into ``target``, row by row, as far as it is mapped; without
    ``language`` in the price list's."""
    mapping = get_mapping(session, tenant_id, mapping_id)
    first = list_rows(session, tenant_id, mapping_id, after=None, limit=FIRST_ROWS)
    words = words_for(mapping.header, [row.name for row in first], language)
    header = (*_own_header(mapping, words), *words.header)
    rows = _result_rows(session, mapping, words, row_filter)
    if file_format is DownloadFormat.XLSX:
        write_xlsx(target, header, rows)
    else:
        with target.open("wb") as file:
            write_csv(file, header, rows)
    return mapping


def stem_of(mapping: MappingRun) -> str:
    """What a file of the run is called, before its ending: as the price list, else as the run."""
    stem = Path(mapping.file_name).stem if mapping.file_name else _NO_FILE_NAME.sub(" ", mapping.title)
    return stem.strip()[:STEM_LETTERS] or f"mapping-{mapping.id}"


def _own_header(mapping: MappingRun, words: ResultWords) -> Sequence[str]:
    """The price list's own; names that came without one stand under a word for them."""
    return [words.name] if mapping.file_name is None and mapping.header == [NAME_FIELDS[0]] else mapping.header


def _result_rows(
    session: Session, mapping: MappingRun, words: ResultWords, row_filter: RowFilter
) -> Iterator[Sequence[Any]]:
    for rows in read_all_rows(session, mapping, row_filter):
        items = read_items(session, mapping, _ids(rows))
        groups = read_group_names(session, mapping, {row.group_code for row in rows if row.group_code})
        for row in rows:
            yield (*row.cells, *_results(row, items, groups, words))


def _ids(rows: Sequence[MappingRow]) -> set[int]:
    shown = {candidate["item_id"] for row in rows for candidate in (row.candidates or [])[: OTHER_CANDIDATES + 1]}
    return shown | {row.item_id for row in rows if row.item_id is not None}


def _results(
    row: MappingRow, items: dict[int, CatalogueItem], groups: dict[str, str | None], words: ResultWords
) -> Sequence[Any]:
    item = items.get(row.item_id or 0)
    return (
        words.decisions[row.decision],
        item.code if item else None,
        item.name if item else None,
        item.unit if item else None,
        _rounded(row.confidence) if item else None,
        row.group_code,
        groups.get(row.group_code or ""),
        _rounded(row.group_confidence),
        _reasons_text(row, words),
        _others_text(row, items),
    )


def _rounded(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, 3)


def _reasons_text(row: MappingRow, words: ResultWords) -> str | None:
    if row.decided_by_person:
        return words.by_person
    chosen = next((one for one in row.candidates or [] if one["item_id"] == row.item_id), None)
    if chosen is not None:
        return words.tell_reasons(chosen["reasons"]) or None
    code = NOTE_CODES.get(row.note or "")
    return words.notes[code] if code else row.note


def _others_text(row: MappingRow, items: dict[int, CatalogueItem]) -> str | None:
    others = [items[one["item_id"]] for one in row.candidates or [] if one["item_id"] in items]
    lines = [f"{item.code} {item.name}" for item in others if item.id != row.item_id]
    return "\n".join(lines[:OTHER_CANDIDATES]) or None
