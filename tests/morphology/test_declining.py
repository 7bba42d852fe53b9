"""Names of tables and columns put into other cases."""

import pytest

from spravka.morphology.declining import agreeing, declined, gender_of, small


@pytest.mark.parametrize(
    ("name", "case", "number", "expected"),
    [
        ("Договоры", "gent", "plur", "договоров"),
        ("Фактические платежи", "gent", "plur", "фактических платежей"),
        ("Акты выполненных работ и приёмки", "gent", "plur", "актов выполненных работ и приёмки"),
        ("Вид договора", "datv", "plur", "видам договора"),
        ("Сумма договора с НДС", "datv", "", "сумме договора с НДС"),
        ("Отпуска и больничные сотрудников", "gent", "plur", None),
        ("Принято по актам", "gent", "plur", None),
        ("", "gent", "plur", None),
    ],
)
def test_the_head_of_a_name_is_declined_and_the_rest_stays(
    name: str, case: str, number: str, expected: str | None
) -> None:
    assert declined(name, case, number) == expected


def test_an_adjective_agrees_with_the_head_it_stands_before() -> None:
    gender = gender_of("Площадь дома")
    assert gender == "femn"
    assert agreeing("средний", gender) == "средняя"
    assert gender_of("Договоры") is None


def test_abbreviations_stay_in_capitals() -> None:
    assert small("Сумма с НДС") == "сумма с НДС"
