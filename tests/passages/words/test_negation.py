"""Which words are negated."""

import pytest

from spravka.passages.words.negation import negated_words


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Аванс не возвращается.", ["возвращается."]),
        ("Поставка без предоплаты", ["предоплаты"]),
        ("Нет оснований для отказа", ["оснований"]),
        ("Срок не более 30 дней", []),
        ("Не позднее 5 марта", []),
        ("Это не только аванс", []),
        ("The tenant shall not sublet", ["sublet"]),
        ("Notice isn't required", ["required"]),
        ("no later than the fifth day", []),
        ("The tenant never pays", ["pays"]),
        ("Всё, что не", []),
    ],
)
def test_a_negation_stands_over_the_next_word_that_tells(text: str, negated: list[str]) -> None:
    words = text.split()
    assert [words[index] for index in sorted(negated_words(words))] == negated
