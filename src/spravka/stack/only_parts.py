"""``python -m spravka.stack parts``: PostgreSQL, Valkey and Chroma alone, on free ports, for tests.

They live as long as the process that wanted them (``owner``), however that one ends.
"""

import shutil
from pathlib import Path

from spravka.stack import secrets_file
from spravka.stack.addresses import Addresses
from spravka.stack.console import Console
from spravka.stack.data_folder import DataFolder, open_data_folder
from spravka.stack.errors import FolderNotWritable
from spravka.stack.machine.env_file import write_env_file
from spravka.stack.machine.family import created_at, is_alive
from spravka.stack.machine.ports import WISHED_PORTS, free_port, remember_ports
from spravka.stack.outer_parts import OuterParts
from spravka.stack.supervision.roster import Roster
from spravka.stack.supervision.stopping import StopRequested, StopWish
from spravka.stack.supervision.supervising import Supervisor

HEADING = "Parts for tests; they end with the tests."


def only_parts(data: Path, owner: int, console: Console) -> None:
    """Start the parts in the new folder ``data``; keep them until ``owner`` is gone or somebody says stop.

    ``stack.env`` in the folder says that they are ready, and where; the folder vanishes in the end.

    Raises:
        FolderNotWritable: there is something at ``data`` already.
        and the other problems of ``stack.errors``
    """
    if data.exists():
        raise FolderNotWritable(str(data), "it exists already, and parts for tests are thrown away in the end")
    wish = StopWish()
    wish.listen()
    began_at = created_at(owner)
    folder, _lock = open_data_folder(data)
    supervisor = Supervisor(Roster(folder.roster), wish, console)
    addresses = Addresses(_free_ports(folder.ports), secrets_file.load_or_make_secrets(folder.secrets))
    try:
        OuterParts(folder, addresses, throwaway=True).start(supervisor)
        write_env_file(folder.addresses, addresses.settings(folder.root), HEADING)
        supervisor.watch(until=lambda: began_at is None or not is_alive(owner, began_at))
    except StopRequested:
        pass
    finally:
        supervisor.stop()
        _throw_away(folder)


def _free_ports(remembered: Path) -> dict[str, int]:
    chosen: dict[str, int] = {}
    for name in WISHED_PORTS:
        chosen[name] = free_port(avoid=tuple(chosen.values()))
    remember_ports(remembered, chosen)
    return chosen


def _throw_away(folder: DataFolder) -> None:
    shutil.rmtree(folder.postgres.resolve(), ignore_errors=True)  # may lie outside, behind a link
    shutil.rmtree(folder.root, ignore_errors=True)
