"""Learning a database in the background: its structure, keys that nobody declared, the values of its text columns."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import delete
from sqlalchemy.orm import Session

from spravka.customer_databases.collecting_values import CollectedValues, ValueBudget, collect_values
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.describing import describe_structure
from spravka.customer_databases.inferring_keys import infer_keys
from spravka.customer_databases.looking_at_values import value_looks
from spravka.database_assistant import queries
from spravka.database_assistant.connecting import read_address
from spravka.database_assistant.knowing import forget_knowledge
from spravka.database_assistant.tables import ConnectedDatabase, LearningState, ValueColumn
from spravka.errors import Problem
from spravka.files.arrays import Bundle
from spravka.jobs.errors import JobBroke
from spravka.jobs.queries import current_time
from spravka.jobs.running import Chunk, JobRun
from spravka.query_plans.schema import SCHEMA_JSON, DatabaseSchema
from spravka.question_reading.values import ValueIndex


def learn(run: JobRun, database_id: int) -> None:
    """The whole of it. What was learned before serves until the new is there, also where learning fails."""
    try:
        _learn(run, database_id)
    except Exception as error:
        problem = error if isinstance(error, Problem) else JobBroke(run.job_id)
        with run.chunk() as chunk:
            database = queries.get_database(chunk.session, run.tenant_id, database_id)
            database.learning, database.learning_problem = LearningState.FAILED, problem.to_json()
        raise


def _learn(run: JobRun, database_id: int) -> None:
    with run.resources.sessions() as session:
        queries.get_database(session, run.tenant_id, database_id)
        address = read_address(session, run.resources, run.tenant_id)
    run.enter_stage("structure")
    with run.resources.customer_databases.connect(address) as connection:
        schema = learned_structure(connection)
        with run.chunk() as chunk:
            _keep_structure(chunk, run.tenant_id, database_id, schema)
        run.enter_stage("values", len(schema.tables))
        values = _collect(run, database_id, connection, schema)
    run.enter_stage("indexing", len(values.values))
    _keep_values(run, database_id, values)


def learned_structure(connection: CustomerConnection) -> DatabaseSchema:
    """What the database says of itself, and the keys that nobody declared."""
    schema = describe_structure(connection)
    inferred = infer_keys(schema, value_looks(connection))
    return replace(schema, foreign_keys=(*schema.foreign_keys, *inferred))


def _keep_structure(chunk: Chunk, tenant_id: int, database_id: int, schema: DatabaseSchema) -> None:
    database = queries.get_database(chunk.session, tenant_id, database_id)
    structure = SCHEMA_JSON.dump_python(schema, mode="json")
    if database.structure != structure:
        database.structure = structure
        forget_knowledge(database)


def _collect(run: JobRun, database_id: int, connection: CustomerConnection, schema: DatabaseSchema) -> CollectedValues:
    with run.resources.sessions() as session:
        excluded = _excluded(session, run.tenant_id, database_id, schema)
    return collect_values(connection, schema, ValueBudget(excluded=frozenset(excluded)))


def _excluded(session: Session, tenant_id: int, database_id: int, schema: DatabaseSchema) -> set[tuple[str, str]]:
    """Columns left out: those said to be, hidden ones, and those of tables whose rows not everybody may see.

    The index of values is one for the whole tenant; a value offered as a choice would tell that a row exists.
    """
    database = queries.get_database(session, tenant_id, database_id)
    filtered = {one.table_key for one in queries.list_row_filters(session, tenant_id, database_id)}
    named: Iterable[list[str]] = (*database.excluded_columns, *database.hidden_columns)
    pairs = {(table, column) for table, column in named}
    return pairs | {
        (table.key, column.name) for table in schema.tables if table.key in filtered for column in table.columns
    }


def _keep_values(run: JobRun, database_id: int, collected: CollectedValues) -> None:
    arrays, facts = ValueIndex(collected.values, collected.incomplete).to_arrays()
    key = run.resources.arrays.put(Bundle(arrays, facts))
    with run.chunk() as chunk:
        database = queries.get_database(chunk.session, run.tenant_id, database_id)
        database.values_key, database.learned_at = key, current_time(chunk.session)
        database.learning, database.learning_problem = LearningState.READY, None
        forget_knowledge(database)
        _replace_columns(chunk.session, database, collected)
        chunk.advance(len(collected.values))


def _replace_columns(session: Session, database: ConnectedDatabase, collected: CollectedValues) -> None:
    session.execute(delete(ValueColumn).where(ValueColumn.database_id == database.id))
    session.add_all(
        ValueColumn(
            database_id=database.id,
            table_key=table,
            column_name=column,
            value_count=len(values),
            is_complete=(table, column) not in collected.incomplete,
        )
        for (table, column), values in collected.values.items()
    )
