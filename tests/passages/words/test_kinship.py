"""Words of one root, and synonyms, have a key in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.passages.words.kinship import kin_keys
from spravka.passages.words.lemmas import word_terms


def are_kin(one: str, other: str) -> bool:
    return bool({key for term in word_terms(one) for key in kin_keys(term)} & set(kin_keys(word_terms(other)[0])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("закончиться", "окончание"),
        ("уплатить", "оплата"),
        ("победа", "победили"),
        ("стоимость", "цена"),
        ("хранится", "хранение"),
        ("payment", "pay"),
        ("heavy", "weighs"),
        ("end", "completion"),
    ],
)
def test_kin_share_a_key(one: str, other: str) -> None:
    assert are_kin(one, other)


@pytest.mark.parametrize(("one", "other"), [("договор", "работа"), ("поставка", "аванс"), ("crane", "rope")])
def test_strangers_share_none(one: str, other: str) -> None:
    assert not are_kin(one, other)


@given(st.text(max_size=20))
def test_any_word_has_keys_or_none(word: str) -> None:
    assert all(isinstance(key, str) and key for key in kin_keys(word))
