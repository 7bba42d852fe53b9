"""The one thing that may be executed: a query with the guard's seal on it."""

from dataclasses import InitVar, dataclass

_SEAL = object()


@dataclass(frozen=True)
class GuardedQuery:
    """A query that was judged; only the guard makes one (``TypeError`` otherwise, also for ``dataclasses.replace``).

    ``sql`` is to be run as it is, without parameters, so that no driver reads ``%`` or ``:`` in it. It returns at most
    one row more than the ``row_limit`` that are for the caller: that one tells that there were more.
    """

    sql: str
    dialect: str
    tables: frozenset[str]
    """Keys of the tables that are read."""
    row_limit: int
    is_row_filtered: bool
    """Rows are kept from the caller: the database's own error texts, which can quote a value, must be too."""
    is_explain: bool = False
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("Only the guard makes a GuardedQuery: hand the text to spravka.sql_guard.judging.judge")


def seal_query(sql: str, dialect: str, tables: frozenset[str], row_limit: int, is_row_filtered: bool) -> GuardedQuery:
    """The judged query; called by the guard alone."""
    return GuardedQuery(sql, dialect, tables, row_limit, is_row_filtered, seal=_SEAL)


def seal_explanation(query: GuardedQuery, prefix: str) -> GuardedQuery:
    """The same query, to be explained instead of run; called by the guard alone."""
    return GuardedQuery(
        prefix + query.sql,
        query.dialect,
        query.tables,
        query.row_limit,
        query.is_row_filtered,
        is_explain=True,
        seal=_SEAL,
    )
