"""Bundles of arrays: numbers and JSON, mapped into memory, never unpickled."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from spravka.files.arrays import ArraysMissing, ArrayStore, Bundle


def test_a_bundle_is_read_back_as_it_was(tmp_path: Path) -> None:
    store = ArrayStore(tmp_path)
    arrays: dict[str, NDArray[Any]] = {
        "weights": np.arange(6, dtype=np.float32).reshape(2, 3),
        "empty": np.zeros((0, 4), dtype=np.int64),
    }
    opened = store.open(store.put(Bundle(arrays, {"classes": ["трубы", "гайки"]})))
    assert opened.facts == {"classes": ["трубы", "гайки"]}
    for name, array in arrays.items():
        np.testing.assert_array_equal(opened.arrays[name], array)
        assert opened.arrays[name].dtype == array.dtype


def test_an_opened_array_is_a_map_of_its_file_and_cannot_be_changed(tmp_path: Path) -> None:
    store = ArrayStore(tmp_path)
    opened = store.open(store.put(Bundle({"weights": np.ones(4)}, {})))
    assert isinstance(opened.arrays["weights"], np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        opened.arrays["weights"][0] = 2


def test_arrays_of_objects_are_neither_stored_nor_leave_anything_behind(tmp_path: Path) -> None:
    store = ArrayStore(tmp_path)
    with pytest.raises(ValueError, match="allow_pickle"):
        store.put(Bundle({"objects": np.array([{"a": 1}], dtype=object)}, {}))
    assert list(tmp_path.iterdir()) == []


def test_a_removed_bundle_is_missing(tmp_path: Path) -> None:
    store = ArrayStore(tmp_path)
    key = store.put(Bundle({"weights": np.ones(4)}, {}))
    store.remove(key)
    with pytest.raises(ArraysMissing):
        store.open(key)
    assert list(store.list_keys()) == []


def test_a_process_that_has_a_bundle_open_keeps_it_when_it_is_removed(tmp_path: Path) -> None:
    store = ArrayStore(tmp_path)
    key = store.put(Bundle({"weights": np.arange(1000)}, {}))
    opened = store.open(key)
    store.remove(key)
    assert int(opened.arrays["weights"].sum()) == 499_500
