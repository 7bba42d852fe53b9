"""The index of values stored in a database's text columns: by their words, stubs, sounds, initials and trigrams.

A million short values are indexed in some ten seconds and kept as flat arrays, so that processes share one memory map.
"""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from spravka.question_reading.word_keys import hash_of, sound_of, stub_of, words_of

Arrays = Mapping[str, NDArray[Any]]
ColumnKey = tuple[str, str]

MAX_WORDS = 12
"""Longer values are texts rather than names: only their first words are indexed."""

LONGEST_INITIALS = 6
GRAM_BUCKETS = 1 << 16


class StoredTexts(Sequence[str]):
    """Texts behind each other in one array of UTF-8 bytes; decoded when asked for."""

    def __init__(self, content: NDArray[np.uint8], offsets: NDArray[np.int64]) -> None:
        self.content = content
        self.offsets = offsets

    @classmethod
    def of(cls, texts: Sequence[str]) -> "StoredTexts":
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        offsets = np.zeros(len(texts) + 1, dtype=np.int64)
        np.cumsum(np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded)), out=offsets[1:])
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> "StoredTexts": ...
    def __getitem__(self, place: int | slice) -> "str | StoredTexts":
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            if step != 1:
                raise ValueError("texts are cut out in one piece")
            return StoredTexts(self.content, self.offsets[start : max(start, stop) + 1])
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        return self.content[self.offsets[place] : self.offsets[place + 1]].tobytes().decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return (self[place] for place in range(len(self)))


@dataclass(frozen=True)
class Postings:
    """For each row (a word, a key) the sorted numbers that belong to it."""

    offsets: NDArray[np.int64]
    numbers: NDArray[np.int32]

    def __getitem__(self, row: int) -> NDArray[np.int32]:
        return self.numbers[self.offsets[row] : self.offsets[row + 1]]

    @classmethod
    def of(cls, rows: NDArray[np.int64], numbers: NDArray[np.int32], row_count: int) -> "Postings":
        """Pairs ``(row, number)`` in any order; numbers of a row keep the order they come in."""
        order = np.argsort(rows, kind="stable")
        offsets = np.zeros(row_count + 1, dtype=np.int64)
        np.cumsum(np.bincount(rows, minlength=row_count), out=offsets[1:])
        return cls(offsets, numbers[order])


@dataclass(frozen=True)
class HashedKeys:
    """Numbers by the 64-bit hash of a key."""

    hashes: NDArray[np.uint64]
    numbers: NDArray[np.int32]

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, int]]) -> "HashedKeys":
        hashes = np.array([pair[0] for pair in pairs], dtype=np.uint64)
        numbers = np.array([pair[1] for pair in pairs], dtype=np.int32)
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], numbers[order])

    def find(self, key: str) -> NDArray[np.int32]:
        sought = np.uint64(hash_of(key))
        first, last = np.searchsorted(self.hashes, sought, "left"), np.searchsorted(self.hashes, sought, "right")
        return self.numbers[first:last]


@dataclass(frozen=True)
class WordArrays:
    """The indexed words of all values; a value's number counts through the columns in their order."""

    words: StoredTexts
    values_of_word: Postings
    words_of_value: Postings
    keys: HashedKeys
    """Words by ``=word``, ``~stub`` and ``^sound``."""
    initials: HashedKeys
    """Values by the first letters of their words (USA)."""
    grams: Postings
    """Words by the hash of three letters."""


def grams_of(word: str) -> set[int]:
    """The trigrams of a word with its ends marked, as numbers below ``GRAM_BUCKETS``."""
    codes = [36, *map(ord, word), 36]
    return {
        (first * 961 + second * 31 + third) % GRAM_BUCKETS
        for first, second, third in zip(codes, codes[1:], codes[2:], strict=False)
    }


def _index(texts: Sequence[str]) -> WordArrays:
    numbers: dict[str, int] = {}
    value_rows, word_rows = array("q"), array("q")
    initials: dict[str, list[int]] = {}
    for value, text in enumerate(texts):
        words = words_of(text)[:MAX_WORDS]
        for word in words:
            value_rows.append(value)
            word_rows.append(numbers.setdefault(word, len(numbers)))
        if 1 < len(words) <= LONGEST_INITIALS:
            initials.setdefault("".join([word[0] for word in words]), []).append(value)
    values = np.asarray(value_rows, dtype=np.int64)
    word_numbers = np.asarray(word_rows, dtype=np.int64)
    words_list = list(numbers)
    return WordArrays(
        words=StoredTexts.of(words_list),
        values_of_word=Postings.of(word_numbers, values.astype(np.int32), len(words_list)),
        words_of_value=Postings.of(values, word_numbers.astype(np.int32), len(texts)),
        keys=HashedKeys.of(list(_word_keys(words_list))),
        initials=HashedKeys.of([(hash_of(key), value) for key, places in initials.items() for value in places]),
        grams=_gram_postings(words_list),
    )


def _word_keys(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for number, word in enumerate(words):
        yield hash_of("=" + word), number
        if not word.isdigit():
            yield hash_of("~" + stub_of(word)), number
            yield hash_of("^" + sound_of(word)), number


def _gram_postings(words: Sequence[str]) -> Postings:
    grams = [(gram, number) for number, word in enumerate(words) if len(word) >= 4 for gram in grams_of(word)]
    pairs = np.array(grams, dtype=np.int64).reshape(-1, 2)
    return Postings.of(pairs[:, 0], pairs[:, 1].astype(np.int32), GRAM_BUCKETS)


@dataclass(frozen=True)
class ValueIndex:
    """Distinct values by ``(table key, column)``; ``is_complete`` of a column is false where the budget cut it."""

    values: Mapping[ColumnKey, Sequence[str]] = field(default_factory=dict)
    incomplete: frozenset[ColumnKey] = frozenset()

    @cached_property
    def columns(self) -> tuple[ColumnKey, ...]:
        return tuple(self.values)

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """The number of each column's first value, and at the end how many values there are."""
        sizes = [len(self.values[column]) for column in self.columns]
        return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)

    @cached_property
    def word_arrays(self) -> WordArrays:
        """Built at the first use, or read back with :meth:`from_arrays`."""
        return _index([text for column in self.columns for text in self.values[column]])

    def is_complete(self, column: ColumnKey) -> bool:
        return column in self.values and column not in self.incomplete

    def place_of(self, number: int) -> int:
        """The place in ``columns`` of the column that holds the value ``number``."""
        return int(np.searchsorted(self.starts, number, "right")) - 1

    def text_of(self, number: int) -> str:
        """The value ``number`` as it is stored."""
        place = self.place_of(number)
        return self.values[self.columns[place]][number - int(self.starts[place])]

    def to_arrays(self) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
        """The index, words included, as arrays and JSON facts: what a bundle of files keeps."""
        texts = StoredTexts.of([text for column in self.columns for text in self.values[column]])
        index = self.word_arrays
        arrays: dict[str, NDArray[Any]] = {
            "texts": texts.content,
            "text_offsets": texts.offsets,
            "starts": self.starts,
            "words": index.words.content,
            "word_offsets": index.words.offsets,
            "values_of_word": index.values_of_word.numbers,
            "values_of_word_offsets": index.values_of_word.offsets,
            "words_of_value": index.words_of_value.numbers,
            "words_of_value_offsets": index.words_of_value.offsets,
            "key_hashes": index.keys.hashes,
            "key_words": index.keys.numbers,
            "initial_hashes": index.initials.hashes,
            "initial_values": index.initials.numbers,
            "grams": index.grams.numbers,
            "gram_offsets": index.grams.offsets,
        }
        columns = [[*column, column in self.incomplete] for column in self.columns]
        return arrays, json.loads(json.dumps({"columns": columns}))

    @classmethod
    def from_arrays(cls, arrays: Arrays, facts: Mapping[str, Any]) -> "ValueIndex":
        """The index that :meth:`to_arrays` gave; arrays may be memory maps. Raises ``KeyError`` if one is missing."""
        texts = StoredTexts(arrays["texts"], arrays["text_offsets"])
        starts = arrays["starts"]
        values = {
            (table, column): texts[int(starts[place]) : int(starts[place + 1])]
            for place, (table, column, _) in enumerate(facts["columns"])
        }
        incomplete = frozenset((table, column) for table, column, is_cut in facts["columns"] if is_cut)
        index = cls(values, incomplete)
        index.__dict__["word_arrays"] = WordArrays(
            words=StoredTexts(arrays["words"], arrays["word_offsets"]),
            values_of_word=Postings(arrays["values_of_word_offsets"], arrays["values_of_word"]),
            words_of_value=Postings(arrays["words_of_value_offsets"], arrays["words_of_value"]),
            keys=HashedKeys(arrays["key_hashes"], arrays["key_words"]),
            initials=HashedKeys(arrays["initial_hashes"], arrays["initial_values"]),
            grams=Postings(arrays["gram_offsets"], arrays["grams"]),
        )
        return index
