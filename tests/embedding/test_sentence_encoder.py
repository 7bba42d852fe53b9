"""The embedded encoder: unit vectors, near for near meanings, in both languages."""

import numpy as np
import pytest

from spravka.embedding.sentence_encoder import SentenceEncoder


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


def test_vectors_have_unit_length_whatever_the_text(encoder: SentenceEncoder) -> None:
    texts = ["Труба стальная 57х3,5", "steel pipe", "", " ", "🙂", "т" * 10_000, "\x00\x07"]
    vectors = encoder.encode(texts)
    assert vectors.shape == (len(texts), encoder.dimensions)
    assert vectors.dtype == np.dtype(np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


def test_no_texts_make_no_vectors(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_a_text_has_the_same_vector_alone_and_in_company(encoder: SentenceEncoder) -> None:
    alone = encoder.encode(["Кабель медный"])[0]
    together = encoder.encode(["Кабель медный", *(f"Гайка М{size}" for size in range(300))])[0]
    assert float(alone @ together) > 0.999


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("Болт с гайкой", "Bolt with nut", "Краска белая"),
        ("Краска белая", "white paint", "Steel pipe"),
        ("Дверь деревянная", "Дверной блок из дерева", "Цемент"),
    ],
)
def test_meaning_counts_more_than_letters(encoder: SentenceEncoder, text: str, near: str, far: str) -> None:
    name, near_vector, far_vector = encoder.encode([text, near, far])
    assert float(name @ near_vector) > float(name @ far_vector)
