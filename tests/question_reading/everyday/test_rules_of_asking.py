"""Questions about a small rental firm: what every rule of reading takes for its sum, its role, its date or its way."""

import datetime
from functools import cache

import pytest

from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.reader import Reader
from spravka.question_reading.values import ValueIndex

TODAY = datetime.date(2026, 11, 22)
TEXT, INTEGER, NUMBER, DATE = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.NUMBER, ColumnKind.DATE


def _table(name: str, comment: str, *columns: tuple[str, ColumnKind, str]) -> Table:
    made = tuple(Column(column, kind, comment=told) for column, kind, told in columns)
    return Table(name, (Column("id", INTEGER, comment="Код"), *made), comment=comment, primary_key=("id",))


FIRM = DatabaseSchema(
    Dialect.SQLITE,
    (
        _table("town", "Города", ("name", TEXT, "Название города")),
        _table(
            "trip",
            "Рейсы",
            ("number", TEXT, "Номер рейса"),
            ("from_id", INTEGER, "Откуда"),
            ("to_id", INTEGER, "Куда"),
            ("planned_date", DATE, "Плановая дата прибытия"),
            ("arrival_date", DATE, "Дата прибытия"),
        ),
        _table("party", "Контрагенты", ("name", TEXT, "Наименование"), ("role", TEXT, "Роль")),
        _table("site", "Площадки", ("name", TEXT, "Название площадки")),
        _table(
            "contract",
            "Договоры аренды",
            ("number", TEXT, "Номер договора"),
            ("party_id", INTEGER, "Контрагент"),
            ("site_id", INTEGER, "Площадка"),
            ("status", TEXT, "Статус"),
            ("signed_date", DATE, "Дата подписания"),
            ("return_date", DATE, "Дата возврата"),
            ("amount", NUMBER, "Сумма договора"),
            ("deposit", NUMBER, "Залог"),
        ),
    ),
    (
        ForeignKey("trip", ("from_id",), "town", ("id",)),
        ForeignKey("trip", ("to_id",), "town", ("id",)),
        ForeignKey("contract", ("party_id",), "party", ("id",)),
        ForeignKey("contract", ("site_id",), "site", ("id",)),
    ),
)
VALUES = {
    ("town", "name"): ("Казань", "Москва"),
    ("party", "name"): ("Ромашка", "Василёк"),
    ("party", "role"): ("арендатор", "поставщик"),
    ("site", "name"): ("Южная", "Северная"),
    ("contract", "status"): ("действует", "закрыт", "расторгнут"),
}


@cache
def reader() -> Reader:
    return Reader(Knowledge(FIRM, ValueIndex(VALUES)))


def sql_of(question: str) -> str:
    """Empty where the question is declined."""
    plan = reader().read(question, TODAY).plan
    if plan is None:
        return ""
    return render(compile_plan(plan, FIRM, Dialect.SQLITE, TODAY), Dialect.SQLITE).replace('"', "")


@pytest.mark.parametrize(
    ("question", "present"),
    [
        ("какой процент договоров аренды расторгнут", ("100 * ", "COUNT(CASE WHEN")),
        ("какая доля договоров аренды расторгнута", ("COUNT(CASE WHEN",)),
        ("договоры аренды по статусам: количество и общая сумма", ("COUNT(*)", "SUM(t1.amount)")),
        ("договоры аренды без площадки", ("site_id IS NULL",)),
        ("сколько договоров аренды подписано в этом году", ("signed_date >=",)),
        ("сколько поставщиков", ("role = 'поставщик'",)),
    ],
)
def test_a_rule_reads_what_is_asked(question: str, present: tuple[str, ...]) -> None:
    assert [one for one in present if one not in sql_of(question)] == []


@pytest.mark.parametrize(
    "question",
    [
        "рейсы из Казани",
        "сумма залогов по договорам аренды",
        "договоры аренды больше 10 раз",
        "в каком месяце больше всего договоров аренды",
        "договоры аренды, которых нет на площадке Южная",
    ],
)
def test_what_has_no_sure_reading_is_declined(question: str) -> None:
    assert sql_of(question) == ""


def test_a_share_is_a_fraction_and_a_percent_a_hundred_times_that() -> None:
    percent = sql_of("какой процент договоров аренды расторгнут")
    assert "100 *" in percent and "100 *" not in sql_of("какая доля договоров аренды расторгнута")
