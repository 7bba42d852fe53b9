"""A question in one language is answered by a document in another."""

import numpy as np
import pytest

from spravka.passages.asking import ask
from spravka.passages.ranking import in_language_of_answer, is_across, rank
from spravka.passages.shelf import MemoryShelf
from tests.passages.building import passage

RUSSIAN = ["Труба стальная", "Бетон и песок", "Щебень и гравий", "Кирпич красный", "Доска сосновая", "Гвозди"]
ENGLISH = ["A helmet is worn", "Sand and lime", "Bricks of clay", "Boards of pine", "Nails", "Steel pipes"]


def found(question: str, nearest: str, cosine: float) -> list[str]:
    """The first words of what is left, where Russian texts are usually at 0.80 and English ones at 0.75."""
    told = [*RUSSIAN, *ENGLISH]
    near = [cosine if text == nearest else 0.80 if text in RUSSIAN else 0.75 for text in told]
    vectors = np.array([[one] for one in near], dtype=np.float32)
    shelf, asked = MemoryShelf([passage(text) for text in told], vectors), ask(question)
    ranked = rank(asked, shelf.count(asked.terms), shelf.candidates(asked.terms, np.ones(1, np.float32), 100))
    return [one.candidate.passage.text for one in in_language_of_answer(asked, ranked)]


@pytest.mark.parametrize(
    ("question", "text", "across"),
    [
        ("Какая неустойка за просрочку?", "Неустойка 0,1 %", False),
        ("What is in ГОСТ 8732-78?", "Трубы стальные по ГОСТ 8732-78", True),
        ("Сколько весит насос?", "The pump weighs 6 350 kg", True),
    ],
)
def test_letters_tell_another_language(question: str, text: str, across: bool) -> None:
    assert is_across(ask(question), passage(text)) is across


def test_what_stands_out_among_its_own_language_answers_though_others_are_nearer() -> None:
    assert set(found("нужна ли каска", "A helmet is worn", 0.79)) == set(ENGLISH)


def test_all_are_left_where_the_own_language_says_it_by_words_or_stands_out_more() -> None:
    assert len(found("где гвозди", "A helmet is worn", 0.79)) == len(RUSSIAN + ENGLISH)
    assert len(found("нужна ли каска", "Гвозди", 0.86)) == len(RUSSIAN + ENGLISH)
