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
from spravka.database_assistant.tables import ConnectedDatabase, GlossaryEntry
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
    _check(session, database, new)
    entry = GlossaryEntry(database_id=database.id, created_by_id=caller.user_id)
    _fill(entry, new)
    session.add(entry)
    forget_knowledge(database)
    session.flush()
    record(session, caller, "glossary.added", f"glossary term {entry.id}", term=new.term)
    return entry


def change_term(
    session: Session, caller: TenantCaller, database_id: int, glossary_term_id: int, wanted: NewGlossaryTerm
) -> GlossaryEntry:
    """Raises what :func:`add_term` does, and :class:`GlossaryTermNotFound`."""
    entry = queries.get_glossary_term(session, caller.tenant_id, database_id, glossary_term_id)
    database = queries.get_database(session, caller.tenant_id, database_id)
    _check(session, database, wanted, entry.id)
    before = entry.term
    _fill(entry, wanted)
    forget_knowledge(database)
    session.flush()
    record(session, caller, "glossary.changed", f"glossary term {entry.id}", term=wanted.term, before=before)
    return entry


def _check(session: Session, database: ConnectedDatabase, new: NewGlossaryTerm, own_id: int | None = None) -> None:
    require_column(database, new.table, new.column)
    _check_parts(new)
    namesake = queries.find_glossary_term(session, database.tenant_id, database.id, new.term)
    if namesake is not None and namesake.id != own_id:
        raise GlossaryTermExists(new.term)


def _fill(entry: GlossaryEntry, new: NewGlossaryTerm) -> None:
    entry.term, entry.kind = new.term, new.kind.value
    entry.table_key, entry.column_name, entry.value = new.table, new.column, new.value
    entry.aggregate = new.aggregate.value if new.aggregate else ""
    entry.formula = new.formula


def remove_term(session: Session, caller: TenantCaller, database_id: int, glossary_term_id: int) -> None:
    entry = queries.get_glossary_term(session, caller.tenant_id, database_id, glossary_term_id)
    session.delete(entry)
    forget_knowledge(queries.get_database(session, caller.tenant_id, database_id))
    record(session, caller, "glossary.removed", f"glossary term {entry.id}", term=entry.term)


def _check_parts(new: NewGlossaryTerm) -> None:
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
