"""``run up``: the whole topology, from nothing to a page that answers, until somebody says stop."""

from dataclasses import dataclass
from pathlib import Path

from spravka.stack import secrets_file
from spravka.stack.addresses import Addresses, application_environment
from spravka.stack.console import Console
from spravka.stack.data_folder import DataFolder, open_data_folder
from spravka.stack.documentation import documentation_program
from spravka.stack.errors import StepFailed
from spravka.stack.machine.env_file import write_env_file
from spravka.stack.machine.ports import check_page_port, choose_ports
from spravka.stack.outer_parts import OuterParts
from spravka.stack.page import page_program
from spravka.stack.parts.application import EVERYWHERE, command_program, server_part, worker_part
from spravka.stack.revisions import is_newest
from spravka.stack.supervision.programs import Program, last_lines, run_to_end
from spravka.stack.supervision.roster import Roster, end_leftovers
from spravka.stack.supervision.stopping import StopRequested, StopWish
from spravka.stack.supervision.supervising import Supervisor
from spravka.stack.welcome import welcome

CHECKOUT = Path(__file__).resolve().parents[3]
MIGRATIONS = CHECKOUT / "migrations" / "versions"
DEMO_REVISION = 3
"""What the demonstration consists of; with another number, or another port of PostgreSQL, it is prepared again."""
HEADING = "The running stack, for commands in other terminals. Written by every start."


@dataclass(frozen=True)
class Wishes:
    """What the command line asked for."""

    data: Path
    host: str
    port: int
    demo: bool = True

    @property
    def page(self) -> str:
        """The page's address as a browser on this machine takes it."""
        host = EVERYWHERE.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"


def up(wishes: Wishes, console: Console) -> None:
    """Start everything, keep it alive, stop it in order; returns when somebody asked to stop.

    Raises:
        the problems of ``stack.errors``: what could not be started, after everything started is stopped again
    """
    wish = StopWish()
    wish.listen()
    folder, lock = open_data_folder(wishes.data)
    lock.tell(wishes.page)
    supervisor = Supervisor(Roster(folder.roster), wish, console)
    try:
        _Start(wishes, folder, supervisor, console).everything()
        supervisor.watch()
    except StopRequested:
        console.say("stopping (Ctrl-C again to stop at once)")
    finally:
        supervisor.stop()
        folder.addresses.unlink(missing_ok=True)
    console.say(f"stopped; the data stay in {folder.root}")


@dataclass(frozen=True)
class _Start:
    """One start, step by step."""

    wishes: Wishes
    folder: DataFolder
    supervisor: Supervisor
    console: Console

    def everything(self) -> None:
        self._make_way()
        addresses = self._outer_parts()
        settings = addresses.settings(self.folder.root)
        environment = application_environment(settings)
        self._migrate(addresses, environment)
        self._application(environment)
        write_env_file(self.folder.addresses, settings, HEADING)
        self._page(environment)
        self._documentation(environment)
        has_demo = self.wishes.demo and self._demonstration(addresses, environment)
        password = addresses.secrets[secrets_file.DEMO_PASSWORD] if has_demo else None
        self.console.show(welcome(self.wishes.page, self.folder, password))

    def _make_way(self) -> None:
        for name in end_leftovers(self.folder.roster):
            self.console.say(f"ended {name}, left over from a start that was cut off")
        check_page_port(self.wishes.host, self.wishes.port)

    def _outer_parts(self) -> Addresses:
        if not self.folder.postgres.exists():
            self.console.say("making an empty database")
            self.folder.demo_made.unlink(missing_ok=True)
        ports = choose_ports(self.folder.ports, self.wishes.port)
        addresses = Addresses(ports, secrets_file.load_or_make_secrets(self.folder.secrets))
        OuterParts(self.folder, addresses).start(self.supervisor)
        return addresses

    def _migrate(self, addresses: Addresses, environment: dict[str, str]) -> None:
        if is_newest(addresses.database_for_libpq, MIGRATIONS):
            return
        program = self._command(environment, "migrations", "database", "upgrade")
        if run_to_end(program, self.supervisor.tend) != 0:
            raise StepFailed("Bringing the database to the newest tables", str(program.log), last_lines(program.log))
        self.console.say("the database has the newest tables")

    def _application(self, environment: dict[str, str]) -> None:
        log, wishes = self.folder.log, self.wishes
        server = server_part(environment, CHECKOUT, wishes.host, wishes.port, log("server"))
        self.supervisor.start([worker_part(environment, CHECKOUT, log("worker")), server])

    def _documentation(self, environment: dict[str, str]) -> None:
        program = documentation_program(CHECKOUT, environment, self.folder.log("documentation"))
        if program:
            self.supervisor.run_aside(program)

    def _page(self, environment: dict[str, str]) -> None:
        program = page_program(CHECKOUT, environment, self.folder.log("page"))
        if program:
            self.console.say("building the web page; it opens by itself when it is ready")
            self.supervisor.run_aside(program)

    def _demonstration(self, addresses: Addresses, environment: dict[str, str]) -> bool:
        """Whether it was made, now or earlier. It is a help, not a part: without it the stack stays up."""
        made_as = f"{DEMO_REVISION} {addresses.ports['postgres']}"
        if self.folder.demo_made.exists() and self.folder.demo_made.read_text() == made_as:
            return True
        self.console.say("preparing the demonstration")
        program = self._command({**environment, **addresses.for_demonstration()}, "demo", "demo", "prepare")
        if run_to_end(program, self.supervisor.tend, shown=True) == 0:
            self.folder.demo_made.write_text(made_as)
            return True
        self.console.say("the demonstration could not be prepared; try again: python3 run spravka demo prepare")
        return False

    def _command(self, environment: dict[str, str], name: str, *words: str) -> Program:
        return command_program(name, words, environment, CHECKOUT, self.folder.log(name))
