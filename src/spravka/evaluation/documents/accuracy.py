"""Right pages, quoted answers and declined questions of the document assistant, without a language model."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from spravka.embedding.encoder import AskedEncoder
from spravka.evaluation.documents.asked import Asked, Volumes
from spravka.evaluation.documents.measured import DocumentFigures
from spravka.evaluation.documents.presence import cross_scored, folds
from spravka.evaluation.documents.shelves import RememberingEncoder, Tell
from spravka.evaluation.problems import MeasuringDataMissing

ANSWERS = ("xquad_ru_gold.json", "xquad_en_gold.json")
OUTLINE = "outline_gold.json"
SHOWN_MISSES = 40
BY_WORDS = (
    "Titles of sections are sought by words alone, as in the first minutes of a document; "
    "with --outline-vectors by vectors too."
)


def measure_shared(
    folder: Path, encoder: AskedEncoder | None, tell: Tell, outline_vectors: bool = False
) -> DocumentFigures:
    """The shared sets; raises :class:`MeasuringDataMissing`."""
    return _measure([_needed(folder, name) for name in (*ANSWERS, OUTLINE)], folder, encoder, tell, outline_vectors)


def measure_given(
    gold: Path, folder: Path, encoder: AskedEncoder | None, tell: Tell, outline_vectors: bool = False
) -> DocumentFigures:
    """Other documents and gold of the same shape, of either kind or of both, under the names of the shared ones.

    Raises :class:`GoldUnreadable`, :class:`GoldDocumentsMissing`, and what reading a document raises.
    """
    return _measure([gold], folder, encoder, tell, outline_vectors)


def _measure(
    golds: Sequence[Path], folder: Path, encoder: AskedEncoder | None, tell: Tell, outline_vectors: bool
) -> DocumentFigures:
    remembering = None if encoder is None else RememberingEncoder(encoder)
    volumes = [Volumes(gold, folder, remembering, tell) for gold in golds]
    wordy = [volume.by_words() for volume in volumes if not (volume.has_answers or outline_vectors)]
    figures = DocumentFigures()
    if wordy and encoder is not None:
        figures.notes.append(BY_WORDS)
    absent = sorted({name for volume in volumes for name in volume.absent})
    if absent:
        figures.notes.append(f"Left out are the questions of documents that are not in the folder: {', '.join(absent)}")
    asked = [one for volume in volumes for one in volume.own()]
    told = [volume for volume in volumes if volume.has_answers]
    if told:
        _add_answers(figures, [one for one in asked if one.gold.answer])
        _add_absent(figures, folds(told))
    _add_outline(figures, [one for one in asked if not one.gold.answer])
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
    scored = cross_scored(parts)
    figures.values["absent_declined"] = scored.declined
    figures.values["near_absent_declined"] = scored.near_declined
    figures.values["present_lost"] = scored.lost
    absent = [one for part in parts for one in part if not one.belongs]
    for name, is_near in (("absent_declined_as_shipped", False), ("near_absent_declined_as_shipped", True)):
        figures.values[name] = _share([not one.found.is_present for one in absent if one.is_near is is_near])


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
