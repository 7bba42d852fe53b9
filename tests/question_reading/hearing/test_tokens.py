"""Questions are cut into words, numbers, quotations and punctuation."""

import datetime

import pytest

from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import TokenKind
from spravka.question_reading.hearing.tokens import cut

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("show all, please!", ["show", "all", ",", "please", "!"]),
        ("students' names", ["students", "'", "names"]),
        ("the singer's songs", ["the", "singer", "'s", "songs"]),
        ("don't", ["do", "n't"]),
        ("full-time staff", ["full-time", "staff"]),
        ("code A-123/4", ["code", "A-123/4"]),
        ("SKU_77", ["SKU_77"]),
        ("топ-5", ["топ", "-", "5"]),
        ("1 000 000,50 рублей", ["1 000 000,50", "рублей"]),
        ("20%", ["20", "%"]),
        ("a@b.com now", ["a@b.com", "now"]),
        ("2021–2023", ["2021", "–", "2023"]),
        ("x >= 5", ["x", ">=", "5"]),
        ("15.03.2024", ["15.03.2024"]),
        ("1990s", ["1990", "s"]),
    ],
)
def test_a_question_is_cut_into_its_tokens(question: str, texts: list[str]) -> None:
    assert [piece.text for piece in cut(question)] == texts


@pytest.mark.parametrize(
    "question",
    [
        "«СтройМонтаж»",
        '"СтройМонтаж"',
        "“СтройМонтаж”",
        "„СтройМонтаж“",
        "'СтройМонтаж'",
        "`СтройМонтаж`",
        "‘СтройМонтаж’",
        "''СтройМонтаж''",
    ],
)
def test_words_in_any_quotation_marks_are_one_token(question: str) -> None:
    (token,) = hear(question, TODAY).tokens
    assert (token.text, token.kind) == ("СтройМонтаж", TokenKind.QUOTED)
    assert (token.start, token.end) == (0, len(question))


def test_a_compound_is_kept_whole_with_its_pieces() -> None:
    (token,) = hear("SKU_77", TODAY).tokens
    assert token.pieces == ("sku", "77")
    assert token.lemmas[0] == "sku_77"
    assert {"sku", "77"} <= set(token.lemmas)
