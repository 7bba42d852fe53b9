"""The tenant's row filters: which rows exist for those who ask."""

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.auditing import record
from spravka.database_assistant import queries
from spravka.database_assistant.connecting import ask_to_learn
from spravka.database_assistant.errors import RowFilterRefused
from spravka.database_assistant.knowing import forget_knowledge, require_column
from spravka.database_assistant.schemas import NewRowFilter
from spravka.database_assistant.tables import ConnectedDatabase, RowFilter
from spravka.queue.queues import Queues
from spravka.sql_guard.policy import RowFilter as GuardFilter


def add_filter(
    session: Session, queues: Queues, caller: TenantCaller, database_id: int, new: NewRowFilter
) -> RowFilter:
    """A condition for every query from now on. Raises :class:`RowFilterRefused`, :class:`TableUnknown`."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    require_column(database, new.table, new.column)
    _check(new)
    found = RowFilter(
        database_id=database.id,
        table_key=new.table,
        column_name=new.column,
        operator=new.operator.value,
        values=list(new.values),
        user_attribute=new.user_attribute,
    )
    session.add(found)
    session.flush()
    _learn_without_its_values(session, queues, database, caller.user_id)
    record(session, caller, "row-filter.added", f"row filter {found.id}", table=new.table, column=new.column)
    return found


def remove_filter(session: Session, queues: Queues, caller: TenantCaller, database_id: int, row_filter_id: int) -> None:
    """Rows that the filter kept away are there again."""
    found = queries.get_row_filter(session, caller.tenant_id, database_id, row_filter_id)
    session.delete(found)
    database = queries.get_database(session, caller.tenant_id, database_id)
    ask_to_learn(session, queues, database, caller.user_id)
    record(session, caller, "row-filter.removed", f"row filter {row_filter_id}", table=found.table_key)


def _learn_without_its_values(
    session: Session, queues: Queues, database: ConnectedDatabase, user_id: int | None
) -> None:
    """Values of a filtered table are not offered to anybody; until learning has left them out, none are."""
    database.values_key = None
    forget_knowledge(database)
    ask_to_learn(session, queues, database, user_id)


def _check(new: NewRowFilter) -> None:
    if new.user_attribute and new.values:
        raise RowFilterRefused("Give values or a user's attribute, not both")
    values = (new.user_attribute,) if new.user_attribute else tuple(new.values)
    try:
        GuardFilter(new.column, new.operator, values)
    except ValueError as error:
        raise RowFilterRefused(str(error)) from None
