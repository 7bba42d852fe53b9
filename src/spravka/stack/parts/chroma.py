"""Chroma, the store of vectors."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from spravka.stack.machine.loopback_http import answers_ok
from spravka.stack.machine.ports import LOOPBACK
from spravka.stack.supervision.programs import Program
from spravka.stack.supervision.supervising import Part

# The server is a compiled library. Its own command line imports packages that this project leaves out.
START = "import sys, chromadb_rust_bindings as chroma; chroma.cli(['chroma', *sys.argv[1:]])"


def chroma_part(folder: Path, port: int, log: Path) -> Part:
    """The vector store on ``port``, with its files in ``folder``."""
    program = Program(
        name="chroma",
        argv=(
            sys.executable, "-c", START,
            "run", "--path", str(folder), "--host", LOOPBACK, "--port", str(port),
        ),
        environment={**_without_own_settings(os.environ), "ANONYMIZED_TELEMETRY": "False", "NO_COLOR": "1"},
        folder=folder,
        log=log,
    )  # fmt: skip
    return Part(program, lambda _pid: answers_ok(port, "/api/v2/heartbeat"))


def _without_own_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Another Chroma's settings in the environment are not for this one."""
    return {name: value for name, value in environment.items() if not name.startswith("CHROMA_")}


def chroma_address(port: int) -> str:
    """The address of the vector store."""
    return f"http://{LOOPBACK}:{port}"
