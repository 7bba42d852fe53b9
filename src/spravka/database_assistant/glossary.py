"""The tenant's words: terms of the glossary, checked against the structure of the database."""

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.auditing import record
from spravka.database_assistant import queries
from spravka.database_assistant.errors import GlossaryTermExists, GlossaryTermIncomplete
from spravka.database_assistant.knowing import forget_knowledge, require_column
from spravka.database_assistant.schemas import NewGlossaryTerm
from spravka.database_assistant.tables import GlossaryEntry
from spravka.query_plans.plan import Condition, Expression
from spravka.question_reading.knowledge import TermKind

NEEDS_COLUMN = {TermKind.COLUMN, TermKind.VALUE}
FORMULAS: dict[TermKind, TypeAdapter[Any]] = {
    TermKind.MEASURE: TypeAdapter(Expression),
    TermKind.CONDITION: TypeAdapter(Condition),
}


def add_term(session: Session, caller: TenantCaller, database_id: int, new: NewGlossaryTerm) -> GlossaryEntry:
    """Raises :class:`GlossaryTermExists`, :class:`GlossaryTermIncomplete`, :class:`TableUnknown`."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    require_column(database, new.table, new.column)
    _check(new)
    if queries.find_glossary_term(session, caller.tenant_id, database_id, new.term) is not None:
        raise GlossaryTermExists(new.term)
    entry = GlossaryEntry(
        database_id=database.id,
        term=new.term,
        kind=new.kind.value,
        table_key=new.table,
        column_name=new.column,
        value=new.value,
        aggregate=new.aggregate.value if new.aggregate else "",
        formula=new.formula,
        created_by_id=caller.user_id,
    )
    session.add(entry)
    forget_knowledge(database)
    session.flush()
    record(session, caller, "glossary.added", f"glossary term {entry.id}", term=new.term)
    return entry


def remove_term(session: Session, caller: TenantCaller, database_id: int, glossary_term_id: int) -> None:
    entry = queries.get_glossary_term(session, caller.tenant_id, database_id, glossary_term_id)
    session.delete(entry)
    forget_knowledge(queries.get_database(session, caller.tenant_id, database_id))
    record(session, caller, "glossary.removed", f"glossary term {entry.id}", term=entry.term)


def _check(new: NewGlossaryTerm) -> None:
    if new.kind in NEEDS_COLUMN and not new.column:
        raise GlossaryTermIncomplete(f"A {new.kind.value} term needs the column it stands for.")
    if new.kind is TermKind.VALUE and not new.value:
        raise GlossaryTermIncomplete("A value term needs the value as it is stored.")
    if new.kind is TermKind.MEASURE and not (new.column or new.formula):
        raise GlossaryTermIncomplete("A measure needs a column with its aggregate, or a formula.")
    if new.kind is TermKind.CONDITION and new.formula is None:
        raise GlossaryTermIncomplete("A condition needs a formula: a plan's condition over columns of the table.")
    _check_formula(new)


def _check_formula(new: NewGlossaryTerm) -> None:
    if new.formula is None:
        return
    if new.kind not in FORMULAS:
        raise GlossaryTermIncomplete("Only a measure or a condition has a formula.")
    try:
        FORMULAS[new.kind].validate_python(new.formula)
    except ValidationError as error:
        raise GlossaryTermIncomplete(f"The formula cannot be read: {_first(error.errors())}.") from None


def _first(faults: Sequence[Any]) -> str:
    return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults[:3])
