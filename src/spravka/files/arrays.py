"""Bundles of arrays with their JSON facts, opened as memory maps. No pickle: only numbers and JSON are read back."""

import json
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from spravka.errors import NotFound
from spravka.files.store import sync_folder

Arrays = Mapping[str, NDArray[Any]]

FACTS_FILE = "facts.json"
UNUSED_FOR_SECONDS = 3600


class ArraysMissing(NotFound):
    title = "The stored arrays are not there"

    @property
    def detail(self) -> str:
        return "The volume with classifier weights and indexes was changed from outside; train and index again."


@dataclass(frozen=True)
class Bundle:
    """Arrays by name and the JSON that belongs to them."""

    arrays: Arrays
    facts: dict[str, Any]


class ArrayStore:
    """A folder of bundles, each a folder of ``.npy`` files; processes that open one share its pages in memory."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, bundle: Bundle) -> str:
        """Store a bundle whole and return its key."""
        self.root.mkdir(parents=True, exist_ok=True)
        key = uuid.uuid4().hex
        unfinished = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=self.root))
        try:
            _write_bundle(unfinished, bundle)
            os.replace(unfinished, self.root / key)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        sync_folder(self.root)
        return key

    def open(self, key: str) -> Bundle:
        """The bundle as memory maps; raises :class:`ArraysMissing`."""
        folder = self.root / key
        try:
            facts = json.loads((folder / FACTS_FILE).read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise ArraysMissing from error
        names: list[str] = facts.pop("arrays")
        return Bundle({name: _open_array(folder / f"{name}.npy") for name in names}, facts)

    def has(self, key: str) -> bool:
        """Whether the bundle is there."""
        return (self.root / key).is_dir()

    def list_keys(self) -> Iterator[tuple[str, float]]:
        """Every bundle there is, unfinished ones too, and when it was made (seconds since the epoch)."""
        if self.root.is_dir():
            yield from ((folder.name, folder.stat().st_mtime) for folder in self.root.iterdir())

    def remove_unused(self, used: Set[str | None], now: float) -> None:
        """Delete bundles that nothing names any more (replaced indexes, runs that died), but none younger than an hour:
        those may belong to a transaction that is not committed yet."""
        for key, made_at in list(self.list_keys()):
            if key not in used and now - made_at > UNUSED_FOR_SECONDS:
                self.remove(key)

    def remove(self, key: str) -> None:
        """Delete a bundle; a process that has it open keeps what it has."""
        shutil.rmtree(self.root / key, ignore_errors=True)


def _write_bundle(folder: Path, bundle: Bundle) -> None:
    for name, array in bundle.arrays.items():
        with (folder / f"{name}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
    facts = {**bundle.facts, "arrays": sorted(bundle.arrays)}
    (folder / FACTS_FILE).write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    folder.chmod(0o755)


def _open_array(path: Path) -> NDArray[Any]:
    try:
        mapped: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    except ValueError:  # an empty file cannot be mapped
        mapped = np.load(path, allow_pickle=False)
    return mapped
