"""Plans in English."""

import datetime

from spravka.query_plans.plan import Aggregate, DateUnit, FixedPeriod, Operator, RelativePeriod, SetKind, TextMatch
from spravka.query_plans.wording.phrases import Phrases

ONE_DAY = datetime.timedelta(days=1)


def counted(count: int, unit: DateUnit) -> str:
    return f"{count} {unit.value}" if count == 1 else f"{count} {unit.value}s"


def several(count: int, unit: DateUnit) -> str:
    """After "the last": no number for one."""
    return unit.value if count == 1 else counted(count, unit)


def relative(period: RelativePeriod) -> str:
    first, last = sorted((period.first, period.last))
    unit = period.unit
    if period.until_today and last == 0:
        return (
            f"from the start of this {unit.value} to today"
            if first == 0
            else f"from {counted(-first, unit)} ago to today"
        )
    if unit is DateUnit.DAY and first == last and first in DAYS:
        return DAYS[first]
    if first == last and first in (-1, 0, 1):
        return f"in {('the last', 'this', 'the next')[first + 1]} {unit.value}"
    count = last - first + 1
    if last in (-1, 0):
        return f"in the last {several(count, unit)}" + (f" including this {unit.value}" if last == 0 else "")
    if first in (0, 1):
        return f"in the next {several(count, unit)}" + (f" including this {unit.value}" if first == 0 else "")
    if first == last:
        return f"in the {unit.value} {counted(abs(first), unit)} {'ago' if first < 0 else 'ahead'}"
    return f"in {counted(count, unit)}, {counted(abs(last), unit)} {'ago' if last < 0 else 'ahead'}"


DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def date(value: datetime.date) -> str:
    return value.strftime("%Y-%m-%d %H:%M" if isinstance(value, datetime.datetime) else "%Y-%m-%d")


def fixed(period: FixedPeriod) -> str:
    """The last day is named, not the one after it."""
    start, end = period.start, period.end
    last = None if end is None else end - ONE_DAY
    if start is not None and last is not None:
        is_year = (start.month, start.day, last.month, last.day) == (1, 1, 12, 31) and start.year == last.year
        if is_year:
            return f"in {start.year}"
        return f"on {date(start)}" if start == last else f"from {date(start)} to {date(last)}"
    if start is not None:
        return f"from {date(start)} on"
    return f"up to {date(last)}" if last is not None else "at any time"


def first_rows(count: int) -> str:
    return "only the first row" if count == 1 else f"only the first {count} rows"


ENGLISH = Phrases(
    quoted="“{}”",
    column="{}",
    column_of="{}",
    columns="{}",
    of_table="from {}",
    of_tables="from {}",
    row_count="the number of rows",
    rows="rows",
    aggregates={
        Aggregate.COUNT: "the number of values of {}",
        Aggregate.SUM: "the sum of {}",
        Aggregate.AVERAGE: "the average of {}",
        Aggregate.MINIMUM: "the least {}",
        Aggregate.MAXIMUM: "the greatest {}",
    },
    distinct_count="the number of different values of {}",
    only_where="{measure} (only where {condition})",
    of_all="{} over all rows",
    units_plural={unit: unit.value for unit in DateUnit},
    parts={
        DateUnit.YEAR: "the year of {}",
        DateUnit.QUARTER: "the quarter of {}",
        DateUnit.MONTH: "the month number of {}",
        DateUnit.WEEK: "the week number of {}",
        DateUnit.DAY: "the day of the month of {}",
        DateUnit.HOUR: "the hour of {}",
    },
    firsts={unit: f"the {unit.value} of {{}}" for unit in DateUnit},
    by_unit="by {unit} of {column}",
    by_column="for each {}",
    by_expression="for each {}",
    where="where {}",
    having="only groups where {}",
    and_word="and",
    or_word="or",
    negation="it is not so that {}",
    operators={
        Operator.EQUAL: "{left} is {right}",
        Operator.UNEQUAL: "{left} is not {right}",
        Operator.LESS: "{left} is less than {right}",
        Operator.LESS_OR_EQUAL: "{left} is at most {right}",
        Operator.MORE: "{left} is more than {right}",
        Operator.MORE_OR_EQUAL: "{left} is at least {right}",
    },
    between="{left} is from {low} to {high}",
    matches={
        TextMatch.CONTAINS: "{left} contains {text}",
        TextMatch.STARTS: "{left} starts with {text}",
        TextMatch.ENDS: "{left} ends with {text}",
        TextMatch.IS: "{left} reads {text}",
        TextMatch.LIKE: "{left} fits the pattern {text}",
    },
    mismatches={
        TextMatch.CONTAINS: "{left} does not contain {text}",
        TextMatch.STARTS: "{left} does not start with {text}",
        TextMatch.ENDS: "{left} does not end with {text}",
        TextMatch.IS: "{left} does not read {text}",
        TextMatch.LIKE: "{left} does not fit the pattern {text}",
    },
    one_of="{left} is one of: {values}",
    none_of="{left} is none of: {values}",
    among="{left} is in the list [{plan}]",
    not_among="{left} is not in the list [{plan}]",
    empty="{} is empty",
    filled="{} is not empty",
    in_period="{left} is {period}",
    not_in_period="{left} is not {period}",
    ascending="in ascending order of {}",
    descending="in descending order of {}",
    first_rows=first_rows,
    distinct="without repetitions",
    sets={
        SetKind.UNION: "[{left}] together with [{right}]",
        SetKind.INTERSECT: "what [{left}] and [{right}] have in common",
        SetKind.EXCEPT: "[{left}] except [{right}]",
    },
    booleans=("no", "yes"),
    nothing="nothing",
    value_of="[{}]",
    date=date,
    relative=relative,
    fixed=fixed,
    fan_out="{measure}: joining {joined} repeats the rows of {measured}, so the value may be too large",
    fan_out_rows="{measure}: joining {joined} repeats rows, so the number may be too large",
    counted_once="{plan}, each row of {tables} counted once",
)
