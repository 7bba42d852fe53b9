"""Labelled candidates: which frames of a question answer as the gold query does, and what rows each gives."""

import datetime
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from spravka.evaluation.questions_databases import sqlite_knowledge
from spravka.evaluation.questions_gold import NotAFrame, gold_frame, is_ordered
from spravka.evaluation.questions_loading import GoldQuestion, database_file
from spravka.evaluation.questions_rows import Cell, SqliteDatabase, same_rows
from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.schema import DatabaseSchema, Dialect
from spravka.question_reading.confidence import Outcome, outcome_of
from spravka.question_reading.enumerating import Candidate
from spravka.question_reading.everyday.state_links import StateLinks
from spravka.question_reading.frame_plans import PlanWriter
from spravka.question_reading.frames import Frame
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.mentions import mentions
from spravka.question_reading.roles import Sentence
from spravka.question_reading.schema_graph import SchemaGraph

TODAY = datetime.date(2026, 1, 15)
"""The day on which the sets of questions are asked; none of them speaks of it."""


class MeasuredDatabase:
    """A database that questions are asked of; answers are kept, as many candidates ask the same."""

    def __init__(self, file: Path) -> None:
        self._rows = SqliteDatabase(file)
        self._answers: dict[str, list[tuple[Cell, ...]] | None] = {}
        self.knowledge: Knowledge = sqlite_knowledge(file)
        self.graph = SchemaGraph(self.knowledge.schema)
        self.writer = PlanWriter(self.knowledge.schema, self.graph)

    @property
    def schema(self) -> DatabaseSchema:
        return self.knowledge.schema

    @cached_property
    def linker(self) -> Linker:
        return Linker(self.knowledge, None)

    @cached_property
    def _states(self) -> StateLinks:
        return StateLinks(self.knowledge)

    def sentence(self, question: str) -> Sentence:
        """The question as the reader sees it."""
        heard = hear(question, TODAY)
        links = self.linker.link(heard)
        return Sentence(heard, mentions(heard, (*links, *self._states.link(heard, links))), self.schema, self.graph)

    def rows(self, sql: str) -> list[tuple[Cell, ...]] | None:
        """None where the query fails or takes too long."""
        if sql not in self._answers:
            try:
                self._answers[sql] = self._rows.rows(sql)
            except sqlite3.Error:
                self._answers[sql] = None
        return self._answers[sql]

    def answer(self, plan: QueryPlan) -> list[tuple[Cell, ...]] | None:
        """The rows of a plan."""
        return self.rows(render(compile_plan(plan, self.schema, Dialect.SQLITE, TODAY), Dialect.SQLITE))


class MeasuredDatabases:
    """The databases of a folder, each opened when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, MeasuredDatabase | None] = {}

    def get(self, name: str) -> MeasuredDatabase | None:
        """None where the folder has none of this name."""
        if name not in self._open:
            file = database_file(self._folder, name)
            self._open[name] = None if file is None else MeasuredDatabase(file)
        return self._open[name]


@dataclass
class Example:
    """A training question with what the gold query makes of it."""

    question: GoldQuestion
    database: MeasuredDatabase
    sentence: Sentence
    frame: Frame | None
    gold: list[tuple[Cell, ...]]
    is_ordered: bool

    def is_right(self, rows: list[tuple[Cell, ...]] | None) -> bool:
        return rows is not None and same_rows(rows, self.gold, ordered=self.is_ordered)


@dataclass
class Labels:
    """Of the candidates of a question: which are right, and their outcomes."""

    right: list[bool] = field(default_factory=list)
    outcomes: list[Outcome | None] = field(default_factory=list)


KnownLabels = dict[tuple[str, str, Frame], tuple[bool, Outcome | None]]
"""Whether a frame answers a question of a database, and its outcome."""


def examples_of(questions: Sequence[GoldQuestion], databases: MeasuredDatabases) -> Iterator[Example]:
    """The questions whose database is there and whose gold query gives rows."""
    for question in questions:
        database = databases.get(question.database)
        gold = None if database is None or question.is_empty else database.rows(question.sql)
        if database is None or not gold:
            continue
        sentence = database.sentence(question.text)
        frame = _frame_or_none(question.sql, database.schema)
        yield Example(question, database, sentence, frame, gold, is_ordered(question.sql))


def _frame_or_none(sql: str, schema: DatabaseSchema) -> Frame | None:
    try:
        return gold_frame(sql, schema)
    except NotAFrame:
        return None


def label(example: Example, candidates: Sequence[Candidate], known: KnownLabels) -> Labels:
    """Runs every candidate, but for those whose labels are ``known``; adds to these."""
    labels = Labels()
    for candidate in candidates:
        key = (example.question.database, example.question.text, candidate.frame)
        if key not in known:
            rows = example.database.answer(example.database.writer.write(candidate.frame))
            known[key] = (example.is_right(rows), outcome_of(rows))
        right, outcome = known[key]
        labels.right.append(right)
        labels.outcomes.append(outcome)
    return labels
