"""Vectors are unit rows of hashed pieces, the same alone as in company."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from spravka.matching.vectorising import Slicing, count_pieces, inverse_frequencies, strongest_pieces, weigh

SLICING = Slicing(shortest=3, longest=3, whole_words=True, bucket_bits=12)
TEXTS = st.lists(st.text(alphabet="абвг 12", max_size=20).map(lambda text: " ".join(text.split())), max_size=8)


def test_pieces_are_trigrams_inside_words_and_whole_words() -> None:
    counts = count_pieces(["труба пэ"], SLICING)
    # « тр» «тру» «руб» «уба» «ба », « пэ» «пэ », and two words
    assert counts.sum() == 9


def test_a_repeated_word_is_counted_twice() -> None:
    once, twice = count_pieces(["труба", "труба труба"], SLICING).toarray()
    assert (twice == 2 * once).all()


@given(TEXTS)
def test_a_text_has_the_same_pieces_alone_and_in_company(texts: list[str]) -> None:
    together = count_pieces(texts, SLICING).toarray()
    for row, text in zip(together, texts, strict=True):
        assert (row == count_pieces([text], SLICING).toarray()[0]).all()


@given(TEXTS)
def test_rows_have_length_one_or_nothing_in_them(texts: list[str]) -> None:
    counts = count_pieces(texts, SLICING)
    lengths = np.linalg.norm(weigh(counts, inverse_frequencies(counts)).toarray(), axis=1)
    empty = np.array([not text for text in texts], dtype=bool)
    assert np.allclose(lengths[~empty], 1.0, atol=1e-5)
    assert (lengths[empty] == 0).all()


def test_rare_pieces_weigh_more_than_common_ones() -> None:
    counts = count_pieces(["труба медь", "труба сталь", "труба пэ"], SLICING)
    idf = inverse_frequencies(counts)
    frequent = count_pieces(["труба"], SLICING).indices
    rare = count_pieces(["медь"], SLICING).indices
    assert idf[rare].min() > idf[frequent].max()


@given(TEXTS)
def test_the_strongest_pieces_keep_each_rows_greatest_weight(texts: list[str]) -> None:
    counts = count_pieces(texts, SLICING)
    vectors = weigh(counts, inverse_frequencies(counts))
    kept = strongest_pieces(vectors, 0.5).toarray()
    whole = vectors.toarray()
    expected = np.where(whole >= 0.5 * whole.max(axis=1, keepdims=True, initial=0.0), whole, 0.0)
    assert np.array_equal(kept, expected)
