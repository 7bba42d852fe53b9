"""Periods heard in questions of both languages; today is Sunday, 22 November 2026."""

import datetime

import pytest

from spravka.query_plans.plan import DateUnit, FixedPeriod, Period, RelativePeriod
from spravka.question_reading.hearing.hear import hear

TODAY = datetime.date(2026, 11, 22)


def days(start: str, end: str) -> FixedPeriod:
    """The days from the first to before the second; an empty text leaves a side open."""
    return FixedPeriod(
        datetime.date.fromisoformat(start) if start else None, datetime.date.fromisoformat(end) if end else None
    )


def periods(question: str) -> list[tuple[str, Period]]:
    """The words of each period with what they mean."""
    heard = hear(question, TODAY)
    return [
        (question[heard.tokens[span.first].start : heard.tokens[span.last].end], span.period) for span in heard.periods
    ]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("вчера", RelativePeriod(DateUnit.DAY, -1, -1)),
        ("сегодня", RelativePeriod(DateUnit.DAY, 0, 0)),
        ("завтра", RelativePeriod(DateUnit.DAY, 1, 1)),
        ("на этой неделе", RelativePeriod(DateUnit.WEEK, 0, 0)),
        ("на прошлой неделе", RelativePeriod(DateUnit.WEEK, -1, -1)),
        ("в прошлом месяце", RelativePeriod(DateUnit.MONTH, -1, -1)),
        ("за прошлый квартал", RelativePeriod(DateUnit.QUARTER, -1, -1)),
        ("за прошлый год", RelativePeriod(DateUnit.YEAR, -1, -1)),
        ("за текущий год", RelativePeriod(DateUnit.YEAR, 0, 0)),
        ("в следующем месяце", RelativePeriod(DateUnit.MONTH, 1, 1)),
        ("за последние 30 дней", RelativePeriod(DateUnit.DAY, -30, 0, until_today=True)),
        ("за последние две недели", RelativePeriod(DateUnit.DAY, -14, 0, until_today=True)),
        ("за последние 3 месяца", RelativePeriod(DateUnit.DAY, -92, 0, until_today=True)),
        ("за год", RelativePeriod(DateUnit.DAY, -365, 0, until_today=True)),
        ("в ближайшие 30 дней", RelativePeriod(DateUnit.DAY, 0, 30)),
        ("с начала года", RelativePeriod(DateUnit.YEAR, 0, 0, until_today=True)),
        ("с начала месяца", RelativePeriod(DateUnit.MONTH, 0, 0, until_today=True)),
        ("с начала этого квартала", RelativePeriod(DateUnit.QUARTER, 0, 0, until_today=True)),
        ("два года назад", RelativePeriod(DateUnit.YEAR, -2, -2)),
        ("до конца года", days("2026-11-22", "2027-01-01")),
        ("за прошлое полугодие", days("2026-01-01", "2026-07-01")),
        ("прошлым летом", days("2026-06-01", "2026-09-01")),
        ("в 2022", days("2022-01-01", "2023-01-01")),
        ("в 2022 году", days("2022-01-01", "2023-01-01")),
        ("за 2024-й год", days("2024-01-01", "2025-01-01")),
        ("за 2021–2023", days("2021-01-01", "2024-01-01")),
        ("между 2019 и 2021 годами", days("2019-01-01", "2022-01-01")),
        ("с 2015 по 2018 год", days("2015-01-01", "2019-01-01")),
        ("в марте", days("2026-03-01", "2026-04-01")),
        ("в марте 2024", days("2024-03-01", "2024-04-01")),
        ("с марта по май 2024", days("2024-03-01", "2024-06-01")),
        ("в первом квартале", days("2026-01-01", "2026-04-01")),
        ("в первом квартале 2025", days("2025-01-01", "2025-04-01")),
        ("за 3 квартал 2025 года", days("2025-07-01", "2025-10-01")),
        ("в первом полугодии 2025", days("2025-01-01", "2025-07-01")),
        ("с 1 по 15 марта", days("2026-03-01", "2026-03-16")),
        ("с 1 по 15 марта 2024 г.", days("2024-03-01", "2024-03-16")),
        ("15 марта 2024 г.", days("2024-03-15", "2024-03-16")),
        ("28 августа 1975 года", days("1975-08-28", "1975-08-29")),
        ("до 1 июля 2024", days("", "2024-07-01")),
        ("до 21.06.2002", days("", "2002-06-21")),
        ("после мая 2020", days("2020-06-01", "")),
        ("начиная с 2019 года", days("2019-01-01", "")),
        ("с 01.02.2023 по 15.02.2023", days("2023-02-01", "2023-02-16")),
        ("летом 2024", days("2024-06-01", "2024-09-01")),
        ("не позднее 2010 года", days("", "2011-01-01")),
        ("в 1990-е годы", days("1990-01-01", "2000-01-01")),
    ],
)
def test_a_russian_period_is_heard_whole(words: str, period: Period) -> None:
    assert (words, period) in periods(f"платежи {words}")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("yesterday", RelativePeriod(DateUnit.DAY, -1, -1)),
        ("today", RelativePeriod(DateUnit.DAY, 0, 0)),
        ("this week", RelativePeriod(DateUnit.WEEK, 0, 0)),
        ("last month", RelativePeriod(DateUnit.MONTH, -1, -1)),
        ("for the last quarter", RelativePeriod(DateUnit.QUARTER, -1, -1)),
        ("in the previous year", RelativePeriod(DateUnit.YEAR, -1, -1)),
        ("next month", RelativePeriod(DateUnit.MONTH, 1, 1)),
        ("in the past 30 days", RelativePeriod(DateUnit.DAY, -30, 0, until_today=True)),
        ("in the last two weeks", RelativePeriod(DateUnit.DAY, -14, 0, until_today=True)),
        ("over the last 6 months", RelativePeriod(DateUnit.DAY, -184, 0, until_today=True)),
        ("past year", RelativePeriod(DateUnit.DAY, -365, 0, until_today=True)),
        ("in the next 30 days", RelativePeriod(DateUnit.DAY, 0, 30)),
        ("year to date", RelativePeriod(DateUnit.YEAR, 0, 0, until_today=True)),
        ("since the beginning of the year", RelativePeriod(DateUnit.YEAR, 0, 0, until_today=True)),
        ("3 years ago", RelativePeriod(DateUnit.YEAR, -3, -3)),
        ("since last month", days("2026-10-01", "")),
        ("in 2008", days("2008-01-01", "2009-01-01")),
        ("in the year 2008", days("2008-01-01", "2009-01-01")),
        ("before 2010", days("", "2010-01-01")),
        ("after 2008", days("2009-01-01", "")),
        ("since January", days("2026-01-01", "")),
        ("2010 or later", days("2010-01-01", "")),
        ("in the year 2000 or before", days("", "2001-01-01")),
        ("in Q3 2024", days("2024-07-01", "2024-10-01")),
        ("in the first quarter of 2025", days("2025-01-01", "2025-04-01")),
        ("from Jan 1 2023 to Mar 31 2023", days("2023-01-01", "2023-04-01")),
        ("between May 2019 and June 2021", days("2019-05-01", "2021-07-01")),
        ("between 2007 and 2009", days("2007-01-01", "2010-01-01")),
        ("on March 15, 2024", days("2024-03-15", "2024-03-16")),
        ("on 15 March 2024", days("2024-03-15", "2024-03-16")),
        ("on 2024-03-15", days("2024-03-15", "2024-03-16")),
        ("on 3/15/2024", days("2024-03-15", "2024-03-16")),
        ("after 1986-08-26 20:49:27", days("1986-08-27", "")),
        ("in the 1990s", days("1990-01-01", "2000-01-01")),
        ("by the end of 2024", days("", "2025-01-01")),
        ("in August", days("2026-08-01", "2026-09-01")),
    ],
)
def test_an_english_period_is_heard_whole(words: str, period: Period) -> None:
    assert (words, period) in periods(f"payments {words}")


@pytest.mark.parametrize(
    "question",
    [
        "salary more than 2000",
        "больше 2000 рублей",
        "номер 1999",
        'the song "1999"',
        "what may be late",
        "steps march on",
        "room 2012",
        "все договоры по объекту",
    ],
)
def test_what_only_looks_like_a_period_is_none(question: str) -> None:
    assert periods(question) == []


def test_a_month_still_to_come_may_be_of_last_year_or_of_this_one() -> None:
    assert [period for _, period in periods("платежи в декабре")] == [
        days("2025-12-01", "2026-01-01"),
        days("2026-12-01", "2027-01-01"),
    ]


def test_a_bare_year_is_a_number_too() -> None:
    heard = hear("papers published in 2008", TODAY)
    assert [number.value for number in heard.numbers] == [2008]
    assert len(heard.periods) == 1


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("платежи по месяцам", DateUnit.MONTH),
        ("помесячно", DateUnit.MONTH),
        ("ежемесячные расходы", DateUnit.MONTH),
        ("выручка по годам", DateUnit.YEAR),
        ("в разрезе кварталов", DateUnit.QUARTER),
        ("поставки по дням", DateUnit.DAY),
        ("за каждую неделю", DateUnit.WEEK),
        ("payments by month", DateUnit.MONTH),
        ("monthly revenue", DateUnit.MONTH),
        ("visitors per year", DateUnit.YEAR),
        ("orders in each year", DateUnit.YEAR),
        ("sales for each quarter", DateUnit.QUARTER),
        ("daily rides", DateUnit.DAY),
    ],
)
def test_a_bucket_is_a_unit_to_group_by(question: str, unit: DateUnit) -> None:
    assert [span.unit for span in hear(question, TODAY).buckets] == [unit]


def test_a_period_and_a_bucket_stand_side_by_side() -> None:
    heard = hear("сколько подписали в 2022 по месяцам", TODAY)
    assert [span.period for span in heard.periods] == [days("2022-01-01", "2023-01-01")]
    assert [span.unit for span in heard.buckets] == [DateUnit.MONTH]


def test_sorting_by_date_is_no_bucket() -> None:
    assert hear("orders sorted by date", TODAY).buckets == ()
