"""Where a customer's database is and who asks it: structured fields, never an address in one string."""

import enum
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from spravka.query_plans.schema import Dialect


class TlsMode(enum.StrEnum):
    """How the way to the server is encrypted."""

    OFF = "off"
    PREFERRED = "preferred"
    """Encrypted where the server offers it; nobody checks who the server is."""
    REQUIRED = "required"
    """Encrypted or not at all; nobody checks who the server is."""
    VERIFIED = "verified"
    """Encrypted, the certificate signed by a known authority and made for this host."""


@dataclass(frozen=True, slots=True)
class ConnectionOptions:
    """What else a driver may be told; ``None`` and empty are the vendor's default.

    ``ca_file`` is a file name below the configured folder of certificates. ``namespaces`` are the vendor's
    schemas (of MySQL and ClickHouse: databases) to look at; empty means the default one and, for PostgreSQL and
    MS SQL, all that the role may read.
    """

    tls: TlsMode | None = None
    ca_file: str = ""
    namespaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectionFields:
    """A customer's database. Of SQLite only ``database`` is set: a file below the configured folder.

    ``port`` ``None`` is the vendor's usual one. The password is in no ``repr``; who stores the fields encrypts it.
    """

    dialect: Dialect
    database: str
    host: str = ""
    port: int | None = None
    user: str = ""
    password: str = field(default="", repr=False)
    options: ConnectionOptions = ConnectionOptions()

    @property
    def server_port(self) -> int:
        """The port that is really asked."""
        if self.port is not None:
            return self.port
        is_encrypted = self.options.tls in {TlsMode.REQUIRED, TlsMode.VERIFIED}
        return ENCRYPTED_CLICKHOUSE_PORT if self._is_clickhouse and is_encrypted else USUAL_PORTS[self.dialect]

    @property
    def _is_clickhouse(self) -> bool:
        return self.dialect is Dialect.CLICKHOUSE


@dataclass(frozen=True, slots=True)
class AllowedFolders:
    """Folders of the server's settings: SQLite files and certificate authorities are read from nowhere else."""

    sqlite: Path | None = None
    certificates: Path | None = None


USUAL_PORTS = {
    Dialect.POSTGRESQL: 5432,
    Dialect.MYSQL: 3306,
    Dialect.MSSQL: 1433,
    Dialect.CLICKHOUSE: 8123,
    Dialect.SQLITE: 0,
}
ENCRYPTED_CLICKHOUSE_PORT = 8443

FIELDS_JSON: TypeAdapter[ConnectionFields] = TypeAdapter(ConnectionFields)
"""Reads and writes the fields **with the password**: what it writes is to be encrypted at once."""
