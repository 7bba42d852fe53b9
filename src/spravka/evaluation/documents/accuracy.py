"""Right pages, quoted answers and declined questions of the document assistant, without a language model."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from spravka.embedding.encoder import AskedEncoder
from spravka.evaluation.documents.asked import Asked, Volumes
from spravka.evaluation.documents.presence import cross_scored, folds
from spravka.evaluation.documents.shelves import RememberingEncoder, Tell
from spravka.evaluation.problems import MeasuringDataMissing

ANSWERS = ("xquad_ru_gold.json", "xquad_en_gold.json")
OUTLINE = "outline_gold.json"
SHOWN_MISSES = 40


@dataclass
class DocumentFigures:
    """Figures by their names in the JSON, and lines to read beside them."""

    values: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def measure_shared(folder: Path, encoder: AskedEncoder | None, tell: Tell) -> DocumentFigures:
    """The shared sets; raises :class:`MeasuringDataMissing`."""
    return _measure([_needed(folder, name) for name in (*ANSWERS, OUTLINE)], folder, encoder, tell)


def measure_given(gold: Path, folder: Path, encoder: AskedEncoder | None, tell: Tell) -> DocumentFigures:
    """Other documents and gold of the same shape, under the names of the shared ones."""
    return _measure([gold], folder, encoder, tell)


def _measure(golds: Sequence[Path], folder: Path, encoder: AskedEncoder | None, tell: Tell) -> DocumentFigures:
    remembering = None if encoder is None else RememberingEncoder(encoder)
    volumes = [Volumes(gold, folder, remembering, tell) for gold in golds]
    figures = DocumentFigures()
    told = [volume for volume in volumes if volume.has_answers]
    if told:
        _add_answers(figures, [one for volume in told for one in volume.own()])
        _add_absent(figures, folds(told))
    _add_outline(figures, [one for volume in volumes if not volume.has_answers for one in volume.own()])
    return figures


def _add_answers(figures: DocumentFigures, asked: Sequence[Asked]) -> None:
    figures.values["xquad_page_at_1"] = _share([one.pages[:1] == [one.gold.page] for one in asked])
    figures.values["xquad_page_at_5"] = _share([one.gold.page in one.pages[:5] for one in asked])
    figures.values["xquad_answer_quoted"] = _share([one.is_quoted for one in asked])
    figures.values["present_lost_as_shipped"] = _share([not one.found.is_present for one in asked])
    figures.notes.append(f"{len(asked)} questions with answers")


def _add_absent(figures: DocumentFigures, parts: Sequence[Sequence[Asked]]) -> None:
    """Nothing where there is but one document: another's questions are needed."""
    if len(parts) < 2:
        return
    declined, lost = cross_scored(parts)
    figures.values["absent_declined"] = declined
    figures.values["present_lost"] = lost
    foreign = [one for part in parts for one in part if not one.belongs]
    figures.values["absent_declined_as_shipped"] = _share([not one.found.is_present for one in foreign])


def _add_outline(figures: DocumentFigures, asked: Sequence[Asked]) -> None:
    if not asked:
        return
    figures.values["outline_at_1"] = _share([one.pages[:1] == [one.gold.page] for one in asked])
    figures.values["outline_at_5"] = _share([one.gold.page in one.pages[:5] for one in asked])
    missed = [one for one in asked if one.pages[:1] != [one.gold.page]]
    figures.notes += [f"{one.gold.document} p. {one.gold.page}, found {one.pages[:5]}" for one in missed[:SHOWN_MISSES]]


def _share(hits: Sequence[bool]) -> float:
    return round(float(np.mean(hits)), 4) if hits else 0.0


def _needed(folder: Path, name: str) -> Path:
    if not (folder / name).is_file():
        raise MeasuringDataMissing(str(folder), name)
    return folder / name
