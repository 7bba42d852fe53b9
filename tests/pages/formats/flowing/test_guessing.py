"""A line that nothing marks is a heading only where there is little doubt."""

import pytest

from spravka.pages.formats.flowing.guessing import heading_level


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("1. Предмет договора", 1),
        ("4.2 Порядок приёмки", 2),
        ("1.2.3.4. Scope of supply", 4),
        ("ПРЕДМЕТ ДОГОВОРА", 1),
        ("Глава 3 Общие положения", 1),
        ("Приложение № 2", 1),
        ("Section IV Payment", 1),
        ("Предмет договора", 0),
        ("1. Поставщик обязуется передать товар.", 0),
        ("5 болтов", 0),
        ("глава 3 этой книги", 0),
        ("1. " + "Слово " * 13, 0),
        ("А", 0),
        ("", 0),
        ("12.05.2026", 0),
    ],
)
def test_a_plain_line_is_a_heading_by_its_number_its_name_or_its_capitals(line: str, level: int) -> None:
    assert heading_level(line) == level


@pytest.mark.parametrize(("line", "level"), [("Предмет договора", 2), ("Важно:", 0), ("Срок — пять дней.", 0)])
def test_a_bold_line_is_a_heading_unless_it_ends_like_a_sentence(line: str, level: int) -> None:
    assert heading_level(line, is_marked=True) == level
