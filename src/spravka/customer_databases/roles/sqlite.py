"""SQLite has no roles: the file is opened for reading only, and nothing in it grants more."""

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rights import Finding


def read_findings(_connection: CustomerConnection) -> list[Finding]:
    """Nothing."""
    return []
