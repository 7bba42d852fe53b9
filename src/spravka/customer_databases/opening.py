"""Opening a customer's database: fields checked, the vendor's driver loaded, the way there made."""

from collections.abc import Iterable
from importlib import import_module
from typing import NoReturn

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.checking_fields import check_fields
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.failures import Circumstances, Failure, problem_of
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields
from spravka.customer_databases.own_database import (
    SERVER_IDENTITY_SQL,
    OwnDatabase,
    refuse_own,
    refuse_own_by_identity,
)
from spravka.customer_databases.vendors.session import VendorSession
from spravka.errors import Problem
from spravka.query_plans.schema import Dialect


def open_connection(
    fields: ConnectionFields,
    timeouts: Timeouts = Timeouts(),  # noqa: B008  (frozen)
    folders: AllowedFolders = AllowedFolders(),  # noqa: B008  (frozen)
    own: Iterable[OwnDatabase] = (),
) -> CustomerConnection:
    """A connection to the customer's database, refused where it is one of the application's ``own``.

    Raises :class:`ConnectionFieldRefused`, :class:`DriverOptionRefused`, :class:`DriverMissing`,
    :class:`FileOutsideFolder`, :class:`FolderNotConfigured`, :class:`OwnDatabaseRefused`,
    :class:`DatabaseUnreachable`, :class:`WrongPassword`, :class:`NoSuchDatabase`, :class:`EncryptionFailed`.
    """
    own = tuple(own)
    check_fields(fields, folders)
    refuse_own(fields, own)
    connection = CustomerConnection(fields, _connect(fields, timeouts, folders), timeouts)
    try:
        _refuse_own_server(connection, own)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> VendorSession:
    vendor = import_module(f"spravka.customer_databases.vendors.{fields.dialect.value}")
    try:
        session: VendorSession = vendor.connect(fields, timeouts, folders)
    except Problem:
        raise
    except Exception as error:
        _raise_problem(vendor.failure_of(error), fields, timeouts, error)
    return session


def _raise_problem(failure: Failure | None, fields: ConnectionFields, timeouts: Timeouts, error: Exception) -> NoReturn:
    if failure is None:
        raise error
    # The driver's error is not chained: some of them quote what they were given.
    raise problem_of(failure, Circumstances(fields, timeouts.connect_seconds)) from None


def _refuse_own_server(connection: CustomerConnection, own: tuple[OwnDatabase, ...]) -> None:
    if connection.dialect is not Dialect.POSTGRESQL or not any(one.server_identity for one in own):
        return
    try:
        [[identity]] = connection.ask(SERVER_IDENTITY_SQL)
    except Problem:  # a server that tells nobody who it is: its address was judged already
        return
    refuse_own_by_identity(connection.fields, own, str(identity))
