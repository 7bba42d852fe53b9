"""Enumerating: the frames a question may mean, each with how likely its parts are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from spravka.query_plans.plan import Operator
from spravka.question_reading.assembling import assemble
from spravka.question_reading.choosing import Choice, RoleChooser
from spravka.question_reading.frames import Frame, Item, TestKind
from spravka.question_reading.learned_parts.classifiers import Grammar
from spravka.question_reading.linking.naming import name_words
from spravka.question_reading.roles import Sentence
from spravka.question_reading.skeletons import skeleton_features, skeleton_named

SKELETONS = 6
CHOICES_OF_A_SKELETON = 16
MOST_CANDIDATES = 60
SEX_WORDS = frozenset({"sex", "gender", "пол"})
WOMEN = re.compile(r"\w*(?:тельница|отница|удница|ученица|щица|одчица|ентка|антка|истка|менка)|женщина|девушка|девочка")
"""Base forms of Russian words for women alone («студентка», «сотрудница»)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame with the choice it came from. ``skeleton_log_chance`` and ``choice_score`` are logarithms.

    ``skeleton_rank`` and ``choice_rank`` count from 0, ``variant`` numbers the frames of one choice.
    """

    frame: Frame
    choice: Choice
    skeleton: str
    skeleton_log_chance: float
    skeleton_rank: int
    choice_rank: int
    variant: int

    @property
    def score(self) -> float:
        """What candidates are cut by before they are ranked."""
        return self.skeleton_log_chance + self.choice.score - 0.3 * self.variant


def enumerate_frames(grammar: Grammar, sentence: Sentence) -> list[Candidate]:
    """Different frames, the likeliest first by their own parts."""
    best: dict[Frame, Candidate] = {}
    for candidate in _candidates(grammar, sentence):
        known = best.get(candidate.frame)
        if known is None or known.score < candidate.score:
            best[candidate.frame] = candidate
    ordered = sorted(best.values(), key=lambda candidate: -candidate.score)[:MOST_CANDIDATES]
    sensible = [candidate for candidate in ordered if not _tests_twice(candidate.frame)] or ordered
    return [candidate for candidate in sensible if not _forgets_women(sentence, candidate.frame)]


def _tests_twice(frame: Frame) -> bool:
    """One test stands twice, or a column is both equal to something and more or less than something."""
    return any(_is_tested_twice(inner) for inner in frame.frames())


def _is_tested_twice(frame: Frame) -> bool:
    kinds: dict[Item, set[bool]] = {}
    for test in frame.tests:
        if test.kind is TestKind.COMPARE and test.item.field is not None:
            is_equality = test.operator in (Operator.EQUAL, Operator.UNEQUAL)
            kinds.setdefault(test.item, set()).add(is_equality)
    return len(set(frame.tests)) < len(frame.tests) or any(len(found) > 1 for found in kinds.values())


def _forgets_women(sentence: Sentence, frame: Frame) -> bool:
    """It is asked about women alone, the tables tell women from men, and the frame does not."""
    if not any(WOMEN.fullmatch(lemma) for token in sentence.heard.tokens for lemma in token.lemmas):
        return False
    frames = list(frame.frames())
    tested = {test.item.field for inner in frames for test in inner.tests if test.item.field is not None}
    if any(SEX_WORDS.intersection(name_words(field.column)) for field in tested):
        return False
    tables = {table for inner in frames for table in inner.needed_tables}
    columns = (column for table in tables for column in sentence.schema.tables_by_key[table].columns)
    return any(SEX_WORDS.intersection(name_words(column.name)) for column in columns)


def _candidates(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    units = grammar.skeletons.units(skeleton_features(sentence))
    logs = grammar.skeletons.log_chances(units[None, :])[0]
    chooser = RoleChooser(grammar.roles, sentence)
    for rank, place in enumerate(np.argsort(-logs)[:SKELETONS]):
        name = grammar.skeletons.classes[place]
        skeleton = skeleton_named(name)
        for choice_rank, choice in enumerate(chooser.choices(name, CHOICES_OF_A_SKELETON)):
            for variant, frame in enumerate(assemble(sentence, skeleton, choice.chosen)):
                yield Candidate(frame, choice, name, float(logs[place]), rank, choice_rank, variant)
