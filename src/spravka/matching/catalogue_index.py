"""A catalogue made ready for searching: vectors, groups, units and parameters of its items as plain arrays.

Everything is parsed once, when a catalogue is built; `to_arrays` and `from_arrays` store it so that a process opens
it as memory maps in milliseconds. Items are rows 0 … n-1 in the order they were given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from spravka.matching.facts import FactRows, read_facts
from spravka.matching.families import family
from spravka.matching.normalising import normalise_all
from spravka.matching.vectorising import Slicing, count_pieces, inverse_frequencies, weigh

Arrays = dict[str, NDArray[np.generic]]
Progress = Callable[[float], None]

SPELLING = Slicing(shortest=3, longest=3, whole_words=True, bucket_bits=16)
"""Trigrams and whole words: as accurate as 2…5-grams on real names, at a third of the size."""

COMMON_SHARE = 0.03
"""A piece found in more items than this share does not open candidates (it still counts when they are compared)."""

NO_ITEM = -1
"""The position of an item that is not in the catalogue."""

_CHUNK = 20_000
_LAST_PART = re.compile(r"[./\-_ ][^./\-_ ]*$")


@dataclass(frozen=True)
class CatalogueTexts:
    """A catalogue as its owner wrote it; item i is position i of each sequence."""

    names: Sequence[str]
    group_codes: Sequence[str]
    units: Sequence[str | None]


@dataclass(frozen=True)
class ConfirmedNames:
    """Supplier names people have tied to items: `items[i]` is the item position meant by `names[i]`.

    A name whose item has left the catalogue has the item `NO_ITEM`; where `group_codes` are given it still teaches the
    group it belonged to.
    """

    names: Sequence[str]
    items: NDArray[np.int64]
    group_codes: Sequence[str | None] | None = None

    def chosen(self, places: NDArray[np.int64]) -> ConfirmedNames:
        """The names at `places`."""
        codes = None if self.group_codes is None else [self.group_codes[place] for place in places]
        return ConfirmedNames([self.names[place] for place in places], np.asarray(self.items)[places], codes)

    def of_present_items(self) -> ConfirmedNames:
        """The names whose items are in the catalogue."""
        return self.chosen(np.flatnonzero(np.asarray(self.items) != NO_ITEM))

    def group_numbers(self, group_of: NDArray[np.int32], groups: Sequence[str]) -> NDArray[np.int64]:
        """The group of each name, -1 where it is unknown; `group_of` tells those of items, `groups` their codes."""
        items = np.asarray(self.items, dtype=np.int64)
        numbers = np.full(len(items), -1, dtype=np.int64)
        present = items != NO_ITEM
        numbers[present] = group_of[items[present]]
        if self.group_codes is not None:
            place = {code: number for number, code in enumerate(groups)}
            gone = np.flatnonzero(~present)
            numbers[gone] = [place.get(self.group_codes[name] or "", -1) for name in gone.tolist()]
        return numbers


@dataclass(frozen=True)
class CatalogueIndex:
    """A catalogue of n items as arrays.

    `group_of` and `family_of` number each item's group and family (a product series inside a group). Vectors and
    postings are kept in an order in which every group, and every family in it, is one stretch of rows: row r belongs
    to item `order[r]`, item i has the row `row_of[i]`, the rows of group g are `group_starts[g]:group_starts[g + 1]`,
    and likewise for families. Everything else is in the order of items.
    """

    groups: tuple[str, ...]
    group_of: NDArray[np.int32]
    family_of: NDArray[np.int32]
    order: NDArray[np.int32]
    row_of: NDArray[np.int32]
    group_starts: NDArray[np.int64]
    family_starts: NDArray[np.int64]
    idf: NDArray[np.float32]
    vectors: sparse.csr_matrix
    postings: sparse.csr_matrix
    facts: FactRows
    texts: Texts
    sections: NDArray[np.int32]
    meanings: NDArray[np.float16] | None

    @property
    def size(self) -> int:
        """How many items the catalogue has."""
        return len(self.group_of)

    @classmethod
    def build(
        cls,
        catalogue: CatalogueTexts,
        item_vectors: NDArray[np.float16] | None = None,
        progress: Progress | None = None,
    ) -> CatalogueIndex:
        """Index a catalogue.

        `item_vectors`, where given, are the encoder's embeddings of the items (n×d, rows of length 1).
        `progress` is told the share done, 0…1.
        """
        tell = progress or (lambda share: None)
        normalised = normalise_all(catalogue.names)
        tell(0.1)
        counts = _count_in_chunks(normalised, tell)
        idf = inverse_frequencies(counts)
        groups, group_of = _coded(catalogue.group_codes)
        family_of = _families(group_of, catalogue.names)
        order = np.lexsort((family_of, group_of)).astype(np.int32)
        vectors = weigh(sparse.csr_matrix(counts[order]), idf)
        tell(0.6)
        facts = read_facts(normalised)
        tell(0.9)
        index = cls(
            groups=groups,
            group_of=group_of,
            family_of=family_of,
            order=order,
            row_of=np.argsort(order, kind="stable").astype(np.int32),
            group_starts=_block_starts(group_of[order], len(groups)),
            family_starts=_block_starts(family_of[order], int(family_of.max(initial=-1)) + 1),
            idf=idf,
            vectors=vectors,
            postings=_postings(vectors),
            facts=facts,
            texts=Texts.of(normalised),
            sections=sections_of(groups),
            meanings=item_vectors,
        )
        tell(1.0)
        return index

    @cached_property
    def group_sizes(self) -> NDArray[np.int64]:
        """How many items each group has."""
        return np.diff(self.group_starts)

    def vectors_of(self, normalised: Sequence[str]) -> sparse.csr_matrix:
        """Vectors of names in the catalogue's own space."""
        return weigh(count_pieces(normalised, SPELLING), self.idf)

    def to_arrays(self) -> tuple[Arrays, dict[str, object]]:
        """Everything as arrays, and the rest as JSON."""
        arrays: Arrays = {
            "group_of": self.group_of,
            "family_of": self.family_of,
            "order": self.order,
            "row_of": self.row_of,
            "group_starts": self.group_starts,
            "family_starts": self.family_starts,
            "idf": self.idf,
            **unfold("vectors", self.vectors),
            **unfold("postings", self.postings),
            **self.facts.to_arrays(),
            "text_bytes": self.texts.letters,
            "text_starts": self.texts.starts,
        }
        if self.meanings is not None:
            arrays["meanings"] = self.meanings
        return arrays, {"groups": list(self.groups)}

    @classmethod
    def from_arrays(cls, arrays: Arrays, meta: dict[str, object]) -> CatalogueIndex:
        """The index that `to_arrays` wrote; arrays may be memory maps."""
        groups = meta["groups"]
        assert isinstance(groups, list)
        size, buckets = len(arrays["group_of"]), SPELLING.buckets
        return cls(
            groups=tuple(groups),
            group_of=arrays["group_of"],  # type: ignore[arg-type]
            family_of=arrays["family_of"],  # type: ignore[arg-type]
            order=arrays["order"],  # type: ignore[arg-type]
            row_of=arrays["row_of"],  # type: ignore[arg-type]
            group_starts=arrays["group_starts"],  # type: ignore[arg-type]
            family_starts=arrays["family_starts"],  # type: ignore[arg-type]
            idf=arrays["idf"],  # type: ignore[arg-type]
            vectors=folded("vectors", arrays, (size, buckets)),
            postings=folded("postings", arrays, (buckets, size)),
            facts=FactRows.from_arrays(arrays),
            texts=Texts(arrays["text_bytes"], arrays["text_starts"]),  # type: ignore[arg-type]
            sections=sections_of(groups),
            meanings=arrays.get("meanings"),  # type: ignore[arg-type]
        )


def sections_of(groups: Sequence[str]) -> NDArray[np.int32]:
    """Numbers of the sections above each group: 2×groups, its parent and its parent's parent.

    A code's parent is the code without its last part («23.3.06.01» → «23.3.06»); a code of one part is its own parent.
    """
    parents = [_LAST_PART.sub("", code) for code in groups]
    above = [_LAST_PART.sub("", code) for code in parents]
    return np.stack(
        [np.unique(np.asarray(level, dtype=object), return_inverse=True)[1] for level in (parents, above)]
    ).astype(np.int32)


@dataclass(frozen=True)
class Texts:
    """Many texts in two arrays: their UTF-8 bytes one after another, and where each starts."""

    letters: NDArray[np.uint8]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        """Store `texts`."""
        written = [text.encode() for text in texts]
        starts = np.cumsum([0, *map(len, written)], dtype=np.int64)
        return cls(np.frombuffer(b"".join(written), dtype=np.uint8), starts)

    def __getitem__(self, place: int) -> str:
        return self.letters[self.starts[place] : self.starts[place + 1]].tobytes().decode()

    def __len__(self) -> int:
        return len(self.starts) - 1


def _coded(codes: Sequence[str]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    groups = sorted(set(codes))
    place = {code: number for number, code in enumerate(groups)}
    return tuple(groups), np.array([place[code] for code in codes], dtype=np.int32)


def _families(group_of: NDArray[np.int32], names: Sequence[str]) -> NDArray[np.int32]:
    """A number for each (group, family), ascending with the group."""
    keys = [(int(group), family(name)) for group, name in zip(group_of, names, strict=True)]
    place = {key: number for number, key in enumerate(sorted(set(keys)))}
    return np.array([place[key] for key in keys], dtype=np.int32)


def _block_starts(sorted_blocks: NDArray[np.int32], blocks: int) -> NDArray[np.int64]:
    """Where each block begins. Families are numbered in the order of their groups, so both are sorted."""
    return np.searchsorted(sorted_blocks, np.arange(blocks + 1)).astype(np.int64)


def _count_in_chunks(normalised: Sequence[str], tell: Progress) -> sparse.csr_matrix:
    parts = []
    for start in range(0, max(len(normalised), 1), _CHUNK):
        parts.append(count_pieces(normalised[start : start + _CHUNK], SPELLING))
        tell(0.1 + 0.4 * min(1.0, (start + _CHUNK) / max(len(normalised), 1)))
    return sparse.csr_matrix(sparse.vstack(parts, format="csr"))


def _postings(vectors: sparse.csr_matrix) -> sparse.csr_matrix:
    """Which items hold a piece, for the pieces that tell items apart."""
    items = vectors.shape[0]
    found = np.bincount(vectors.indices, minlength=vectors.shape[1])
    telling = (found <= max(200.0, COMMON_SHARE * items))[vectors.indices]
    rows = np.repeat(np.arange(items, dtype=np.int32), np.diff(vectors.indptr))[telling]
    kept = sparse.coo_matrix((vectors.data[telling], (vectors.indices[telling], rows)), shape=vectors.shape[::-1])
    return sparse.csr_matrix(kept)


def unfold(name: str, matrix: sparse.csr_matrix) -> Arrays:
    return {f"{name}_{part}": getattr(matrix, part) for part in ("data", "indices", "indptr")}


def folded(name: str, arrays: Arrays, shape: tuple[int, int]) -> sparse.csr_matrix:
    # The search's compiled loops refuse read-only arrays: maps should be opened copy-on-write, others are copied.
    parts = tuple(np.require(arrays[f"{name}_{part}"], requirements="W") for part in ("data", "indices", "indptr"))
    return sparse.csr_matrix(parts, shape=shape, copy=False)
