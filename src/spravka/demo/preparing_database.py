"""Making the demo tenant's database and connecting it; whatever is there already stays as it is."""

import datetime
import json
import os
import secrets
from dataclasses import dataclass
from typing import Self

from pydantic import SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.tables import Role
from spravka.database_assistant import connecting, glossary, queries
from spravka.database_assistant.schemas import Address, DatabaseChange, DatabaseIn, NewGlossaryTerm
from spravka.database_assistant.tables import ConnectedDatabase
from spravka.demo.construction.creating import create_demo_database
from spravka.demo.construction.founding import DemoRoles
from spravka.demo.construction.glossary import construction_glossary
from spravka.query_plans.plan import Aggregate
from spravka.query_plans.schema import Dialect
from spravka.question_reading.knowledge import GlossaryTerm
from spravka.resources import Resources

DATABASE_NAME = "Строительный холдинг (демо)"
ADMIN_ADDRESS = "SPRAVKA_DEMO_ADMIN_ADDRESS"
READER_PASSWORD = "SPRAVKA_DEMO_READER_PASSWORD"  # noqa: S105 - the name of a secret, not a secret


@dataclass(frozen=True)
class DemoServer:
    """A PostgreSQL server in which the demo database may be made. The application itself never knows its
    administrator: who prepares the demonstration hands the address to this one command."""

    admin_address: str
    reader_password: str

    @classmethod
    def from_environment(cls) -> Self | None:
        """None where no address is given: then the demonstration has no database."""
        address = os.environ.get(ADMIN_ADDRESS)
        return cls(address, os.environ.get(READER_PASSWORD) or secrets.token_urlsafe(24)) if address else None


def make_demo_database(server: DemoServer, application_database: str, today: datetime.date) -> Address:
    """The database with its rows, in the server; its address as the role that only reads."""
    roles = DemoRoles(owner_password=secrets.token_urlsafe(24), reader_password=server.reader_password)
    create_demo_database(server.admin_address, roles, today, closed=(application_database,))
    place = make_url(server.admin_address)
    return Address(
        dialect=Dialect.POSTGRESQL,
        host=place.host or "127.0.0.1",
        port=place.port,
        database=roles.database,
        user=roles.reader,
        password=SecretStr(server.reader_password),
    )


def connect_demo_database(
    session: Session, resources: Resources, tenant_id: int, address: Address
) -> ConnectedDatabase:
    """The tenant's database, saved with its present address; what people have changed in it stays."""
    caller = demo_caller(tenant_id)
    found = queries.find_tenant_database(session, tenant_id)
    if found is None:
        return connecting.connect_database(session, resources, caller, DatabaseIn(name=DATABASE_NAME, address=address))
    if found.name != DATABASE_NAME:
        return found
    return connecting.change_database(session, resources, caller, found.id, DatabaseChange(address=address))


def add_demo_glossary(session: Session, tenant_id: int, database_id: int) -> None:
    """The holding's terms, those that are not there yet; the database has to be learned first."""
    for term in construction_glossary():
        if queries.find_glossary_term(session, tenant_id, database_id, term.term) is None:
            glossary.add_term(session, demo_caller(tenant_id), database_id, _new(term))


def demo_caller(tenant_id: int) -> TenantCaller:
    """Who prepares the demonstration: an admin of the tenant without a name."""
    return TenantCaller(tenant_id=tenant_id, role=Role.ADMIN)


def _new(term: GlossaryTerm) -> NewGlossaryTerm:
    return NewGlossaryTerm(
        term=term.term,
        kind=term.kind,
        table=term.table,
        column=term.column,
        value=term.value,
        aggregate=Aggregate(term.aggregate) if term.aggregate else None,
        formula=json.loads(term.formula) if term.formula else None,
    )
