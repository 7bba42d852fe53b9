"""Connected databases over HTTP: connect, check, learn, tend what is known of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, status

from spravka.auth.access import TenantAdminDep, UserCallerDep
from spravka.customer_databases.errors import (
    ConnectionFieldRefused,
    DatabaseUnreachable,
    OwnDatabaseRefused,
    WrongPassword,
)
from spravka.database_assistant import connecting, filtering, glossary, knowing, queries, switching
from spravka.database_assistant.access import AssistantDep, DatabasesCallerDep
from spravka.database_assistant.beginning.first_questions import first_questions, questions_about_table
from spravka.database_assistant.errors import (
    DatabaseAlreadyConnected,
    DatabaseNotFound,
    DatabaseNotLearned,
    GlossaryTermExists,
    GlossaryTermIncomplete,
    GlossaryTermNotFound,
    RowFilterNotFound,
    RowFilterRefused,
    TableUnknown,
    WritableRoleRefused,
)
from spravka.database_assistant.schemas import (
    Address,
    CheckOut,
    ColumnName,
    ColumnsIn,
    ColumnsOut,
    DatabaseChange,
    DatabaseIn,
    DatabaseOut,
    FirstQuestion,
    GlossaryTermOut,
    NewGlossaryTerm,
    NewRowFilter,
    RowFilterOut,
    SchemaOut,
    StageSwitches,
    ValueColumnOut,
)
from spravka.database_assistant.tables import ConnectedDatabase
from spravka.jobs.schemas import JobOut
from spravka.question_reading.hearing.heard import Language
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.documented import documented
from spravka.web.fields import Id
from spravka.web.pages import Page, PageRequestDep, to_page

router = APIRouter(tags=["databases"], dependencies=[Depends(require_mode(ModeName.DATABASES))])

CONNECTING = documented(
    ConnectionFieldRefused,
    DatabaseUnreachable,
    DatabaseNotFound,
    DatabaseAlreadyConnected,
    OwnDatabaseRefused,
    WritableRoleRefused,
    WrongPassword,
)


@router.get("/databases")
def list_databases(session: SessionDep, caller: DatabasesCallerDep, page: PageRequestDep) -> Page[DatabaseOut]:
    """The tenant's database; there is one at most."""
    found = queries.list_databases(session, caller.tenant_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda database: database.id)
    return Page(entries=[DatabaseOut.of(database) for database in shown], next_after=next_after)


@router.post("/databases", status_code=status.HTTP_201_CREATED, responses=CONNECTING)
def connect_database(
    session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, wanted: DatabaseIn
) -> DatabaseOut:
    """Connect the tenant's database. It is reached first, and its role's rights are reported; a role that can write
    is taken only with `is_write_allowed`. Its tables and values are then learned in the background."""
    return DatabaseOut.of(connecting.connect_database(session, resources, caller, wanted))


@router.post("/databases/check", responses=CONNECTING)
def check_address(session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, address: Address) -> CheckOut:
    """Try an address without saving anything: the database is reached, and its role's rights are reported. Without a
    password the saved one serves, if the server, the port and the user are the saved ones too."""
    return CheckOut(rights=connecting.check_address(session, resources, caller.tenant_id, address))


@router.get("/databases/{database_id}", responses=documented(DatabaseNotFound))
def get_database(session: SessionDep, caller: DatabasesCallerDep, database_id: Id) -> DatabaseOut:
    """The database, its rights report, and how far it is learned. The password is never given back."""
    return DatabaseOut.of(queries.get_database(session, caller.tenant_id, database_id))


@router.patch("/databases/{database_id}", responses=CONNECTING)
def change_database(
    session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, database_id: Id, change: DatabaseChange
) -> DatabaseOut:
    """Change the name, the address, who reads questions, or what a language model is shown."""
    return DatabaseOut.of(connecting.change_database(session, resources, caller, database_id, change))


@router.delete(
    "/databases/{database_id}", status_code=status.HTTP_204_NO_CONTENT, responses=documented(DatabaseNotFound)
)
def remove_database(session: SessionDep, caller: TenantAdminDep, database_id: Id) -> None:
    """Forget the address and what was learned; answers that were given stay."""
    connecting.remove_database(session, caller, database_id)


@router.post("/databases/{database_id}/check", responses=CONNECTING)
def check_database(session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, database_id: Id) -> CheckOut:
    """Reach the database now, and report what the role may do there."""
    return CheckOut(rights=connecting.check_database(session, resources, caller.tenant_id, database_id))


@router.post("/databases/{database_id}/learning", status_code=202, responses=documented(DatabaseNotFound))
def learn_database(session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, database_id: Id) -> JobOut:
    """Have structure and values read again in the background; follow the job."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    return JobOut.model_validate(connecting.ask_to_learn(session, resources.queues, database, caller.user_id))


@router.get("/databases/{database_id}/schema", responses=documented(DatabaseNotFound, DatabaseNotLearned))
def get_schema(session: SessionDep, caller: DatabasesCallerDep, database_id: Id) -> SchemaOut:
    """Tables, columns, comments, keys and sizes as last learned, without hidden columns."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    return SchemaOut.of(knowing.readable_schema(database), database.learned_at)


@router.get("/databases/{database_id}/values", responses=documented(DatabaseNotFound))
def list_value_columns(session: SessionDep, caller: DatabasesCallerDep, database_id: Id) -> list[ValueColumnOut]:
    """The columns whose distinct values are known, and whether all of them are."""
    queries.get_database(session, caller.tenant_id, database_id)
    found = queries.list_value_columns(session, caller.tenant_id, database_id)
    return [ValueColumnOut.model_validate(column) for column in found]


@router.get("/databases/{database_id}/first-questions", responses=documented(DatabaseNotFound, DatabaseNotLearned))
def list_first_questions(
    session: SessionDep,
    assistant: AssistantDep,
    caller: DatabasesCallerDep,
    database_id: Id,
    language: Annotated[Language, Query(description="Of the questions")] = Language.RUSSIAN,
    table: Annotated[str | None, Query(max_length=255, description="Only simple ones about this table")] = None,
) -> list[FirstQuestion]:
    """Questions to begin with, six at most: approved examples, then simple ones about the database's own tables that
    are known to be read with confidence."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    if table:
        return questions_about_table(session, assistant, database, language, table)
    return first_questions(session, assistant, database, language)


@router.get("/databases/{database_id}/columns", responses=documented(DatabaseNotFound))
def get_columns(session: SessionDep, caller: TenantAdminDep, database_id: Id) -> ColumnsOut:
    """Which columns are excluded from the value index, and which are hidden from every query."""
    return _columns(queries.get_database(session, caller.tenant_id, database_id))


@router.put("/databases/{database_id}/columns", responses=documented(DatabaseNotFound, TableUnknown))
def set_columns(
    session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, database_id: Id, wanted: ColumnsIn
) -> ColumnsOut:
    """Exclude columns from the value index, or hide them from every query; learning begins again."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    knowing.set_columns(database, _pairs(wanted.excluded), _pairs(wanted.hidden))
    connecting.ask_to_learn(session, resources.queues, database, caller.user_id)
    return _columns(database)


@router.get("/databases/{database_id}/glossary", responses=documented(DatabaseNotFound))
def list_glossary(
    session: SessionDep, caller: DatabasesCallerDep, database_id: Id, page: PageRequestDep
) -> Page[GlossaryTermOut]:
    """The tenant's terms and what they mean in the database."""
    queries.get_database(session, caller.tenant_id, database_id)
    found = queries.list_glossary(session, caller.tenant_id, database_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda entry: entry.id)
    return Page(entries=[GlossaryTermOut.of(entry) for entry in shown], next_after=next_after)


@router.post(
    "/databases/{database_id}/glossary",
    status_code=status.HTTP_201_CREATED,
    responses=documented(DatabaseNotFound, TableUnknown, GlossaryTermExists, GlossaryTermIncomplete),
)
def add_glossary_term(
    session: SessionDep, caller: TenantAdminDep, database_id: Id, new: NewGlossaryTerm
) -> GlossaryTermOut:
    """Give a word or phrase a meaning: a table, a column, a value, a measure, a condition."""
    return GlossaryTermOut.of(glossary.add_term(session, caller, database_id, new))


@router.put(
    "/databases/{database_id}/glossary/{glossary_term_id}",
    responses=documented(
        DatabaseNotFound, GlossaryTermNotFound, TableUnknown, GlossaryTermExists, GlossaryTermIncomplete
    ),
)
def change_glossary_term(
    session: SessionDep, caller: TenantAdminDep, database_id: Id, glossary_term_id: Id, wanted: NewGlossaryTerm
) -> GlossaryTermOut:
    """Give a term another name or meaning; it holds from the next question on."""
    return GlossaryTermOut.of(glossary.change_term(session, caller, database_id, glossary_term_id, wanted))


@router.delete(
    "/databases/{database_id}/glossary/{glossary_term_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(DatabaseNotFound, GlossaryTermNotFound),
)
def remove_glossary_term(session: SessionDep, caller: TenantAdminDep, database_id: Id, glossary_term_id: Id) -> None:
    """Take a term out of the glossary."""
    glossary.remove_term(session, caller, database_id, glossary_term_id)


@router.get("/databases/{database_id}/row-filters", responses=documented(DatabaseNotFound))
def list_row_filters(session: SessionDep, caller: TenantAdminDep, database_id: Id) -> list[RowFilterOut]:
    """The conditions that every query's rows must meet."""
    queries.get_database(session, caller.tenant_id, database_id)
    return [RowFilterOut.of(one) for one in queries.list_row_filters(session, caller.tenant_id, database_id)]


@router.post(
    "/databases/{database_id}/row-filters",
    status_code=status.HTTP_201_CREATED,
    responses=documented(DatabaseNotFound, TableUnknown, RowFilterRefused),
)
def add_row_filter(
    session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, database_id: Id, new: NewRowFilter
) -> RowFilterOut:
    """Keep rows of a table from everybody who asks, or show each user only his own. The guard adds the condition to
    the tree of every query; values of the table are no longer offered as choices."""
    return RowFilterOut.of(filtering.add_filter(session, resources.queues, caller, database_id, new))


@router.delete(
    "/databases/{database_id}/row-filters/{row_filter_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(DatabaseNotFound, RowFilterNotFound),
)
def remove_row_filter(
    session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, database_id: Id, row_filter_id: Id
) -> None:
    """Remove a row filter."""
    filtering.remove_filter(session, resources.queues, caller, database_id, row_filter_id)


@router.get("/answer-stages")
def get_answer_stages(session: SessionDep, caller: UserCallerDep) -> StageSwitches:
    """Which optional stages make your answers."""
    return StageSwitches.of(queries.find_switches(session, caller.user_id))


@router.put("/answer-stages")
def set_answer_stages(session: SessionDep, caller: UserCallerDep, wanted: StageSwitches) -> StageSwitches:
    """Switch optional stages of your answers on and off."""
    return StageSwitches.of(switching.set_switches(session, caller.user_id, wanted))


def _pairs(columns: list[ColumnName] | None) -> list[tuple[str, str]] | None:
    return None if columns is None else [(one.table, one.column) for one in columns]


def _columns(database: ConnectedDatabase) -> ColumnsOut:
    return ColumnsOut(
        excluded=[ColumnName(table=table, column=column) for table, column in database.excluded_columns],
        hidden=[ColumnName(table=table, column=column) for table, column in database.hidden_columns],
    )
