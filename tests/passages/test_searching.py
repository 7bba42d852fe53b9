"""A question is answered by the sentence that says it, on its page, or it is said to be absent."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from spravka.passages.passage import Place
from spravka.passages.searching import search
from spravka.passages.shelf import MemoryShelf, embedded_text
from tests.passages.building import CONTRACT, HEADING, PARAGRAPH, contract, cut, page


class LetterCounts:
    """An encoder that needs no weights: how often each letter comes."""

    name = "letters"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        counts = np.array([[text.lower().count(letter) + 0.01 for letter in "абвгдежзиклмнопрстуя"] for text in texts])
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True), dtype=np.float32)

    encode_queries = encode


@pytest.mark.parametrize(
    ("question", "said", "page_number"),
    [
        ("Когда поставляется товар?", "15 марта 2024 года.", 2),
        ("Какая неустойка за просрочку?", "0,1 %", 3),
        ("Где рассматриваются споры?", "в Казани", 3),
        ("Возвращается ли аванс?", "Аванс не возвращается.", 3),
    ],
)
@pytest.mark.parametrize("meaning", [True, False])
def test_the_quotation_holds_the_answer_and_leads_to_its_page(
    question: str, said: str, page_number: int, meaning: bool
) -> None:
    passages, encoder = cut(CONTRACT), LetterCounts()
    vectors = encoder.encode([embedded_text(passage) for passage in passages])
    found = search(question, MemoryShelf(passages, vectors), encoder if meaning else None)
    assert said in " ".join(quotation.text for quotation in found.quotations)
    assert found.quotations[0].page == page_number


def test_at_most_two_sentences_are_quoted_and_neighbours_as_one() -> None:
    found = search("Когда поставляется товар и допускается ли досрочная поставка?", contract())
    assert [quotation.text for quotation in found.quotations] == [
        "Товар поставляется не позднее 15 марта 2024 года. Досрочная поставка допускается."
    ]


def test_the_title_of_a_section_is_answered_by_its_beginning() -> None:
    (quotation,) = search("Ответственность сторон", contract()).quotations
    assert quotation.text.startswith("3 Ответственность сторон За просрочку")
    assert quotation.places[0] == Place(3, 0, 12)


def test_every_passage_found_is_a_result_once_and_the_quoted_one_first() -> None:
    found = search("неустойка Поставщика", contract())
    keys = [result.key for result in found.results]
    assert len(keys) == len(set(keys)) == len(found.ranked)
    assert keys[0] == found.quotations[0].key


def test_what_the_documents_do_not_tell_is_less_likely_there() -> None:
    there = search("Какая неустойка за просрочку?", contract())
    absent = search("Кто написал музыку к балету «Щелкунчик»?", contract())
    assert there.is_present
    assert not absent.is_present
    assert 0 <= absent.presence < there.presence <= 1


@pytest.mark.parametrize("question", ["", "…", "?!", "«»"])
def test_a_question_without_words_finds_nothing(question: str) -> None:
    found = search(question, contract())
    assert (found.quotations, found.results, found.presence) == ((), [], 0.0)


CLAUSES = (
    page(
        1,
        (HEADING, "ДОГОВОР подряда", 1),
        (PARAGRAPH, "Стороны заключили договор. Ссылка на пункт 4.2 договора стоит здесь."),
        (HEADING, "4 Сроки", 2),
        (PARAGRAPH, "4.1. Работы начинаются в мае."),
        (PARAGRAPH, "4.2. Площадка передаётся по акту. Акт подписывают обе стороны. Он хранится пять лет."),
        (PARAGRAPH, "4.3. Простой продлевает срок."),
    ),
    page(2, (HEADING, "Приложение № 1", 1), (PARAGRAPH, "Перечень работ. Пеня по п. 7.7 не начисляется.")),
)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("что сказано в пункте 4.2?", "4.2. Площадка передаётся по акту. Акт подписывают обе стороны."),
        ("п. 4.3 договора", "4.3. Простой продлевает срок."),
        ("о чём раздел 4?", "4 Сроки 4.1. Работы начинаются в мае."),
        ("Приложение № 1", "Приложение № 1 Перечень работ."),
    ],
)
def test_a_part_asked_for_by_its_mark_is_quoted_from_its_beginning(question: str, quoted: str) -> None:
    found = search(question, MemoryShelf(cut(CLAUSES)))
    assert found.is_present
    assert [one.text for one in found.quotations] == [quoted]


def test_a_mark_that_nothing_opens_with_is_found_where_it_is_mentioned_or_not_at_all() -> None:
    shelf = MemoryShelf(cut(CLAUSES))
    assert "7.7" in search("пункт 7.7", shelf).quotations[0].text
    assert search("пункт 7.7", shelf).presence > 0
    assert search("пункт 9.9", shelf).presence == 0
    assert search("Приложение № 3", shelf).presence == 0


def test_a_document_is_told_by_its_title_and_not_by_those_words_in_others() -> None:
    supply, works = cut([CLAUSES[0]]), cut(CONTRACT)
    titles = ["Договор подряда"] * len(supply) + ["Договор поставки"] * len(works)
    found = search("какая неустойка по договору поставки?", MemoryShelf([*supply, *works], None, titles))
    assert "неустойку 0,1" in found.quotations[0].text


def test_a_reader_is_led_to_the_page_of_the_better_sentence() -> None:
    pages = [page(1, (PARAGRAPH, "Работы идут.")), page(2, (PARAGRAPH, "Аванс возвращают в мае."))]
    (quotation,) = search("Когда возвращают аванс за работы?", MemoryShelf(cut(pages))).quotations
    assert (quotation.text, quotation.page) == ("Работы идут. Аванс возвращают в мае.", 2)


def test_presence_is_judged_by_words_while_vectors_are_still_made() -> None:
    encoder = LetterCounts()
    passages = cut(CONTRACT)
    vectors = encoder.encode([embedded_text(passage) for passage in passages])
    question = "Какая неустойка за просрочку?"
    assert search(question, MemoryShelf(passages, vectors), encoder).encoder == "letters"
    unready = search(question, MemoryShelf(passages), encoder)
    assert unready.encoder is None
    assert unready.is_present
