"""Bundles of vectors that a process has opened."""

from pathlib import Path

import numpy as np
import pytest

from spravka.documents import vectors
from spravka.documents.vectors import PassageVectors, VectorShelf
from spravka.files.arrays import ArrayStore

ENCODER = "words"


def put(arrays: ArrayStore) -> str:
    some = PassageVectors(np.arange(2, dtype=np.int64), np.eye(2, dtype=np.float16))
    return arrays.put(some.to_bundle(ENCODER))


def test_a_bundle_is_opened_once_and_only_for_the_encoder_that_made_it(tmp_path: Path) -> None:
    arrays, shelf = ArrayStore(tmp_path), VectorShelf()
    key = put(arrays)
    assert shelf.open(arrays, key, "another") is None
    opened = shelf.open(arrays, key, ENCODER)
    assert opened is not None and shelf.open(arrays, key, ENCODER) is opened


def test_a_deleted_bundle_is_forgotten_before_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrays, shelf = ArrayStore(tmp_path), VectorShelf()
    kept, deleted = put(arrays), put(arrays)
    opened = shelf.open(arrays, kept, ENCODER)
    assert shelf.open(arrays, deleted, ENCODER) is not None
    arrays.remove(deleted)
    assert shelf.open(arrays, deleted, ENCODER) is not None
    monkeypatch.setattr(vectors, "LOOKED_FOR_EVERY_SECONDS", 0.0)
    assert shelf.open(arrays, kept, ENCODER) is opened
    assert shelf.open(arrays, deleted, ENCODER) is None
