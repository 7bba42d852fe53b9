"""Mapping a run's rows, chunk by chunk: what a person decided meanwhile stays as he decided it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, Double, Integer, Text, bindparam, func, select, text
from threadpoolctl import threadpool_limits

from spravka.catalogues.contents import are_all_confirmed, read_confirmed_since
from spravka.jobs.queries import current_time
from spravka.jobs.running import JobRun
from spravka.nomenclature.finding import Finding, Found, open_finder
from spravka.nomenclature.queries import get_mapping
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision

FIRST_CHUNK_ROWS = 100
CHUNK_ROWS = 2_000
"""The first chunk is small, so that whoever watches sees rows at once."""

_STORE_FOUND = text(
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


def map_rows(run: JobRun) -> None:
    """Map every row that is not mapped yet; a rerun goes on after the last stored chunk."""
    mapping_id = run.arguments["mapping_id"]
    row_count, ready_count = _progress(run, mapping_id)
    run.enter_stage("mapping", row_count, ready_count)  # a large catalogue takes a while to open
    with run.resources.sessions() as session:
        heard_at = current_time(session)
        mapping = get_mapping(session, run.tenant_id, mapping_id)
        finder = open_finder(run.resources, session, mapping)
    with threadpool_limits(1), finder.for_rows(row_count - ready_count) as finding:
        _map_chunks(run, mapping, finding, heard_at)
    row_count, ready_count = _progress(run, mapping_id)
    run.report(ready_count, row_count)


def _map_chunks(run: JobRun, mapping: MappingRun, finding: Finding, heard_at: datetime) -> None:
    hearing = Hearing(run, mapping, finding, heard_at)
    after, size = 0, FIRST_CHUNK_ROWS
    while rows := _next_pending(run, mapping.id, after, size):
        hearing.listen()
        found = finding.find([name for _, name in rows])
        _store(run, mapping.id, [number for number, _ in rows], found)
        after, size = rows[-1][0], CHUNK_ROWS


class Hearing:
    """What people confirm while a job runs counts from the next chunk on; what they take back, too."""

    def __init__(self, run: JobRun, mapping: MappingRun, finding: Finding, heard_at: datetime) -> None:
        self._run, self._mapping, self._finding = run, mapping, finding
        self._heard_at = heard_at
        self._names: set[str] = set()

    def listen(self) -> None:
        """Teach the finder what was confirmed since the last look. It cannot unlearn: where a name that it was taught
        is no longer confirmed, the run ends and another one begins with what is true then."""
        with self._run.resources.sessions() as session:
            now = current_time(session)
            confirmed = read_confirmed_since(
                session, self._mapping.catalogue_id, self._finding.item_ids, self._heard_at
            )
            if self._names and not are_all_confirmed(session, self._mapping.catalogue_id, self._names):
                self._run.begin_again()
        if confirmed.names:
            self._finding.hear(confirmed)
        self._names.update(confirmed.names)
        self._heard_at = now


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


def _next_pending(run: JobRun, mapping_id: int, after: int, limit: int) -> Sequence[tuple[int, str]]:
    """The next rows that wait; behind the last of them, those that wait again because a decision was taken back."""
    return _list_pending(run, mapping_id, after, limit) or _list_pending(run, mapping_id, 0, limit)


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


def _store(run: JobRun, mapping_id: int, numbers: Sequence[int], found: Sequence[Found]) -> None:
    with run.chunk() as chunk:
        chunk.session.execute(
            _STORE_FOUND,
            {"mapping_id": mapping_id, "numbers": list(numbers)}
            | {name: [row[name] for row in found] for name in found[0]},
        )
        chunk.advance(len(numbers))
