"""What can go wrong with a customer's database. No text here ever holds the password."""

from dataclasses import dataclass, field

from spravka.errors import Conflict, Forbidden, LimitExceeded, Rejected, Unavailable


@dataclass
class ConnectionFieldRefused(Rejected):
    title = "A field of the connection cannot be used"
    name: str
    reason: str

    @property
    def detail(self) -> str:
        return f"The field `{self.name}` {self.reason}. Nothing was connected."


@dataclass
class DriverOptionRefused(Rejected):
    title = "The option is not allowed for this database"
    dialect: str
    option: str
    allowed: list[str] = field(default_factory=list)

    @property
    def detail(self) -> str:
        allowed = ", ".join(self.allowed) or "none"
        return f"A {self.dialect} connection has no option {self.option!r}; allowed are: {allowed}."


@dataclass
class DriverMissing(Unavailable):
    title = "The driver of this database is not installed"
    dialect: str
    package: str

    @property
    def detail(self) -> str:
        return f"Install the package {self.package} on the server to connect to {self.dialect} this way."


@dataclass
class OwnDatabaseRefused(Forbidden):
    title = "The application's own database cannot be connected"
    host: str
    database: str
    reason: str

    @property
    def detail(self) -> str:
        return (
            f"{self.reason} (database {self.database!r} on {self.host}). Connect another database, "
            "as a role made for reading it."
        )


@dataclass
class FileOutsideFolder(Rejected):
    title = "The file is outside the allowed folder"
    file: str

    @property
    def detail(self) -> str:
        return f"{self.file!r} does not lie below the folder configured for such files; move it there and name it so."


@dataclass
class FolderNotConfigured(Rejected):
    title = "No folder is configured for such files"
    purpose: str

    @property
    def detail(self) -> str:
        return f"{self.purpose} are read only from a folder that the server's settings name, and they name none."


@dataclass
class DatabaseUnreachable(Unavailable):
    title = "The database does not answer"
    host: str
    port: int | None
    reason: str

    @property
    def detail(self) -> str:
        return (
            f"No connection to {self.host}:{self.port}: {self.reason}. Check host and port, that the server runs, "
            "and that this server may reach it through the firewall."
        )


@dataclass
class WrongPassword(Rejected):
    title = "The database refused the user or the password"
    user: str
    reason: str

    @property
    def detail(self) -> str:
        return f"The database did not let {self.user!r} in: {self.reason}. Check the user, the password and its rules."


@dataclass
class NoSuchDatabase(Rejected):
    title = "There is no such database"
    database: str

    @property
    def detail(self) -> str:
        return f"The server has no database {self.database!r} for this user; check its name."


@dataclass
class EncryptionFailed(Rejected):
    title = "The encrypted connection was not made"
    host: str
    reason: str

    @property
    def detail(self) -> str:
        return f"TLS with {self.host} failed: {self.reason}. Check the certificate, the CA file and the `tls` option."


@dataclass
class ConnectionLost(Unavailable):
    title = "The connection to the database broke"
    reason: str

    @property
    def detail(self) -> str:
        return f"The database ended the connection: {self.reason}. Nothing was changed in it; ask again."


@dataclass
class QueryTimedOut(LimitExceeded):
    title = "The query took too long"
    timeout_seconds: float

    @property
    def detail(self) -> str:
        return (
            f"The database was stopped after {self.timeout_seconds:g} seconds. Ask for a shorter period or fewer rows, "
            "or have an administrator look at its indexes."
        )


@dataclass
class QueryCancelled(Conflict):
    title = "The query was cancelled"

    @property
    def detail(self) -> str:
        return "Somebody cancelled the query before it ended; nothing was changed."


@dataclass
class QueryFailed(Rejected):
    title = "The database could not run the query"
    message: str

    @property
    def detail(self) -> str:
        return f"The database says: {self.message}"


@dataclass
class StructureChanged(Conflict):
    title = "The query names something the database does not have"
    message: str

    @property
    def detail(self) -> str:
        return f"The database says: {self.message}. Its structure may have changed: refresh the schema and ask again."


@dataclass
class ReadingForbidden(Forbidden):
    title = "The role may not read this"
    message: str

    @property
    def detail(self) -> str:
        return f"The database says: {self.message}. Have its administrator grant SELECT, or leave the table out."


@dataclass
class AddressUnreadable(Unavailable):
    title = "The saved address cannot be decrypted"

    @property
    def detail(self) -> str:
        return (
            "SPRAVKA_DATABASES_SECRET is not the one the address was saved with: restore it, "
            "or save the database's address again."
        )
