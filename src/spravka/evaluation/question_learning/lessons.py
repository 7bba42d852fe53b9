"""The questions the reader's weights are learned from: the training part of both languages' sets."""

from pathlib import Path

from spravka.evaluation.question_learning.stacking import Lessons, Tell, learn
from spravka.evaluation.questions_labelling import MeasuredDatabases, examples_of
from spravka.evaluation.questions_loading import GoldQuestion, databases_in, is_held_out, load_questions
from spravka.question_reading.learned_parts.learned_weights import Weights

ENGLISH = "spider_train.json.gz"
RUSSIAN = "pauq_russian.json.gz"
DATABASES = "spider_databases.tar.gz"
SYNONYMS = "question_en_synonyms"
RUSSIAN_AGAIN = 2
"""The few Russian questions teach skeletons and roles so many times more."""


def learn_weights(folder: Path, tell: Tell) -> Weights:
    """Learns from a folder of the sets; no held-out database is opened."""
    with databases_in(folder / DATABASES) as place:
        return learn(lessons_of(folder, MeasuredDatabases(place)), tell)


def lessons_of(folder: Path, databases: MeasuredDatabases) -> Lessons:
    """English and Russian questions, and the English ones in other words, for skeletons and roles alone."""
    english, russian = _training(folder / ENGLISH, "question_en"), _training(folder / RUSSIAN, "question_ru")
    known = {(question.text, question.database) for question in english}
    other = [
        question
        for question in _training(folder / ENGLISH, SYNONYMS)
        if (question.text, question.database) not in known
    ]
    judged = [*examples_of(english, databases), *examples_of(russian, databases)]
    taught = [*examples_of(other, databases), *list(examples_of(russian, databases)) * RUSSIAN_AGAIN]
    return Lessons(judged, taught)


def _training(file: Path, wording: str) -> list[GoldQuestion]:
    return [question for question in load_questions(file, (wording,)) if not is_held_out(question.database)]
