"""Which tables a question may be about: by its links, by words shared with names and comments, by meaning.

Built once for a schema (a tenth of a millisecond a table, three with an encoder), then asked for each question.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.encoder import Encoder
from spravka.query_plans.schema import DatabaseSchema, Table
from spravka.question_reading.linking.links import Link
from spravka.question_reading.word_keys import stub_of, words_of

LINK_WEIGHT = 1.0
WORD_WEIGHT = 0.6
MEANING_WEIGHT = 0.4
COLUMN_SHARE = 0.7
ENCODED_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class RankedTable:
    """A table with how likely the question is about it; ``columns`` are those that words of the question name."""

    table: Table
    score: float
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TableSearch:
    """The words of every table, and with an encoder its vector."""

    schema: DatabaseSchema
    tables_by_word: Mapping[str, Mapping[str, float]]
    """How much a table means by a word: 1 where its own name or comment has it, less where only a column's has."""
    columns_by_word: Mapping[str, frozenset[tuple[str, str]]]
    encoder: Encoder | None = None
    vectors: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    """A row for each of the schema's tables."""

    def rank(self, question: str, links: Sequence[Link] = ()) -> list[RankedTable]:
        """All tables, the likeliest first; of equal ones in the schema's order."""
        words = key_words(question)
        linked, shared = _best_links(links), self._shared(words)
        meaning = self._meaning(question)
        columns = self._named_columns(words, links)
        ranked = [
            RankedTable(
                table,
                LINK_WEIGHT * linked.get(table.key, 0.0)
                + WORD_WEIGHT * shared.get(table.key, 0.0)
                + MEANING_WEIGHT * meaning.get(table.key, 0.0),
                frozenset(columns.get(table.key, ())),
            )
            for table in self.schema.tables
        ]
        return sorted(ranked, key=lambda one: -one.score)

    def _shared(self, words: Iterable[str]) -> dict[str, float]:
        """The share of the question's known words that a table has, rare words counting more, 0…1."""
        count = len(self.schema.tables)
        weights = {
            word: math.log(1 + count / len(self.tables_by_word[word])) for word in words if word in self.tables_by_word
        }
        scores: dict[str, float] = defaultdict(float)
        for word, weight in weights.items():
            for key, share in self.tables_by_word[word].items():
                scores[key] += share * weight / sum(weights.values())
        return scores

    def _meaning(self, question: str) -> dict[str, float]:
        """Cosine similarities, those below zero left out."""
        if self.encoder is None:
            return {}
        similarities = self.vectors @ self.encoder.encode([question])[0]
        return {
            table.key: float(similarity)
            for table, similarity in zip(self.schema.tables, similarities, strict=True)
            if similarity > 0
        }

    def _named_columns(self, words: Iterable[str], links: Iterable[Link]) -> dict[str, set[str]]:
        named: dict[str, set[str]] = defaultdict(set)
        for table, column in (place for word in words for place in self.columns_by_word.get(word, ())):
            named[table].add(column)
        for link in links:
            if link.column:
                named[link.table].add(link.column)
        return named


def build_table_search(schema: DatabaseSchema, encoder: Encoder | None = None) -> TableSearch:
    """The search over a schema; with an encoder also by meaning."""
    tables: dict[str, dict[str, float]] = defaultdict(dict)
    columns: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for table in schema.tables:
        for word in key_words(f"{table.name} {table.comment}"):
            tables[word][table.key] = 1.0
        for column in table.columns:
            for word in key_words(f"{column.name} {column.comment}"):
                tables[word].setdefault(table.key, COLUMN_SHARE)
                columns[word].add((table.key, column.name))
    named = {word: frozenset(places) for word, places in columns.items()}
    if encoder is None:
        return TableSearch(schema, tables, named)
    vectors = encoder.encode([_told(table) for table in schema.tables])
    return TableSearch(schema, tables, named, encoder, vectors)


def key_words(text: str) -> frozenset[str]:
    """Words without their endings, names in CamelCase and snake_case taken apart; single letters left out."""
    apart = "".join(
        f" {letter}" if letter.isupper() and before.islower() else letter for before, letter in _pairs(text)
    )
    return frozenset(stub_of(word) for word in words_of(apart) if len(word) > 1)


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    return zip(f" {text}", text, strict=False)


def _told(table: Table) -> str:
    columns = ", ".join(column.comment or column.name for column in table.columns)
    return f"{table.comment or table.name}: {columns}".replace("_", " ")[:ENCODED_CHARACTERS]


def _best_links(links: Iterable[Link]) -> dict[str, float]:
    best: dict[str, float] = {}
    for link in links:
        best[link.table] = max(link.score, best.get(link.table, 0.0))
    return best
