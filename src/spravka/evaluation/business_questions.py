"""Everyday questions about whole databases, in both languages: how many are answered rightly, wrongly, not at all.

Each question has its gold SQL (several where several answers are good) or is marked as one the data cannot answer.
Most questions serve development; those of the files in :data:`UNSEEN` are kept for measuring.
"""

import datetime
import enum
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Self

from spravka.evaluation.business.answers import GoldRows, Rows, is_answer, is_ordered
from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.schema import Dialect
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.reader import Encode, Reader
from spravka.question_reading.reading import Reading

RunSql = Callable[[str], Sequence[tuple[object, ...]] | None]
"""The rows of a query, or None where it fails."""
SETS: Mapping[str, Sequence[str]] = {
    "construction": ("construction", "construction2", "construction3"),
    "trade_warehouse": ("trade_warehouse",),
    "service_company": ("service_company",),
    "airlines": ("airlines",),
    "northwind": ("northwind",),
    "broker": ("broker",),
    "car_dealership": ("car_dealership",),
    "derm_treatment": ("derm_treatment",),
    "ewallet": ("ewallet",),
    "freight": ("freight",),
}
"""The databases, each with the files of questions about it."""
UNSEEN = frozenset({"construction3", "freight"})
"""Files whose questions only measure: nobody who works on the reader looks into them, or at their failures."""


class Language(enum.StrEnum):
    """The language a question is asked in."""

    RUSSIAN = "russian"
    ENGLISH = "english"


class Part(enum.StrEnum):
    """What a question is for: to learn from its failures, or only to measure."""

    DEVELOPMENT = "development"
    TEST = "test"


class State(enum.StrEnum):
    """What became of a question. An answer to what the data cannot answer is wrong."""

    RIGHT = "right"
    WRONG = "wrong"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class BusinessQuestion:
    """One question in both languages; any of ``gold`` is a good answer, and no answer is where it is empty."""

    name: str
    russian: str
    english: str
    may_show_more: bool = False
    gold: tuple[str, ...] = ()
    unanswerable: bool = False
    part: Part = Part.DEVELOPMENT

    def text(self, language: Language) -> str:
        """The question as asked in ``language``."""
        return self.russian if language is Language.RUSSIAN else self.english

    def queries(self, today: datetime.date) -> list[str]:
        """The gold as SQL to be run."""
        return [query.replace(":today", f"DATE '{today}'") for query in self.gold]


@dataclass(frozen=True, slots=True)
class BusinessDatabase:
    """A database to be asked: what is known of it and how its queries are run (in PostgreSQL)."""

    name: str
    knowledge: Knowledge
    run: RunSql


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question that was asked, with its reading and the SQL of its answer (empty where declined)."""

    database: str
    language: Language
    question: BusinessQuestion
    state: State
    reading: Reading
    sql: str = ""


@dataclass(frozen=True, slots=True)
class BusinessFigures:
    """Counts of questions. ``unanswerable`` are those the data cannot answer: declined rightly, or else wrong."""

    right: int
    wrong: int
    declined: int
    declined_rightly: int
    unanswerable: int

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Self:
        """The counts of ``outcomes``."""
        asked = list(outcomes)
        states = [outcome.state for outcome in asked]
        declined = [outcome for outcome in asked if outcome.state is State.DECLINED]
        rightly, unanswerable = (sum(outcome.question.unanswerable for outcome in few) for few in (declined, asked))
        return cls(states.count(State.RIGHT), states.count(State.WRONG), len(declined), rightly, unanswerable)

    @property
    def asked(self) -> int:
        return self.right + self.wrong + self.declined

    @property
    def right_share(self) -> float:
        """The right among those that the data can answer, 0…1."""
        return self.right / max(self.asked - self.unanswerable, 1)

    @property
    def precision(self) -> float:
        """The right among the answered, 0…1; 1 where nothing was answered."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def business_questions(database: str) -> list[BusinessQuestion]:
    """The questions about one of :data:`SETS`."""
    folder = files("spravka.evaluation").joinpath("business")
    found: list[BusinessQuestion] = []
    for name in SETS[database]:
        part = Part.TEST if name in UNSEEN else Part.DEVELOPMENT
        found += questions_in(folder.joinpath(f"{name}.json").read_text("utf-8"), part)
    return found


def questions_in(text: str, part: Part = Part.DEVELOPMENT) -> list[BusinessQuestion]:
    """Those of a JSON list."""
    return [BusinessQuestion(**{**item, "gold": tuple(item["gold"]), "part": part}) for item in json.loads(text)]


def ask_business(
    database: BusinessDatabase,
    today: datetime.date,
    encode: Encode | None = None,
    questions: Sequence[BusinessQuestion] | None = None,
) -> Iterator[Outcome]:
    """The outcomes for one database, as they come; ``questions`` are its own where left out."""
    reader = Reader(database.knowledge, encode)
    for question in business_questions(database.name) if questions is None else questions:
        gold = gold_rows(question, database.run, today)
        for language in Language:
            yield _asked(database, reader, question, gold, language, today)


def gold_rows(question: BusinessQuestion, run: RunSql, today: datetime.date) -> list[GoldRows]:
    """The rows of each gold query; raises ``ValueError`` where one fails, or has none: any slip would then be right."""
    found = []
    for query in question.queries(today):
        rows = run(query)
        if not rows:
            raise ValueError(f"the gold of {question.name!r} has no rows: {query}")
        found.append(GoldRows(rows, is_ordered(query)))
    return found


def state_of(question: BusinessQuestion, gold: Sequence[GoldRows], answer: Rows | None) -> State:
    """Whether the rows of an answer are right; None is an answer that could not be run."""
    is_right = answer is not None and any(is_answer(answer, rows, question.may_show_more) for rows in gold)
    return State.RIGHT if is_right else State.WRONG


def _asked(
    database: BusinessDatabase,
    reader: Reader,
    question: BusinessQuestion,
    gold: Sequence[GoldRows],
    language: Language,
    today: datetime.date,
) -> Outcome:
    def sql(plan: QueryPlan) -> str:
        return render(compile_plan(plan, database.knowledge.schema, Dialect.POSTGRESQL, today), Dialect.POSTGRESQL)

    reading = reader.read(question.text(language), today, lambda plan: database.run(sql(plan)))
    if reading.plan is None:
        return Outcome(database.name, language, question, State.DECLINED, reading)
    written = sql(reading.plan)
    state = state_of(question, gold, database.run(written))
    return Outcome(database.name, language, question, state, reading, written)
