"""Names written differently become equal, and nothing that tells items apart is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.matching.normalising import MAX_LETTERS, is_readable, normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Кабель BBГнг 3x2,5", "КАБЕЛЬ ВВГнг 3×2.5"),
        ("Гайка М10", "ГАЙКА M10"),
        ("Труба  80 х 80 х 5", "труба 80*80*5"),
        ("ёлка", "елка"),
        ("провод 2.5мм2", "Провод 2,5 мм²"),
        ("Бур SDS-max", "бур SDS-MAX"),
        ("Бетон B25", "Бетон В25"),
        ("Кирпич\u00a0М150\u200b", "кирпич М150"),
        ("Лист № 5", "лист №5"),
        ("Болт 🔩 М8", "болт М8"),
    ],
)
def test_two_spellings_of_one_name_become_equal(one: str, other: str) -> None:
    assert normalise(one).replace(" ", "") == normalise(other).replace(" ", "")


@pytest.mark.parametrize(("one", "other"), [("М8", "М10"), ("ПЭ", "ПП"), ("В25", "В30"), ("3х1.5", "3х2.5")])
def test_what_tells_items_apart_stays_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@given(st.text(alphabet="0123456789 абвМД", max_size=100))
def test_no_digit_is_ever_lost(name: str) -> None:
    assert re.sub(r"\D", "", normalise(name)) == re.sub(r"\D", "", name)


def test_a_very_long_name_is_bounded() -> None:
    assert len(normalise("кабель " * 10_000)) <= MAX_LETTERS


@pytest.mark.parametrize("name", ["", "   ", "\x00\x07", "😀🎉", "---", "…"])
def test_a_name_without_letters_or_digits_is_not_readable(name: str) -> None:
    assert not is_readable(normalise(name))
