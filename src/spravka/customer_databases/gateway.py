"""The way to all customers' databases, opened once by a door and handed down."""

from dataclasses import replace

import psycopg
from sqlalchemy.engine import make_url

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields
from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.own_database import SERVER_IDENTITY_SQL, OwnDatabase
from spravka.customer_databases.rights import RightsReport, rights_report
from spravka.customer_databases.sealing import AddressSeal
from spravka.customer_databases.settings import DatabasesSettings

IDENTITY_SECONDS = 5


class CustomerDatabases:
    """Connects with the configured timeouts and folders, never to the application's own database."""

    def __init__(self, settings: DatabasesSettings, own_address: str) -> None:
        self.settings = settings
        self.seal = AddressSeal(settings.secret)
        self._own_address = own_address
        self._identified = own_database(own_address)

    def connect(self, fields: ConnectionFields) -> CustomerConnection:
        """A connection of its own for the caller; raises as ``open_connection``."""
        timeouts = Timeouts(connect_seconds=self.settings.connect_seconds, query_seconds=self.settings.query_seconds)
        folders = AllowedFolders(sqlite=self.settings.sqlite_dir, certificates=self.settings.certificates_dir)
        return open_connection(fields, timeouts, folders, (self._own,))

    @property
    def _own(self) -> OwnDatabase:
        """Its identity is asked once, when it answers: behind another address it is the same database."""
        if not self._identified.server_identity:
            self._identified = replace(self._identified, server_identity=server_identity(self._own_address))
        return self._identified

    def check(self, fields: ConnectionFields) -> RightsReport:
        """Reach the database and look at what its role may do; raises as :meth:`connect`."""
        with self.connect(fields) as connection:
            return rights_report(connection)


def server_identity(address: str) -> str:
    """Who the application's own server says it is; empty where it does not say, or does not answer."""
    own = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        with psycopg.connect(own, connect_timeout=IDENTITY_SECONDS) as connection:
            found = connection.execute(SERVER_IDENTITY_SQL).fetchone()
    except psycopg.Error:
        return ""
    return str(found[0]) if found else ""


def own_database(url: str) -> OwnDatabase:
    """The application's own database by the address in its settings."""
    parts = make_url(url)
    return OwnDatabase(
        host=parts.host or "localhost",
        port=parts.port or 5432,
        database=parts.database or "",
        users=frozenset({parts.username or ""}),
    )
