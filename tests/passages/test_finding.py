"""Words are found in any form, one after another, and while the last is being typed."""

import pytest

from spravka.passages.finding import occurrences, sought_in
from spravka.passages.passage import Passage, Place

SAID = "Поставщик — отгружает бетон В25 ; бетоном класса В25 заливают фундамент . Ёлка 8732-78"


def found(text: str) -> list[str]:
    words = tuple(SAID.split())
    passage = Passage(words, (Place(1, 0, len(words)),))
    return [" ".join(words[first:end]) for first, end in occurrences(passage, sought_in(text))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("бетон", ["бетон", "бетоном"]),
        ("бетона В25", ["бетон В25"]),
        ("поставщик отгружает", ["Поставщик — отгружает"]),
        ("постав", ["Поставщик"]),
        ("класса в2", ["класса В25"]),
        ("елк", ["Ёлка"]),
        ("8732-78", ["8732-78"]),
        ("бетон фундамент", []),
        ("— ;", []),
        ("", []),
    ],
)
def test_words_are_found_where_they_stand_one_after_another(text: str, places: list[str]) -> None:
    assert found(text) == places


def test_a_word_that_is_being_typed_is_looked_for_by_its_beginning() -> None:
    assert sought_in("оплата поставщико").last_beginning == "поставщ"
    assert sought_in("пос").last_beginning == "пос"
    assert sought_in("оплата поставщико").whole_terms == ["оплата"]
