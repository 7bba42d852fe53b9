"""Texts as sparse vectors: hashed n-grams of letters inside words, and hashed words.

An n-gram is cut from each word with one space on either side, so that beginnings and endings of words count
(scikit-learn's `char_wb` idea), and hashed into a fixed number of buckets: no vocabulary is kept, a stored vectoriser
is one array of weights. Weights are tf-idf with sublinear tf; rows have Euclidean length 1, so that a dot product of
two rows is their cosine similarity. Everything is computed on whole arrays of characters, not name by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SPACE = 32


@dataclass(frozen=True, slots=True)
class Slicing:
    """Which pieces of a text become features, and into how many buckets they are hashed (a power of two)."""

    shortest: int
    longest: int
    whole_words: bool
    bucket_bits: int

    @property
    def buckets(self) -> int:
        return 1 << self.bucket_bits


def count_pieces(texts: Sequence[str], slicing: Slicing) -> sparse.csr_matrix:
    """How often each piece occurs in each normalised text: float32, shape (texts, buckets), indices sorted."""
    letters, owners = _spread(texts)
    codes = [_grams(letters, owners, length, slicing) for length in range(slicing.shortest, slicing.longest + 1)]
    if slicing.whole_words:
        codes.append(_words(letters, owners, slicing))
    keys = np.concatenate(codes) if codes else np.zeros(0, dtype=np.int64)
    return _counts(keys, len(texts), slicing)


def inverse_frequencies(counts: sparse.csr_matrix) -> NDArray[np.float32]:
    """Smoothed idf of every bucket: ln((1 + texts) / (1 + texts with it)) + 1."""
    present = np.bincount(counts.indices, minlength=counts.shape[1])
    return np.asarray(np.log((1.0 + counts.shape[0]) / (1.0 + present)) + 1.0, dtype=np.float32)


def weigh(counts: sparse.csr_matrix, idf: NDArray[np.float32]) -> sparse.csr_matrix:
    """Sublinear tf × idf, each row scaled to length 1 (rows without pieces stay zero)."""
    weights = (1.0 + np.log(counts.data)) * idf[counts.indices]
    lengths = np.sqrt(np.add.reduceat(np.append(weights**2, 0.0), counts.indptr[:-1])) if counts.shape[0] else weights
    lengths[np.diff(counts.indptr) == 0] = 1.0
    weights /= np.repeat(lengths, np.diff(counts.indptr))
    return sparse.csr_matrix((weights.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)


def strongest_pieces(vectors: sparse.csr_matrix, share: float) -> sparse.csr_matrix:
    """Only the weights that reach `share` of the greatest weight of their row."""
    counts = np.diff(vectors.indptr)
    greatest = np.zeros(vectors.shape[0], np.float32)
    filled = np.flatnonzero(counts)
    if not len(filled):
        return vectors
    greatest[filled] = np.maximum.reduceat(vectors.data, vectors.indptr[filled])
    kept = vectors.data >= share * np.repeat(greatest, counts)
    bounds = np.concatenate(([0], np.cumsum(kept)))[vectors.indptr].astype(np.int32)
    return sparse.csr_matrix((vectors.data[kept], vectors.indices[kept], bounds), shape=vectors.shape)


def _spread(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """All characters of all texts in one row, each text with a space before and after; and who owns each."""
    padded = [f" {text} " for text in texts]
    letters = np.frombuffer("".join(padded).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text) for text in padded])
    return letters, owners


def _grams(letters: NDArray[np.uint64], owners: NDArray[np.int64], length: int, slicing: Slicing) -> NDArray[np.int64]:
    count = len(letters) - length + 1
    if count <= 0:
        return np.zeros(0, dtype=np.int64)
    hashed = np.full(count, length, dtype=np.uint64)
    inside = owners[:count] == owners[length - 1 :]
    for place in range(length):
        piece = letters[place : place + count]
        hashed = _mix(hashed ^ piece)
        if 0 < place < length - 1:
            inside &= piece != _SPACE
    if length == 1:
        inside &= letters != _SPACE
    else:
        inside &= (letters[:count] != _SPACE) | (letters[length - 1 :] != _SPACE)
    return _keys(owners[:count][inside], hashed[inside], slicing)


def _words(letters: NDArray[np.uint64], owners: NDArray[np.int64], slicing: Slicing) -> NDArray[np.int64]:
    spaces = letters == _SPACE
    starts = np.flatnonzero(spaces[:-1] & ~spaces[1:]) + 1
    if not len(starts):
        return np.zeros(0, dtype=np.int64)
    places = np.arange(len(letters), dtype=np.uint64)
    scattered = _mix(letters ^ (_since_space(places, spaces) << np.uint64(32)))
    scattered[spaces] = 0
    hashed = _mix(np.add.reduceat(scattered, starts))
    return _keys(owners[starts], hashed, slicing)


def _since_space(places: NDArray[np.uint64], spaces: NDArray[np.bool_]) -> NDArray[np.uint64]:
    return places - np.maximum.accumulate(np.where(spaces, places, np.uint64(0)))


def _mix(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Multiplicative hashing (Knuth) with the high bits folded back."""
    mixed = numbers * _MULTIPLIER
    return mixed ^ (mixed >> np.uint64(29))


def _keys(owners: NDArray[np.int64], hashed: NDArray[np.uint64], slicing: Slicing) -> NDArray[np.int64]:
    buckets = (hashed >> np.uint64(64 - 40)) & np.uint64(slicing.buckets - 1)
    return (owners << slicing.bucket_bits) | buckets.astype(np.int64)


def _counts(keys: NDArray[np.int64], rows: int, slicing: Slicing) -> sparse.csr_matrix:
    keys.sort()
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, dtype=np.int64)
    counts = np.diff(np.append(first, len(keys))).astype(np.float32)
    distinct = keys[first]
    indptr = np.searchsorted(distinct, np.arange(rows + 1, dtype=np.int64) << slicing.bucket_bits)
    indices = (distinct & (slicing.buckets - 1)).astype(np.int32)
    return sparse.csr_matrix((counts, indices, indptr.astype(np.int32)), shape=(rows, slicing.buckets))
