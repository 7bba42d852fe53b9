"""Every node of a tree is on the lists, and the tree is not too large."""

import re
from collections.abc import Callable, Mapping

from sqlglot import exp

from spravka.sql_guard.bounds import (
    require_short_format,
    require_short_list,
    require_short_padding,
    require_short_string,
    require_tame_pattern,
)
from spravka.sql_guard.constructs import DATA_TYPES, OPERATORS, PARTS, REASONS_OF_KINDS, REASONS_OF_PARTS
from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.functions import KNOWN_KINDS, is_allowed_name
from spravka.sql_guard.policy import Caps, GuardPolicy

QUERIES = (exp.Select, exp.SetOperation, exp.Subquery, exp.Values)
WORDS = re.compile(r"[A-Za-z0-9_]*( [A-Za-z0-9_]+){0,4}")
"""A keyword that the parser keeps as text."""
PATH_KEY = re.compile(r"[\w .-]{1,100}")
NUMBER = re.compile(r"(\d{1,60}(\.\d{0,60})?|\.\d{1,60})([eE][+-]?\d{1,3})?")
NAMED_FUNCTIONS = (exp.Anonymous, exp.AnonymousAggFunc, exp.ParameterizedAgg)


def inspect(tree: exp.Expr, policy: GuardPolicy) -> None:
    """Raises :class:`QueryRefused` for the first node that is not on the lists."""
    require_query(tree)
    for count, node in enumerate(tree.walk(), start=1):
        if count > policy.caps.nodes:
            raise QueryRefused(RefusalReason.TOO_LARGE, f"more than {policy.caps.nodes} parts")
        inspect_node(node, policy)


def require_query(tree: exp.Expr) -> None:
    query = tree
    while isinstance(query, exp.Subquery):
        query = query.this
    if not isinstance(query, QUERIES):
        raise QueryRefused(RefusalReason.NOT_A_QUERY, type(query).__name__.upper())


def inspect_node(node: exp.Expr, policy: GuardPolicy) -> None:
    kind = type(node).__name__
    if kind in PARTS:
        require_parts(node, kind)
    elif isinstance(node, NAMED_FUNCTIONS):
        require_function_name(node, policy)
    elif kind not in OPERATORS and kind not in KNOWN_KINDS:
        raise QueryRefused(reason_of(node), piece_of(node))
    require_plain_texts(node)
    if check := CHECKS.get(kind):
        check(node, policy.caps)


def require_parts(node: exp.Expr, kind: str) -> None:
    """A part of the frame carries nothing but what its list names."""
    for name, value in node.args.items():
        if value in (None, False) or value == [] or name in PARTS[kind]:
            continue
        reason = REASONS_OF_PARTS.get((kind, name), RefusalReason.CONSTRUCT)
        raise QueryRefused(reason, f"{kind.upper()} {name.strip('_').upper()}")


def require_function_name(node: exp.Expr, policy: GuardPolicy) -> None:
    """A function unknown to the parser is on the dialect's list, by a bare name."""
    name = node.this
    if not isinstance(name, str) or not is_allowed_name(name, policy.dialect):
        raise QueryRefused(RefusalReason.FUNCTION, str(name))


def reason_of(node: exp.Expr) -> RefusalReason:
    """Why a kind that is on no list is refused."""
    kind = type(node).__name__
    if kind in REASONS_OF_KINDS:
        return REASONS_OF_KINDS[kind]
    if isinstance(node, (exp.Func, exp.Dot)):
        return RefusalReason.FUNCTION
    return RefusalReason.NOT_A_QUERY if isinstance(node, (exp.DDL, exp.DML, exp.Command)) else RefusalReason.CONSTRUCT


def piece_of(node: exp.Expr) -> str:
    """What the node is called, without trusting it to render."""
    return node.sql_name() if isinstance(node, exp.Func) else type(node).__name__.upper()


def require_plain_texts(node: exp.Expr) -> None:
    """Texts that are rendered as they are can only be words."""
    if isinstance(node, (exp.Identifier, exp.Literal, exp.JSONPathKey, exp.National)):
        return
    for value in node.args.values():
        if isinstance(value, str) and not WORDS.fullmatch(value):
            raise QueryRefused(RefusalReason.CONSTRUCT, value)


def require_literal(node: exp.Expr, caps: Caps) -> None:
    if node.args.get("is_string"):
        require_short_string(str(node.this), caps)
    elif not NUMBER.fullmatch(str(node.this)):
        raise QueryRefused(RefusalReason.UNSAFE_TEXT, str(node.this))


def require_national(node: exp.Expr, caps: Caps) -> None:
    require_short_string(str(node.this), caps)


def require_path_key(node: exp.Expr, caps: Caps) -> None:
    if not isinstance(node.this, str) or not PATH_KEY.fullmatch(node.this):
        raise QueryRefused(RefusalReason.UNSAFE_TEXT, str(node.this))


def require_data_type(node: exp.Expr, caps: Caps) -> None:
    """A type of the list, of a size that is a small number or MAX."""
    name = node.this.value if isinstance(node.this, exp.DType) else str(node.this)
    if name.upper() not in DATA_TYPES:
        raise QueryRefused(RefusalReason.CONSTRUCT, f"type {name}")


def require_type_size(node: exp.Expr, caps: Caps) -> None:
    size = str(node.this.name) if isinstance(node.this, exp.Expr) else str(node.this)
    if size.isdigit() and int(size[:9]) > caps.string_characters:
        raise QueryRefused(RefusalReason.TOO_LARGE, f"a type of size {size}")


def require_subquery_of_query(node: exp.Expr, caps: Caps) -> None:
    """Brackets hold a query, or tables that are joined."""
    if not isinstance(node.this, (*QUERIES, exp.Table)):
        raise QueryRefused(RefusalReason.CONSTRUCT, piece_of(node))


def require_result(node: exp.Expr, caps: Caps) -> None:
    if not node.expressions:
        raise QueryRefused(RefusalReason.NOT_SQL, "SELECT without a result")


def require_lateral_of_query(node: exp.Expr, caps: Caps) -> None:
    if not isinstance(node.this, exp.Subquery):
        raise QueryRefused(RefusalReason.FUNCTION, "LATERAL")


def require_cte_of_query(node: exp.Expr, caps: Caps) -> None:
    if not isinstance(node.this, QUERIES):
        raise QueryRefused(RefusalReason.NOT_A_QUERY, piece_of(node.this))


def require_named_table(node: exp.Expr, caps: Caps) -> None:
    """A table is a name: no function, no path, no file; and no index is forced or forbidden."""
    if node.args.get("indexed") is not None:
        raise QueryRefused(RefusalReason.HINT, "INDEXED")
    if isinstance(node.this, exp.Identifier):
        return
    called = node.this.name if isinstance(node.this, exp.Anonymous) else type(node.this).__name__.upper()
    reason = RefusalReason.TABLE if isinstance(node.this, exp.Dot) else RefusalReason.FUNCTION
    raise QueryRefused(reason, called)


CHECKS: Mapping[str, Callable[[exp.Expr, Caps], None]] = {
    "Literal": require_literal,
    "National": require_national,
    "JSONPathKey": require_path_key,
    "DataType": require_data_type,
    "DataTypeParam": require_type_size,
    "Select": require_result,
    "Subquery": require_subquery_of_query,
    "Lateral": require_lateral_of_query,
    "CTE": require_cte_of_query,
    "Table": require_named_table,
    "In": require_short_list,
    "Values": require_short_list,
    "Pad": require_short_padding,
    "RegexpLike": require_tame_pattern,
    "RegexpILike": require_tame_pattern,
    "RegexpReplace": require_tame_pattern,
    "SimilarTo": require_tame_pattern,
    "Anonymous": require_short_format,
}
