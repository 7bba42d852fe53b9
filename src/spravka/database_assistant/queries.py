"""Reading connected databases, glossaries, answers and examples; the tenant first."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from spravka.database_assistant.errors import (
    AnswerNotFound,
    DatabaseNotFound,
    ExampleNotFound,
    GlossaryTermNotFound,
    NoDatabaseConnected,
    RowFilterNotFound,
)
from spravka.database_assistant.tables import (
    Answer,
    ConnectedDatabase,
    DatabasePredictionConfig,
    Example,
    ExampleState,
    GlossaryEntry,
    RememberedChoice,
    RowFilter,
    ValueColumn,
)


def find_tenant_database(session: Session, tenant_id: int) -> ConnectedDatabase | None:
    return session.scalar(select(ConnectedDatabase).where(ConnectedDatabase.tenant_id == tenant_id))


def get_tenant_database(session: Session, tenant_id: int) -> ConnectedDatabase:
    """Raises :class:`NoDatabaseConnected`."""
    database = find_tenant_database(session, tenant_id)
    if database is None:
        raise NoDatabaseConnected
    return database


def get_database(session: Session, tenant_id: int, database_id: int) -> ConnectedDatabase:
    database = session.scalar(
        select(ConnectedDatabase).where(ConnectedDatabase.tenant_id == tenant_id, ConnectedDatabase.id == database_id)
    )
    if database is None:
        raise DatabaseNotFound(database_id)
    return database


def has_structure(session: Session, tenant_id: int, database_id: int) -> bool:
    """Whether the database was learned, were it long ago."""
    query = select(ConnectedDatabase.structure.is_not(None))
    query = query.where(ConnectedDatabase.tenant_id == tenant_id, ConnectedDatabase.id == database_id)
    return session.scalar(query) or False


def list_databases(session: Session, tenant_id: int, *, after: int | None, limit: int) -> Sequence[ConnectedDatabase]:
    query = select(ConnectedDatabase).where(ConnectedDatabase.tenant_id == tenant_id)
    query = query.order_by(ConnectedDatabase.id).limit(limit)
    return session.scalars(query if after is None else query.where(ConnectedDatabase.id > after)).all()


def list_value_columns(session: Session, tenant_id: int, database_id: int) -> Sequence[ValueColumn]:
    query = select(ValueColumn).join(ConnectedDatabase, ConnectedDatabase.id == ValueColumn.database_id)
    return session.scalars(
        query.where(ConnectedDatabase.tenant_id == tenant_id, ConnectedDatabase.id == database_id).order_by(
            ValueColumn.table_key, ValueColumn.column_name
        )
    ).all()


def _glossary(tenant_id: int, database_id: int) -> Select[GlossaryEntry]:
    query = select(GlossaryEntry).join(ConnectedDatabase, ConnectedDatabase.id == GlossaryEntry.database_id)
    return query.where(ConnectedDatabase.tenant_id == tenant_id, ConnectedDatabase.id == database_id)


def list_glossary(
    session: Session, tenant_id: int, database_id: int, *, after: int | None = None, limit: int | None = None
) -> Sequence[GlossaryEntry]:
    query = _glossary(tenant_id, database_id).order_by(GlossaryEntry.id).limit(limit)
    return session.scalars(query if after is None else query.where(GlossaryEntry.id > after)).all()


def find_glossary_term(session: Session, tenant_id: int, database_id: int, term: str) -> GlossaryEntry | None:
    return session.scalar(_glossary(tenant_id, database_id).where(GlossaryEntry.term == term))


def get_glossary_term(session: Session, tenant_id: int, database_id: int, glossary_term_id: int) -> GlossaryEntry:
    entry = session.scalar(_glossary(tenant_id, database_id).where(GlossaryEntry.id == glossary_term_id))
    if entry is None:
        raise GlossaryTermNotFound(glossary_term_id)
    return entry


def _row_filters(tenant_id: int, database_id: int) -> Select[RowFilter]:
    query = select(RowFilter).join(ConnectedDatabase, ConnectedDatabase.id == RowFilter.database_id)
    return query.where(ConnectedDatabase.tenant_id == tenant_id, ConnectedDatabase.id == database_id)


def list_row_filters(session: Session, tenant_id: int, database_id: int) -> Sequence[RowFilter]:
    return session.scalars(_row_filters(tenant_id, database_id).order_by(RowFilter.id)).all()


def get_row_filter(session: Session, tenant_id: int, database_id: int, row_filter_id: int) -> RowFilter:
    found = session.scalar(_row_filters(tenant_id, database_id).where(RowFilter.id == row_filter_id))
    if found is None:
        raise RowFilterNotFound(row_filter_id)
    return found


def read_choices(session: Session, tenant_id: int, database_id: int) -> dict[str, str]:
    """What people of the tenant chose for ambiguous words: target by words."""
    query = (
        select(RememberedChoice.words, RememberedChoice.target)
        .join(ConnectedDatabase, ConnectedDatabase.id == RememberedChoice.database_id)
        .where(ConnectedDatabase.tenant_id == tenant_id, ConnectedDatabase.id == database_id)
    )
    found: dict[str, str] = dict(session.execute(query).all())
    return found


def find_choice(session: Session, tenant_id: int, database_id: int, words: str) -> RememberedChoice | None:
    query = select(RememberedChoice).join(ConnectedDatabase, ConnectedDatabase.id == RememberedChoice.database_id)
    return session.scalar(
        query.where(
            ConnectedDatabase.tenant_id == tenant_id,
            ConnectedDatabase.id == database_id,
            RememberedChoice.words == words,
        )
    )


def get_answer(session: Session, tenant_id: int, answer_id: int) -> Answer:
    answer = session.scalar(select(Answer).where(Answer.tenant_id == tenant_id, Answer.id == answer_id))
    if answer is None:
        raise AnswerNotFound(answer_id)
    return answer


def get_own_answer(session: Session, tenant_id: int, user_id: int | None, answer_id: int) -> Answer:
    """An answer that this user asked for; of machines (None) any machine's of the tenant."""
    answer = get_answer(session, tenant_id, answer_id)
    if answer.user_id != user_id:
        raise AnswerNotFound(answer_id)
    return answer


def _examples(tenant_id: int) -> Select[Example]:
    query = select(Example).join(ConnectedDatabase, ConnectedDatabase.id == Example.database_id)
    return query.where(ConnectedDatabase.tenant_id == tenant_id)


def get_example(session: Session, tenant_id: int, example_id: int) -> Example:
    example = session.scalar(_examples(tenant_id).where(Example.id == example_id))
    if example is None:
        raise ExampleNotFound(example_id)
    return example


def find_example_of_answer(session: Session, tenant_id: int, answer_id: int) -> Example | None:
    return session.scalar(_examples(tenant_id).where(Example.answer_id == answer_id))


def find_asker_id(session: Session, tenant_id: int, example: Example) -> int | None:
    """Who asked what became an example; None where that is not known any more, or was a machine."""
    query = select(Answer.user_id).where(Answer.tenant_id == tenant_id, Answer.id == example.answer_id)
    return session.scalar(query)


def list_examples(
    session: Session, tenant_id: int, *, state: ExampleState | None, after: int | None, limit: int | None
) -> Sequence[Example]:
    query = _examples(tenant_id).order_by(Example.id).limit(limit)
    if state is not None:
        query = query.where(Example.state == state)
    return session.scalars(query if after is None else query.where(Example.id > after)).all()


def find_switches(session: Session, user_id: int) -> DatabasePredictionConfig | None:
    return session.get(DatabasePredictionConfig, user_id)
