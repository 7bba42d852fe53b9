"""Words as terms: forms of a word share one, marks and numbers stay whole, compounds give their parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.passages.words.lemmas import LONGEST_TERM, is_number, lemmas_of, terms_of, word_terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("прибыль", "прибыли"),
        ("День,", "«дней»"),
        ("ёлка", "елки"),
        ("Поставляется", "поставляться"),
        ("written", "Writing"),
        ("won", "wins"),
        ("children's", "child"),
        ("U.S.", "us"),
        ("1,500", "1500"),
        ("0,1", "0.1"),
        ("23–16", "23-16"),
        ("6½", "6.5"),
    ],
)
def test_forms_of_a_word_share_their_main_term(one: str, other: str) -> None:
    assert word_terms(one)[0] == word_terms(other)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("поставка", "доставка"), ("4.2", "4.21"), ("15", "150"), ("В25", "В30"), ("А500С", "А500")],
)
def test_different_words_do_not(one: str, other: str) -> None:
    assert set(word_terms(one)).isdisjoint(word_terms(other))


@pytest.mark.parametrize(
    ("word", "terms"),
    [
        ("4.2.1.", ("4.2.1",)),
        ("п.4.2", ("п.4.2", "п", "4.2")),
        ("8732-78,", ("8732-78", "8732", "78")),
        ("GNU/Linux", ("gnu/linux", "gnu", "linux")),
        ("Нью-Йорка", ("нью-йорк", "нью", "йорк")),
        ("—", ()),
        ("", ()),
        ("main3.lua", ("main3.lua", "main3", "lua")),
    ],
)
def test_a_word_gives_its_whole_and_its_parts(word: str, terms: tuple[str, ...]) -> None:
    assert word_terms(word) == terms


def test_a_number_with_spaces_is_found_by_the_whole_number() -> None:
    assert terms_of(["8", "646", "км"])[0] == ("8646", "8")
    assert terms_of(["1", "234", "567,"])[0][0] == "1234567"
    assert terms_of(["12", "6460"])[0] == ("12",)


def test_words_that_tell_nothing_are_no_terms_of_the_index() -> None:
    assert lemmas_of("Что такое договор и как он заключается?") == ["такой", "договор", "заключаться"][1:]
    assert lemmas_of("What is the price of it?") == ["price"]


def test_terms_come_in_order_and_as_often_as_they_are() -> None:
    assert lemmas_of("Труба, трубы, трубой: 3 трубы") == ["труба", "труба", "труба", "3", "труба"]


@given(st.text(max_size=80))
def test_any_text_gives_short_terms_of_letters_and_digits(text: str) -> None:
    for term in lemmas_of(text):
        assert term
        assert len(term) <= LONGEST_TERM + 10
        assert not any(letter.isspace() or (letter.isupper() and letter.lower() != letter) for letter in term)


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_is_its_own_term(number: int) -> None:
    assert word_terms(f"({number}),") == (str(number),)
    assert is_number(str(number))
