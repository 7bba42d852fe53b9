"""Parameters and words of many names as sorted number keys, so that pairs of names are compared in bulk.

Texts differ in length, so each kind of fact is a ragged array: all keys in one row, `starts` telling where each text's
begin. Keys are 32-bit hashes (CRC-32) of what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from spravka.matching.parameters import SIZES, Parameters, read_parameters
from spravka.matching.words import stem_of, words_of

Arrays = dict[str, NDArray[np.generic]]


_KINDS = ("typed", "kinds", "numbers", "words", "heads", "leading", "following")


@dataclass(frozen=True)
class Ragged:
    """Rows of different length: row i is `keys[starts[i]:starts[i + 1]]`, sorted, without repeats."""

    keys: NDArray[np.uint32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> Ragged:
        """Store rows of keys."""
        tidy = [sorted(set(row)) for row in rows]
        starts = np.cumsum([0, *map(len, tidy)], dtype=np.int64)
        return cls(np.fromiter((key for row in tidy for key in row), dtype=np.uint32, count=int(starts[-1])), starts)

    def lengths(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many keys each of `rows` has."""
        return self.starts[rows + 1] - self.starts[rows]

    def gather(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """All keys of `rows` in one line, and which place of `rows` each belongs to."""
        lengths = self.lengths(rows)
        owners = np.repeat(np.arange(len(rows), dtype=np.int64), lengths)
        before = np.cumsum(lengths) - lengths
        places = np.arange(len(owners), dtype=np.int64) - before[owners] + self.starts[rows][owners]
        return owners, self.keys[places]


@dataclass(frozen=True)
class FactRows:
    """Facts of many texts: `typed` = kind and value, `kinds` = kind alone, `numbers` = every bare number,
    `words` = the stem of every word, `heads` = that of the first word of three letters or more,
    `leading` and `following` = the first and the second number of the first product «4х16», else of the text."""

    typed: Ragged
    kinds: Ragged
    numbers: Ragged
    words: Ragged
    heads: Ragged
    leading: Ragged
    following: Ragged

    def to_arrays(self) -> Arrays:
        """As arrays named after the kinds of facts."""
        arrays: Arrays = {}
        for name in _KINDS:
            rows: Ragged = getattr(self, name)
            arrays |= {f"{name}_keys": rows.keys, f"{name}_starts": rows.starts}
        return arrays

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> FactRows:
        """The rows that `to_arrays` wrote."""
        return cls(
            *(Ragged(arrays[f"{name}_keys"], arrays[f"{name}_starts"]) for name in _KINDS)  # type: ignore[arg-type]
        )


def read_facts(normalised: Sequence[str]) -> FactRows:
    """The facts of normalised texts."""
    parameters = [read_parameters(text) for text in normalised]
    main = [_main_numbers(each) for each in parameters]
    words = [[stem_of(word) for word in words_of(text)] for text in normalised]
    return FactRows(
        typed=Ragged.of([_key(f"{fact.kind}={fact.value}") for fact in each.typed] for each in parameters),
        kinds=Ragged.of([_key(fact.kind) for fact in each.typed] for each in parameters),
        numbers=Ragged.of([_key(number) for number in each.numbers] for each in parameters),
        words=Ragged.of([_key(word) for word in each] for each in words),
        heads=Ragged.of([_key(word) for word in each if len(word) > 2][:1] for each in words),
        leading=Ragged.of([_key(number) for number in each[:1]] for each in main),
        following=Ragged.of([_key(number) for number in each[1:2]] for each in main),
    )


def count_shared(
    left: Ragged, left_rows: NDArray[np.int64], right: Ragged, right_rows: NDArray[np.int64]
) -> NDArray[np.float32]:
    """For each pair (left_rows[i], right_rows[i]): how many keys both have."""
    left_owner, left_key = left.gather(left_rows)
    right_owner, right_key = right.gather(right_rows)
    left_pairs = (left_owner << 32) | left_key
    right_pairs = (right_owner << 32) | right_key
    if not len(left_pairs) or not len(right_pairs):
        return np.zeros(len(left_rows), dtype=np.float32)
    places = np.minimum(np.searchsorted(right_pairs, left_pairs), len(right_pairs) - 1)
    shared = right_pairs[places] == left_pairs
    return np.bincount(left_owner[shared], minlength=len(left_rows)).astype(np.float32)


@lru_cache(maxsize=200_000)
def _key(fact: str) -> int:
    return crc32(fact.encode())


def _main_numbers(parameters: Parameters) -> Sequence[str]:
    products = (fact.value.split("х") for fact in parameters.typed if fact.kind.startswith(SIZES))
    return next(products, list(parameters.numbers[:2]))
