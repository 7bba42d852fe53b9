"""Operators heard in Russian questions."""

import datetime

import pytest

from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import Sign

TODAY = datetime.date(2026, 11, 22)


def marks(question: str) -> set[tuple[str, Sign]]:
    """The words of each mark with its sign."""
    heard = hear(question, TODAY)
    return {
        (question[heard.tokens[mark.first].start : heard.tokens[mark.last].end].lower(), mark.sign)
        for mark in heard.marks
    }


@pytest.mark.parametrize(
    ("question", "words", "sign"),
    [
        ("Сколько договоров", "сколько", Sign.COUNT),
        ("общее количество клиентов", "общее количество", Sign.COUNT),
        ("число сотрудников", "число", Sign.COUNT),
        ("общая сумма платежей", "общая сумма", Sign.SUM),
        ("общее количество пассажиров", "общее количество", Sign.SUM),
        ("на какую сумму привезли бетона", "на какую сумму", Sign.SUM),
        ("итого по складу", "итого", Sign.SUM),
        ("средняя зарплата", "средняя", Sign.AVERAGE),
        ("сколько в среднем длится отпуск", "в среднем", Sign.AVERAGE),
        ("минимальный оклад", "минимальный", Sign.MINIMUM),
        ("максимальную скорость", "максимальную", Sign.MAXIMUM),
        ("самый большой долг", "самый большой", Sign.MOST),
        ("у кого больше всего договоров", "больше всего", Sign.MOST),
        ("с наибольшим бюджетом", "наибольшим", Sign.MOST),
        ("наименьшее количество очков", "наименьшее количество", Sign.LEAST),
        ("меньше всех заплатил", "меньше всех", Sign.LEAST),
        ("топ-5 товаров", "топ-5", Sign.TOP),
        ("первые три строки", "первые три", Sign.TOP),
        ("пять крупнейших заказчиков", "пять", Sign.TOP),
        ("10 самых дорогих объектов", "10", Sign.TOP),
        ("больше 5 комнат", "больше", Sign.MORE),
        ("свыше 100 рублей", "свыше", Sign.MORE),
        ("цена превышает 50", "превышает", Sign.MORE),
        ("не менее 3 штук", "не менее", Sign.MORE_OR_EQUAL),
        ("хотя бы 2 договора", "хотя бы", Sign.MORE_OR_EQUAL),
        ("от 100 рублей", "от", Sign.MORE_OR_EQUAL),
        ("10 и более", "и более", Sign.MORE_OR_EQUAL),
        ("меньше 7 дней", "меньше", Sign.LESS),
        ("ниже нуля", "ниже", Sign.LESS),
        ("не более 20", "не более", Sign.LESS_OR_EQUAL),
        ("не превышает 1000", "не превышает", Sign.LESS_OR_EQUAL),
        ("ровно 5 этажей", "ровно", Sign.EQUAL),
        ("все, кроме Москвы", "кроме", Sign.UNEQUAL),
        ("за исключением подрядчиков", "за исключением", Sign.UNEQUAL),
        ("от 5 до 10 тонн", "от 5 до 10", Sign.BETWEEN),
        ("в диапазоне от 1 до 3", "в диапазоне от 1 до 3", Sign.BETWEEN),
        ("название содержит слово бетон", "содержит слово", Sign.CONTAINS),
        ("имя начинается на А", "начинается на", Sign.STARTS),
        ("код заканчивается на 5", "заканчивается на", Sign.ENDS),
        ("зарплата по отделам", "по", Sign.EACH),
        ("для каждого склада", "для каждого", Sign.EACH),
        ("в разрезе регионов", "в разрезе", Sign.EACH),
        ("с разбивкой по цехам", "с разбивкой по", Sign.EACH),
        ("отсортируй по дате", "отсортируй по", Sign.ORDERED),
        ("по убыванию суммы", "по убыванию", Sign.DESCENDING),
        ("в порядке возрастания", "в порядке возрастания", Sign.ASCENDING),
        ("в алфавитном порядке", "в алфавитном порядке", Sign.ASCENDING),
        ("в обратном алфавитном порядке", "в обратном алфавитном порядке", Sign.DESCENDING),
        ("сколько разных городов", "разных", Sign.DISTINCT),
        ("уникальные коды", "уникальные", Sign.DISTINCT),
        ("склады без цемента", "без", Sign.NOT),
        ("у которых нет ни одного платежа", "нет ни одного", Sign.NOT),
        ("никогда не опаздывали", "никогда не", Sign.NOT),
        ("Казань или Самара", "или", Sign.OR),
        ("платежи и поставки", "и", Sign.AND),
        ("доля списаний", "доля", Sign.SHARE),
        ("процент брака", "процент", Sign.SHARE),
        ("разница между планом и фактом", "разница между", Sign.DIFFERENCE),
        ("во сколько раз больше", "во сколько раз больше", Sign.RATIO),
        ("зарплата выше средней", "выше средней", Sign.ABOVE_AVERAGE),
        ("дешевле среднего", "дешевле среднего", Sign.BELOW_AVERAGE),
        ("самый популярный товар", "самый популярный", Sign.COMMON),
        ("чаще всего болеют", "чаще всего", Sign.COMMON),
        ("реже всего заказывают", "реже всего", Sign.RARE),
        ("все договоры", "все", Sign.ALL),
        ("у которых есть долги", "у которых", Sign.WHOSE),
        ("срок не указан", "не указан", Sign.EMPTY),
        ("есть ли арматура", "есть ли", Sign.YES_NO),
        ("кто руководит", "кто", Sign.WHO),
        ("когда сдаём дом", "когда", Sign.WHEN),
        ("покажи платежи", "покажи", Sign.ASK),
        ("самый шумный цех", "самый шумный", Sign.MOST),
        ("шумнее поезда", "шумнее", Sign.MORE),
        ("шумнейший цех", "шумнейший", Sign.MOST),
        ("удали все заказы", "удали", Sign.CHANGE),
        ("пожалуйста, обнови цены", "обнови", Sign.CHANGE),
        ("нужно добавить склад", "добавить", Sign.CHANGE),
        ("Почему растут цены", "почему", Sign.OPINION),
        ("посоветуй поставщика", "посоветуй", Sign.OPINION),
        ("спрогнозируй продажи", "спрогнозируй", Sign.OPINION),
    ],
)
def test_a_phrase_is_heard_as_its_sign(question: str, words: str, sign: Sign) -> None:
    assert (words, sign) in marks(question)


@pytest.mark.parametrize(
    ("question", "sign"),
    [
        ("номер договора", Sign.COUNT),
        ("созданные заказы", Sign.CHANGE),
        ("дороже 100", Sign.MOST),
        ("дешевле 100", Sign.MORE),
        ("отменённые рейсы", Sign.CHANGE),
        ("выше средней зарплаты", Sign.AVERAGE),
        ("песня «Больше всего»", Sign.MOST),
        ("договор по объекту", Sign.EACH),
    ],
)
def test_words_that_only_look_like_a_sign_are_not_heard_as_one(question: str, sign: Sign) -> None:
    assert sign not in {found for _, found in marks(question)}


@pytest.mark.parametrize(
    ("question", "sign", "hint"),
    [
        ("самый старый сотрудник", Sign.MOST, "age"),
        ("самый молодой игрок", Sign.LEAST, "age"),
        ("старейшая певица", Sign.MOST, "age"),
        ("дороже 100 рублей", Sign.MORE, "price"),
        ("самая дешёвая квартира", Sign.LEAST, "price"),
        ("дешевле 5000", Sign.LESS, "price"),
        ("старше 30 лет", Sign.MORE, "age"),
        ("моложе 20", Sign.LESS, "age"),
        ("позже срока", Sign.MORE, "date"),
        ("раньше плана", Sign.LESS, "date"),
        ("последний платёж", Sign.MOST, "date"),
        ("самая длинная река", Sign.MOST, "length"),
        ("крупнейшие заказчики", Sign.MOST, "size"),
        ("тяжелее тонны", Sign.MORE, "weight"),
    ],
)
def test_a_comparative_brings_the_dimension_it_names(question: str, sign: Sign, hint: str) -> None:
    assert (sign, hint) in {(mark.sign, mark.hint) for mark in hear(question, TODAY).marks}


@pytest.mark.parametrize(
    ("question", "value"),
    [("топ-10 договоров", 10), ("пять поставщиков с самой большой задолженностью", 5), ("три лучших игрока", 3)],
)
def test_a_top_knows_how_many(question: str, value: float) -> None:
    assert value in {mark.value for mark in hear(question, TODAY).marks if mark.sign is Sign.TOP}
