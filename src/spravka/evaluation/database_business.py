"""Everyday questions about whole databases, asked of the shipped reader in both languages."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.table import Table

from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.evaluation.business_databases import TODAY, make_databases, opened
from spravka.evaluation.business_questions import (
    SETS,
    BusinessFigures,
    Language,
    Outcome,
    Part,
    ask_business,
)
from spravka.evaluation.database_accuracy import DatabaseFigures
from spravka.evaluation.postgres_databases import add_reader
from spravka.evaluation.workbench import open_workbench

Tell = Callable[[str], None]

ALL = "all"
Group = tuple[Part, str, str]
"""A part, a database, a language; either of the two last may be :data:`ALL`."""


def measure_business(folder: Path, tell: Tell) -> DatabaseFigures:
    """Right, wrong and declined answers in real databases; raises :class:`MeasuringDataMissing`."""
    encoder, outcomes = SentenceEncoder(), list[Outcome]()
    with open_workbench() as bench:
        tell("making the databases of the everyday questions")
        add_reader(bench.postgres)
        make_databases(bench.postgres, folder, tuple(SETS))
        for name in SETS:
            tell(f"asking everyday questions of {name}")
            with opened(bench.postgres, name) as database:
                outcomes += ask_business(database, TODAY, encoder.encode)
    figures = figures_of(outcomes)
    return DatabaseFigures(named_figures(figures), tables=business_tables(figures))


def figures_of(outcomes: Sequence[Outcome]) -> dict[Group, BusinessFigures]:
    """By part, database and language, with the sums: each database's, each language's, and of all."""
    groups: dict[Group, list[Outcome]] = {}
    for part in Part:
        for database in (*dict.fromkeys(outcome.database for outcome in outcomes), ALL):
            for language in (*Language, ALL):
                groups[part, database, language] = []
    for outcome in outcomes:
        for database in (outcome.database, ALL):
            for language in (outcome.language, ALL):
                groups[outcome.question.part, database, language].append(outcome)
    return {group: BusinessFigures.of(asked) for group, asked in groups.items() if asked}


def named_figures(figures: Mapping[Group, BusinessFigures]) -> dict[str, float]:
    """The part that nobody looks at, in both languages together, by the names in the JSON."""
    found = figures[Part.TEST, ALL, ALL]
    return {
        "business_right_share": round(found.right_share, 3),
        "business_precision": round(found.precision, 3),
        "business_unanswerable_declined": round(found.declined_rightly / max(found.unanswerable, 1), 3),
        "business_questions": float(found.asked),
    }


def business_tables(figures: Mapping[Group, BusinessFigures]) -> list[Table]:
    """A table for each part, a row for each database and language."""
    return [_table(part, figures) for part in Part]


def _table(part: Part, figures: Mapping[Group, BusinessFigures]) -> Table:
    table = Table("database", "language", title=f"Everyday questions, {part.value} part")
    for heading in ("right", "wrong", "declined", "right share", "precision"):
        table.add_column(heading, justify="right")
    for (of, database, language), found in figures.items():
        if of is part:
            counts = map(str, (found.right, found.wrong, found.declined))
            shares = (f"{found.right_share:.3f}", f"{found.precision:.3f}")
            table.add_row(database, language, *counts, *shares, style="bold" if database == ALL else "")
    return table
