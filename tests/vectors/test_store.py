"""Collections in a real Chroma."""

import socket

import numpy as np
import pytest

from spravka.resources import Resources
from spravka.stack.machine.ports import free_port
from spravka.vectors import store
from spravka.vectors.settings import VectorsSettings
from spravka.vectors.store import VectorStore, VectorStoreDown


def read(resources: Resources, collection: str) -> dict[int, list[float]]:
    return {
        one: vector.tolist()
        for ids, vectors in resources.vectors.read_all(collection)
        for one, vector in zip(ids, vectors, strict=True)
    }


def test_what_was_put_is_read_back_and_putting_again_replaces(resources: Resources) -> None:
    resources.vectors.put("pipes", [1, 2], np.eye(2, 4, dtype=np.float32))
    resources.vectors.put("pipes", [2], np.full((1, 4), 0.5, dtype=np.float32))
    assert read(resources, "pipes") == {1: [1, 0, 0, 0], 2: [0.5, 0.5, 0.5, 0.5]}
    assert resources.vectors.count("pipes") == 2


def test_more_vectors_than_one_batch_are_all_kept(resources: Resources) -> None:
    ids = list(range(1, 12_001))
    vectors = np.zeros((len(ids), 4), dtype=np.float32)
    vectors[:, 0] = ids
    resources.vectors.put("many", ids, vectors)
    found = {one: vector[0] for one, vector in read(resources, "many").items()}
    assert found == pytest.approx({one: float(one) for one in ids})


def test_removed_vectors_are_gone_and_removing_twice_is_removing_once(resources: Resources) -> None:
    resources.vectors.put("pipes", [1, 2], np.eye(2, 4, dtype=np.float32))
    resources.vectors.remove("pipes", [1, 7])
    resources.vectors.remove("pipes", [1])
    assert set(read(resources, "pipes")) == {2}


def test_a_dropped_collection_is_empty_and_dropping_an_absent_one_is_no_error(resources: Resources) -> None:
    resources.vectors.put("pipes", [1], np.eye(1, 4, dtype=np.float32))
    resources.vectors.drop("pipes")
    resources.vectors.drop("pipes")
    assert resources.vectors.count("pipes") == 0


def test_a_server_that_does_not_answer_is_a_problem_that_says_so() -> None:
    absent = VectorStore(VectorsSettings(url=f"http://127.0.0.1:{free_port()}"))
    with pytest.raises(VectorStoreDown):
        absent.ping()


def test_a_server_that_takes_connections_and_says_nothing_is_told_as_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PING_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        frozen = VectorStore(VectorsSettings(url=f"http://127.0.0.1:{silent.getsockname()[1]}"))
        with pytest.raises(VectorStoreDown):
            frozen.put("pipes", [1], np.eye(1, 4, dtype=np.float32))


def test_no_call_waits_for_an_answer_without_end(resources: Resources) -> None:
    session = resources.vectors.client._server._session  # type: ignore[attr-defined]
    assert session.timeout.read == store.ANSWER_SECONDS


def test_vectors_are_read_by_id_and_those_not_there_left_out(resources: Resources) -> None:
    resources.vectors.put("pipes", [1, 2, 3], np.eye(3, 4, dtype=np.float32))
    found = resources.vectors.read("pipes", [3, 1, 99])
    assert {one: vector.tolist() for one, vector in found.items()} == {3: [0, 0, 1, 0], 1: [1, 0, 0, 0]}
    assert resources.vectors.read("pipes", []) == {}
