"""What can hinder a start, told so that the reader knows what to do next."""

from dataclasses import dataclass
from typing import ClassVar

from spravka.errors import Conflict, Rejected, Unavailable

# Not frozen: contextlib assigns ``__traceback__`` to an exception that passes through it.


@dataclass(eq=False)
class PortTaken(Conflict):
    """The address of the page is used by another program."""

    title: ClassVar[str] = "The port is taken"
    port: int
    holder: str
    free_port: int

    @property
    def detail(self) -> str:
        return (
            f"Port {self.port} is taken by {self.holder}. "
            f"Stop it, or choose another port: python3 run up --port {self.free_port}"
        )


@dataclass(eq=False)
class PortNotAllowed(Rejected):
    """The operating system does not let this user listen on the port."""

    title: ClassVar[str] = "The port may not be used"
    port: int
    free_port: int

    @property
    def detail(self) -> str:
        return (
            f"This user may not listen on port {self.port}. "
            f"Choose one above 1023: python3 run up --port {self.free_port}"
        )


@dataclass(eq=False)
class AddressNotOurs(Rejected):
    """The host to listen on is not an address of this machine."""

    title: ClassVar[str] = "The address is not of this machine"
    host: str

    @property
    def detail(self) -> str:
        return f"{self.host!r} is not an address of this machine. Use --host 127.0.0.1 or --host 0.0.0.0"


@dataclass(eq=False)
class AlreadyRunning(Conflict):
    """Another stack works in this data folder."""

    title: ClassVar[str] = "Already running"
    folder: str
    holder: str

    @property
    def detail(self) -> str:
        return (
            f"A stack already runs on {self.folder} ({self.holder}). "
            "Stop it with Ctrl-C where it was started, or give this one its own folder: "
            "python3 run up --data OTHER_FOLDER --port OTHER_PORT"
        )


@dataclass(eq=False)
class FolderNotWritable(Rejected):
    """The data folder cannot be made or written."""

    title: ClassVar[str] = "The data folder cannot be used"
    folder: str
    reason: str

    @property
    def detail(self) -> str:
        return f"{self.folder} cannot be used: {self.reason}. Give another folder: python3 run up --data FOLDER"


@dataclass(eq=False)
class PartDied(Unavailable):
    """A part ended while it was being started, or ended again and again."""

    title: ClassVar[str] = "A part does not stay alive"
    name: str
    ending: str
    log: str
    last_lines: str

    @property
    def detail(self) -> str:
        return f"{self.name} {self.ending}. Its log is {self.log} and ends with:\n{self.last_lines}"


@dataclass(eq=False)
class PartNotReady(Unavailable):
    """A part lives but does not answer in time."""

    title: ClassVar[str] = "A part does not answer"
    name: str
    seconds: float
    log: str

    @property
    def detail(self) -> str:
        return f"{self.name} did not become ready within {self.seconds:.0f} s. See its log: {self.log}"


@dataclass(eq=False)
class ProgramMissing(Unavailable):
    """A program that the stack starts is not on this machine."""

    title: ClassVar[str] = "A program is missing"
    name: str
    remedy: str

    @property
    def detail(self) -> str:
        return f"No {self.name} was found. {self.remedy}"


@dataclass(eq=False)
class NoAccountForPostgres(Rejected):
    """PostgreSQL refuses to run as root and there is nobody else to run it."""

    title: ClassVar[str] = "PostgreSQL cannot run as root"

    @property
    def detail(self) -> str:
        return (
            "PostgreSQL refuses to run as root, and the machine has neither a user 'postgres' nor 'nobody'. "
            "Start the command as an ordinary user, or make a user: useradd --system postgres"
        )


@dataclass(eq=False)
class ClusterGone(Conflict):
    """The data folder points at database files that are not there any more."""

    title: ClassVar[str] = "The database's files are gone"
    link: str
    target: str

    @property
    def detail(self) -> str:
        return (
            f"The database should be in {self.target}, where {self.link} points, but it is not there. "
            f"Put it back, or remove {self.link} to start with an empty database."
        )


@dataclass(eq=False)
class ClusterOfAnother(Conflict):
    """The database's files belong to somebody else."""

    title: ClassVar[str] = "The database belongs to another user"
    folder: str
    owner: str

    @property
    def detail(self) -> str:
        return (
            f"The database in {self.folder} belongs to the user {self.owner}. Start the command as that user "
            "(or as root, if it was made as root), or give another folder: python3 run up --data FOLDER"
        )


@dataclass(eq=False)
class DatabaseUnfit(Conflict):
    """The database works, but Russian would silently not, or something needed is missing."""

    title: ClassVar[str] = "The database is not fit for Russian text"
    finding: str

    @property
    def detail(self) -> str:
        return (
            f"The database failed its self-check: {self.finding}. It must be made with the locale C.UTF-8 or "
            "en_US.UTF-8, by PostgreSQL 15 or newer. Start on a new folder: python3 run up --data FOLDER"
        )


@dataclass(eq=False)
class StepFailed(Unavailable):
    """A step of the start ended with an error."""

    title: ClassVar[str] = "A step of the start failed"
    step: str
    log: str
    last_lines: str

    @property
    def detail(self) -> str:
        return f"{self.step} failed. Its log is {self.log} and ends with:\n{self.last_lines}"
