"""Figures of the database assistant without a language model: questions, unanswerable questions, the guard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.table import Table

from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.evaluation.guard_refusals import Refusals, defog_refusals, question_refusals
from spravka.evaluation.questions_accuracy import QuestionFigures, Readers, measure_declined, measure_questions
from spravka.evaluation.questions_labelling import MeasuredDatabases
from spravka.evaluation.questions_loading import (
    GoldQuestion,
    databases_in,
    is_held_out,
    load_questions,
    load_unanswerable,
    needed_file,
)
from spravka.question_reading.reader import Reader
from spravka.sql_guard.dialects import DIALECTS
from spravka.sql_guard.trying import attacks_let_through, read_attacks

Tell = Callable[[str], None]

SPIDER = "spider_train.json.gz"
PAUQ = "pauq_russian.json.gz"
DATABASES = "spider_databases.tar.gz"
UNANSWERABLE = Path("defog", "idk.csv")
RUSSIAN, ENGLISH = "pauq", "spider"


@dataclass
class DatabaseFigures:
    """Figures by their names in the JSON, and lines and tables to read beside them."""

    values: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add(self, more: "DatabaseFigures") -> None:
        self.values |= more.values
        self.notes += more.notes
        self.tables += more.tables

    def add_questions(self, prefix: str, figures: QuestionFigures) -> None:
        """Accuracy, share answered and precision of a set of questions."""
        self.values |= figures.to_json(prefix)
        self.notes.append(f"{prefix}: {figures.asked} questions asked, {figures.skipped} left out")


def measure_shared(folder: Path, tell: Tell) -> DatabaseFigures:
    """The held-out databases of the shared sets; raises :class:`MeasuringDataMissing`."""
    figures = DatabaseFigures()
    with databases_in(needed_file(folder, DATABASES)) as place:
        databases = MeasuredDatabases(place)
        readers = _readers(databases)
        for prefix, name in ((ENGLISH, SPIDER), (RUSSIAN, PAUQ)):
            tell(f"reading the questions of {name}")
            held_out = [one for one in load_questions(needed_file(folder, name)) if is_held_out(one.database)]
            figures.add_questions(prefix, measure_questions(held_out, databases, readers))
        tell("reading questions that have no answer")
        unanswerable = load_unanswerable(needed_file(folder, str(UNANSWERABLE)))
        figures.values["idk_declined"] = measure_declined(unanswerable, readers)
    return figures


def measure_given(questions: Path, databases: Path, tell: Tell) -> DatabaseFigures:
    """A set that the product has never seen, all of it, under the names of the shared set in the same language."""
    figures = DatabaseFigures()
    found = load_questions(questions)
    tell(f"reading the {len(found)} questions of {questions.name}")
    with databases_in(databases) as place:
        opened = MeasuredDatabases(place)
        measured = measure_questions(found, opened, _readers(opened))
    figures.add_questions(_language(found), measured)
    figures.values |= measured.to_json("questions")
    tell("judging their gold queries")
    _add_refusals(figures, "guard_refused_share", question_refusals(questions, databases))
    return figures


def measure_guard(folder: Path, tell: Tell) -> DatabaseFigures:
    """Gold queries that the guard refuses, and attacks that it does not."""
    figures = DatabaseFigures()
    tell("judging gold queries")
    refusals = question_refusals(needed_file(folder, SPIDER), needed_file(folder, DATABASES))
    _add_refusals(figures, "guard_refused_share", refusals)
    defog = defog_refusals(needed_file(folder, str(UNANSWERABLE)).parent)
    figures.values["defog_refused"] = float(len(defog.refused))
    figures.notes += [f"refused: {sql[:200]} ({why})" for sql, why in defog.refused]
    tell("trying attacks")
    let_through = [sql for dialect in DIALECTS for sql in attacks_let_through(dialect)]
    figures.values["guard_let_through"] = float(len(let_through))
    figures.values["guard_attacks"] = float(sum(len(read_attacks(dialect)) for dialect in DIALECTS))
    figures.notes += [f"let through: {sql[:200]}" for sql in let_through]
    return figures


def _readers(databases: MeasuredDatabases) -> Readers:
    """Readers as the product prepares them: with the packaged encoder, without a glossary."""
    encoder = SentenceEncoder()
    return Readers(databases, lambda database: Reader(database.knowledge, encoder.encode))


def _add_refusals(figures: DatabaseFigures, name: str, refusals: Refusals) -> None:
    figures.values[name] = refusals.share
    figures.notes += [f"refused: {sql[:200]} ({why})" for sql, why in refusals.refused]


def _language(questions: Sequence[GoldQuestion]) -> str:
    cyrillic = sum(any("а" <= letter.lower() <= "я" for letter in question.text) for question in questions)
    return RUSSIAN if 2 * cyrillic > len(questions) else ENGLISH
