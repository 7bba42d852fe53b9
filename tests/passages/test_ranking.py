"""The right passage comes first."""

import numpy as np
import pytest

from spravka.passages.asking import ask
from spravka.passages.passage import PassageKind
from spravka.passages.ranking import Ranked, rank, spread
from spravka.passages.shelf import Candidate, MemoryShelf
from tests.passages.building import CONTENTS, HEADER, HEADING, PARAGRAPH, ROW, contract, cut, page


def ranked(question: str, shelf: MemoryShelf) -> list[Ranked]:
    asked = ask(question)
    return rank(asked, shelf.count(asked.terms), shelf.candidates(asked.terms, None, 100))


@pytest.mark.parametrize(
    ("question", "page_number"),
    [
        ("Предмет договора", 2),
        ("сроки поставки", 2),
        ("Ответственность сторон", 3),
        ("Какая неустойка за просрочку?", 3),
        ("ГОСТ 8732-78", 2),
        ("п. 4.2", 2),
        ('"аванс не возвращается"', 3),
        ("Возвращаются ли авансы?", 3),
    ],
)
def test_the_passage_that_tells_comes_first(question: str, page_number: int) -> None:
    assert ranked(question, contract())[0].candidate.passage.page == page_number


def test_contents_never_beat_the_section_they_name() -> None:
    first, *others = ranked("Сроки поставки", contract())
    assert first.candidate.passage.kind is PassageKind.PROSE
    assert first.candidate.passage.headings == ("2 Сроки поставки",)
    assert any(one.candidate.passage.kind is PassageKind.CONTENTS for one in others)


def test_contents_alone_are_still_found() -> None:
    shelf = MemoryShelf(cut([page(1, (CONTENTS, "1 Сроки поставки . . 2"))]))
    assert len(ranked("Сроки поставки", shelf)) == 1


def test_a_row_is_found_by_the_header_of_its_table() -> None:
    rows = [(ROW, f"Труба-{size} 1{size}0") for size in range(60)]
    shelf = MemoryShelf(cut([page(1, (PARAGRAPH, "Трубы бывают разные."), (HEADER, "Товар Цена"), *rows)]))
    assert ranked("цена Труба-57", shelf)[0].candidate.passage.kind is PassageKind.TABLE
    assert "Труба-57" in ranked("цена Труба-57", shelf)[0].candidate.passage.words


def test_a_phrase_in_quotation_marks_is_preferred_to_its_words() -> None:
    shelf = MemoryShelf(
        cut(
            [
                page(1, (PARAGRAPH, "Работ приёмка и сроки работ, приёмка.")),
                page(2, (HEADING, "Иное", 1), (PARAGRAPH, "Приёмка работ идёт.")),
            ]
        )
    )
    assert ranked('"приёмка работ"', shelf)[0].candidate.passage.page == 2


def test_meaning_decides_between_equal_words() -> None:
    passages = cut([page(1, (PARAGRAPH, "Труба красная.")), page(2, (HEADING, "Б", 1), (PARAGRAPH, "Труба синяя."))])
    candidates = [Candidate(0, passages[0], 0.1), Candidate(1, passages[1], 0.9)]
    question = ask("труба")
    counts = MemoryShelf(passages).count(question.terms)
    assert rank(question, counts, candidates)[0].candidate.key == 1


def test_nothing_is_found_where_nothing_is() -> None:
    assert ranked("Что это?", MemoryShelf([])) == []


def test_cosines_are_told_by_their_deviation_whatever_their_range() -> None:
    narrow, wide = spread([0.80, 0.82, 0.84]), spread([0.0, 0.2, 0.4])
    np.testing.assert_allclose(narrow, wide, atol=1e-9)
    assert spread([0.5]) == [0.0]
    assert spread([None, 0.5, 0.7])[0] == 0.0
    assert spread([0.5, 0.5]) == [0.0, 0.0]
