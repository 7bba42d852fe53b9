"""The dialects as sqlglot calls them."""

from functools import cache

import sqlglot

from spravka.query_plans.schema import Dialect

SQLGLOT_NAMES = {
    Dialect.POSTGRESQL: "postgres",
    Dialect.MYSQL: "mysql",
    Dialect.MSSQL: "tsql",
    Dialect.SQLITE: "sqlite",
    Dialect.CLICKHOUSE: "clickhouse",
}


@cache
def sqlglot_dialect(dialect: Dialect) -> sqlglot.Dialect:
    """The parser and generator of a dialect, made once."""
    return sqlglot.Dialect.get_or_raise(SQLGLOT_NAMES[dialect])
