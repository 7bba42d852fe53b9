"""Passages follow headings and paragraphs, keep their places over page breaks, and leave running titles out."""

from hypothesis import given
from hypothesis import strategies as st

from spravka.pages.page import BlockKind, Page
from spravka.passages.passage import PassageKind, Place
from tests.passages.building import CONTENTS, HEADER, HEADING, ITEM, PARAGRAPH, ROW, RUNNING, cut, page


def test_a_passage_opens_with_its_heading_and_knows_the_headings_above() -> None:
    one, other = cut(
        [
            page(
                1,
                (HEADING, "Глава", 1),
                (HEADING, "Раздел", 2),
                (PARAGRAPH, "Первый."),
                (HEADING, "Другой", 2),
                (PARAGRAPH, "Второй."),
            )
        ]
    )
    assert (one.text, one.headings, one.heading_words) == ("Глава Раздел Первый.", ("Глава", "Раздел"), 2)
    assert (other.text, other.headings, other.heading_words) == ("Другой Второй.", ("Глава", "Другой"), 1)


def test_a_paragraph_over_a_page_break_stays_one_passage_and_one_sentence() -> None:
    (only,) = cut(
        [page(1, (PARAGRAPH, "Договор вступает"), (RUNNING, "Стр. 1")), page(2, (PARAGRAPH, "в силу."), goes_on=True)]
    )
    assert only.text == "Договор вступает в силу."
    assert only.places == (Place(1, 0, 2), Place(2, 0, 2))
    assert only.sentences() == [(0, 4)]
    assert only.places_of(1, 3) == [Place(1, 1, 2), Place(2, 0, 1)]


def test_pieces_of_broken_words_are_in_no_place() -> None:
    (only,) = cut([page(1, (PARAGRAPH, "постав _ трубы"))])
    assert only.words == ("постав", "трубы")
    assert only.places == (Place(1, 0, 1), Place(1, 2, 3))


def test_rows_of_a_table_keep_its_header_also_on_the_next_page() -> None:
    text, first, second = cut(
        [
            page(1, (PARAGRAPH, "Цены:"), (HEADER, "Товар Цена"), (ROW, "Труба 100")),
            page(2, (RUNNING, "Стр. 2"), (ROW, "Фланец 200"), (ROW, "Болт 3")),
        ],
        target_words=5,
    )
    assert text.kind is PassageKind.PROSE
    assert (first.kind, first.context, first.text) == (
        PassageKind.TABLE,
        "Товар Цена",
        "Товар Цена Труба 100 Фланец 200",
    )
    assert (second.context, second.text) == ("Товар Цена", "Болт 3")
    assert first.sentences() == [(0, 2), (2, 4), (4, 6)]


def test_a_header_ends_with_its_table() -> None:
    passages = cut([page(1, (HEADER, "Товар Цена"), (ROW, "Труба 100"), (PARAGRAPH, "Итого."), (ROW, "Без заголовка"))])
    assert [passage.context for passage in passages] == ["Товар Цена", "", ""]


def test_lines_of_contents_are_passages_of_their_own() -> None:
    contents, prose = cut([page(1, (CONTENTS, "1 Сроки . . 2"), (CONTENTS, "2 Цены . . 3"), (PARAGRAPH, "Начало."))])
    assert (contents.kind, prose.kind) == (PassageKind.CONTENTS, PassageKind.PROSE)
    assert contents.sentences() == [(0, 5), (5, 10)]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    passages = cut([page(1, (PARAGRAPH, "Один два три. " * 40))], target_words=12, longest_words=20)
    assert all(len(passage.words) <= 20 and passage.words[-1] == "три." for passage in passages)
    assert sum(len(passage.words) for passage in passages) == 120


def test_a_sentence_without_end_is_cut_all_the_same() -> None:
    passages = cut([page(1, (PARAGRAPH, "слово " * 1000))], target_words=50, longest_words=80)
    assert max(len(passage.words) for passage in passages) <= 80
    assert sum(len(passage.words) for passage in passages) == 1000


def test_small_paragraphs_are_gathered_and_begin_sentences() -> None:
    (only,) = cut([page(1, (ITEM, "трубы"), (ITEM, "Фитинги;"), (ITEM, "болты"))])
    assert only.sentences() == [(0, 1), (1, 2), (2, 3)]


def test_pages_without_words_make_no_passages() -> None:
    assert cut([page(1), page(2, (RUNNING, "Стр. 2")), page(3, (PARAGRAPH, "_ _"))]) == []


blocks = st.tuples(
    st.sampled_from(list(BlockKind)), st.lists(st.sampled_from(["Слово", "да.", "_", "5"]), max_size=30).map(" ".join)
)


@given(st.lists(st.lists(blocks, max_size=5), max_size=4), st.integers(1, 20), st.integers(0, 20))
def test_every_word_but_of_running_titles_is_in_one_passage_in_order(
    told: list[list[tuple[BlockKind, str]]], target: int, more: int
) -> None:
    pages = [page(number, *one) for number, one in enumerate(told, 1)]
    passages = cut(pages, target, target + more)
    words = {one.number: one.words for one in pages}
    placed = [
        (place.page, at) for passage in passages for place in passage.places for at in range(place.first, place.end)
    ]
    assert placed == [found for one in pages for found in _told(one)]
    for passage in passages:
        assert passage.words == tuple(
            words[place.page][at] for place in passage.places for at in range(place.first, place.end)
        )
        assert passage.sentence_starts[0] == 0
        assert passage.heading_words <= len(passage.words)
        assert sum(end - first for first, end in passage.sentences()) == len(passage.words)


def _told(one: Page) -> list[tuple[int, int]]:
    return [
        (one.number, at)
        for block in one.blocks
        if block.kind is not RUNNING
        for at in range(block.first, block.end)
        if one.words[at]
    ]


def test_an_appendix_named_at_the_edge_of_its_pages_is_a_heading_once() -> None:
    first = page(1, (RUNNING, "Договор № 5"), (PARAGRAPH, "Подписи сторон."))
    second = page(2, (RUNNING, "Приложение № 2"), (PARAGRAPH, "График работ."))
    third = page(3, (RUNNING, "Приложение № 2"), (PARAGRAPH, "Конец графика."))
    passages = cut([first, second, third])
    assert [one.text for one in passages] == ["Подписи сторон.", "Приложение № 2 График работ. Конец графика."]
    assert passages[1].headings == ("Приложение № 2",)
