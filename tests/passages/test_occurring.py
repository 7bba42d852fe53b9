"""How much of a question a stretch of text covers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.passages.asking import ask
from spravka.passages.occurring import Occurrences, TermWeights, holds
from spravka.passages.shelf import TermCounts
from tests.passages.building import passage


def occurrences(question: str, text: str, passages: int = 10, **with_term: int) -> Occurrences:
    return Occurrences(passage(text), TermWeights(ask(question), TermCounts(passages, with_term)))


def test_rare_terms_weigh_more_and_all_together_one() -> None:
    weights = TermWeights(ask("труба фланец"), TermCounts(10, {"труба": 9, "фланец": 1}))
    assert weights.of["фланец"] > 3 * weights.of["труба"]
    assert sum(weights.of.values()) == pytest.approx(1)
    assert weights.share(["труба", "фланец", "болт", "труба"]) == pytest.approx(1)


def test_what_occurs_nowhere_is_known() -> None:
    weights = TermWeights(ask("труба единорог"), TermCounts(10, {"труба": 5}))
    assert [weights.is_known(term) for term in ("труба", "единорог")] == [True, False]


def test_the_whole_of_a_compound_word_counts_only_where_it_occurs() -> None:
    assert "нью-йорк" not in TermWeights(ask("Нью-Йорк"), TermCounts(10, {"йорк": 1})).of
    assert "нью-йорк" in TermWeights(ask("Нью-Йорк"), TermCounts(10, {"нью-йорк": 1})).of


def test_a_term_is_found_in_any_form_within_the_words_asked() -> None:
    found = occurrences("цена трубы", "Трубы стальные. Цены договорные.")
    assert found.covered(0, 2) == {"труба"}
    assert found.covered(0, 4) == {"труба", "цена"}
    assert found.covered(1, 2) == set()


def test_words_of_one_root_are_kin() -> None:
    assert occurrences("Кто победил?", "Победа была лёгкой.").kin_covered(0, 3) == {"победить"}


def test_neighbours_of_the_question_are_looked_for_side_by_side() -> None:
    near = occurrences("стальная труба", "Куплена труба стальная.")
    far = occurrences("стальная труба", "Труба одна два три четыре пять стальная.")
    assert near.pairs_share(0, 3) == 1
    assert far.pairs_share(0, 7) == 0


@pytest.mark.parametrize(("question", "share"), [('"не возвращается"', 1), ('"возвращается не"', 0), ("аванс", 0)])
def test_a_phrase_is_held_word_for_word(question: str, share: float) -> None:
    assert occurrences(question, "Аванс не возвращается.").phrases_share() == share


@given(st.lists(st.sampled_from("абв"), max_size=12), st.lists(st.sampled_from("абв"), min_size=1, max_size=3))
def test_a_sequence_holds_another_as_a_string_would(words: list[str], phrase: list[str]) -> None:
    assert holds(words, phrase) == ("".join(phrase) in "".join(words))
