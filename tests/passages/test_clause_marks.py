"""Marks of parts are read in questions and at the beginnings of parts."""

import pytest

from spravka.passages.clause_marks import heading_marks, opening_marks, references
from tests.passages.building import CONTENTS, HEADING, PARAGRAPH, ROW, cut, page


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("что сказано в пункте 4.2?", [("§4.2",)]),
        ("п.4.2", [("§4.2",)]),
        ("clause 4.2", [("§4.2",)]),
        ("§ 12", [("§12",)]),
        ("раздел II", [("§2",)]),
        ("в 5-м разделе", [("§5",)]),
        ("второй раздел", [("§2",)]),
        ("пункты 4.2, 4.3 и 5", [("§4.2",), ("§4.3",), ("§5",)]),
        ("статья 12", [("§article:12", "§12")]),
        ("Article IV", [("§article:4", "§4")]),
        ("Приложение № 2", [("§appendix:2",)]),
        ("Приложение А", [("§appendix:A",)]),
        ("таблица 3", [("§table:3",)]),
        ("Приложение к договору", []),
        ("table of contents", []),
        ("the part I need", []),
        ("труба 4.2 мм", []),
    ],
)
def test_a_part_is_named_by_its_kind_and_number(text: str, marks: list[tuple[str, ...]]) -> None:
    assert [one.terms for one in references(text.split())] == marks


def test_an_ordinal_may_be_no_mark_at_all() -> None:
    assert [one.is_ordinal for one in references(["the", "first", "part", "of", "section", "2"])] == [True, False]


def test_a_sentence_opens_with_a_number_and_a_stop_or_with_the_name_of_its_kind() -> None:
    (passage,) = cut(
        [
            page(
                1,
                (HEADING, "4 Сроки", 1),
                (PARAGRAPH, "4.1 Работы идут. Статья 5 не действует."),
                (PARAGRAPH, "5 мая начало. См. п. 7."),
            )
        ]
    )
    assert list(opening_marks(passage).values()) == [("§4",), ("§4.1",), ("§article:5", "§5")]


def test_rows_and_contents_open_nothing_but_the_heading_over_them_does() -> None:
    rows = cut([page(1, (HEADING, "2.1 Цены", 1), (ROW, "1.1 Труба 500"))])
    assert list(opening_marks(rows[0]).values()) == [("§2.1",)]
    lines = cut([page(1, (CONTENTS, "4.2 Сроки . . . 7"))])
    assert opening_marks(lines[0]) == {}


def test_headings_tell_their_marks() -> None:
    assert heading_marks(("4. Сроки", "Приложение № 1", "")) == {"§4", "§appendix:1"}
