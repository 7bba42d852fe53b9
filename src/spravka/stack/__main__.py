"""``python -m spravka.stack up | parts``: the entry that the script ``run`` calls."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from spravka.errors import Problem
from spravka.stack.console import Console
from spravka.stack.machine.ports import HIGHEST_PORT, LOOPBACK, PAGE_PORT
from spravka.stack.only_parts import only_parts
from spravka.stack.up import Wishes, up

DATA_DIR = "SPRAVKA_DATA_DIR"


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words say; 0 where it ended as wished, 1 where a problem was told."""
    os.umask(0o077)  # what the stack writes is for its user alone
    arguments = _parser().parse_args(words)
    console = Console.from_environment()
    try:
        arguments.act(arguments, console)
    except Problem as problem:
        console.show(f"\n{problem.title}. {problem.detail}")
        return 1
    return 0


def _up(arguments: argparse.Namespace, console: Console) -> None:
    up(Wishes(arguments.data, arguments.host, arguments.port, not arguments.no_demo), console)


def _parts(arguments: argparse.Namespace, console: Console) -> None:
    only_parts(arguments.data, arguments.owner, console)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run", description="Starts the real parts without Docker.")
    commands = parser.add_subparsers(required=True)
    _add_up(commands.add_parser("up", help="start everything", description="Starts everything; Ctrl-C stops it."))
    _add_parts(commands.add_parser("parts", help="start PostgreSQL, Valkey and Chroma alone, for tests"))
    return parser


def _add_up(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(act=_up)
    data = Path(os.environ.get(DATA_DIR) or ".data")
    parser.add_argument("--port", type=_port, default=PAGE_PORT, help="of the page (default %(default)s)")
    parser.add_argument("--host", default=LOOPBACK, help="to listen on; 0.0.0.0 opens it to the network")
    parser.add_argument("--data", type=Path, default=data, help="folder of all data (default %(default)s)")
    parser.add_argument("--no-demo", action="store_true", help="do not make the demo tenant")


def _add_parts(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(act=_parts)
    parser.add_argument("--data", type=Path, required=True, help="a new folder")
    parser.add_argument("--owner", type=int, required=True, help="the process for which they run")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (1 to {HIGHEST_PORT})")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
