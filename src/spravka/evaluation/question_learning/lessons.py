"""The questions the reader's weights are learned from: the training part of both languages' sets."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.evaluation.question_learning.russian_wordings import russian_wording
from spravka.evaluation.question_learning.stacking import Lessons, Tell, learn
from spravka.evaluation.questions_labelling import Example, MeasuredDatabases, examples_of
from spravka.evaluation.questions_loading import GoldQuestion, databases_in, is_held_out, load_questions
from spravka.question_reading.learned_parts.learned_weights import Weights

ENGLISH = "spider_train.json.gz"
RUSSIAN = "pauq_russian.json.gz"
DATABASES = "spider_databases.tar.gz"
SYNONYMS = "question_en_synonyms"
RUSSIAN_AGAIN = 2
"""The few Russian questions of people teach skeletons and roles so many times more."""
JUDGED_ENGLISH, JUDGED_MADE = 5000, 1000
"""So many questions have their candidates run; the others teach skeletons and roles alone."""
IN_OTHER_WORDS = 4000
SEED = 5


def learn_weights(folder: Path, tell: Tell) -> Weights:
    """Learns from a folder of the sets; no held-out database is opened. Links go by meaning too, as in use."""
    with databases_in(folder / DATABASES) as place:
        return learn(lessons_of(folder, MeasuredDatabases(place, SentenceEncoder().encode)), tell)


def lessons_of(folder: Path, databases: MeasuredDatabases) -> Lessons:
    """English and Russian questions; the English ones in other words, and in Russian made by patterns."""
    english = list(examples_of(_training(folder / ENGLISH, "question_en"), databases))
    russian = list(examples_of(_training(folder / RUSSIAN, "question_ru"), databases))
    known = {(one.question.text, one.question.database) for one in english}
    synonyms = [
        question
        for question in _training(folder / ENGLISH, SYNONYMS)
        if (question.text, question.database) not in known
    ]
    in_other_words, _ = _parted(list(examples_of(synonyms, databases)), IN_OTHER_WORDS)
    made = list(examples_of(list(_in_russian(english)), databases))
    judged_english, other_english = _parted(english, JUDGED_ENGLISH)
    judged_made, other_made = _parted(made, JUDGED_MADE)
    judged = [*judged_english, *russian, *judged_made]
    return Lessons(judged, [*other_english, *other_made, *in_other_words, *russian * RUSSIAN_AGAIN])


def _in_russian(examples: Sequence[Example]) -> Iterator[GoldQuestion]:
    """Made Russian questions with the gold queries of English ones."""
    for example in examples:
        if example.frame is not None:
            text = russian_wording(example.frame, example.database.schema, example.question.text)
            if text is not None:
                yield replace(example.question, text=text)


def _parted(examples: Sequence[Example], size: int) -> tuple[list[Example], list[Example]]:
    """So many drawn at random, and the rest."""
    drawn = random.Random(SEED).sample(range(len(examples)), min(size, len(examples)))  # noqa: S311
    chosen = set(drawn)
    return [examples[place] for place in drawn], [one for place, one in enumerate(examples) if place not in chosen]


def _training(file: Path, wording: str) -> list[GoldQuestion]:
    return [question for question in load_questions(file, (wording,)) if not is_held_out(question.database)]
