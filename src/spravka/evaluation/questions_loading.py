"""Sets of questions with gold queries, and the folders of SQLite databases they are asked of."""

import csv
import gzip
import hashlib
import json
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from spravka.evaluation.problems import MeasuringDataMissing

FOLDS = 5


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question about the database ``database`` and the SQLite query that answers it."""

    text: str
    database: str
    sql: str
    is_empty: bool = False
    """The gold answer has no rows: it proves nothing and is left out of scores."""


@dataclass(frozen=True, slots=True)
class UnanswerableQuestion:
    """A question the database has no answer to."""

    text: str
    database: str


def fold_of(database: str) -> int:
    """The part, 0…4, a database belongs to; part 0 is held out from training."""
    return int(hashlib.sha256(database.encode()).hexdigest(), 16) % FOLDS


def is_held_out(database: str) -> bool:
    return fold_of(database) == 0


def needed_file(folder: Path, name: str) -> Path:
    """The file of the measuring data; raises :class:`MeasuringDataMissing`."""
    file = folder / name
    if not file.exists():
        raise MeasuringDataMissing(str(folder), name)
    return file


def load_questions(file: Path, wordings: Sequence[str] = ("question_ru", "question_en")) -> list[GoldQuestion]:
    """The questions of a JSON list (gzipped or not), in the first of ``wordings`` that each row has."""
    return [
        GoldQuestion(row[wording], row["db_id"], row["sql"], bool(row.get("empty")))
        for row in _rows(file)
        for wording in [next((name for name in wordings if row.get(name)), None)]
        if wording is not None
    ]


def load_unanswerable(file: Path) -> list[UnanswerableQuestion]:
    """The questions of a CSV with ``question`` and ``db_name``."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [UnanswerableQuestion(row["question"], row["db_name"]) for row in csv.DictReader(lines)]


def _rows(file: Path) -> list[dict[str, Any]]:
    raw = file.read_bytes()
    if file.suffix == ".gz":
        raw = gzip.decompress(raw)
    rows: list[dict[str, Any]] = json.loads(raw)
    return rows


@contextmanager
def databases_in(place: Path) -> Iterator[Path]:
    """A folder with the databases of ``place``, which is such a folder or a tar archive of one."""
    if place.is_dir():
        yield place
        return
    with TemporaryDirectory() as folder, tarfile.open(place) as archive:
        archive.extractall(folder, filter="data")
        yield Path(folder)


def database_file(folder: Path, database: str) -> Path | None:
    """The SQLite file of a database, in its own folder or directly in ``folder``; None where there is none."""
    for parent in (folder / database, folder):
        for suffix in (".sqlite", ".db", ".sqlite3"):
            if (found := parent / f"{database}{suffix}").is_file():
                return found
    return None
