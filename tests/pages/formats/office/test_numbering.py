"""Numbers before paragraphs, as Word counts them."""

import pytest
from lxml import etree

from spravka.pages.formats.office.numbering import Numbering, written
from tests.pages.made_documents import SPACES


def level(number: int, text: str, number_format: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, instances: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> Numbering:
    inside = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{instances}'
    return Numbering(etree.fromstring(f"<w:numbering {SPACES}>{inside}</w:numbering>"))


CLAUSES = (level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", "russianLower"))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([0, 0, 0], ["1.", "2.", "3."]),
        ([0, 1, 1, 0, 1], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        ([0, 1, 2, 2, 1, 2], ["1.", "1.1.", "а)", "б)", "1.2.", "а)"]),
        ([1, 1], ["1.1.", "1.2."]),
        ([12, 0], ["", "1."]),
    ],
)
def test_levels_count_and_begin_anew_under_a_higher_one(levels: list[int], expected: list[str]) -> None:
    counted = numbering(*CLAUSES)
    assert [counted.next_mark(1, one) for one in levels] == expected


def test_a_bullet_is_no_number_and_an_unknown_list_has_none() -> None:
    counted = numbering(level(0, "•", "bullet"))
    assert [counted.next_mark(1, 0), counted.next_mark(5, 0), counted.next_mark(None, 0)] == ["", "", ""]


def test_instances_of_one_list_go_on_counting_unless_they_say_where_to_begin() -> None:
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for number, override in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
        )
    )
    counted = numbering(*CLAUSES, instances=instances)
    assert [counted.next_mark(number, 0) for number in (1, 2, 3, 3)] == ["1.", "2.", "7.", "8."]


def test_a_legal_level_writes_all_numbers_in_digits() -> None:
    counted = numbering(level(0, "Глава %1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert [counted.next_mark(1, 0), counted.next_mark(1, 1)] == ["Глава I", "1.1"]


@pytest.mark.parametrize(
    ("count", "number_format", "expected"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (0, "upperRoman", "0"),
        (27, "lowerLetter", "aa"),
        (3, "russianUpper", "В"),
        (30, "russianLower", "аа"),
        (7, "decimalZero", "07"),
        (7, "chineseCounting", "7"),
    ],
)
def test_numbers_are_written_as_the_format_says(count: int, number_format: str, expected: str) -> None:
    assert written(count, number_format) == expected
