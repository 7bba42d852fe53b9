"""Learning the weights of passages, sentences and presence from questions whose answers are known."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from spravka.embedding.encoder import AskedEncoder
from spravka.evaluation.documents.accuracy import ANSWERS, OUTLINE
from spravka.evaluation.documents.asked import Asked, Volumes, holds_gold
from spravka.evaluation.documents.everyday.gold import Part
from spravka.evaluation.documents.everyday_accuracy import Opened, open_part, put_part
from spravka.evaluation.documents.fitting import List, fit_order
from spravka.evaluation.documents.presence import IN_TWO_LANGUAGES, crossed, folds, learn_presence
from spravka.evaluation.documents.shelves import RememberingEncoder, Tell
from spravka.passages.quoting import ENCODED_SENTENCES, Sentence
from spravka.passages.ranking import Ranked
from spravka.passages.searching import Found
from spravka.passages.weights import ACROSS, PresenceWeights, Weights, learned

PULL = 0.01
"""How strongly weights are held to what they were: few questions tell of phrases and of lines of contents."""
ASKED_STEP = 2
"""Presence is learned from every second question: each is put to three shelves, and half of them tell as much."""
DIGITS = 2


def learn_documents(folder: Path, encoders: Sequence[AskedEncoder], target: Path, tell: Tell) -> None:
    """Write ``weights.json``: orders with the first encoder and without any, then presence so and with each encoder.

    Outlines are learned from by words alone: their vectors take long to make and tell little of titles.
    """
    answers, outline = [folder / name for name in ANSWERS], folder / OUTLINE
    wordy = [Volumes(gold, folder, None, tell) for gold in answers]
    told = {one.name: _with_encoder(answers, folder, one, tell) for one in encoders}
    volumes = [*told[encoders[0].name], *wordy, Volumes(outline, folder, None, tell)]
    before = learned()
    weights = replace(before, passage=_learn_order(_asked(volumes, before), before.passage, _passages))
    tell("learning which sentences to quote")
    weights = replace(weights, sentence=_learn_order(_asked(volumes, weights), before.sentence, _sentences))
    tell("learning what is not there")
    with TemporaryDirectory(prefix="spravka-learning-") as files:
        opened = open_part(Part.DEVELOPMENT, Path(files))
    presence: dict[str, PresenceWeights] = {}
    for name, some in {"": wordy, **told}.items():
        encoder = next((one for one in encoders if one.name == name), None)
        presence |= _learn_presences(name, some, _everyday(opened, encoder, weights, tell), weights)
    _write(target, replace(weights, presence=presence))


def _everyday(opened: Sequence[Opened], encoder: AskedEncoder | None, weights: Weights, tell: Tell) -> list[Found]:
    """What is found where everyday questions have an answer, in the language in which it is; a part asked for by its
    mark is no matter of signs."""
    put = put_part(Part.DEVELOPMENT, opened, encoder, tell, weights)
    answered = [(question, found) for question, _, found in put if question.is_answered and found.sentences]
    return [
        found
        for question, found in answered
        if found.is_across == question.is_across and not found.sentences[0].is_asked_part
    ]


def _learn_presences(
    name: str, volumes: Sequence[Volumes], everyday: Sequence[Found], weights: Weights
) -> dict[str, PresenceWeights]:
    """For answers in the language of the question; and with an encoder for those in another, where there are any."""
    plain = [one for one in everyday if not one.is_across]
    told = {name: learn_presence(list(_asked_both_ways(volumes, weights)), everyday=plain)}
    across = list(crossed(volumes)) if name else []
    if across:
        meant = [one for one in everyday if one.is_across]
        told[f"{name}{ACROSS}"] = learn_presence(across, everyday=meant, told_by=IN_TWO_LANGUAGES)
    return told


def _with_encoder(golds: Sequence[Path], folder: Path, encoder: AskedEncoder, tell: Tell) -> list[Volumes]:
    remembering = RememberingEncoder(encoder)
    return [Volumes(gold, folder, remembering, tell) for gold in golds]


def _asked(volumes: Sequence[Volumes], weights: Weights) -> Iterator[Asked]:
    return (one for volume in volumes for one in volume.ranked_by(weights).own())


def _asked_both_ways(volumes: Sequence[Volumes], weights: Weights) -> Iterator[Asked]:
    return (one for part in folds([volume.ranked_by(weights).every(ASKED_STEP) for volume in volumes]) for one in part)


def _learn_order(
    asked: Iterator[Asked], before: Mapping[str, float], listed: Callable[[Asked], List | None]
) -> dict[str, float]:
    lists = [found for found in map(listed, asked) if found is not None and 0 < found.right.sum() < len(found.right)]
    weights = fit_order(lists, np.array(list(before.values())), PULL)
    return {name: round(weight, DIGITS) for name, weight in zip(before, weights.tolist(), strict=True)}


def _passages(asked: Asked) -> List | None:
    ranked = asked.found.ranked
    right = [any(_is_right(asked, one, sentence) for sentence in one.candidate.passage.sentences()) for one in ranked]
    return List(np.array([one.signs for one in ranked]), np.array(right, dtype=np.float64)) if ranked else None


def _sentences(asked: Asked) -> List | None:
    near = asked.found.sentences[:ENCODED_SENTENCES]
    right = [_is_right(asked, one.ranked, (one.first, one.end)) and not _is_title(one) for one in near]
    return List(np.array([one.signs for one in near]), np.array(right, dtype=np.float64)) if near else None


def _is_right(asked: Asked, ranked: Ranked, sentence: tuple[int, int]) -> bool:
    """Of a title: the section that it opens; of a question: the words of its answer."""
    passage = ranked.candidate.passage
    if asked.gold.answer:
        return holds_gold(passage, sentence, asked.gold)
    titles = [one.signs.title for one in asked.found.ranked if one.candidate.passage.page == asked.gold.page]
    is_opened = passage.page == asked.gold.page and ranked.signs.title == max(titles)
    return is_opened and not ranked.signs.contents and passage.places_of(*sentence)[0].page == asked.gold.page


def _is_title(sentence: Sentence) -> bool:
    return sentence.signs.title > 0


def _write(target: Path, weights: Weights) -> None:
    kept = asdict(weights)
    target.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
