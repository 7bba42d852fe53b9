"""How many questions are answered, and how many of the answers are right."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from spravka.evaluation.questions_gold import is_ordered
from spravka.evaluation.questions_labelling import TODAY, MeasuredDatabase, MeasuredDatabases
from spravka.evaluation.questions_loading import GoldQuestion, UnanswerableQuestion
from spravka.evaluation.questions_rows import same_rows
from spravka.question_reading.reader import Reader
from spravka.question_reading.reading import Reading

Tell = Callable[[str], None]


@dataclass
class QuestionFigures:
    """Counts; ``skipped`` questions had no database, an empty gold answer, or a gold query that fails."""

    asked: int = 0
    answered: int = 0
    right: int = 0
    skipped: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """Right of all."""
        return self.right / max(self.asked, 1)

    @property
    def answered_share(self) -> float:
        return self.answered / max(self.asked, 1)

    @property
    def precision(self) -> float:
        """Right of the answered."""
        return self.right / max(self.answered, 1)

    def to_json(self, prefix: str) -> dict[str, float]:
        return {
            f"{prefix}_accuracy": self.accuracy,
            f"{prefix}_answered": self.answered_share,
            f"{prefix}_precision": self.precision,
            f"{prefix}_questions": float(self.asked),
        }


class Readers:
    """A reader for each database, prepared when first asked for."""

    def __init__(self, databases: MeasuredDatabases, make: Callable[[MeasuredDatabase], Reader] | None = None) -> None:
        self._databases = databases
        self._make = make or (lambda database: Reader(database.knowledge))
        self._readers: dict[str, Reader] = {}

    def read(self, question: str, name: str, *, is_probed: bool = True) -> Reading | None:
        """None where the database is not there."""
        database = self._databases.get(name)
        if database is None:
            return None
        if name not in self._readers:
            self._readers[name] = self._make(database)
        return self._readers[name].read(question, TODAY, database.answer if is_probed else None)


def measure_questions(
    questions: Iterable[GoldQuestion],
    databases: MeasuredDatabases,
    readers: Readers,
    *,
    is_probed: bool = True,
) -> QuestionFigures:
    """Reads, runs and compares; golds that are empty or fail are left out."""
    figures = QuestionFigures()
    for question in questions:
        database = databases.get(question.database)
        gold = None if database is None or question.is_empty else database.rows(question.sql)
        if database is None or not gold:
            figures.skipped += 1
            continue
        started_at = time.perf_counter()
        reading = readers.read(question.text, question.database, is_probed=is_probed)
        figures.seconds.append(time.perf_counter() - started_at)
        figures.asked += 1
        if reading is None or reading.plan is None:
            continue
        figures.answered += 1
        rows = database.answer(reading.plan)
        figures.right += rows is not None and same_rows(rows, gold, ordered=is_ordered(question.sql))
    return figures


def measure_declined(questions: Sequence[UnanswerableQuestion], readers: Readers) -> float:
    """The share of unanswerable questions that are declined."""
    readings = [readers.read(question.text, question.database) for question in questions]
    asked = [reading for reading in readings if reading is not None]
    return sum(reading.plan is None for reading in asked) / max(len(asked), 1)
