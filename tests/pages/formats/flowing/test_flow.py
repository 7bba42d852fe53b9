"""What has no pages of its own is cut into pages, and nothing of it is lost."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.pages.formats.flowing.flow import (
    MOST_PAGE_CHARACTERS,
    PAGE_CHARACTERS,
    FlowItem,
    Footnote,
    PageBreak,
    Told,
    flow,
    words_of,
)
from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.pages.page import BlockKind

SENTENCE = "слово " * 200
PARAGRAPH = Told(BlockKind.PARAGRAPH, SENTENCE)
HEADER = Told(BlockKind.TABLE_HEADER, cells=("Имя", "Цена"), opens=True)
ROW = Told(BlockKind.TABLE_ROW, cells=(SENTENCE, "4"))
TEXTS = st.lists(st.sampled_from(["", "а", SENTENCE, "б" * 1_300, SENTENCE * 20]), max_size=8)


def pages(*items: FlowItem, first: int = 1) -> list[KeptPage]:
    return list(flow(items, Wanted(first, frozenset(), lambda number: None)))


def kinds(page: KeptPage) -> list[str]:
    return [block[0] for block in page["blocks"]]


@given(TEXTS)
def test_no_word_is_lost_or_told_twice_and_no_page_is_endless(texts: Sequence[str]) -> None:
    told = pages(*(Told(BlockKind.PARAGRAPH, text) for text in texts))
    assert [word for page in told for word in page["words"]] == [word for text in texts for word in words_of(text)]
    assert [page["number"] for page in told] == list(range(1, len(told) + 1))
    assert all(len(" ".join(page["words"])) <= MOST_PAGE_CHARACTERS + PAGE_CHARACTERS for page in told)


def test_a_page_ends_with_a_paragraph_and_never_with_a_heading() -> None:
    told = pages(PARAGRAPH, PARAGRAPH, Told(BlockKind.HEADING, SENTENCE, 1), PARAGRAPH, PARAGRAPH)
    assert [kinds(page) for page in told] == [["paragraph", "paragraph", "heading", "paragraph"], ["paragraph"]]


def test_an_endless_paragraph_goes_on_over_pages() -> None:
    told = pages(Told(BlockKind.PARAGRAPH, SENTENCE * 40))
    assert len(told) > 1
    assert [page["blocks"][0][-1] for page in told] == [False, *[True] * (len(told) - 1)]


def test_breaks_without_anything_between_them_make_no_empty_page() -> None:
    told = pages(PageBreak(), PageBreak("Прайс"), PARAGRAPH, PageBreak(), PageBreak("Лист2"), PARAGRAPH, PageBreak())
    assert [(page["number"], page["label"]) for page in told] == [(1, "Прайс"), (2, "Лист2")]


def test_a_table_repeats_its_header_on_the_next_page_and_the_next_table_does_not() -> None:
    other = Told(BlockKind.TABLE_ROW, cells=(SENTENCE, "другая"), opens=True)
    told = pages(HEADER, ROW, ROW, ROW, ROW, other, ROW, ROW, ROW)
    assert [kinds(page)[0] for page in told] == ["table_header", "table_header", "table_row"]


def test_footnotes_stand_below_what_is_on_their_page() -> None:
    told = pages(PARAGRAPH, Footnote("сноска"), PARAGRAPH, PageBreak(), PARAGRAPH)
    assert [page["words"][-1] for page in told] == ["сноска", "слово"]


def test_reading_may_begin_with_any_page() -> None:
    assert [page["number"] for page in pages(*[PARAGRAPH] * 12, first=3)] == [3, 4]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("два\u00a0слова\tи\nтри", ["два", "слова", "и", "три"]),
        ("до\u00adго\u200bвор\x00", ["договор"]),
        ("я" * 1_200, ["я" * 500, "я" * 500, "я" * 200]),
        ("\ufeff \u2029", []),
    ],
)
def test_words_are_what_is_seen(text: str, words: list[str]) -> None:
    assert words_of(text) == words
