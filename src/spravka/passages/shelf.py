"""What a search looks into, wherever it is kept: passages, how often terms come in them, and vectors."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from spravka.passages.clause_marks import opening_marks
from spravka.passages.passage import Passage, PassageKind
from spravka.passages.words.lemmas import lemmas_of

Vector = NDArray[np.float32]

TITLE_WORDS = 15
"""Of a document's first headings so many words name it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer. ``key`` names it on its shelf; ``similarity`` is the cosine to the question;
    ``title`` is what its document is called, where a question may tell it from others by that."""

    key: int
    passage: Passage
    similarity: float | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class TermCounts:
    """How many passages there are in what is searched, and in how many of them each term comes."""

    passages: int
    with_term: Mapping[str, int]

    def rarity(self, term: str) -> float:
        """Inverse frequency, over 0 (Robertson and Spärck Jones, as in BM25)."""
        count = self.with_term.get(term, 0)
        return math.log(1 + (self.passages - count + 0.5) / (count + 0.5))


class Shelf(Protocol):
    """Passages that may be searched together: those of a file, a folder, a mode."""

    def count(self, terms: Sequence[str]) -> TermCounts: ...

    def candidates(self, terms: Sequence[str], vector: Vector | None, limit: int) -> Sequence[Candidate]:
        """At most about ``limit`` passages: those with the rarest of the ``terms``, and those nearest to ``vector``."""


def index_terms(passage: Passage) -> list[str]:
    """The terms a passage is found by: of its words, its headings, the header of its table, and the marks it opens
    with."""
    marks = [mark for some in opening_marks(passage).values() for mark in some]
    return [*lemmas_of(passage.text), *lemmas_of(" ".join(passage.headings)), *lemmas_of(passage.context), *marks]


def embedded_text(passage: Passage) -> str:
    """What the vector of a passage is made from."""
    heading = passage.headings[-1] if passage.headings else ""
    opened = "" if passage.text.startswith(heading) else heading
    return "\n".join(part for part in (opened, passage.context, passage.text) if part)


def is_worth_a_vector(passage: Passage) -> bool:
    """Lines of contents yield to what they name, and bare numbers mean nothing to an encoder: words find both."""
    return passage.kind is not PassageKind.CONTENTS and any(letter.isalpha() for letter in embedded_text(passage))


def document_title(name: str, first: Passage | None) -> str:
    """What a document is called: by its file's name without the ending, and by the headings that it opens with."""
    stem = name.rpartition(".")[0] or name
    opening = () if first is None else first.words[: min(first.heading_words, TITLE_WORDS)]
    return " ".join([stem.replace("_", " "), *opening])


class MemoryShelf:
    """A shelf of passages in memory, with a vector each or none. ``titles``: of the document of each."""

    def __init__(
        self,
        passages: Sequence[Passage],
        vectors: NDArray[np.float32] | None = None,
        titles: Sequence[str] | None = None,
    ) -> None:
        self._passages = passages
        self._vectors = vectors
        self._titles = titles or [""] * len(passages)
        self._hidden: frozenset[int] = frozenset()
        self._holders: dict[str, list[int]] = {}
        for key, passage in enumerate(passages):
            for term in set(index_terms(passage)):
                self._holders.setdefault(term, []).append(key)

    def without(self, is_hidden: Callable[[Passage], bool]) -> Self:
        """The shelf as if those passages were not on it."""
        other = copy(self)
        other._hidden = frozenset(key for key, passage in enumerate(self._passages) if is_hidden(passage))
        return other

    def count(self, terms: Sequence[str]) -> TermCounts:
        passages = len(self._passages) - len(self._hidden)
        return TermCounts(passages, {term: len(self._with(term)) for term in terms})

    def candidates(self, terms: Sequence[str], vector: Vector | None, limit: int) -> list[Candidate]:
        keys = dict.fromkeys([*self._by_words(terms, limit // 2), *self._by_meaning(vector, limit // 2)])
        similarities = self._similarities(vector)
        return [
            Candidate(
                key,
                self._passages[key],
                None if similarities is None else float(similarities[key]),
                self._titles[key],
            )
            for key in keys
        ]

    def _by_words(self, terms: Sequence[str], limit: int) -> Iterable[int]:
        counts = self.count(terms)
        sums: dict[int, float] = {}
        for term in terms:
            for key in self._with(term):
                sums[key] = sums.get(key, 0.0) + counts.rarity(term)
        return sorted(sums, key=lambda key: (-sums[key], key))[:limit]

    def _by_meaning(self, vector: Vector | None, limit: int) -> Iterable[int]:
        similarities = self._similarities(vector)
        order = [] if similarities is None else np.argsort(-similarities, kind="stable").tolist()
        return [key for key in order[: limit + len(self._hidden)] if key not in self._hidden][:limit]

    def _with(self, term: str) -> Sequence[int]:
        keys = self._holders.get(term, [])
        return [key for key in keys if key not in self._hidden] if self._hidden else keys

    def _similarities(self, vector: Vector | None) -> Vector | None:
        return None if vector is None or self._vectors is None else self._vectors @ vector
