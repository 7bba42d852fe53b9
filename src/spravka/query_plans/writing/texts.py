"""Texts compared by a pattern, letter case aside.

PostgreSQL and ClickHouse have ``ILIKE``; MySQL and MS SQL compare lower-cased texts, whatever the collation; SQLite's
own ``LIKE`` folds Latin letters only, and a connection that registers a function ``like`` makes it fold all.
"""

from sqlglot import exp

from spravka.query_plans.plan import TextMatch
from spravka.query_plans.schema import Dialect
from spravka.query_plans.writing.literals import call, cast, text

ESCAPE = "!"
"""Not a backslash: dialects differ in what that means inside a literal."""
SPECIAL = {
    Dialect.POSTGRESQL: "%_\\",
    Dialect.MYSQL: "%_\\",
    Dialect.MSSQL: "%_[",
    Dialect.SQLITE: "%_",
    Dialect.CLICKHOUSE: "%_\\",
}
"""What a pattern does not take literally."""
SHAPES = {
    TextMatch.CONTAINS: "%{}%",
    TextMatch.STARTS: "{}%",
    TextMatch.ENDS: "%{}",
    TextMatch.IS: "{}",
}
FOLDING = frozenset({Dialect.POSTGRESQL, Dialect.CLICKHOUSE})


def escaped(words: str, dialect: Dialect, escape: str) -> str:
    special = SPECIAL[dialect] + escape
    return "".join(escape + letter if letter in special else letter for letter in words)


def like(written: exp.Expr, pattern: str, dialect: Dialect) -> exp.Expr:
    """``written`` is like the pattern, in small and capital letters alike."""
    if dialect in FOLDING:
        return exp.ILike(this=written, expression=text(pattern, dialect))
    if dialect is Dialect.SQLITE:
        return exp.Like(this=written, expression=text(pattern, dialect))
    return exp.Like(this=call("LOWER", written), expression=text(pattern.lower(), dialect))


def matches(written: exp.Expr, match: TextMatch, words: str, dialect: Dialect, is_text: bool = True) -> exp.Expr:
    """The condition that ``written`` matches; other than texts are compared as they are written out."""
    if not is_text and dialect is not Dialect.SQLITE:
        written = as_text(written, dialect)
    if match is TextMatch.LIKE:
        return like(written, words, dialect)
    escape = "\\" if dialect is Dialect.CLICKHOUSE else ESCAPE
    body = escaped(words, dialect, escape)
    if body == words or dialect is Dialect.CLICKHOUSE:
        return like(written, SHAPES[match].format(body), dialect)
    return exp.Escape(this=like(written, SHAPES[match].format(body), dialect), expression=exp.Literal.string(escape))


def as_text(written: exp.Expr, dialect: Dialect) -> exp.Expr:
    if dialect is Dialect.CLICKHOUSE:
        return call("toString", written)
    return cast(written, AS_TEXT[dialect])


AS_TEXT = {
    Dialect.POSTGRESQL: exp.DType.TEXT,
    Dialect.MYSQL: exp.DType.CHAR,
    Dialect.MSSQL: exp.DType.NVARCHAR,
}
