"""What speaks for a candidate beside its own words: features that know no schema, all between 0 and about 1."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.linking.candidates import Candidate
from spravka.question_reading.linking.links import Evidence, LinkKind

STRONG = 0.8
ALIKE = 0.01
KINDS = tuple(LinkKind)

Features = dict[str, float]


class Surroundings:
    """All candidates of a question, looked at from each one of them."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._tables: defaultdict[str, list[Candidate]] = defaultdict(list)
        self._columns: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
        self._values: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
        self._by_table: defaultdict[str, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self._add(candidate)
        self._strong = [candidate for candidate in candidates if candidate.fitness >= STRONG]
        self._rivals = _rivals(candidates)

    def _add(self, candidate: Candidate) -> None:
        column = (candidate.table, candidate.column)
        if candidate.kind is LinkKind.TABLE:
            self._tables[candidate.table].append(candidate)
            return
        self._by_table[candidate.table].append(candidate)
        if candidate.kind is LinkKind.COLUMN:
            self._columns[column].append(candidate)
        elif candidate.kind is LinkKind.VALUE:
            self._values[column].append(candidate)

    def features_of(self, candidate: Candidate) -> Features:
        """Named features; those that are zero may be missing."""
        features = {**_own_features(candidate), **self._covered_by(candidate), **self._table_features(candidate)}
        column = (candidate.table, candidate.column)
        if candidate.kind is LinkKind.VALUE:
            said = [other for other in self._columns[column] if not other.overlaps(candidate)]
            features |= _best_and_near("column", candidate, said)
            hinting = [other.fitness for other in self._columns[column] if other.overlaps(candidate)]
            features["own column"] = max(hinting, default=0.0)
            features["unexplained"] = float(not self._is_explained(candidate))
        if candidate.kind is LinkKind.COLUMN:
            features |= _best_and_near("value", candidate, self._values[column])
        better, alike = self._rivals[candidate]
        features["better rivals"] = math.log2(1 + better) / 4
        features["alike rivals"] = math.log2(1 + alike) / 4
        return features

    def _is_explained(self, candidate: Candidate) -> bool:
        """Whether a name takes its words: that of the value's own column ("female" of a sex) only of a part of it."""
        column = (candidate.table, candidate.column)
        others = (other for other in self._strong if other.kind is not LinkKind.VALUE and other.overlaps(candidate))
        return any(candidate.covered < 0.99 or (other.table, other.column) != column for other in others)

    def _table_features(self, candidate: Candidate) -> Features:
        """Whether the table is named too, and whether other things of the same table are."""
        tables = [other for other in self._tables[candidate.table] if not other.overlaps(candidate)]
        if candidate.kind is LinkKind.TABLE:
            tables = []
        company = [other for other in self._by_table[candidate.table] if not other.overlaps(candidate)]
        own = any(other.lies_within(candidate) or other.overlaps(candidate) for other in self._tables[candidate.table])
        return {
            **_best_and_near("table", candidate, tables),
            **_best_and_near("company", candidate, company),
            "own table": float(own and candidate.kind is not LinkKind.TABLE),
        }

    def _covered_by(self, candidate: Candidate) -> Features:
        """What strong candidates say of the same words or of more."""
        wider = [other for other in self._strong if candidate.lies_within(other)]
        same = [other for other in self._strong if other.kind is not candidate.kind and candidate.overlaps(other)]
        return {
            "inside a column": float(any(other.kind is LinkKind.COLUMN for other in wider)),
            "inside a table": float(any(other.kind is LinkKind.TABLE for other in wider)),
            "inside a value": float(any(other.kind is LinkKind.VALUE for other in wider)),
            "also a column": float(any(other.kind is LinkKind.COLUMN for other in same)),
            "also a table": float(any(other.kind is LinkKind.TABLE for other in same)),
            "also a value": float(any(other.kind is LinkKind.VALUE for other in same)),
        }


def _own_features(candidate: Candidate) -> Features:
    fitness = candidate.fitness
    return {
        "one": 1.0,
        "fitness": fitness,
        "fitness squared": fitness * fitness,
        "whole": float(candidate.covered > 0.99),
        "covered": candidate.covered,
        "strength": candidate.strength,
        "words": min(candidate.said, 4) / 4,
        "key": float(candidate.is_key),
        "implied": float(candidate.is_implied),
        "written": float(candidate.is_written),
        "quoted": float(candidate.is_quoted),
        "capital": float(candidate.is_capital),
        "capital part": float(candidate.is_capital) * (1.0 - candidate.covered),
        "letters": min(candidate.letters, 16) / 16,
        "same case": float(candidate.is_capital == candidate.value[:1].isupper()),
        "short": float(0 < len(candidate.value) <= 2),
        "by " + _manner(candidate): 1.0,
    }


def _manner(candidate: Candidate) -> str:
    """Of the sources that are as good as the name itself, only how the words agree matters.

    A Russian value is inflected as a rule: its base form is as good as its letters.
    """
    as_good = {Evidence.CHOSEN, Evidence.GLOSSARY, Evidence.COMMENT}
    if candidate.evidence in as_good or (candidate.evidence is Evidence.LEMMAS and is_cyrillic(candidate.value)):
        return str(Evidence.EXACT)
    return str(candidate.evidence)


def _best_and_near(name: str, candidate: Candidate, others: Sequence[Candidate]) -> Features:
    if not others:
        return {}
    best = max(other.fitness for other in others)
    near = max(other.fitness / (1 + _words_between(candidate, other)) for other in others)
    return {name: best, name + " near": near}


def _words_between(one: Candidate, other: Candidate) -> int:
    return max(0, max(one.first, other.first) - min(one.last, other.last) - 1)


def _rivals(candidates: Sequence[Candidate]) -> Mapping[Candidate, tuple[int, int]]:
    """For each candidate how many of its kind fit a common word better, and how many others as well."""
    first = np.array([each.first for each in candidates])
    last = np.array([each.last for each in candidates])
    fitness = np.array([each.fitness for each in candidates])
    kind = np.array([KINDS.index(each.kind) for each in candidates])
    rival = (first[:, None] <= last) & (first <= last[:, None]) & (kind[:, None] == kind)
    better = (rival & (fitness > fitness[:, None] + ALIKE)).sum(axis=1)
    alike = (rival & (np.abs(fitness - fitness[:, None]) <= ALIKE)).sum(axis=1) - 1
    return {each: (int(better[place]), int(alike[place])) for place, each in enumerate(candidates)}
