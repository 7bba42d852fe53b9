"""Plans in plain words, Russian and English."""

import datetime

import pytest

from spravka.query_plans.describing import describe
from spravka.query_plans.plan import (
    AmongRows,
    AnyOf,
    Comparison,
    Constant,
    DateUnit,
    FixedPeriod,
    InPeriod,
    IsEmpty,
    Operator,
    Ordering,
    QueryPlan,
    RelativePeriod,
    Select,
    SetKind,
    SetOperation,
    TextMatch,
    TextMatches,
    Truncated,
)
from spravka.query_plans.wording import english, russian
from spravka.query_plans.wording.titles import humanised
from tests.query_plans.examples import EXAMPLES
from tests.query_plans.firm import CLIENT, CONTRACT, COUNT, PAYMENT, SCHEMA, column, ids, join, outputs, total

MONTH = Truncated(DateUnit.MONTH, column("payment.paid_at"))
BY_MONTHS = Select(
    outputs(MONTH, total("payment.amount")),
    (PAYMENT,),
    where=InPeriod(column("payment.paid_at"), RelativePeriod(DateUnit.YEAR, 0, 0, until_today=True)),
    group_by=(MONTH,),
    order=(Ordering(MONTH),),
)
TOP = Select(
    outputs("client.name", total("contract.amount")),
    (CLIENT, CONTRACT),
    (join("client.id", "contract.client_id"),),
    where=AnyOf(
        (
            TextMatches(column("client.city"), TextMatch.CONTAINS, "Моск"),
            IsEmpty(column("client.city")),
        )
    ),
    group_by=(column("client.name"),),
    having=Comparison(COUNT, Operator.MORE_OR_EQUAL, Constant(2)),
    order=(Ordering(total("contract.amount"), True),),
    limit=5,
)
WITHOUT = ids(CLIENT, AmongRows(column("client.id"), Select(outputs("contract.client_id"), (CONTRACT,)), True))


@pytest.mark.parametrize(
    ("plan", "in_russian", "in_english"),
    [
        (
            BY_MONTHS,
            "Сумма поля «Сумма платежа» из таблицы «Платежи» по месяцам (поле «Дата платежа»), "
            "где «Дата платежа» с начала года по сегодня",
            "The sum of “amount” from “payment” by month of “paid at”, "
            "where “paid at” is from the start of this year to today",
        ),
        (
            TOP,
            "Сумма поля «Сумма договора» из таблиц «Клиенты» и «Договоры» по каждому значению поля "
            "«Название клиента», где «Город» содержит «Моск» или «Город» не заполнено, только группы, где число строк "
            "не меньше 2, по убыванию: сумма поля «Сумма договора», первые 5 строк",
            "The sum of “amount” from “client” and “contract” for each “name”, where “city” contains “Моск” or “city” "
            "is empty, only groups where the number of rows is at least 2, in descending order of the sum of “amount”, "
            "only the first 5 rows",
        ),
        (
            WITHOUT,
            "Поле «id» из таблицы «Клиенты», где «id» нет в списке [поле «client id» из таблицы «Договоры»]",
            "“id” from “client”, where “id” is not in the list [“client id” from “contract”]",
        ),
        (
            SetOperation(SetKind.EXCEPT, Select(outputs("client.id"), (CLIENT,)), Select(outputs(COUNT), (CLIENT,))),
            "[поле «id» из таблицы «Клиенты»], кроме [число строк из таблицы «Клиенты»]",
            "[“id” from “client”] except [the number of rows from “client”]",
        ),
    ],
)
def test_a_plan_is_told_in_a_sentence(plan: QueryPlan, in_russian: str, in_english: str) -> None:
    assert describe(plan, SCHEMA, "ru") == in_russian
    assert describe(plan, SCHEMA, "en") == in_english


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("plan", [plan for plan, _ in EXAMPLES.values()], ids=EXAMPLES.keys())
def test_every_plan_has_words(plan: QueryPlan, language: str) -> None:
    told = describe(plan, SCHEMA, language)
    assert told
    assert "{" not in told


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        describe(BY_MONTHS, SCHEMA, "fr")


@pytest.mark.parametrize(
    ("period", "in_russian", "in_english"),
    [
        (RelativePeriod(DateUnit.MONTH, -1, -1), "за прошлый месяц", "in the last month"),
        (RelativePeriod(DateUnit.WEEK, 0, 0), "за эту неделю", "in this week"),
        (RelativePeriod(DateUnit.DAY, -1, -1), "за вчера", "yesterday"),
        (RelativePeriod(DateUnit.DAY, -30, -1), "за последние 30 дней", "in the last 30 days"),
        (RelativePeriod(DateUnit.WEEK, -21, -1), "за последнюю 21 неделю", "in the last 21 weeks"),
        (
            RelativePeriod(DateUnit.MONTH, -2, 0),
            "за последние 3 месяца, считая с текущим",
            "in the last 3 months including this month",
        ),
        (RelativePeriod(DateUnit.QUARTER, 1, 2), "за следующие 2 квартала", "in the next 2 quarters"),
        (RelativePeriod(DateUnit.YEAR, -2, -2), "за время 2 года назад", "in the year 2 years ago"),
    ],
)
def test_a_relative_period_is_told(period: RelativePeriod, in_russian: str, in_english: str) -> None:
    assert (russian.relative(period), english.relative(period)) == (in_russian, in_english)


@pytest.mark.parametrize(
    ("start", "end", "in_russian", "in_english"),
    [
        ("2025-01-01", "2026-01-01", "за 2025 год", "in 2025"),
        ("2025-03-05", "2025-03-06", "за 05.03.2025", "on 2025-03-05"),
        ("2025-03-01", "2025-04-01", "с 01.03.2025 по 31.03.2025", "from 2025-03-01 to 2025-03-31"),
        ("2025-03-01", None, "с 01.03.2025", "from 2025-03-01 on"),
        (None, "2025-03-01", "по 28.02.2025", "up to 2025-02-28"),
    ],
)
def test_a_fixed_period_names_its_last_day(
    start: str | None, end: str | None, in_russian: str, in_english: str
) -> None:
    first, last = (datetime.date.fromisoformat(day) if day else None for day in (start, end))
    period = FixedPeriod(first, last)
    assert (russian.fixed(period), english.fixed(period)) == (in_russian, in_english)


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "только первая строка"), (2, "первые 2 строки"), (11, "первые 11 строк"), (21, "первая 21 строка")],
)
def test_rows_are_counted_in_russian(count: int, words: str) -> None:
    assert russian.first_rows(count) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [("client_id", "client id"), ("PaymentDate", "payment date"), ("TOTAL", "total"), ("ИНН", "инн"), ("_", "_")],
)
def test_names_are_taken_apart(name: str, words: str) -> None:
    assert humanised(name) == words
