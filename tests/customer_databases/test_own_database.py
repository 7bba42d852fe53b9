"""The application's own database and roles are refused by whatever address; another database beside it is fine."""

from dataclasses import replace

import pytest

from spravka.customer_databases.errors import OwnDatabaseRefused
from spravka.customer_databases.fields import ConnectionFields
from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.own_database import SERVER_IDENTITY_SQL, OwnDatabase, addresses_of, is_own
from spravka.query_plans.schema import Dialect
from tests.customer_databases.places import PostgresqlPlace

OWN = OwnDatabase("db", 5432, "spravka", frozenset({"spravka"}))
ADDRESSES = {"db": {"10.0.0.5"}, "db.company.local": {"10.0.0.5", "10.0.0.6"}, "10.0.0.5": {"10.0.0.5"}}


def resolve(host: str) -> frozenset[str]:
    return frozenset(ADDRESSES.get(host, ()))


def fields(host: str, port: int | None, database: str, user: str) -> ConnectionFields:
    return ConnectionFields(Dialect.POSTGRESQL, database, host, port, user)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (fields("db", 5432, "spravka", "reader"), True),
        (fields("DB", None, "spravka", "reader"), True),
        (fields("10.0.0.5", 5432, "spravka", "reader"), True),
        (fields("db.company.local", 5432, "spravka", "reader"), True),
        (fields("db", 5432, "demo", "spravka"), True),
        (fields("db", 5432, "demo", "reader"), False),
        (fields("db", 5433, "spravka", "spravka"), False),
        (fields("other", 5432, "spravka", "spravka"), False),
        (ConnectionFields(Dialect.MYSQL, "spravka", "db", 5432, "spravka"), False),
    ],
)
def test_the_own_server_is_told_by_address_and_port(wanted: ConnectionFields, expected: bool) -> None:
    assert is_own(wanted, [OWN], resolve) is expected


def test_every_name_of_this_machine_is_one() -> None:
    assert addresses_of("127.0.0.1") == addresses_of("127.0.0.2") == addresses_of("::1") == addresses_of("0.0.0.0")
    assert addresses_of("127.0.0.1") <= addresses_of("localhost")
    assert addresses_of("no-such-host.invalid") == frozenset()


def test_the_own_server_is_told_by_its_identity_behind_another_address(shared_postgresql: PostgresqlPlace) -> None:
    [[identity]] = shared_postgresql.ask(SERVER_IDENTITY_SQL)
    customer = shared_postgresql.fields
    elsewhere = OwnDatabase("192.0.2.1", 5432, customer.database, frozenset(), identity)
    with pytest.raises(OwnDatabaseRefused):
        open_connection(customer, own=[elsewhere])
    with open_connection(customer, own=[replace(elsewhere, database="another")]) as connection:
        assert connection.is_open


def test_the_role_of_the_application_is_refused_on_its_server(shared_postgresql: PostgresqlPlace) -> None:
    customer = shared_postgresql.fields
    own = OwnDatabase("localhost", customer.server_port, "spravka", frozenset({customer.user}))
    with pytest.raises(OwnDatabaseRefused, match="role"):
        open_connection(customer, own=[own])
