"""The result of a query has a limit: at most one row more than the caller may have, so that he knows there are more."""

from sqlglot import exp

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.policy import GuardPolicy


def limit_rows(query: exp.Expr, policy: GuardPolicy) -> None:
    """Lower or add the limit of the whole query; one that the query sets below the caller's stays."""
    limit = query.args.get("limit")
    if limit is None or is_endless(limit) or written_limit(limit) > policy.row_limit:
        set_limit(query, policy.row_limit + 1, policy)


def is_endless(limit: exp.Expr) -> bool:
    """True for PostgreSQL's ``LIMIT ALL`` and ``LIMIT NULL``."""
    count = limit.args.get("expression")
    return isinstance(count, exp.Null) or (isinstance(count, exp.Var) and count.name.upper() == "ALL")


def written_limit(limit: exp.Expr) -> int:
    """The number of rows that the query asks for; only a plain number will do."""
    count = limit.args.get("count") if isinstance(limit, exp.Fetch) else limit.args.get("expression")
    options = limit.args.get("limit_options")
    is_plain = isinstance(count, exp.Literal) and not count.is_string and count.name.isdigit() and len(count.name) < 19
    has_options = options is not None and (options.args.get("percent") or options.args.get("with_ties"))
    if not is_plain or has_options or limit.args.get("expressions") or limit.args.get("offset"):
        raise QueryRefused(RefusalReason.LIMIT, limit.sql())
    assert count is not None
    return int(count.name)


def set_limit(query: exp.Expr, rows: int, policy: GuardPolicy) -> None:
    """LIMIT; in SQL Server TOP, or FETCH where the query has an OFFSET or no single SELECT to put TOP in."""
    count = exp.Literal.number(rows)
    if policy.dialect != "mssql" or (isinstance(query, exp.Select) and not query.args.get("offset")):
        query.set("limit", exp.Limit(expression=count))
        return
    if not isinstance(query, (exp.Select, exp.SetOperation)):
        raise QueryRefused(RefusalReason.CONSTRUCT, "brackets around the whole query")
    query.set("limit", exp.Fetch(direction="NEXT", count=count, limit_options=exp.LimitOptions(rows=True)))
    if query.args.get("offset") is None:
        query.set("offset", exp.Offset(expression=exp.Literal.number(0)))
    if query.args.get("order") is None:
        query.set("order", exp.Order(expressions=[exp.Ordered(this=exp.Literal.number(1), nulls_first=True)]))
