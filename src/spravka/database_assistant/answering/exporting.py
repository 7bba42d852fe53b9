"""An answer as a file: its query asked again, with the larger cap of an export, through the same guard."""

import datetime
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.auditing import record
from spravka.auth.tables import User
from spravka.customer_databases.caps import Caps
from spravka.customer_databases.fields import ConnectionFields
from spravka.customer_databases.rows import RowStream
from spravka.database_assistant import queries
from spravka.database_assistant.connecting import read_address
from spravka.database_assistant.errors import AnswerHasNoRows
from spravka.database_assistant.knowing import learned_schema
from spravka.database_assistant.policing import policy_of
from spravka.database_assistant.querying import guard
from spravka.question_reading.hearing.heard import Language
from spravka.resources import Resources
from spravka.sheets.writing import AboutSheet, write_csv, write_xlsx
from spravka.sql_guard.guarded_query import GuardedQuery

EXPORT_BYTES = 200_000_000
EXPORT_SECONDS = 300.0
SHEET_NAMES = {Language.RUSSIAN: "Ответ", Language.ENGLISH: "Answer"}


class ExportFormat(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class Export:
    """What is to be written."""

    query: GuardedQuery
    address: ConnectionFields
    about: AboutSheet
    sheet_name: str


def export_answer(resources: Resources, caller: TenantCaller, answer_id: int, file_format: ExportFormat) -> Path:
    """A temporary file with the rows as they are now, for the caller to delete; raises as :func:`write_export`."""
    with tempfile.NamedTemporaryFile(suffix=f".{file_format}", delete=False) as target:
        path = Path(target.name)
    try:
        write_export(resources, caller, answer_id, file_format, path)
    except BaseException:
        path.unlink()
        raise
    return path


def write_export(
    resources: Resources, caller: TenantCaller, answer_id: int, file_format: ExportFormat, target: Path
) -> None:
    """Write the rows as they are now into ``target``. Raises :class:`AnswerHasNoRows` and what the database raises."""
    with resources.sessions.begin() as session:
        export = _prepare(session, resources, caller, answer_id, file_format)
    caps = Caps(rows=export.query.row_limit, size_bytes=EXPORT_BYTES, timeout_seconds=EXPORT_SECONDS)
    connect = resources.customer_databases.connect
    with connect(export.address) as connection, connection.stream(export.query, caps) as stream:
        _write_stream(stream, file_format, target, export)


def _prepare(
    session: Session, resources: Resources, caller: TenantCaller, answer_id: int, file_format: ExportFormat
) -> Export:
    answer = queries.get_answer(session, caller.tenant_id, answer_id)
    if answer.sql is None or answer.columns is None:
        raise AnswerHasNoRows(answer.state.value)
    database = queries.get_tenant_database(session, caller.tenant_id)
    row_limit = resources.customer_databases.settings.export_row_limit
    query = guard(answer.sql, policy_of(session, database, learned_schema(database), caller.user_id, row_limit))
    record(session, caller, "answer.exported", f"answer {answer.id}", format=file_format.value)
    language = Language(answer.language)
    about = about_sheet(answer.question, answer.sql, _name_of(session, caller), language)
    return Export(query, read_address(session, resources, caller.tenant_id), about, SHEET_NAMES[language])


def about_sheet(question: str, sql: str, user: str, language: Language) -> AboutSheet:
    """Where the rows come from: the question, the SQL, the time, the user."""
    now = datetime.datetime.now().astimezone().replace(microsecond=0)
    if language is Language.RUSSIAN:
        lines = [("Вопрос", question), ("SQL", sql), ("Время", now.isoformat(sep=" ")), ("Пользователь", user)]
        return AboutSheet("О выгрузке", lines)
    lines = [("Question", question), ("SQL", sql), ("Time", now.isoformat(sep=" ")), ("User", user)]
    return AboutSheet("About", lines)


def _write_stream(stream: RowStream, file_format: ExportFormat, target: Path, export: Export) -> None:
    header = [column.name for column in stream.columns]
    if file_format is ExportFormat.XLSX:
        write_xlsx(target, header, stream, sheet_name=export.sheet_name, about=export.about)
        return
    with target.open("wb") as file:
        write_csv(file, header, stream)


def _name_of(session: Session, caller: TenantCaller) -> str:
    user = session.get(User, caller.user_id) if caller.user_id is not None else None
    return user.email if user is not None else f"API key {caller.api_key_id}"
