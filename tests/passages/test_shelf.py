"""What is taken from a shelf to be looked at closer."""

import numpy as np
import pytest

from spravka.passages.shelf import MemoryShelf, TermCounts, embedded_text, index_terms
from tests.passages.building import CONTRACT, HEADER, HEADING, PARAGRAPH, ROW, contract, cut, page


def test_a_passage_is_indexed_by_its_words_its_headings_and_its_tables_header() -> None:
    _, row = cut([page(1, (HEADING, "Цены", 1), (HEADER, "Товар Цена"), (ROW, "Труба 100"), (ROW, "Болт 3"))], 4)
    assert row.text == "Болт 3"
    assert {"болт", "3", "товар", "цена"} <= set(index_terms(row))


def test_its_vector_is_made_with_the_heading_above_it_once() -> None:
    first, second = cut([page(1, (HEADING, "Сроки", 1), (PARAGRAPH, "Один. " * 6), (PARAGRAPH, "Два."))], 6, 8)
    assert embedded_text(first) == first.text
    assert embedded_text(second) == "Сроки\nДва."


def test_terms_are_counted_once_a_passage() -> None:
    counts = contract().count(["поставщик", "срок", "единорог"])
    assert counts.with_term == {"поставщик": 2, "срок": 2, "единорог": 0}
    assert counts.rarity("единорог") > counts.rarity("срок") > 0


@pytest.mark.parametrize("count", [0, 5, 10])
def test_rarity_is_never_negative(count: int) -> None:
    assert TermCounts(10, {"а": count}).rarity("а") > 0


def test_candidates_are_found_by_words_or_by_meaning_each_once() -> None:
    passages = cut(CONTRACT)
    shelf = MemoryShelf(passages, np.eye(len(passages), 8, dtype=np.float32))
    nearest = np.eye(len(passages), 8, dtype=np.float32)[0]
    found = shelf.candidates(["неустойка"], nearest, 2)
    assert [one.key for one in found] == [3, 0]
    assert [one.similarity for one in found] == [0.0, 1.0]
    assert [one.key for one in shelf.candidates(["неустойка"], None, 2)] == [3]


def test_the_rarest_terms_bring_candidates_first() -> None:
    pages = [page(number, (HEADING, f"Лист {number}", 1), (PARAGRAPH, "труба")) for number in range(1, 9)]
    shelf = MemoryShelf(cut([*pages, page(9, (HEADING, "Лист 9", 1), (PARAGRAPH, "фланец"))]))
    assert [one.passage.page for one in shelf.candidates(["труба", "фланец"], None, 2)] == [9]
