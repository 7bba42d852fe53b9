"""Saving, changing, checking and removing the tenant's database address."""

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.auditing import record
from spravka.customer_databases.fields import ConnectionFields
from spravka.customer_databases.rights import RightsReport
from spravka.database_assistant import queries
from spravka.database_assistant.errors import DatabaseAlreadyConnected, NoDatabaseConnected, WritableRoleRefused
from spravka.database_assistant.schemas import Address, DatabaseChange, DatabaseIn
from spravka.database_assistant.tables import ConnectedDatabase, LearningState
from spravka.jobs.queries import current_time
from spravka.jobs.submitting import JobKind, submit
from spravka.jobs.tables import Job
from spravka.queue.queues import MAINTENANCE, Queues
from spravka.resources import Resources
from spravka.tenants.queries import get_tenant, lock_tenant

LEARN_DATABASE = JobKind("learn_database", MAINTENANCE)


def connect_database(
    session: Session, resources: Resources, caller: TenantCaller, wanted: DatabaseIn
) -> ConnectedDatabase:
    """Save a database that was reached and whose role was looked at; learning it begins in the background.

    Raises :class:`DatabaseAlreadyConnected`, :class:`WritableRoleRefused` and what the database refuses with.
    """
    _refuse_second(session, caller.tenant_id)
    fields = wanted.address.to_fields()
    rights = _checked(resources, fields, wanted.is_write_allowed)
    lock_tenant(session, caller.tenant_id)
    _refuse_second(session, caller.tenant_id)
    database = ConnectedDatabase(
        tenant_id=caller.tenant_id,
        name=wanted.name,
        fields=shown_address(fields),
        is_write_allowed=wanted.is_write_allowed,
        privacy=wanted.privacy,
        reader=wanted.reader,
        hidden_columns=[],
        excluded_columns=[],
        knowledge_version=0,
        learning=LearningState.WAITING,
    )
    session.add(database)
    session.flush()
    _keep_address(session, resources, database, fields, rights)
    ask_to_learn(session, resources.queues, database, caller.user_id)
    record(session, caller, "database.connected", f"database {database.id}", **database.fields)
    return database


def change_database(
    session: Session, resources: Resources, caller: TenantCaller, database_id: int, change: DatabaseChange
) -> ConnectedDatabase:
    """Change what is given. A new address, or a stricter view of writing, is checked like a new database."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    for name in ("name", "is_write_allowed", "privacy", "reader"):
        if getattr(change, name) is not None:
            setattr(database, name, getattr(change, name))
    if change.address is not None or change.is_write_allowed is not None:
        known = read_address(session, resources, caller.tenant_id)
        fields = known if change.address is None else _with_known_password(change.address, known)
        rights = _checked(resources, fields, database.is_write_allowed)
        _keep_address(session, resources, database, fields, rights)
    if change.address is not None:
        ask_to_learn(session, resources.queues, database, caller.user_id)
    record(session, caller, "database.changed", f"database {database.id}", **database.fields)
    session.flush()
    return database


def remove_database(session: Session, caller: TenantCaller, database_id: int) -> None:
    """Forget the address and everything known of the database; answers that were given stay."""
    database = queries.get_database(session, caller.tenant_id, database_id)
    get_tenant(session, caller.tenant_id).database_address_encrypted = None
    session.delete(database)
    record(session, caller, "database.removed", f"database {database_id}")


def check_database(session: Session, resources: Resources, tenant_id: int, database_id: int) -> dict[str, Any]:
    """Reach the database now and look at its role's rights."""
    database = queries.get_database(session, tenant_id, database_id)
    rights = resources.customer_databases.check(read_address(session, resources, tenant_id))
    database.rights, database.checked_at = rights.to_json(), current_time(session)
    session.flush()
    return database.rights


def check_address(session: Session, resources: Resources, tenant_id: int, address: Address) -> dict[str, Any]:
    """What the role of an address may do; nothing is saved. Raises what the database refuses with."""
    if queries.find_tenant_database(session, tenant_id) is None:
        fields = address.to_fields()
    else:
        fields = _with_known_password(address, read_address(session, resources, tenant_id))
    return resources.customer_databases.check(fields).to_json()


def read_address(session: Session, resources: Resources, tenant_id: int) -> ConnectionFields:
    """The whole address; raises :class:`NoDatabaseConnected`, :class:`AddressUnreadable`."""
    sealed = get_tenant(session, tenant_id).database_address_encrypted
    if sealed is None:
        raise NoDatabaseConnected
    return resources.customer_databases.seal.unseal(sealed)


def ask_to_learn(session: Session, queues: Queues, database: ConnectedDatabase, user_id: int | None) -> Job:
    """Have structure and values read in the background."""
    job = submit(
        session,
        queues,
        LEARN_DATABASE,
        tenant_id=database.tenant_id,
        user_id=user_id,
        arguments={"database_id": database.id},
    )
    database.learning_job_id = job.id
    database.learning = LearningState.WAITING
    session.flush()
    return job


def _refuse_second(session: Session, tenant_id: int) -> None:
    found = queries.find_tenant_database(session, tenant_id)
    if found is not None:
        raise DatabaseAlreadyConnected(found.id)


def _checked(resources: Resources, fields: ConnectionFields, is_write_allowed: bool) -> RightsReport:
    rights = resources.customer_databases.check(fields)
    if rights.is_writable and not is_write_allowed:
        raise WritableRoleRefused([finding.text_en for finding in rights.findings])
    return rights


def _keep_address(
    session: Session, resources: Resources, database: ConnectedDatabase, fields: ConnectionFields, rights: RightsReport
) -> None:
    tenant = get_tenant(session, database.tenant_id)
    tenant.database_address_encrypted = resources.customer_databases.seal.seal(fields)
    database.fields = shown_address(fields)
    database.rights, database.checked_at = rights.to_json(), current_time(session)
    session.flush()


def shown_address(fields: ConnectionFields) -> dict[str, Any]:
    """What anybody of the tenant may see: all but the password."""
    return {
        "dialect": fields.dialect.value,
        "database": fields.database,
        "host": fields.host,
        "port": fields.port,
        "user": fields.user,
        "options": {
            "tls": fields.options.tls.value if fields.options.tls else None,
            "ca_file": fields.options.ca_file,
            "namespaces": list(fields.options.namespaces),
        },
    }


def _with_known_password(address: Address, known: ConnectionFields) -> ConnectionFields:
    """The password is kept only for the same user of the same server: sent elsewhere, it would be given away."""
    fields = address.to_fields()
    is_same = (fields.dialect, fields.host, fields.server_port, fields.user) == (
        known.dialect,
        known.host,
        known.server_port,
        known.user,
    )
    if not fields.password and is_same:
        return replace(fields, password=known.password)
    return fields
