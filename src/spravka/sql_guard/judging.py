"""The one door: text or tree in, a query that may run or a refusal out."""

from sqlglot import exp

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.filtering import restrict
from spravka.sql_guard.guarded_query import GuardedQuery, seal_explanation, seal_query
from spravka.sql_guard.inspecting import inspect
from spravka.sql_guard.limiting import limit_rows
from spravka.sql_guard.plain_texts import fold_names, plain_strings, quote_names
from spravka.sql_guard.policy import GuardPolicy
from spravka.sql_guard.reading import read_query
from spravka.sql_guard.rendering import render
from spravka.sql_guard.resolving import Resolver


def judge(sql: str | exp.Expr, policy: GuardPolicy) -> GuardedQuery:
    """The query of ``sql`` (in the policy's dialect) as it may run.

    A tree is judged by the text it renders to, and stays as it is. Raises :class:`QueryRefused`, and nothing else:
    a text that breaks the parser is refused too.
    """
    try:
        return judge_tree(read_query(sql, policy), policy)
    except QueryRefused:
        raise
    except RecursionError:
        raise QueryRefused(RefusalReason.TOO_LARGE, "parts nested too deeply") from None
    except Exception as problem:
        raise QueryRefused(RefusalReason.NOT_SQL, f"it cannot be read ({type(problem).__name__})") from None


def explain(query: GuardedQuery, policy: GuardPolicy) -> GuardedQuery:
    """The same query, to be told its plan instead of its rows; SQL Server has no such statement and refuses."""
    prefix = policy.speech.explain_prefix
    if not prefix or query.dialect != policy.dialect:
        raise QueryRefused(RefusalReason.CONSTRUCT, "EXPLAIN")
    return query if query.is_explain else seal_explanation(query, prefix)


def judge_tree(tree: exp.Expr, policy: GuardPolicy) -> GuardedQuery:
    tree = without_brackets(plain_strings(tree))
    inspect(tree, policy)
    fold_names(tree, policy)
    resolver = Resolver(policy)
    resolver.query(tree, {}, None)
    require_joined(resolver.findings.unjoined, policy)
    for use in resolver.findings.uses:
        restrict(use, policy)
    limit_rows(tree, policy)
    quote_names(tree)
    tables = [use.table for use in resolver.findings.uses]
    sql = render(tree, policy, resolver.cte_names)
    keys = frozenset(table.key for table in tables)
    return seal_query(sql, policy.dialect, keys, policy.row_limit, any(table.row_filters for table in tables))


def without_brackets(tree: exp.Expr) -> exp.Expr:
    """The query inside brackets that hold nothing else: some dialects do not read them around a whole query."""
    while isinstance(tree, exp.Subquery) and not any(tree.args.get(name) for name in tree.args if name != "this"):
        tree = tree.this.pop()
    return tree


def require_joined(unjoined: int, policy: GuardPolicy) -> None:
    if unjoined > policy.caps.unjoined:
        raise QueryRefused(RefusalReason.UNJOINED, f"{unjoined} tables are multiplied with the others")
