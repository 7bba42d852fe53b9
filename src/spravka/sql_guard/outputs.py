"""What columns a SELECT gives, and whether it can give more than one row."""

import re
from collections.abc import Iterator

from sqlglot import exp

from spravka.sql_guard.policy import GuardPolicy
from spravka.sql_guard.scopes import Scope

CALL = re.compile(r"(\w+)\(")


def output_names(select: exp.Select, scope: Scope, policy: GuardPolicy) -> tuple[str, ...]:
    """The names of the result's columns; those of an expression without a name as far as the dialect gives one."""
    return tuple(name for projection in select.expressions for name in names_of(projection, scope, policy))


def names_of(projection: exp.Expr, scope: Scope, policy: GuardPolicy) -> Iterator[str]:
    if isinstance(projection, exp.Alias):
        yield projection.alias
    elif isinstance(projection, exp.Star):
        for source in scope.sources:
            yield from source.columns
    elif isinstance(projection, exp.Column) and isinstance(projection.this, exp.Star):
        yield from starred_names(projection, scope)
    elif isinstance(projection, exp.Column):
        yield projection.name
    else:
        yield unnamed(projection, policy)


def starred_names(projection: exp.Column, scope: Scope) -> Iterator[str]:
    """The columns of ``t.*``."""
    for level in scope.levels():
        for source in level.sources:
            if source.label == projection.table:
                yield from source.columns
                return


def unnamed(projection: exp.Expr, policy: GuardPolicy) -> str:
    """PostgreSQL calls a function's column after the function, SQLite and MySQL by the text of the expression."""
    text = projection.sql(policy.speech.sqlglot_name)
    called = CALL.match(text)
    if policy.dialect != "postgresql" or called is None:
        return text
    return unnamed(projection.this, policy) if isinstance(projection, exp.Cast) else called[1].lower()


def gives_single_row(select: exp.Select) -> bool:
    """True for SELECT without FROM, totals without groups, and LIMIT 1."""
    if select.args.get("from_") is None:
        return True
    limit = select.args.get("limit")
    if isinstance(limit, exp.Limit) and limit.expression is not None and limit.expression.name == "1":
        return not limit.args.get("limit_options") and not limit.expressions
    return select.args.get("group") is None and any(is_total(part) for part in select.expressions)


def is_total(projection: exp.Expr) -> bool:
    """True where rows are put together to one, outside of a window."""
    if isinstance(projection, (exp.Window, exp.Select, exp.Subquery)):
        return False
    if isinstance(projection, exp.AggFunc):
        return True
    return any(is_total(child) for child in projection.iter_expressions())
