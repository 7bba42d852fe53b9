"""The boxes of words as lines to be highlighted."""

import numpy as np

from spravka.documents.answering.highlighting import highlights
from spravka.pages.page import Page
from spravka.passages.passage import Place

Words = list[tuple[str, tuple[float, float, float, float]]]

LINES: Words = [
    ("Бетон", (10, 10, 40, 22)),
    ("класса", (44, 10, 80, 22)),
    ("В25", (84, 11, 100, 21)),
    ("постав-", (10, 26, 60, 38)),
    ("", (10, 42, 30, 54)),
    ("вовремя.", (34, 42, 80, 54)),
]


def page(words: Words) -> Page:
    boxes = np.array([box for _, box in words], dtype=np.float32)
    return Page(number=3, words=tuple(word for word, _ in words), boxes=boxes, blocks=(), width=200, height=300)


def edges(words: Words, first: int, end: int) -> list[tuple[float, float, float, float]]:
    found = highlights(page(words), [Place(3, first, end), Place(4, 0, 2)])
    return [(line.left, line.top, line.right, line.bottom) for line in found]


def test_words_of_a_line_make_one_box() -> None:
    assert edges(LINES, 0, 3) == [(10, 10, 100, 22)]


def test_each_line_has_its_own_box_and_a_broken_word_all_of_its_pieces() -> None:
    assert edges(LINES, 1, 4) == [(44, 10, 100, 22), (10, 26, 60, 38), (10, 42, 30, 54)]


def test_words_far_apart_on_one_line_are_of_two_columns() -> None:
    cells: Words = [("Цена", (10, 10, 40, 22)), ("6500", (150, 10, 180, 22))]
    assert edges(cells, 0, 2) == [(10, 10, 40, 22), (150, 10, 180, 22)]


def test_a_page_without_geometry_has_nothing_to_highlight() -> None:
    plain = Page(number=3, words=("Бетон",), boxes=None, blocks=())
    assert highlights(plain, [Place(3, 0, 1)]) == []
