"""The text that runs, and the proof that it says what was judged: it is read again and judged as it stands."""

from sqlglot import Dialect, ErrorLevel, exp
from sqlglot.errors import SqlglotError

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.filtering import allowed_part
from spravka.sql_guard.inspecting import inspect
from spravka.sql_guard.policy import AllowedTable, GuardPolicy
from spravka.sql_guard.reading import first_message, only_statement


def render(tree: exp.Expr, policy: GuardPolicy, cte_names: set[str]) -> str:
    """The text of ``tree``, whose own tree is on the lists, reads allowed tables only, and renders to the same text."""
    text = write(tree, policy)
    again = read_again(text, policy)
    inspect(again, policy)
    if write(again, policy) != text:
        raise QueryRefused(RefusalReason.UNSTABLE, "")
    if again.args.get("limit") is None:
        raise QueryRefused(RefusalReason.UNSTABLE, "LIMIT")
    require_allowed_tables(again, policy, cte_names)
    return text


def write(tree: exp.Expr, policy: GuardPolicy) -> str:
    """Without comments, every name quoted."""
    try:
        return tree.sql(
            policy.speech.sqlglot_name, identify=True, comments=False, unsupported_level=ErrorLevel.RAISE, copy=True
        )
    except SqlglotError as problem:
        raise QueryRefused(RefusalReason.CONSTRUCT, first_message(problem)) from None


def read_again(text: str, policy: GuardPolicy) -> exp.Expr:
    try:
        statements = Dialect.get_or_raise(policy.speech.sqlglot_name).parse(text)
    except SqlglotError as problem:
        raise QueryRefused(RefusalReason.UNSTABLE, first_message(problem)) from None
    return only_statement([statement for statement in statements if statement is not None])


def require_allowed_tables(tree: exp.Expr, policy: GuardPolicy, cte_names: set[str]) -> None:
    """Every table of the text is an allowed one by its exact name, restricted where it must be, or a CTE."""
    for node in tree.find_all(exp.Table):
        table = exactly_named(node, policy)
        if table is None and (node.db or node.name not in cte_names):
            raise QueryRefused(RefusalReason.UNSTABLE, node.name)
        if table is not None and table.is_restricted:
            require_restricted(node, table, policy)


def exactly_named(node: exp.Table, policy: GuardPolicy) -> AllowedTable | None:
    """The table by its full name; a name without a namespace is one only where the policy knows none to write."""
    if not node.db and policy.written_namespace:
        return None
    return policy.tables_by_namespace.get(node.db or policy.home_namespace, {}).get(node.name)


def require_restricted(node: exp.Table, table: AllowedTable, policy: GuardPolicy) -> None:
    """The table stands alone in exactly the subquery that shows its allowed part."""
    around = node.find_ancestor(exp.Select)
    if around is None or write(around, policy) != write(allowed_part(table, policy), policy):
        raise QueryRefused(RefusalReason.UNSTABLE, table.key)
