"""How many sources of a SELECT are multiplied with the others: no condition ties them.

A condition ties two sources where it compares a column of one with a column of the other (anything but "not equal").
"""

from collections.abc import Iterator, Mapping

from sqlglot import exp

from spravka.sql_guard.scopes import Source

COMPARISONS = (exp.EQ, exp.NullSafeEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Between, exp.Like, exp.ILike, exp.In)


def count_unjoined(select: exp.Select, sources: list[Source], origins: Mapping[int, Source]) -> int:
    """How many groups of many-row sources stand apart, less one."""
    groups = {id(source): {id(source)} for source in sources}
    for tied in ties(select, sources, origins):
        tie(groups, tied)
    many = [id(source) for source in sources if not source.is_single_row]
    apart = {min(groups[source]) for source in many}
    return max(0, len(apart) - 1)


def tie(groups: dict[int, set[int]], tied: set[int]) -> None:
    """Unite the groups of the sources in ``tied``."""
    inside = [source for source in tied if source in groups]
    united: set[int] = set().union(*(groups[source] for source in inside))
    for source in united:
        groups[source] = united


def ties(select: exp.Select, sources: list[Source], origins: Mapping[int, Source]) -> Iterator[set[int]]:
    """Sets of sources that a condition holds together."""
    where = select.args.get("where")
    if where is not None:
        yield from condition_ties(where.this, origins)
    for join in select.find_all(exp.Join):
        if join.find_ancestor(exp.Select) is not select:
            continue
        if join.args.get("on") is not None:
            yield from condition_ties(join.args["on"], origins)
        if join.args.get("using") or join.args.get("method") == "NATURAL":
            yield from named_ties(sources)


def named_ties(sources: list[Source]) -> Iterator[set[int]]:
    """USING and NATURAL tie the sources that share a column's name."""
    for position, source in enumerate(sources):
        for earlier in sources[:position]:
            if any(earlier.columns.exact(name) for name in source.columns):
                yield {id(source), id(earlier)}


def condition_ties(condition: exp.Expr, origins: Mapping[int, Source]) -> Iterator[set[int]]:
    """Every condition joined by AND ties; one of several joined by OR ties where all of them tie the same."""
    if isinstance(condition, exp.Paren):
        yield from condition_ties(condition.this, origins)
    elif isinstance(condition, exp.And):
        yield from condition_ties(condition.left, origins)
        yield from condition_ties(condition.right, origins)
    elif isinstance(condition, exp.Or):
        left = list(condition_ties(condition.left, origins))
        yield from (tied for tied in left if tied in list(condition_ties(condition.right, origins)))
    elif isinstance(condition, COMPARISONS):
        yield {id(origins[id(column)]) for column in condition.find_all(exp.Column) if id(column) in origins}
