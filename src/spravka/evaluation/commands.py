"""The measuring commands."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from spravka.evaluation.figures import NOMENCLATURE, AskedFigure
from spravka.evaluation.problems import MeasuringDataMissing

commands = typer.Typer()

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
    folder = _nomenclature_folder(data)
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
    console.print(_summary(figures))
    if json_file is not None:
        json_file.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _summary(figures: dict[str, float]) -> Table:
    table = Table("figure", "asked", "measured", title="Nomenclature, КСР")
    for asked in NOMENCLATURE:
        if asked.name in figures:
            table.add_row(asked.name, asked.text, _told(asked, figures[asked.name]))
    for name in sorted(figures.keys() - {asked.name for asked in NOMENCLATURE}):
        table.add_row(name, "", f"{figures[name]:g}")
    return table


def _told(asked: AskedFigure, value: float) -> str:
    return f"{value:g}" if asked.is_met(value) else f"{value:g}  (missed)"


def _nomenclature_folder(data: Path) -> Path:
    """The folder itself, or the folder ``nomenclature`` in it; raises :class:`MeasuringDataMissing`."""
    for folder in (data, data / "nomenclature"):
        if (folder / "ksr_pairs.csv").is_file():
            return folder
    raise MeasuringDataMissing(str(data), "ksr_pairs.csv")


def _tell(text: str) -> None:
    sys.stderr.write(f"  … {text}\n")
    sys.stderr.flush()
