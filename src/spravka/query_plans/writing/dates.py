"""Parts of dates and firsts of units, in each dialect's own functions. Weeks are those of ISO 8601: from Monday."""

from collections.abc import Callable

from sqlglot import exp

from spravka.query_plans.plan import DateUnit
from spravka.query_plans.schema import Dialect
from spravka.query_plans.writing.literals import call, cast

MakeNode = Callable[[exp.Expr], exp.Expr]


def truncated(unit: DateUnit, written: exp.Expr, dialect: Dialect) -> exp.Expr:
    """The first day (for an hour: the first moment) of the unit in which ``written`` lies."""
    return FIRSTS[dialect](unit, written)


def part(unit: DateUnit, written: exp.Expr, dialect: Dialect) -> exp.Expr:
    """The unit's number: the year, the quarter 1…4, the month 1…12, ISO week, day of the month, hour 0…23."""
    return PARTS[dialect](unit, written)


def number(value: int) -> exp.Literal:
    return exp.Literal(this=str(value), is_string=False)


def string(value: str) -> exp.Literal:
    return exp.Literal.string(value)


def whole_division(left: exp.Expr, divisor: int) -> exp.Expr:
    """In a dialect whose division of whole numbers is whole."""
    return exp.Div(this=left, expression=number(divisor), typed=True, safe=True)


def sum_of(left: exp.Expr, right: int) -> exp.Expr:
    return exp.Paren(this=exp.Add(this=left, expression=number(right)))


# SQLite: dates are texts, ``strftime`` takes them apart.


def sqlite_format(pattern: str, written: exp.Expr, *changes: str) -> exp.Expr:
    return call("strftime", string(pattern), written, *(string(change) for change in changes))


def sqlite_number(pattern: str, written: exp.Expr, *changes: str) -> exp.Expr:
    return cast(sqlite_format(pattern, written, *changes), exp.DType.INT)


def sqlite_quarter(written: exp.Expr) -> exp.Expr:
    return whole_division(sum_of(sqlite_number("%m", written), 2), 3)


def sqlite_quarter_start(written: exp.Expr) -> exp.Expr:
    """The year, and the quarter's first month in two digits."""
    month = exp.Sub(this=exp.Mul(this=sqlite_quarter(written), expression=number(3)), expression=number(2))
    return call("printf", string("%s-%02d-01"), sqlite_format("%Y", written.copy()), month)


def sqlite_week(written: exp.Expr) -> exp.Expr:
    """A week has the number of its Thursday's year."""
    day_of_year = sqlite_number("%j", written, "-3 days", "weekday 4")
    return whole_division(sum_of(day_of_year, 6), 7)


SQLITE_FIRSTS: dict[DateUnit, MakeNode] = {
    DateUnit.YEAR: lambda written: sqlite_format("%Y-01-01", written),
    DateUnit.QUARTER: sqlite_quarter_start,
    DateUnit.MONTH: lambda written: sqlite_format("%Y-%m-01", written),
    DateUnit.WEEK: lambda written: sqlite_format("%Y-%m-%d", written, "weekday 0", "-6 days"),
    DateUnit.DAY: lambda written: sqlite_format("%Y-%m-%d", written),
    DateUnit.HOUR: lambda written: sqlite_format("%Y-%m-%d %H:00:00", written),
}
SQLITE_PARTS: dict[DateUnit, MakeNode] = {
    DateUnit.YEAR: lambda written: sqlite_number("%Y", written),
    DateUnit.QUARTER: sqlite_quarter,
    DateUnit.MONTH: lambda written: sqlite_number("%m", written),
    DateUnit.WEEK: sqlite_week,
    DateUnit.DAY: lambda written: sqlite_number("%d", written),
    DateUnit.HOUR: lambda written: sqlite_number("%H", written),
}

# PostgreSQL


def postgresql_first(unit: DateUnit, written: exp.Expr) -> exp.Expr:
    first = exp.TimestampTrunc(this=written, unit=exp.Var(this=unit.name))
    return cast(first, exp.DType.TIMESTAMP if unit is DateUnit.HOUR else exp.DType.DATE)


def postgresql_part(unit: DateUnit, written: exp.Expr) -> exp.Expr:
    return cast(exp.Extract(this=exp.Var(this=unit.name), expression=written), exp.DType.INT)


# MySQL and MariaDB

MYSQL_FUNCTIONS = {
    DateUnit.YEAR: "YEAR",
    DateUnit.QUARTER: "QUARTER",
    DateUnit.MONTH: "MONTH",
    DateUnit.WEEK: "WEEKOFYEAR",
    DateUnit.DAY: "DAYOFMONTH",
    DateUnit.HOUR: "HOUR",
}


def mysql_part(unit: DateUnit, written: exp.Expr) -> exp.Expr:
    return call(MYSQL_FUNCTIONS[unit], written)


def mysql_year_start(written: exp.Expr) -> exp.Expr:
    return call("MAKEDATE", call("YEAR", written), number(1))


def mysql_quarter_start(written: exp.Expr) -> exp.Expr:
    quarters = exp.Paren(this=exp.Sub(this=call("QUARTER", written.copy()), expression=number(1)))
    return exp.DateAdd(this=mysql_year_start(written), expression=quarters, unit=exp.Var(this="QUARTER"))


def mysql_week_start(written: exp.Expr) -> exp.Expr:
    day = cast(written, exp.DType.DATE)
    return exp.DateSub(this=day, expression=call("WEEKDAY", written.copy()), unit=exp.Var(this="DAY"))


def mysql_formatted(pattern: str, to: exp.DType) -> MakeNode:
    return lambda written: cast(call("DATE_FORMAT", written, string(pattern)), to)


MYSQL_FIRSTS: dict[DateUnit, MakeNode] = {
    DateUnit.YEAR: mysql_year_start,
    DateUnit.QUARTER: mysql_quarter_start,
    DateUnit.MONTH: mysql_formatted("%Y-%m-01", exp.DType.DATE),
    DateUnit.WEEK: mysql_week_start,
    DateUnit.DAY: lambda written: cast(written, exp.DType.DATE),
    DateUnit.HOUR: mysql_formatted("%Y-%m-%d %H:00:00", exp.DType.DATETIME),
}

# MS SQL: without DATETRUNC, which came in 2022


def mssql_part(unit: DateUnit, written: exp.Expr) -> exp.Expr:
    name = "ISO_WEEK" if unit is DateUnit.WEEK else unit.name
    return call("DATEPART", exp.Var(this=name), written)


def mssql_date(written: exp.Expr, month: exp.Expr) -> exp.Expr:
    return call("DATEFROMPARTS", mssql_part(DateUnit.YEAR, written), month, number(1))


def mssql_quarter_start(written: exp.Expr) -> exp.Expr:
    tripled = exp.Mul(this=mssql_part(DateUnit.QUARTER, written.copy()), expression=number(3))
    return mssql_date(written, exp.Sub(this=tripled, expression=number(2)))


def mssql_week_start(written: exp.Expr) -> exp.Expr:
    """The first of January 1900 was a Monday."""
    days = call("DATEDIFF", exp.Var(this="DAY"), string("19000101"), written)
    past = exp.Mod(this=days, expression=number(7))
    return call(
        "DATEADD", exp.Var(this="DAY"), exp.Neg(this=exp.Paren(this=past)), cast(written.copy(), exp.DType.DATE)
    )


def mssql_hour_start(written: exp.Expr) -> exp.Expr:
    midnight = cast(cast(written, exp.DType.DATE), exp.DType.DATETIME2)
    return call("DATEADD", exp.Var(this="HOUR"), mssql_part(DateUnit.HOUR, written.copy()), midnight)


MSSQL_FIRSTS: dict[DateUnit, MakeNode] = {
    DateUnit.YEAR: lambda written: mssql_date(written, number(1)),
    DateUnit.QUARTER: mssql_quarter_start,
    DateUnit.MONTH: lambda written: mssql_date(written, mssql_part(DateUnit.MONTH, written.copy())),
    DateUnit.WEEK: mssql_week_start,
    DateUnit.DAY: lambda written: cast(written, exp.DType.DATE),
    DateUnit.HOUR: mssql_hour_start,
}

# ClickHouse

CLICKHOUSE_FIRSTS = {
    DateUnit.YEAR: "toStartOfYear",
    DateUnit.QUARTER: "toStartOfQuarter",
    DateUnit.MONTH: "toStartOfMonth",
    DateUnit.WEEK: "toMonday",
    DateUnit.DAY: "toDate",
    DateUnit.HOUR: "toStartOfHour",
}
CLICKHOUSE_PARTS = {
    DateUnit.YEAR: "toYear",
    DateUnit.QUARTER: "toQuarter",
    DateUnit.MONTH: "toMonth",
    DateUnit.WEEK: "toISOWeek",
    DateUnit.DAY: "toDayOfMonth",
    DateUnit.HOUR: "toHour",
}

FIRSTS: dict[Dialect, Callable[[DateUnit, exp.Expr], exp.Expr]] = {
    Dialect.POSTGRESQL: postgresql_first,
    Dialect.MYSQL: lambda unit, written: MYSQL_FIRSTS[unit](written),
    Dialect.MSSQL: lambda unit, written: MSSQL_FIRSTS[unit](written),
    Dialect.SQLITE: lambda unit, written: SQLITE_FIRSTS[unit](written),
    Dialect.CLICKHOUSE: lambda unit, written: call(CLICKHOUSE_FIRSTS[unit], written),
}
PARTS: dict[Dialect, Callable[[DateUnit, exp.Expr], exp.Expr]] = {
    Dialect.POSTGRESQL: postgresql_part,
    Dialect.MYSQL: mysql_part,
    Dialect.MSSQL: mssql_part,
    Dialect.SQLITE: lambda unit, written: SQLITE_PARTS[unit](written),
    Dialect.CLICKHOUSE: lambda unit, written: call(CLICKHOUSE_PARTS[unit], written),
}
