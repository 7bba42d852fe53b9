"""Mapping a run's rows, chunk by chunk: what a person decided meanwhile stays as he decided it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Double, Integer, Text, bindparam, func, select, text

from spravka.catalogues.contents import read_confirmed_since
from spravka.catalogues.opening import OpenedCatalogue, open_catalogue
from spravka.catalogues.queries import get_catalogue
from spravka.jobs.queries import current_time
from spravka.jobs.running import JobRun
from spravka.matching.deciding import Decision, Thresholds, decide
from spravka.matching.matcher import Match
from spravka.nomenclature.queries import get_mapping
from spravka.nomenclature.tables import MappingRow, RowDecision

FIRST_CHUNK_ROWS = 100
CHUNK_ROWS = 2_000
"""The first chunk is small, so that whoever watches sees rows at once."""

_STORE_MATCHES = text(
    """
    UPDATE mapping_row AS row SET
        decision = found.decision,
        group_code = found.group_code,
        group_confidence = found.group_confidence,
        groups = found.groups::jsonb,
        item_id = found.item_id,
        confidence = found.confidence,
        candidates = found.candidates::jsonb,
        note = found.note,
        decided_at = now()
    FROM unnest(
        :numbers, :decisions, :group_codes, :group_confidences, :groups, :item_ids, :confidences, :candidates, :notes
    ) AS found (
        number, decision, group_code, group_confidence, groups, item_id, confidence, candidates, note
    )
    WHERE row.mapping_run_id = :mapping_id AND row.number = found.number AND NOT row.decided_by_person
    """
).bindparams(
    bindparam("numbers", type_=ARRAY(Integer)),
    bindparam("decisions", type_=ARRAY(Text)),
    bindparam("group_codes", type_=ARRAY(Text)),
    bindparam("group_confidences", type_=ARRAY(Double)),
    bindparam("groups", type_=ARRAY(Text)),
    bindparam("item_ids", type_=ARRAY(BigInteger)),
    bindparam("confidences", type_=ARRAY(Double)),
    bindparam("candidates", type_=ARRAY(Text)),
    bindparam("notes", type_=ARRAY(Text)),
)


@dataclass
class _Mapping:
    """A run at work: the matcher, and when it last heard of what people confirmed."""

    mapping_id: int
    catalogue_id: int
    candidate_count: int
    thresholds: Thresholds
    opened: OpenedCatalogue
    heard_at: datetime


def map_rows(run: JobRun) -> None:
    """Map every row that is not mapped yet; a rerun goes on after the last stored chunk."""
    mapping = _open(run)
    run.enter_stage("mapping", *_progress(run, mapping.mapping_id))
    size = FIRST_CHUNK_ROWS
    after = 0
    while rows := _list_pending(run, mapping.mapping_id, after, size):
        _hear_of_confirmed(run, mapping)
        matches = mapping.opened.matcher.match([name for _, name in rows], top=mapping.candidate_count)
        _store(run, mapping, [number for number, _ in rows], matches)
        after, size = rows[-1][0], CHUNK_ROWS
    total_count, ready_count = _progress(run, mapping.mapping_id)
    run.report(ready_count, total_count)


def _open(run: JobRun) -> _Mapping:
    with run.resources.sessions() as session:
        found = get_mapping(session, run.tenant_id, run.arguments["mapping_id"])
        catalogue = get_catalogue(session, run.tenant_id, found.catalogue_id)
        return _Mapping(
            mapping_id=found.id,
            catalogue_id=catalogue.id,
            candidate_count=found.candidate_count,
            thresholds=Thresholds(accept=catalogue.accept_from, hopeless=catalogue.no_item_below),
            heard_at=current_time(session),
            opened=open_catalogue(run.resources, session, catalogue),
        )


def _progress(run: JobRun, mapping_id: int) -> tuple[int, int]:
    """How many rows there are, and how many are mapped or decided already."""
    with run.resources.sessions() as session:
        found = get_mapping(session, run.tenant_id, mapping_id)
        pending_count = session.scalars(
            select(func.count()).where(
                MappingRow.mapping_run_id == mapping_id, MappingRow.decision == RowDecision.PENDING
            )
        ).one()
        return found.row_count, found.row_count - pending_count


def _list_pending(run: JobRun, mapping_id: int, after: int, limit: int) -> Sequence[tuple[int, str]]:
    query = (
        select(MappingRow.number, MappingRow.name)
        .where(
            MappingRow.mapping_run_id == mapping_id,
            MappingRow.decision == RowDecision.PENDING,
            MappingRow.number > after,
        )
        .order_by(MappingRow.number)
        .limit(limit)
    )
    with run.resources.sessions() as session:
        return [(number, name) for number, name in session.execute(query)]


def _hear_of_confirmed(run: JobRun, mapping: _Mapping) -> None:
    """What a person confirms while the job runs counts from the next chunk on."""
    with run.resources.sessions() as session:
        now = current_time(session)
        confirmed = read_confirmed_since(session, mapping.catalogue_id, mapping.opened.item_ids, mapping.heard_at)
    mapping.heard_at = now
    if len(confirmed.names):
        mapping.opened.matcher.add_confirmed(confirmed.names, confirmed.items)


def _store(run: JobRun, mapping: _Mapping, numbers: Sequence[int], matches: Sequence[Match]) -> None:
    columns = [_columns(match, mapping) for match in matches]
    with run.chunk() as chunk:
        chunk.session.execute(
            _STORE_MATCHES,
            {"mapping_id": mapping.mapping_id, "numbers": list(numbers)}
            | {name: [row[name] for row in columns] for name in columns[0]},
        )
        chunk.advance(len(numbers))


def _columns(match: Match, mapping: _Mapping) -> dict[str, Any]:
    """What is kept of a match; items are named by their ids, so that their present names are shown."""
    ids = mapping.opened.item_ids
    best = match.candidates[0] if match.candidates else None
    group = match.groups[0] if match.groups else None
    decision = decide(best.confidence if best else None, mapping.thresholds)
    return {
        "decisions": decision.value,
        "group_codes": group.code if group else None,
        "group_confidences": group.confidence if group else None,
        "groups": _json([{"code": guess.code, "confidence": guess.confidence} for guess in match.groups]),
        "item_ids": int(ids[best.item]) if best and decision is not Decision.NO_SUCH_ITEM else None,
        "confidences": best.confidence if best else None,
        "candidates": _json(
            [
                {
                    "item_id": int(ids[candidate.item]),
                    "confidence": candidate.confidence,
                    "reasons": candidate.reasons.to_json(),
                }
                for candidate in match.candidates
            ]
        ),
        "notes": match.note,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
