"""What tells nothing is a stop word in every form, what tells is none."""

import pytest

from spravka.passages.words.lemmas import content_terms


@pytest.mark.parametrize(
    "word", ["который", "которых", "является", "что", "the", "were", "does", "её", "Этими", "which"]
)
def test_words_that_tell_nothing_have_no_terms(word: str) -> None:
    assert content_terms(word) == ()


@pytest.mark.parametrize("word", ["договор", "аванс", "may", "price", "5", "п.4.2", "один"])
def test_words_that_tell_have_terms(word: str) -> None:
    assert content_terms(word)
