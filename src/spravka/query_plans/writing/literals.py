"""Names and constants as nodes: identifiers always quoted, literals with their type."""

import datetime
import math

from sqlglot import exp

from spravka.query_plans.plan import Constant
from spravka.query_plans.schema import Dialect

DATE_TYPES = {
    Dialect.POSTGRESQL: (exp.DType.DATE, exp.DType.TIMESTAMP),
    Dialect.MYSQL: (exp.DType.DATE, exp.DType.DATETIME),
    Dialect.MSSQL: (exp.DType.DATE, exp.DType.DATETIME2),
}
"""What a day and a moment are cast to. SQLite has no such types and ClickHouse has functions."""

Value = bool | int | float | datetime.datetime | datetime.date | str | None


class UnwritableNumberError(ValueError):
    """An infinite number, or none (NaN), has no literal in SQL."""


def identifier(name: str) -> exp.Identifier:
    return exp.Identifier(this=name, quoted=True)


def column(table: str, name: str) -> exp.Column:
    return exp.Column(this=identifier(name), table=identifier(table))


def call(name: str, *arguments: exp.Expr) -> exp.Anonymous:
    """A function by the name it has in the dialect."""
    return exp.Anonymous(this=name, expressions=list(arguments))


def cast(written: exp.Expr, to: exp.DType) -> exp.Cast:
    return exp.Cast(this=written, to=exp.DataType(this=to))


def number(value: int | float) -> exp.Expr:
    """A number; a negative one in brackets, so that no ``--`` can come about."""
    if not math.isfinite(value):
        raise UnwritableNumberError(value)
    literal = exp.Literal.number(repr(abs(value)))
    return exp.Paren(this=exp.Neg(this=literal)) if value < 0 else literal


def text(value: str, dialect: Dialect) -> exp.Expr:
    """A text; on MS SQL a national one, or letters outside the server's code page would become question marks."""
    if dialect is Dialect.MSSQL and not value.isascii():
        return exp.National(this=value)
    return exp.Literal.string(value)


def boolean(value: bool, dialect: Dialect) -> exp.Expr:
    """True and false where the dialect has them, else 1 and 0."""
    return exp.Boolean(this=value) if dialect is Dialect.POSTGRESQL else exp.Literal.number(str(int(value)))


def moment(value: datetime.date, dialect: Dialect) -> exp.Expr:
    """A day or, for a ``datetime``, a moment."""
    is_moment = isinstance(value, datetime.datetime)
    written = exp.Literal.string(value.isoformat(" ") if isinstance(value, datetime.datetime) else value.isoformat())
    if dialect in DATE_TYPES:
        return cast(written, DATE_TYPES[dialect][is_moment])
    if dialect is Dialect.CLICKHOUSE:
        return call("toDateTime" if is_moment else "toDate", written)
    return written


def constant(value: Value, dialect: Dialect) -> exp.Expr:
    """The literal of a value. Raises ``UnwritableNumberError`` for NaN and infinity."""
    if value is None:
        return exp.Null()
    if isinstance(value, bool):
        return boolean(value, dialect)
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, datetime.date):
        return moment(value, dialect)
    return text(value, dialect)


def value_of(expression: object) -> Value:
    """The value of a constant, ``None`` for anything else."""
    return expression.value if isinstance(expression, Constant) else None
