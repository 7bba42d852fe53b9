"""Words broken over two lines."""

import pytest

from spravka.pages.layout.hyphens import Joiner


@pytest.mark.parametrize(
    ("before", "after", "joined", "left"),
    [
        ("дого\ufffe", "вора.", "договора.", ""),
        ("дого\u0002", "вора", "договора", ""),
        ("дого\u00ad", "вора", "договора", ""),
        ("дого-", "вора", "договора", ""),
        ("кто-", "то", "кто-то", ""),
        ("каких-", "либо,", "каких-либо,", ""),
        ("лет\ufffe", "то", "летто", ""),
        ("Нью\ufffe", "Йорк", "Нью-Йорк", ""),
        ("СПЕЦИФИ\ufffe", "КАЦИЯ", "СПЕЦИФИКАЦИЯ", ""),
        ("high\ufffe", "and", "high-", "and"),
        ("2024\ufffe", "2025", "2024\ufffe", "2025"),
        ("договор", "поставки", "договор", "поставки"),
        ("—", "это", "—", "это"),
    ],
)
def test_a_broken_word_becomes_whole(before: str, after: str, joined: str, left: str) -> None:
    words = ["о", before]
    assert Joiner().join(words, after) == left
    assert words == ["о", joined]


def test_a_word_broken_twice_becomes_whole() -> None:
    words = ["сельско\ufffe", "хозяй\ufffe", "ственный"]
    joiner = Joiner()
    for at in (1, 2):
        words[at] = joiner.join(words, words[at], at)
    assert words == ["сельскохозяйственный", "", ""]


def test_the_forms_a_document_has_tell_whether_a_hyphen_stays() -> None:
    joiner = Joiner()
    joiner.finish(["северо-западной", "высококачественный"])
    words = ["северо\ufffe"]
    assert joiner.join(words, "западной") == ""
    assert words == ["северо-западной"]


def test_a_break_at_the_end_of_a_page_is_shown_as_a_hyphen() -> None:
    words = ["конец", "стра\ufffe"]
    Joiner().finish(words)
    assert words == ["конец", "стра-"]
