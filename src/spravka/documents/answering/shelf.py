"""The passages of the asked documents as :class:`spravka.passages.shelf.Shelf`: words in PostgreSQL, vectors in memory.

PostgreSQL finds which passages have a term and counts them; the best by rarity are taken, and judged in
:mod:`spravka.passages.ranking`. Vectors are compared exactly, one by one.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ARRAY, BigInteger, Text, bindparam, text
from sqlalchemy.orm import Session

from spravka.documents import queries
from spravka.documents.answering.scope import AskedDocument
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.passages_kept import passage_of
from spravka.documents.terms import quoted_term
from spravka.errors import Problem
from spravka.passages.shelf import Candidate, TermCounts, Vector, document_title

LOOKED_AT_PASSAGES = 20_000
"""Passages with one of the rarest terms are looked at, up to about so many; a term in more of them tells little."""

_COUNT = text(
    """
    SELECT asked.place, (
        SELECT count(*) FROM passage
        WHERE passage.tenant_id = :tenant_id AND passage.lemmas @@ asked.term::tsquery
            AND passage.file_id = ANY(:document_ids)
    )
    FROM unnest(:terms) WITH ORDINALITY AS asked (term, place)
    """
).bindparams(bindparam("terms", type_=ARRAY(Text)), bindparam("document_ids", type_=ARRAY(BigInteger)))

_BEST = text(
    """
    SELECT passage.id FROM passage
    WHERE passage.tenant_id = :tenant_id AND passage.lemmas @@ (:any_term)::tsquery
        AND passage.file_id = ANY(:document_ids)
    ORDER BY (
        SELECT coalesce(sum(asked.weight), 0) FROM unnest(:terms, :weights) AS asked (term, weight)
        WHERE passage.lemmas @@ asked.term::tsquery
    ) DESC, passage.id
    LIMIT :limit
    """
).bindparams(
    bindparam("terms", type_=ARRAY(Text)),
    bindparam("document_ids", type_=ARRAY(BigInteger)),
)


@dataclass
class DatabaseShelf:
    """The passages of some documents of a tenant, as far as they are indexed."""

    assistant: DocumentAssistant
    session: Session
    tenant_id: int
    documents: Sequence[AskedDocument]
    _counts: dict[str, int] = field(default_factory=dict)
    document_of: dict[int, int] = field(default_factory=dict)
    """The document of each passage that was a candidate."""
    encoder_problem: Problem | None = None
    """Why the question was searched by its words alone, though there are vectors."""

    def count(self, terms: Sequence[str]) -> TermCounts:
        """See :class:`spravka.passages.shelf.Shelf`."""
        unknown = [term for term in dict.fromkeys(terms) if term not in self._counts]
        if unknown:
            self._counts |= self._count_terms(unknown)
        passages = sum(document.passage_count for document in self.documents)
        return TermCounts(passages, {term: self._counts[term] for term in terms})

    def candidates(self, terms: Sequence[str], vector: Vector | None, limit: int) -> list[Candidate]:
        """See :class:`spravka.passages.shelf.Shelf`."""
        similarities = _Similarities.of(self, vector)
        ids = dict.fromkeys([*self._with_rarest(terms, limit // 2), *similarities.nearest(limit // 2)])
        rows = {row.id: row for row in queries.list_passages(self.session, self.tenant_id, list(ids))}
        self.document_of |= {row.id: row.file_id for row in rows.values()}
        titles = self._titles({row.file_id for row in rows.values()})
        return [
            Candidate(
                passage_id,
                passage_of(rows[passage_id]),
                similarities.find(passage_id),
                titles[rows[passage_id].file_id],
            )
            for passage_id in ids
            if passage_id in rows
        ]

    def _titles(self, document_ids: Set[int]) -> dict[int, str]:
        """What the documents are called, by their names and by the headings that they open with."""
        first = {
            row.file_id: passage_of(row)
            for row in queries.list_first_passages(self.session, self.tenant_id, sorted(document_ids))
        }
        names = {document.id: document.name for document in self.documents}
        return {one: document_title(names.get(one, ""), first.get(one)) for one in document_ids}

    def _count_terms(self, terms: Sequence[str]) -> dict[str, int]:
        asked = {
            "tenant_id": self.tenant_id,
            "terms": [quoted_term(term) for term in terms],
            "document_ids": self._document_ids,
        }
        return {terms[place - 1]: count for place, count in self.session.execute(_COUNT, asked)}

    def _with_rarest(self, terms: Sequence[str], limit: int) -> Sequence[int]:
        counts = self.count(terms)
        rarest = _rarest(counts.with_term)
        if not rarest:
            return []
        asked = {
            "tenant_id": self.tenant_id,
            "any_term": " | ".join(quoted_term(term) for term in rarest),
            "terms": [quoted_term(term) for term in counts.with_term],
            "weights": [counts.rarity(term) for term in counts.with_term],
            "document_ids": self._document_ids,
            "limit": limit,
        }
        return self.session.scalars(_BEST, asked).all()

    @property
    def _document_ids(self) -> list[int]:
        return [document.id for document in self.documents]


def _rarest(with_term: Mapping[str, int]) -> list[str]:
    """Terms that occur, the rarest first, as many as passages may be looked at; one in any case."""
    taken: list[str] = []
    looked_at = 0
    for count, term in sorted((count, term) for term, count in with_term.items() if count):
        looked_at += count
        if taken and looked_at > LOOKED_AT_PASSAGES:
            break
        taken.append(term)
    return taken


class _Similarities:
    """How near each passage with a vector is to the question."""

    def __init__(self, passage_ids: NDArray[np.int64], cosines: Vector) -> None:
        self._ids = passage_ids
        self._cosines = cosines
        self._order = np.argsort(passage_ids, kind="stable")

    @classmethod
    def of(cls, shelf: DatabaseShelf, vector: Vector | None) -> "_Similarities":
        resources = shelf.assistant.resources
        ids: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)]
        cosines: list[Vector] = [np.zeros(0, dtype=np.float32)]
        for document in shelf.documents if vector is not None else ():
            opened = document.vectors_key and shelf.assistant.memory.vectors.open(
                resources.arrays, document.vectors_key, resources.passage_encoder.name
            )
            if opened and vector is not None:
                ids.append(np.asarray(opened.passage_ids))
                cosines.append(opened.similarities(vector))
        return cls(np.concatenate(ids), np.concatenate(cosines))

    def nearest(self, limit: int) -> list[int]:
        found: list[int] = self._ids[np.argsort(-self._cosines, kind="stable")[:limit]].tolist()
        return found

    def find(self, passage_id: int) -> float | None:
        place = int(np.searchsorted(self._ids, passage_id, sorter=self._order))
        if place == len(self._order) or self._ids[self._order[place]] != passage_id:
            return None
        return float(self._cosines[self._order[place]])
