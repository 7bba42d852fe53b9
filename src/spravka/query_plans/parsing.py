"""SQL that was written elsewhere, as a plan: to learn from it, to describe it, to ask on from it."""

import sqlglot
from sqlglot.errors import SqlglotError

from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.schema import DatabaseSchema
from spravka.query_plans.sql_reading.errors import UnsayableError, UnsayableReason
from spravka.query_plans.sql_reading.selects import query
from spravka.query_plans.writing.dialects import sqlglot_dialect


def plan_of_sql(sql: str, schema: DatabaseSchema) -> QueryPlan:
    """The plan that one select in the schema's dialect says.

    Raises ``UnsayableError`` with its reason where the text does not parse or the plan's classes cannot say it.
    """
    try:
        trees = sqlglot.parse(sql, dialect=sqlglot_dialect(schema.dialect))
    except (SqlglotError, RecursionError):
        raise UnsayableError(UnsayableReason.NOT_PARSED, sql[:200]) from None
    if len(trees) != 1 or trees[0] is None:
        raise UnsayableError(UnsayableReason.NOT_A_SELECT, sql[:200])
    return query(trees[0], schema)
