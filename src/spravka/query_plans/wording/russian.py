"""Plans in Russian. Names stay in the nominative, within quotation marks, so that no name has to be declined."""

import datetime

from spravka.query_plans.plan import Aggregate, DateUnit, FixedPeriod, Operator, RelativePeriod, SetKind, TextMatch
from spravka.query_plans.wording.phrases import Phrases

ONE_DAY = datetime.timedelta(days=1)
LAST = {
    DateUnit.YEAR: "за прошлый год",
    DateUnit.QUARTER: "за прошлый квартал",
    DateUnit.MONTH: "за прошлый месяц",
    DateUnit.WEEK: "за прошлую неделю",
    DateUnit.DAY: "за вчера",
    DateUnit.HOUR: "за прошлый час",
}
THIS = {
    DateUnit.YEAR: "за этот год",
    DateUnit.QUARTER: "за этот квартал",
    DateUnit.MONTH: "за этот месяц",
    DateUnit.WEEK: "за эту неделю",
    DateUnit.DAY: "за сегодня",
    DateUnit.HOUR: "за этот час",
}
NEXT = {
    DateUnit.YEAR: "за следующий год",
    DateUnit.QUARTER: "за следующий квартал",
    DateUnit.MONTH: "за следующий месяц",
    DateUnit.WEEK: "за следующую неделю",
    DateUnit.DAY: "за завтра",
    DateUnit.HOUR: "за следующий час",
}
SO_FAR = {
    DateUnit.YEAR: "с начала года по сегодня",
    DateUnit.QUARTER: "с начала квартала по сегодня",
    DateUnit.MONTH: "с начала месяца по сегодня",
    DateUnit.WEEK: "с начала недели по сегодня",
    DateUnit.DAY: "за сегодня",
    DateUnit.HOUR: "за этот час",
}
FORMS = {
    DateUnit.YEAR: ("год", "года", "лет"),
    DateUnit.QUARTER: ("квартал", "квартала", "кварталов"),
    DateUnit.MONTH: ("месяц", "месяца", "месяцев"),
    DateUnit.WEEK: ("неделю", "недели", "недель"),
    DateUnit.DAY: ("день", "дня", "дней"),
    DateUnit.HOUR: ("час", "часа", "часов"),
}
"""In the accusative, after a number: one, two, five."""
FEMININE = frozenset({DateUnit.WEEK})


def form_number(count: int) -> int:
    """Which of the three forms stands after a number: 1 год, 2 года, 5 лет."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def counted(count: int, unit: DateUnit) -> str:
    return f"{count} {FORMS[unit][form_number(count)]}"


def adjective(count: int, unit: DateUnit, stem: str) -> str:
    """последний / последнюю / последние before a number of units."""
    if form_number(count) != 0:
        return stem + "ие"
    return stem + ("юю" if unit in FEMININE else "ий")


def relative(period: RelativePeriod) -> str:
    first, last = sorted((period.first, period.last))
    if period.until_today and last == 0:
        if first == 0:
            return SO_FAR[period.unit]
        return f"за {counted(-first, period.unit)} до этого и по сегодня"
    if first == last and first in (-1, 0, 1):
        return {-1: LAST, 0: THIS, 1: NEXT}[first][period.unit]
    count = last - first + 1
    if last in (-1, 0):
        this = ", считая с текущим" if last == 0 else ""
        return f"за {adjective(count, period.unit, 'последн')} {counted(count, period.unit)}{this}"
    if first in (0, 1):
        this = ", считая с текущего" if first == 0 else ""
        return f"за {adjective(count, period.unit, 'следующ')} {counted(count, period.unit)}{this}"
    if first == last:
        direction = "назад" if first < 0 else "вперёд"
        return f"за время {counted(abs(first), period.unit)} {direction}"
    return f"за {counted(count, period.unit)}, отступив {counted(abs(last), period.unit)}"


def date(value: datetime.date) -> str:
    pattern = "%d.%m.%Y %H:%M" if isinstance(value, datetime.datetime) else "%d.%m.%Y"
    return value.strftime(pattern)


def fixed(period: FixedPeriod) -> str:
    """The last day is named, not the one after it."""
    start, end = period.start, period.end
    last = None if end is None else end - ONE_DAY
    if start is not None and last is not None:
        is_year = (start.month, start.day, last.month, last.day) == (1, 1, 12, 31) and start.year == last.year
        if is_year:
            return f"за {start.year} год"
        return f"за {date(start)}" if start == last else f"с {date(start)} по {date(last)}"
    if start is not None:
        return f"с {date(start)}"
    return f"по {date(last)}" if last is not None else "за всё время"


def first_rows(count: int) -> str:
    form = form_number(count)
    if count == 1:
        return "только первая строка"
    return f"{('первая', 'первые', 'первые')[form]} {count} {('строка', 'строки', 'строк')[form]}"


RUSSIAN = Phrases(
    quoted="«{}»",
    column="поле {}",
    column_of="поля {}",
    columns="поля {}",
    of_table="из таблицы {}",
    of_tables="из таблиц {}",
    row_count="число строк",
    rows="строки",
    aggregates={
        Aggregate.COUNT: "число заполненных значений {}",
        Aggregate.SUM: "сумма {}",
        Aggregate.AVERAGE: "среднее значение {}",
        Aggregate.MINIMUM: "наименьшее значение {}",
        Aggregate.MAXIMUM: "наибольшее значение {}",
    },
    distinct_count="число разных значений {}",
    only_where="{measure} (только где {condition})",
    of_all="{} по всем строкам",
    units_plural={
        DateUnit.YEAR: "годам",
        DateUnit.QUARTER: "кварталам",
        DateUnit.MONTH: "месяцам",
        DateUnit.WEEK: "неделям",
        DateUnit.DAY: "дням",
        DateUnit.HOUR: "часам",
    },
    parts={
        DateUnit.YEAR: "год {}",
        DateUnit.QUARTER: "номер квартала {}",
        DateUnit.MONTH: "номер месяца {}",
        DateUnit.WEEK: "номер недели {}",
        DateUnit.DAY: "день месяца {}",
        DateUnit.HOUR: "час {}",
    },
    firsts={
        DateUnit.YEAR: "год {}",
        DateUnit.QUARTER: "квартал {}",
        DateUnit.MONTH: "месяц {}",
        DateUnit.WEEK: "неделя {}",
        DateUnit.DAY: "день {}",
        DateUnit.HOUR: "час {}",
    },
    by_unit="по {unit} ({column})",
    by_column="по каждому значению {}",
    by_expression="по каждому значению: {}",
    where="где {}",
    having="только группы, где {}",
    and_word="и",
    or_word="или",
    negation="неверно, что {}",
    operators={
        Operator.EQUAL: "{left} равно {right}",
        Operator.UNEQUAL: "{left} не равно {right}",
        Operator.LESS: "{left} меньше {right}",
        Operator.LESS_OR_EQUAL: "{left} не больше {right}",
        Operator.MORE: "{left} больше {right}",
        Operator.MORE_OR_EQUAL: "{left} не меньше {right}",
    },
    between="{left} от {low} до {high}",
    matches={
        TextMatch.CONTAINS: "{left} содержит {text}",
        TextMatch.STARTS: "{left} начинается с {text}",
        TextMatch.ENDS: "{left} кончается на {text}",
        TextMatch.IS: "{left} — это {text}",
        TextMatch.LIKE: "{left} подходит под образец {text}",
    },
    mismatches={
        TextMatch.CONTAINS: "{left} не содержит {text}",
        TextMatch.STARTS: "{left} не начинается с {text}",
        TextMatch.ENDS: "{left} не кончается на {text}",
        TextMatch.IS: "{left} — не {text}",
        TextMatch.LIKE: "{left} не подходит под образец {text}",
    },
    one_of="{left} — одно из: {values}",
    none_of="{left} — ни одно из: {values}",
    among="{left} есть в списке [{plan}]",
    not_among="{left} нет в списке [{plan}]",
    empty="{} не заполнено",
    filled="{} заполнено",
    in_period="{left} {period}",
    not_in_period="{left} не {period}",
    ascending="по возрастанию: {}",
    descending="по убыванию: {}",
    first_rows=first_rows,
    distinct="без повторов",
    sets={
        SetKind.UNION: "[{left}] вместе с [{right}]",
        SetKind.INTERSECT: "общее для [{left}] и [{right}]",
        SetKind.EXCEPT: "[{left}], кроме [{right}]",
    },
    booleans=("нет", "да"),
    nothing="ничего",
    value_of="[{}]",
    date=date,
    relative=relative,
    fixed=fixed,
    fan_out=(
        "{measure}: соединение с таблицей {joined} повторяет строки таблицы {measured}, поэтому значение может быть "
        "завышено"
    ),
    fan_out_rows="{measure}: соединение с таблицей {joined} повторяет строки, поэтому число может быть завышено",
    counted_once="{plan}, каждая строка из {tables} учтена один раз",
)
