"""What a caller may read of the tenant's database, for the guard."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.auth.tables import User, UserTenant
from spravka.database_assistant import queries
from spravka.database_assistant.tables import ConnectedDatabase, RowFilter
from spravka.query_plans.schema import DatabaseSchema
from spravka.sql_guard.policy import AllowedTable, FilterOperator, FilterValue, GuardPolicy
from spravka.sql_guard.policy import RowFilter as GuardFilter

NOBODY = ""
"""What a filter by the user's attribute compares with where a machine asks: no row is a machine's own."""


def policy_of(
    session: Session, database: ConnectedDatabase, schema: DatabaseSchema, user_id: int | None, row_limit: int
) -> GuardPolicy:
    """The guard's policy for this caller: the tables of ``schema``, which is the database's as learned, without hidden
    columns, with the tenant's row filters."""
    attributes = _attributes(session, database.tenant_id, user_id)
    filters = _filters(queries.list_row_filters(session, database.tenant_id, database.id), attributes)
    hidden: dict[str, set[str]] = defaultdict(set)
    for table, column in database.hidden_columns:
        hidden[table].add(column)
    tables = tuple(
        AllowedTable(
            name=table.name,
            namespace=table.namespace,
            columns=tuple(column.name for column in table.columns),
            hidden_columns=frozenset(hidden[table.key]),
            row_filters=tuple(filters.get(table.key, ())),
        )
        for table in schema.tables
    )
    return GuardPolicy(
        dialect=schema.dialect.value,
        tables=tables,
        row_limit=row_limit,
        default_namespace=schema.default_namespace,
    )


def _filters(found: Sequence[RowFilter], attributes: Mapping[str, FilterValue]) -> dict[str, list[GuardFilter]]:
    by_table: dict[str, list[GuardFilter]] = defaultdict(list)
    for one in found:
        values = (attributes[one.user_attribute],) if one.user_attribute else tuple(one.values)
        by_table[one.table_key].append(GuardFilter(one.column_name, FilterOperator(one.operator), values))
    return by_table


def _attributes(session: Session, tenant_id: int, user_id: int | None) -> Mapping[str, FilterValue]:
    query = select(User.email, UserTenant.role).join(UserTenant, UserTenant.user_id == User.id)
    found = session.execute(query.where(UserTenant.tenant_id == tenant_id, User.id == user_id)).one_or_none()
    if found is None:
        return {"email": NOBODY, "id": -1, "role": NOBODY}
    return {"email": found.email, "id": user_id or -1, "role": found.role.value}
