"""Vectors of names are made once."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from spravka.database_assistant.remembering import RememberedVectors


class Counting:
    """An encoder that keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(len(texts), 2)


@pytest.mark.parametrize("most", [1, 3, 100])
def test_vectors_are_those_of_the_encoder_in_the_order_of_the_texts(most: int) -> None:
    remembered = RememberedVectors(Counting(), most)
    for texts in (["a", "bb"], ["bb", "ccc", "a", "bb"], [], ["a"], ["dddd", "ccc", "a"]):
        assert np.array_equal(remembered(texts), Counting()(texts))


def test_a_text_is_encoded_once() -> None:
    counting = Counting()
    remembered = RememberedVectors(counting)
    for texts in (["a", "bb"], ["bb", "ccc", "a", "ccc"], ["a"]):
        remembered(texts)
    assert counting.asked == ["a", "bb", "ccc"]
