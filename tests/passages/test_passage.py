"""A passage knows its sentences, and where each of its words stands."""

import pytest

from spravka.passages.passage import Passage, Place

PASSAGE = Passage(
    words=("Срок", "поставки.", "Тридцать", "дней.", "Да."),
    places=(Place(1, 7, 9), Place(1, 10, 11), Place(2, 0, 2)),
    sentence_starts=(0, 2, 4),
)


def test_sentences_are_all_of_it_in_order() -> None:
    assert PASSAGE.sentences() == [(0, 2), (2, 4), (4, 5)]
    assert PASSAGE.text == "Срок поставки. Тридцать дней. Да."
    assert PASSAGE.page == 1


@pytest.mark.parametrize(
    ("first", "end", "places"),
    [
        (0, 5, [Place(1, 7, 9), Place(1, 10, 11), Place(2, 0, 2)]),
        (1, 4, [Place(1, 8, 9), Place(1, 10, 11), Place(2, 0, 1)]),
        (3, 4, [Place(2, 0, 1)]),
        (2, 2, []),
    ],
)
def test_words_have_the_places_of_their_pages(first: int, end: int, places: list[Place]) -> None:
    assert PASSAGE.places_of(first, end) == places
