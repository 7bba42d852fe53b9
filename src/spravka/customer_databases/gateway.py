"""The way to all customers' databases, opened once by a door and handed down."""

from sqlalchemy.engine import make_url

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields
from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.own_database import OwnDatabase
from spravka.customer_databases.rights import RightsReport, rights_report
from spravka.customer_databases.sealing import AddressSeal
from spravka.customer_databases.settings import DatabasesSettings


class CustomerDatabases:
    """Connects with the configured timeouts and folders, never to the application's own database."""

    def __init__(self, settings: DatabasesSettings, own: OwnDatabase) -> None:
        self.settings = settings
        self.seal = AddressSeal(settings.secret)
        self._own = own

    def connect(self, fields: ConnectionFields) -> CustomerConnection:
        """A connection of its own for the caller; raises as ``open_connection``."""
        timeouts = Timeouts(connect_seconds=self.settings.connect_seconds, query_seconds=self.settings.query_seconds)
        folders = AllowedFolders(sqlite=self.settings.sqlite_dir, certificates=self.settings.certificates_dir)
        return open_connection(fields, timeouts, folders, (self._own,))

    def check(self, fields: ConnectionFields) -> RightsReport:
        """Reach the database and look at what its role may do; raises as :meth:`connect`."""
        with self.connect(fields) as connection:
            return rights_report(connection)


def own_database(url: str) -> OwnDatabase:
    """The application's own database by the address in its settings."""
    parts = make_url(url)
    return OwnDatabase(
        host=parts.host or "localhost",
        port=parts.port or 5432,
        database=parts.database or "",
        users=frozenset({parts.username or ""}),
    )
