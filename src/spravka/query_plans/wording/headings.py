"""Headings of an answer's columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from spravka.query_plans.plan import Aggregate, DateUnit
from spravka.query_plans.wording.phrases import Language


@dataclass(frozen=True, slots=True)
class Headings:
    """One language's headings; the column's title stands for the braces."""

    count: str
    share: str
    value: str
    measures: Mapping[Aggregate, str]
    units: Mapping[DateUnit, str]


HEADINGS = {
    Language.RUSSIAN: Headings(
        count="Количество",
        share="Доля",
        value="Значение",
        measures={
            Aggregate.COUNT: "Количество: {}",
            Aggregate.SUM: "Итого: {}",
            Aggregate.AVERAGE: "Среднее: {}",
            Aggregate.MINIMUM: "Минимум: {}",
            Aggregate.MAXIMUM: "Максимум: {}",
        },
        units={
            DateUnit.YEAR: "Год",
            DateUnit.QUARTER: "Квартал",
            DateUnit.MONTH: "Месяц",
            DateUnit.WEEK: "Неделя",
            DateUnit.DAY: "День",
            DateUnit.HOUR: "Час",
        },
    ),
    Language.ENGLISH: Headings(
        count="Count",
        share="Share",
        value="Value",
        measures={
            Aggregate.COUNT: "Count: {}",
            Aggregate.SUM: "Total: {}",
            Aggregate.AVERAGE: "Average: {}",
            Aggregate.MINIMUM: "Minimum: {}",
            Aggregate.MAXIMUM: "Maximum: {}",
        },
        units={
            DateUnit.YEAR: "Year",
            DateUnit.QUARTER: "Quarter",
            DateUnit.MONTH: "Month",
            DateUnit.WEEK: "Week",
            DateUnit.DAY: "Day",
            DateUnit.HOUR: "Hour",
        },
    ),
}
