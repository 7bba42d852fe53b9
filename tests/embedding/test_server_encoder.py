"""An encoder behind an OpenAI-compatible address: what it is sent, what is made of its answers, and of its troubles."""

import json
import time

import numpy as np
import pytest
from pydantic import ValidationError

from spravka.embedding import server_encoder
from spravka.embedding.errors import (
    EmbeddingAnswerUnreadable,
    EmbeddingDimensionsDiffer,
    EmbeddingServerRefused,
    EmbeddingServerUnreachable,
)
from spravka.embedding.server_encoder import ServerEncoder
from spravka.embedding.settings import EmbeddingSettings
from tests.embedding.embedding_server import DIMENSIONS, counted, embedding_server, failed, saying, taking

TEXTS = ["труба стальная", "бетон B25", "труба медная", "кран башенный", "труба"]


def told(*vectors: object) -> str:
    return json.dumps({"data": [{"index": at, "embedding": vector} for at, vector in enumerate(vectors)]})


def test_vectors_have_unit_length_and_the_order_of_the_texts() -> None:
    with embedding_server() as server:
        vectors = server.encoder(batch_texts=2).encode(TEXTS)
        assert [len(request.texts) for request in server.requests] == [2, 2, 1]
    expected = np.array([counted(text) for text in TEXTS])
    np.testing.assert_allclose(vectors, expected / np.linalg.norm(expected, axis=1, keepdims=True), atol=1e-6)
    assert vectors.dtype == np.dtype(np.float32)


def test_no_texts_are_not_sent() -> None:
    with embedding_server() as server:
        assert server.encoder().encode([]).shape == server.encoder().encode_queries([]).shape == (0, DIMENSIONS)
        assert server.requests == []


def test_the_server_is_sent_its_encoders_name_the_texts_and_the_key_and_nothing_of_the_machine() -> None:
    with embedding_server() as server:
        server.encoder(api_key="s3cret").encode(["труба"])
        [request] = server.requests
    assert request.path == "/v1/embeddings"
    assert request.body == {"model": "words", "input": ["труба"], "encoding_format": "float"}
    assert request.headers["authorization"] == "Bearer s3cret"
    usual = {"host", "accept", "accept-encoding", "connection", "content-length", "content-type", "user-agent"}
    assert set(request.headers) - usual == {"authorization"}
    assert request.headers["user-agent"] == "spravka"


@pytest.mark.parametrize("trusts", [True, False])
def test_a_proxy_of_the_environment_is_used_only_where_the_settings_say_so(
    monkeypatch: pytest.MonkeyPatch, trusts: bool
) -> None:
    with embedding_server() as server, embedding_server() as proxy:
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        server.encoder(trusts_environment=trusts).encode(["труба"])
        assert (len(proxy.requests), len(server.requests)) == ((1, 0) if trusts else (0, 1))


def test_a_question_and_a_passage_have_each_its_prefix() -> None:
    with embedding_server() as server:
        encoder = server.encoder(query_prefix="query: ", passage_prefix="passage: ")
        encoder.encode(["труба"])
        encoder.encode_queries(["труба"])
        assert [request.texts for request in server.requests] == [["passage: труба"], ["query: труба"]]


@pytest.mark.parametrize("text", ["", " ", "\ud800", "a\x00b", "🙂", "слово " * 5_000])
def test_any_text_is_taken(text: str) -> None:
    with embedding_server() as server:
        assert server.encoder().encode([text]).shape == (1, DIMENSIONS)


def test_a_server_that_is_busy_for_a_moment_is_asked_again() -> None:
    with embedding_server(failed(503), failed(429)) as server:
        assert server.encoder().encode(["труба"]).shape == (1, DIMENSIONS)
        assert len(server.requests) == 3


def test_a_server_that_stays_away_is_told_with_what_to_do() -> None:
    with embedding_server() as server:
        encoder = server.encoder()
    with pytest.raises(EmbeddingServerUnreachable) as raised:
        encoder.encode(["труба"])
    assert "SPRAVKA_EMBEDDING_BASE_URL" in raised.value.detail


def test_an_address_that_is_none_is_told_as_a_server_that_cannot_be_reached() -> None:
    settings = EmbeddingSettings(base_url="http://[::1/v1", name="any", dimensions=DIMENSIONS)
    with pytest.raises(EmbeddingServerUnreachable):
        ServerEncoder(settings, ()).encode(["бетон"])


def test_an_answer_is_not_waited_for_longer_than_the_settings_say() -> None:
    with embedding_server(saying("", silent_seconds=3.0)) as server:
        began = time.monotonic()
        with pytest.raises(EmbeddingServerUnreachable):
            server.encoder(timeout_seconds=0.3).encode(["труба"])
        assert time.monotonic() - began < 1.5


def test_a_question_asks_once_and_leaves_a_server_alone_that_has_just_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    with embedding_server(failed(503)) as server:
        encoder = server.encoder()
        for _ in range(3):
            with pytest.raises(EmbeddingServerUnreachable):
                encoder.encode_queries(["труба"])
        assert len(server.requests) == 1
        monkeypatch.setattr(server_encoder, "LEFT_ALONE_SECONDS", 0.0)
        encoder = server.encoder()
        assert encoder.encode_queries(["труба"]).shape == (1, DIMENSIONS)


@pytest.mark.parametrize("status", [400, 413, 422])
def test_texts_that_are_too_many_or_too_long_are_sent_in_smaller_portions(status: int) -> None:
    with embedding_server() as server:
        server.script(taking(600, status))
        vectors = server.encoder().encode(["труба", "слово " * 300, "бетон"])
        assert max(len("".join(request.texts)) for request in server.requests[-2:]) <= 600
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (400, "SPRAVKA_EMBEDDING_BATCH_TEXTS"),
        (401, "SPRAVKA_EMBEDDING_API_KEY"),
        (404, "SPRAVKA_EMBEDDING_NAME"),
        (302, "log"),
    ],
)
def test_a_refusal_says_what_to_do_and_not_what_the_server_wrote(status: int, advice: str) -> None:
    with embedding_server() as server:
        server.script(failed(status))
        with pytest.raises(EmbeddingServerRefused) as raised:
            server.encoder().encode(["тайна", "труба"])
    assert advice in raised.value.detail
    assert "тайна" not in raised.value.detail


def test_vectors_of_another_length_are_told_with_the_setting_to_change() -> None:
    with embedding_server() as server, pytest.raises(EmbeddingDimensionsDiffer) as raised:
        server.encoder(dimensions=DIMENSIONS * 2).encode(["труба"])
    assert f"set it to {DIMENSIONS}" in raised.value.detail


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>",
        "[]",
        "{}",
        '{"data": 3}',
        '{"data": [3]}',
        '{"data": [{"index": 0}]}',
        told(),
        told([1.0, 2.0], [1.0, 2.0]),
        told("abc"),
        told([1.0, None]),
        told([[1.0]]),
        told([0.0] * DIMENSIONS),
        told([float("nan")] * DIMENSIONS),
        told([1e308] * DIMENSIONS),
        told(["1", {}]),
        "9" * 3_000_000,
        '{"data": ' + "[" * 100_000,
    ],
    ids=range(18),
)
def test_an_answer_in_another_form_is_told_to_be_unreadable(body: str) -> None:
    with embedding_server(saying(body)) as server, pytest.raises(EmbeddingAnswerUnreadable) as raised:
        server.encoder().encode(["труба"])
    assert "SPRAVKA_EMBEDDING_BASE_URL" in raised.value.detail


USUAL: dict[str, object] = {"base_url": "http://a/v1", "name": "words", "dimensions": 64}


@pytest.mark.parametrize("change", [{"name": "others"}, {"dimensions": 128}, {"passage_prefix": "passage: "}], ids=str)
def test_encoders_whose_vectors_cannot_be_compared_have_other_names(change: dict[str, object]) -> None:
    assert encoder_name(**USUAL) != encoder_name(**{**USUAL, **change})


@pytest.mark.parametrize(
    "change", [{"base_url": "http://b/v1"}, {"query_prefix": "query: "}, {"batch_texts": 1}], ids=str
)
def test_what_leaves_the_vectors_as_they_are_leaves_the_name(change: dict[str, object]) -> None:
    assert encoder_name(**USUAL) == encoder_name(**{**USUAL, **change})


@pytest.mark.parametrize("name", ["bge-m3", "hf.co/Qwen/Qwen3-Embedding-0.6B-GGUF:Q8_0", "x" * 200, "модель", "—"])
def test_a_name_is_one_that_a_column_and_a_collection_can_have(name: str) -> None:
    made = encoder_name(base_url="http://a/v1", name=name, dimensions=64)
    assert len(made) <= 64 and made.isascii()
    assert made.replace("-", "").isalnum() and made[-1].isalnum()


def encoder_name(**settings: object) -> str:
    return ServerEncoder(EmbeddingSettings.model_validate(settings)).name


@pytest.mark.parametrize("missing", ["name", "dimensions"])
def test_an_address_alone_is_not_enough(missing: str) -> None:
    with pytest.raises(ValidationError, match="SPRAVKA_EMBEDDING_NAME and SPRAVKA_EMBEDDING_DIMENSIONS"):
        EmbeddingSettings.model_validate({name: value for name, value in USUAL.items() if name != missing})
