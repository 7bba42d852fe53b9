"""The measuring commands."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from spravka.evaluation.figures import DATABASE, DOCUMENTS, NOMENCLATURE, AskedFigure
from spravka.evaluation.problems import MeasuringDataMissing

if TYPE_CHECKING:
    from spravka.embedding.encoder import AskedEncoder
    from spravka.evaluation.database_accuracy import DatabaseFigures
    from spravka.evaluation.documents.measured import DocumentFigures

commands = typer.Typer()

QUESTIONS_FILE = "spider_train.json.gz"

DataOption = Annotated[Path, typer.Option("--data", help="The folder of the measuring data")]
JsonOption = Annotated[Path | None, typer.Option("--json", dir_okay=False, help="Also write the figures here")]


class Part(StrEnum):
    """What to measure."""

    ALL = "all"
    ACCURACY = "accuracy"
    SPEED = "speed"


@commands.callback()
def evaluate() -> None:
    """Measure the product on real data."""


@commands.command("nomenclature")
def nomenclature(
    data: DataOption,
    json_file: JsonOption = None,
    part: Annotated[
        Part, typer.Option("--part", help="Accuracy takes minutes, speed starts the real parts")
    ] = Part.ALL,
) -> None:
    """Measure how well and how fast names find their items in the КСР catalogue."""
    folder = _folder(data, "nomenclature", "ksr_pairs.csv")
    console, figures = Console(), dict[str, float]()
    if part is not Part.SPEED:
        from spravka.evaluation.nomenclature_accuracy import measure_accuracy

        accuracy = measure_accuracy(folder, _tell)
        for table in accuracy.tables():
            console.print(table)
        figures |= accuracy.to_json()
    if part is not Part.ACCURACY:
        from spravka.evaluation.nomenclature_speed import measure_speed

        figures |= measure_speed(folder, _tell).to_json()
    console.print(_summary("Nomenclature, КСР", NOMENCLATURE, figures))
    _write_json(json_file, figures)


class DatabasePart(StrEnum):
    """What to measure of the database assistant."""

    ALL = "all"
    QUESTIONS = "questions"
    BUSINESS = "business"
    GUARD = "guard"
    SPEED = "speed"


@commands.command("database")
def database(
    data: Annotated[Path | None, typer.Option("--data", help="The folder of the measuring data")] = None,
    questions: Annotated[
        Path | None, typer.Option("--questions", dir_okay=False, help="Another set of questions, with --databases")
    ] = None,
    databases: Annotated[
        Path | None, typer.Option("--databases", help="Its SQLite databases: a folder, or a tar archive of one")
    ] = None,
    json_file: JsonOption = None,
    part: Annotated[
        DatabasePart, typer.Option("--part", help="Business and speed start the real parts")
    ] = DatabasePart.ALL,
) -> None:
    """Measure how questions about databases are answered without a language model, and what the guard refuses."""
    from spravka.evaluation import database_accuracy

    figures = database_accuracy.DatabaseFigures()
    if questions is not None and databases is not None:
        figures = database_accuracy.measure_given(questions, databases, _tell)
    elif data is None or questions is not None or databases is not None:
        raise typer.BadParameter("give --data DIR, or --questions FILE together with --databases DIR")
    else:
        folder = _folder(data, "nl2sql", QUESTIONS_FILE)
        for wanted, measure in _database_parts().items():
            if part in (DatabasePart.ALL, wanted):
                figures.add(measure(folder, _tell))
    console = Console()
    for note in figures.notes:
        console.print(note, markup=False)
    for table in figures.tables:
        console.print(table)
    console.print(_summary("Database assistant", DATABASE, figures.values))
    _write_json(json_file, figures.values)


@commands.command("links")
def links(data: DataOption, json_file: JsonOption = None) -> None:
    """Measure which words of questions find the tables, columns and values they mean, on held-out databases."""
    from spravka.evaluation.links.measuring import measure_links

    figures = measure_links(_folder(data, "nl2sql", QUESTIONS_FILE), _tell)
    Console().print(_summary("Links of questions to databases", (), figures))
    _write_json(json_file, figures)


@commands.command("learn-links")
def learn_links_(
    data: DataOption, target: Annotated[Path, typer.Option("--target", dir_okay=False, help="The file to write")]
) -> None:
    """Learn the weights of links from the training databases; what reads questions is to be learned after it."""
    from spravka.evaluation.links.learning import learn_links

    learn_links(_folder(data, "nl2sql", QUESTIONS_FILE), target, _tell)


class DocumentsPart(StrEnum):
    """What to measure of the document assistant."""

    ALL = "all"
    ACCURACY = "accuracy"
    EVERYDAY = "everyday"
    HOSTILE = "hostile"
    SPEED = "speed"
    MEMORY = "memory"
    REMOVAL = "removal"


@commands.command("documents")
def documents(
    data: Annotated[Path | None, typer.Option("--data", help="The folder of the measuring data")] = None,
    files: Annotated[Path | None, typer.Option("--files", help="Another folder of documents, with --gold")] = None,
    gold: Annotated[Path | None, typer.Option("--gold", dir_okay=False, help="Its questions and their pages")] = None,
    json_file: JsonOption = None,
    part: Annotated[
        DocumentsPart, typer.Option("--part", help="Hostile files, speed and removal start the real parts")
    ] = DocumentsPart.ALL,
    words_only: Annotated[bool, typer.Option("--words-only", help="Without vectors, which take most of it")] = False,
    outline_vectors: Annotated[
        bool, typer.Option("--outline-vectors", help="Seek titles of sections by vectors too; takes long")
    ] = False,
) -> None:
    """Measure how questions about documents find their page and their answer without a language model, and how
    documents are read, survived and removed."""
    from spravka.evaluation.documents import accuracy

    encoder = None if words_only else _encoder_on_all_cores()
    if files is not None and gold is not None:
        figures = accuracy.measure_given(gold, files, encoder, _tell, outline_vectors)
    elif data is None or files is not None or gold is not None:
        raise typer.BadParameter("give --data DIR, or --files DIR together with --gold FILE")
    else:
        folder = _folder(data, "documents", accuracy.OUTLINE)
        figures = _measure_documents(folder, part, encoder, outline_vectors)
    console = Console()
    for note in figures.notes:
        console.print(note, markup=False)
    for table in figures.tables:
        console.print(table)
    console.print(_summary("Document assistant", DOCUMENTS, figures.values))
    _write_json(json_file, figures.values)


@commands.command("learn-documents")
def learn_documents_(
    data: DataOption, target: Annotated[Path, typer.Option("--target", dir_okay=False, help="The file to write")]
) -> None:
    """Learn the weights by which passages are found, sentences quoted, and answers said to be absent."""
    from spravka.embedding.sentence_encoder import SentenceEncoder
    from spravka.evaluation.documents import accuracy, learning

    folder = _folder(data, "documents", accuracy.OUTLINE)
    learning.learn_documents(folder, [_encoder_on_all_cores(), SentenceEncoder()], target, _tell)


def _measure_documents(
    folder: Path, part: DocumentsPart, encoder: "AskedEncoder | None", outline_vectors: bool
) -> "DocumentFigures":
    from spravka.evaluation.documents.accuracy import measure_shared
    from spravka.evaluation.documents.hostile import measure_hostile
    from spravka.evaluation.documents.measured import DocumentFigures
    from spravka.evaluation.documents.reading_memory import measure_memory
    from spravka.evaluation.documents.reading_speed import measure_speed
    from spravka.evaluation.documents.removal import measure_removal

    parts: dict[DocumentsPart, Callable[[Path, Callable[[str], None]], DocumentFigures]] = {
        DocumentsPart.SPEED: measure_speed,
        DocumentsPart.HOSTILE: measure_hostile,
        DocumentsPart.MEMORY: measure_memory,
        DocumentsPart.REMOVAL: measure_removal,
        DocumentsPart.ACCURACY: lambda data, tell: measure_shared(data, encoder, tell, outline_vectors),
        DocumentsPart.EVERYDAY: lambda _, tell: _measure_everyday(encoder, tell),
    }
    figures = DocumentFigures()
    for wanted, measure in parts.items():
        if part in (DocumentsPart.ALL, wanted):
            figures.add(measure(folder, _tell))
    return figures


def _measure_everyday(encoder: "AskedEncoder | None", tell: Callable[[str], None]) -> "DocumentFigures":
    from spravka.evaluation.documents.everyday_accuracy import measure_everyday

    with TemporaryDirectory(prefix="spravka-everyday-") as folder:
        return measure_everyday(Path(folder), encoder, tell)


def _encoder_on_all_cores() -> "AskedEncoder":
    from spravka.embedding.passage_encoder import PassageEncoder

    return PassageEncoder(threads=os.cpu_count() or 1)


def _database_parts() -> dict[DatabasePart, Callable[[Path, Callable[[str], None]], "DatabaseFigures"]]:
    from spravka.evaluation.database_accuracy import measure_guard, measure_shared
    from spravka.evaluation.database_business import measure_business
    from spravka.evaluation.database_speed import measure_speed

    return {
        DatabasePart.QUESTIONS: measure_shared,
        DatabasePart.BUSINESS: measure_business,
        DatabasePart.GUARD: measure_guard,
        DatabasePart.SPEED: measure_speed,
    }


def _write_json(file: Path | None, figures: dict[str, float]) -> None:
    if file is not None:
        file.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _summary(title: str, asked_figures: Sequence[AskedFigure], figures: dict[str, float]) -> Table:
    table = Table("figure", "asked", "measured", title=title)
    for asked in asked_figures:
        if asked.name in figures:
            table.add_row(asked.name, asked.text, _told(asked, figures[asked.name]))
    for name in sorted(figures.keys() - {asked.name for asked in asked_figures}):
        table.add_row(name, "", f"{figures[name]:g}")
    return table


def _told(asked: AskedFigure, value: float) -> str:
    return f"{value:g}" if asked.is_met(value) else f"{value:g}  (missed)"


def _folder(data: Path, name: str, file: str) -> Path:
    """The folder itself, or the folder ``name`` in it, that holds ``file``; raises :class:`MeasuringDataMissing`."""
    for folder in (data, data / name):
        if (folder / file).is_file():
            return folder
    raise MeasuringDataMissing(str(data), file)


def _tell(text: str) -> None:
    sys.stderr.write(f"  … {text}\n")
    sys.stderr.flush()
