"""How fast names are mapped end to end, through Postgres, Redis and the worker, and what memory that takes.

Beside it, in the same run, the plain way: one query of the vector store for each row, filtered by group.
"""

import csv
import gzip
import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from sqlalchemy import select

import spravka.all_tables  # noqa: F401
from spravka.catalogues import confirming, keeping, uploading
from spravka.catalogues.embedding_items import collection_name
from spravka.catalogues.tables import Catalogue, CatalogueItem
from spravka.evaluation.workbench import Workbench, open_workbench
from spravka.jobs.queries import get_job
from spravka.jobs.tables import JobStatus
from spravka.nomenclature.names import table_from_json
from spravka.nomenclature.starting import MappingChoices, start_mapping
from spravka.nomenclature.tables import MappingRow
from spravka.tenants.tables import Tenant

NAMES = 10_000
WARM_UP_NAMES = 300
LOOP_NAMES = 150
ADD_BATCH = 2_000
POLL_SECONDS = 0.05
MEMORY_POLL_SECONDS = 0.5
MEGABYTE = 1 << 20
JOB_SECONDS = 3_600.0

Tell = Callable[[str], None]


@dataclass(frozen=True)
class SpeedFigures:
    """Rates are rows a second; memory is of the worker and its child, shared pages counted once."""

    rows_per_second: float
    loop_rows_per_second: float
    worker_megabytes: float
    import_seconds: float
    names: int

    @property
    def times_the_row_loop(self) -> float:
        """How many times faster the worker is than one query for each row."""
        return self.rows_per_second / self.loop_rows_per_second

    def to_json(self) -> dict[str, float]:
        """The figures under the names they are asked for."""
        return {
            "rows_per_second": round(self.rows_per_second, 1),
            "times_the_row_loop": round(self.times_the_row_loop, 2),
            "loop_rows_per_second": round(self.loop_rows_per_second, 2),
            "worker_megabytes": round(self.worker_megabytes, 1),
            "import_seconds": round(self.import_seconds, 1),
        }


def measure_speed(data_dir: Path, tell: Tell) -> SpeedFigures:
    """Import the КСР catalogue with its history through the whole chain, then map real names to it."""
    names = varied_names(data_dir, NAMES)
    with open_workbench() as bench:
        started = time.monotonic()
        catalogue = _import_catalogue(bench, data_dir, tell)
        import_seconds = time.monotonic() - started
        tell("mapping a few names, to be warm")
        _map(bench, catalogue, names[-WARM_UP_NAMES:])
        tell(f"mapping {len(names)} distinct names through the worker")
        with _watched_memory(bench.worker_pid) as memory:
            mapping_id, seconds = _map(bench, catalogue, names)
        tell("the plain way: one vector query for each row")
        groups = _list_groups(bench, mapping_id, LOOP_NAMES)
        loop_rate = _measure_loop(bench, catalogue, names[:LOOP_NAMES], groups)
    return SpeedFigures(len(names) / seconds, loop_rate, memory.peak_bytes / MEGABYTE, import_seconds, len(names))


def varied_names(data_dir: Path, count: int) -> list[str]:
    """Distinct real names of several firms, in an order that is chance but always the same."""
    names = {*_column(data_dir / "ksr_pairs.csv", "query"), *_column(data_dir / "invoice_pairs.csv", "invoice_name")}
    names |= {*_column(data_dir / "mdm_fittings.csv.gz", "name")}
    distinct = {" ".join(name.split()).lower(): name for name in sorted(names) if name.strip()}
    shuffled = sorted(distinct.values(), key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return shuffled[:count]


def _import_catalogue(bench: Workbench, data_dir: Path, tell: Tell) -> Catalogue:
    resources = bench.resources
    path = data_dir / "ksr_catalogue.csv.gz"
    with resources.sessions.begin() as session:
        tenant = Tenant(slug="evaluation", name="Evaluation")
        session.add(tenant)
        session.flush()
        catalogue = keeping.make_catalogue(session, tenant.id, "ksr", "КСР")
        content_hash = resources.files.put([path.read_bytes()], uploading.FILE_LIMIT_BYTES)
        found, _ = uploading.upload_catalogue(
            session,
            resources.files,
            tenant.id,
            catalogue.id,
            uploading.UploadedFile(path.name, content_hash),
            uploading.ImportChoices({"code": "full_code", "name": "name", "group_code": "group_code", "unit": "unit"}),
        )
        job_id = uploading.confirm_import(session, resources.queues, tenant.id, found.id, None).job_id
    assert job_id is not None
    _wait(bench, catalogue, job_id, tell)
    _confirm_history(bench, catalogue, data_dir, tell)
    return catalogue


def _confirm_history(bench: Workbench, catalogue: Catalogue, data_dir: Path, tell: Tell) -> None:
    """What people confirmed, as a firm in its second year has it, and a training that learns from it."""
    with _open_csv(data_dir / "ksr_pairs.csv") as rows:
        pairs = {row["query"]: row["ref_code"] for row in rows if row["in_catalogue"] == "1"}
    with bench.resources.sessions.begin() as session:
        tenant_id = catalogue.tenant_id
        confirming.confirm_codes(session, tenant_id, catalogue.id, pairs, None)
        job = keeping.ask_for_training(session, bench.resources.queues, tenant_id, catalogue.id, None, True)
    _wait(bench, catalogue, job.id, tell)


def _map(bench: Workbench, catalogue: Catalogue, names: Sequence[str]) -> tuple[int, float]:
    """The run, and the seconds from sending the names to the last stored row."""
    started = time.monotonic()
    with bench.resources.sessions.begin() as session:
        table = table_from_json(names, None)
        choices = MappingChoices(title="evaluation")
        queues = bench.resources.queues
        run = start_mapping(session, queues, catalogue.tenant_id, catalogue.id, table, choices, None)
    _wait(bench, catalogue, run.job_id, lambda _: None)
    return run.id, time.monotonic() - started


def _wait(bench: Workbench, catalogue: Catalogue, job_id: int, tell: Tell) -> None:
    stage, until = None, time.monotonic() + JOB_SECONDS
    while time.monotonic() < until:
        with bench.resources.sessions() as session:
            job = get_job(session, catalogue.tenant_id, job_id)
        if job.stage != stage:
            stage = job.stage
            tell(f"{job.kind}: {stage}")
        if job.status is JobStatus.FINISHED:
            return
        if job.status.is_final:
            raise RuntimeError(f"job {job_id} ended as {job.status}: {job.problem}")
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"job {job_id} did not end in {JOB_SECONDS:.0f} s")


def _measure_loop(bench: Workbench, catalogue: Catalogue, names: Sequence[str], groups: Sequence[str]) -> float:
    """Rows a second of the loop; the groups to filter by are given to it for nothing."""
    collection = _collection_with_groups(bench, catalogue)
    encoder = bench.resources.encoder
    encoder.encode(names[:1])
    started = time.monotonic()
    for name, group in zip(names, groups, strict=True):
        collection.query(query_embeddings=encoder.encode([name]), n_results=5, where={"group": group})
    return len(names) / (time.monotonic() - started)


def _list_groups(bench: Workbench, mapping_id: int, count: int) -> list[str]:
    """The groups that the worker found for the first rows of a run."""
    query = (
        select(MappingRow.group_code)
        .where(MappingRow.mapping_run_id == mapping_id, MappingRow.number <= count)
        .order_by(MappingRow.number)
    )
    with bench.resources.sessions() as session:
        return [code or "" for code in session.scalars(query)]


def _collection_with_groups(bench: Workbench, catalogue: Catalogue) -> Any:
    """The catalogue's vectors in a collection that knows their groups."""
    with bench.resources.sessions() as session:
        rows = session.execute(
            select(CatalogueItem.id, CatalogueItem.group_code).where(CatalogueItem.catalogue_id == catalogue.id)
        )
        group_of = dict(rows.tuples().all())
    vectors = bench.resources.vectors
    collection = vectors.client.create_collection(
        "row-loop", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    for ids, part in vectors.read_all(collection_name(catalogue.id)):
        for start in range(0, len(ids), ADD_BATCH):
            span = slice(start, start + ADD_BATCH)
            metadatas: list[Any] = [{"group": group_of[one]} for one in ids[span]]
            embeddings = np.asarray(part[span])
            collection.add(ids=[str(one) for one in ids[span]], embeddings=embeddings, metadatas=metadatas)
    return collection


@dataclass
class _Memory:
    peak_bytes: int = 0
    stop: threading.Event = field(default_factory=threading.Event)


@contextmanager
def _watched_memory(pid: int) -> Iterator[_Memory]:
    """Notes the most memory that the process and its children took at one time."""
    memory = _Memory()
    watcher = threading.Thread(target=_watch, args=(psutil.Process(pid), memory), daemon=True)
    watcher.start()
    try:
        yield memory
    finally:
        memory.stop.set()
        watcher.join()


def _watch(worker: psutil.Process, memory: _Memory) -> None:
    while not memory.stop.wait(MEMORY_POLL_SECONDS):
        family = [worker, *worker.children(recursive=True)]
        memory.peak_bytes = max(memory.peak_bytes, sum(map(_proportional_bytes, family)))


def _proportional_bytes(process: psutil.Process) -> int:
    """Memory of a process where a page shared by n counts for one nth; all its pages where that is not told."""
    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", full.rss))
    except psutil.Error:
        return 0


def _column(path: Path, name: str) -> list[str]:
    with _open_csv(path) as rows:
        return [row[name] for row in rows]


@contextmanager
def _open_csv(path: Path) -> Iterator["csv.DictReader[str]"]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield csv.DictReader(file)
    else:
        with path.open(encoding="utf-8", newline="") as file:
            yield csv.DictReader(file)
