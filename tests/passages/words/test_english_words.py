"""Stems of English words."""

import pytest

from spravka.passages.words.english_words import IRREGULAR, english_stem


@pytest.mark.parametrize(
    "forms",
    [
        ("write", "writes", "wrote", "written", "writing"),
        ("child", "children"),
        ("build", "built", "builds"),
        ("payment", "payments"),
        ("win", "won", "winning"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len(set(map(english_stem, forms))) == 1


def test_an_irregular_form_belongs_to_one_word() -> None:
    assert "|" not in IRREGULAR
    assert all(form != word for form, word in IRREGULAR.items())
    assert not set(IRREGULAR.values()) & set(IRREGULAR)
