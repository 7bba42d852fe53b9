"""Conversations: what a question that leans on the one before is answered by, told from several documents."""

import pytest

from spravka.documents.answering.following import leans, searched_text
from spravka.documents.answering.searching import answering_quotations
from spravka.passages.searching import search
from spravka.passages.shelf import MemoryShelf
from tests.passages.building import HEADER, HEADING, PARAGRAPH, ROW, cut, page

LEASE = page(
    1,
    (HEADING, "Договор аренды склада", 1),
    (HEADING, "1 Срок действия", 2),
    (PARAGRAPH, "Договор аренды склада № 14 с ООО «Ромашка» действует до 31 декабря 2027 года."),
    (HEADING, "2 Арендная плата", 2),
    (PARAGRAPH, "Арендная плата составляет 250 000 рублей в месяц. Она вносится до пятого числа каждого месяца."),
    (HEADING, "3 Ответственность", 2),
    (PARAGRAPH, "За порчу имущества Арендатор платит штраф 50 000 рублей."),
    (PARAGRAPH, "За просрочку арендной платы начисляется пеня 0,1 % за каждый день."),
)
SUPPLY = page(
    1,
    (HEADING, "Договор поставки стеллажей", 1),
    (HEADING, "1 Срок действия", 2),
    (PARAGRAPH, "Договор поставки действует до 1 июня 2026 года."),
    (HEADING, "2 Ответственность", 2),
    (PARAGRAPH, "За просрочку поставки Поставщик платит неустойку 0,5 % за каждый день."),
)
PRICES = page(
    1,
    (HEADING, "Прайс-лист", 1),
    (HEADER, "№ Наименование Кол-во Цена"),
    (ROW, "1 Стеллаж металлический 10 12 000"),
    (ROW, "2 Погрузчик ручной 2 31 500"),
    (ROW, "3 Огнетушитель порошковый 5 1 900"),
)
PAGES = {"аренда": LEASE, "поставка": SUPPLY, "прайс": PRICES}


def shelf() -> MemoryShelf:
    told = [(passage, title) for title, one in PAGES.items() for passage in cut([one], 12, 40)]
    return MemoryShelf([passage for passage, _ in told], titles=[title for _, title in told])


def answers(*questions: str) -> str:
    """What the last of the questions is answered by first."""
    previous, told, text = None, frozenset[tuple[int, int]](), ""
    for question in questions:
        searched = searched_text(question, previous)
        found = search(searched, shelf())
        quotations = answering_quotations(found, told if leans(question) else frozenset())
        told = frozenset(
            (one.key, start)
            for one in quotations
            for start in one.passage.sentence_starts
            if one.first <= start < one.end
        )
        previous, text = searched, quotations[0].text
    return text


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (("Какая арендная плата за склад?", "а когда её платить?"), "до пятого числа"),
        (("Какая арендная плата за склад?", "а за просрочку?"), "0,1 %"),
        (("Какой штраф за порчу имущества?", "а за просрочку?"), "0,1 %"),
        (("Какой номер договора аренды с Ромашкой?", "и до какого года действует?"), "2027"),
        (("Какая арендная плата за склад?", "до какого года он действует?"), "2027"),
        (("Когда кончается договор поставки?", "а неустойка?"), "0,5 %"),
        (("Сколько стоит погрузчик ручной?", "а стеллажи почём"), "12 000"),
        (("Какой срок действия договора аренды?", "а по договору поставки?"), "2026"),
        (("Какая неустойка за просрочку поставки?", "а действует договор до какого числа?"), "2026"),
        (("Почём огнетушитель?", "погрузчик?"), "31 500"),
    ],
)
def test_a_follow_up_is_answered_by_a_sentence_about_what_was_asked(questions: tuple[str, ...], told: str) -> None:
    assert told in answers(*questions)
