"""Sizes, marks and colours are read with their units, and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.matching.normalising import normalise
from spravka.matching.parameters import compare, read_parameters


@pytest.mark.parametrize(
    ("name", "kind", "value"),
    [
        ("Труба, наружный диаметр 57 мм", "диаметр", "57"),
        ("Труба Ø 250", "диаметр", "250"),
        ("Кран Ду50", "условный диаметр", "50"),
        ("Кран DN 50", "условный диаметр", "50"),
        ("Лист, толщина 0,5 см", "толщина", "5"),
        ("Доска, длина 6 м", "длина", "6000"),
        ("Наконечник 35 кв.мм", "сечение", "35"),
        ("Кабель 0,66 кВ", "напряжение", "660"),
        ("Кран Ру16", "давление", "1.6"),
        ("Кран PN 16", "давление", "1.6"),
        ("Затвор, давление 1,6 МПа", "давление", "1.6"),
        ("Болт М10х40", "резьба", "10"),
        ("Труба 80х80х5", "размеры 3", "80х80х5"),
        ("Кабель 3*2,5", "размеры 2", "3х2.5"),
        ("Бетон В25", "марка в", "25"),
        ("Светильник IP44", "марка ip", "44"),
        ("Труба ПЭ100 SDR11", "марка sdr", "11"),
        ("Труба ГОСТ 8732-78", "стандарт", "8732"),
        ("Мешок 25 кг", "масса", "25"),
        ("Выключатель 16А", "ток", "16"),
        ('Муфта 3/4"', "дюймы", "3/4"),
        ("Кран шаровой 1/2 латунь", "дюймы", "1/2"),
        ("Фанера 2440/1220", "через дробь", "2440/1220"),
        ("Клапан RU1795410123456", "марка ru", "1795410123456"),
        ("Розетка белая", "цвет", "белый"),
        ("Хомуты уп. 100 шт", "упаковка", "100"),
    ],
)
def test_a_parameter_is_read_in_its_canonical_unit(name: str, kind: str, value: str) -> None:
    typed = read_parameters(normalise(name)).typed
    assert (kind, value) in {(fact.kind, fact.value) for fact in typed}


def test_a_product_of_sizes_agrees_with_the_same_sizes_told_apart() -> None:
    name = read_parameters(normalise("Труба 80x80x5"))
    item = read_parameters(normalise("Трубы квадратные, размеры 80х80 мм, толщина стенки 5 мм"))
    assert compare(name, item).agreeing == ("размеры 80х80х5",)


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("Кабель 4х4", "Кабель 3х4"),
        ("Клапан RU1795410123456", "Клапан RU1795410123457"),
        ("Кабель 5х2,5", "Кабель 5х2"),
    ],
)
def test_what_differs_in_one_digit_or_side_differs(name: str, item: str) -> None:
    told = compare(read_parameters(normalise(name)), read_parameters(normalise(item)))
    assert told.agreeing == ()
    assert len(told.differing) == 1


def test_a_fraction_is_told_as_it_is_written() -> None:
    told = compare(read_parameters(normalise("Фанера сорт 2/4")), read_parameters(normalise("Фанера сорт 3/4")))
    assert told.differing == ("2/4 ≠ 3/4",)


def test_sizes_agree_in_any_order() -> None:
    told = compare(read_parameters(normalise("Доска 50х150")), read_parameters(normalise("Доска 150x50")))
    assert told.agreeing == ("размеры 50х150",)


def test_another_value_of_the_same_kind_differs_and_an_unmentioned_one_is_missing() -> None:
    name = read_parameters(normalise("Розетка белая IP44 16А"))
    item = read_parameters(normalise("Розетка, цвет черный, IP44"))
    told = compare(name, item)
    assert told.agreeing == ("IP44",)
    assert told.differing == ("цвет белый ≠ цвет черный",)
    assert told.missing == ("ток 16 А",)


@given(st.text(max_size=120))
def test_reading_never_fails_and_a_name_agrees_with_itself(name: str) -> None:
    read = read_parameters(normalise(name))
    told = compare(read, read)
    assert told.differing == ()
    assert told.missing == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_every_parameter_of_a_name_is_answered_once(name: str, item: str) -> None:
    read, other = read_parameters(normalise(name)), read_parameters(normalise(item))
    told = compare(read, other)
    assert len(told.agreeing) + len(told.differing) + len(told.missing) == len(read.typed)
