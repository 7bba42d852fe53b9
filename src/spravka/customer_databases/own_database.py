"""The application's own database and roles are never connected as a customer's, by whatever address."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spravka.customer_databases.errors import OwnDatabaseRefused
from spravka.customer_databases.fields import ConnectionFields
from spravka.query_plans.schema import Dialect

Resolve = Callable[[str], frozenset[str]]
"""The IP addresses of a host name; empty where it has none."""

SERVER_IDENTITY_SQL = "SELECT system_identifier::text FROM pg_catalog.pg_control_system()"
"""Asks a PostgreSQL server who it is: two addresses with one answer are one server."""


@dataclass(frozen=True, slots=True)
class OwnDatabase:
    """The application's own database.

    ``users`` are its roles on that server. ``server_identity`` is the answer to ``SERVER_IDENTITY_SQL`` there (empty
    where unknown): it tells the server even behind another address, such as a container's published port.
    """

    host: str
    port: int
    database: str
    users: frozenset[str]
    server_identity: str = ""


def refuse_own(fields: ConnectionFields, own: Iterable[OwnDatabase], resolve: Resolve | None = None) -> None:
    """Raise :class:`OwnDatabaseRefused` where the fields lead to the application's own database or use its role."""
    resolve = resolve or addresses_of
    for one in own:
        if is_same_server(fields, one, resolve):
            _refuse_on_own_server(fields, one)


def refuse_own_by_identity(fields: ConnectionFields, own: Iterable[OwnDatabase], identity: str) -> None:
    """The same after connecting, by who the server says it is."""
    for one in own:
        if identity and identity == one.server_identity:
            _refuse_on_own_server(fields, one)


def is_own(fields: ConnectionFields, own: Iterable[OwnDatabase], resolve: Resolve | None = None) -> bool:
    """True where :func:`refuse_own` refuses."""
    try:
        refuse_own(fields, own, resolve)
    except OwnDatabaseRefused:
        return True
    return False


def is_same_server(fields: ConnectionFields, own: OwnDatabase, resolve: Resolve) -> bool:
    """True where both are one PostgreSQL server: the same port at a common address, all loopbacks being one."""
    if fields.dialect is not Dialect.POSTGRESQL or fields.server_port != own.port:
        return False
    return fields.host.lower() == own.host.lower() or bool(resolve(fields.host) & resolve(own.host))


def addresses_of(host: str) -> frozenset[str]:
    """The addresses of ``host``; those that lead back to this machine count as one, ``127.0.0.1``."""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except OSError:
        return frozenset()
    return frozenset(_plain(str(address[0])) for *_, address in found)


def _plain(address: str) -> str:
    ip = ipaddress.ip_address(address.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return "127.0.0.1" if ip.is_loopback or ip.is_unspecified else str(ip)


def _refuse_on_own_server(fields: ConnectionFields, own: OwnDatabase) -> None:
    if fields.user in own.users:
        raise OwnDatabaseRefused(fields.host, fields.database, "The user is a role of the application itself")
    if fields.database == own.database:
        raise OwnDatabaseRefused(fields.host, fields.database, "This is where the application keeps its own tables")
