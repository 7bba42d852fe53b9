"""The real parts and workers, started for a measurement alone and thrown away after it."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy.engine import URL, make_url

from spravka.customer_databases.settings import DatabasesSettings
from spravka.database.migrating import upgrade
from spravka.database.settings import DatabaseSettings
from spravka.documents.settings import EncoderName
from spravka.llm.settings import LlmSettings
from spravka.queue.settings import QueueSettings
from spravka.resources import Resources, open_resources
from spravka.settings import passage_encoder_named
from spravka.stack.addresses import application_environment
from spravka.stack.data_folder import DataFolder
from spravka.stack.machine.env_file import read_env_file
from spravka.stack.parts.application import worker_part
from spravka.stack.parts.postgres import admin_address
from spravka.stack.secrets_file import ADMIN_PASSWORD, load_or_make_secrets
from spravka.stack.supervision.programs import RunningProgram
from spravka.vectors.settings import VectorsSettings

START_SECONDS = 120.0
POLL_SECONDS = 0.1
SETTINGS_FILE = "stack.env"
ENCODER_SETTING = "SPRAVKA_DOCUMENTS_ENCODER"


@dataclass(frozen=True)
class Workbench:
    """Opened parts with an empty database, and the processes of the workers."""

    resources: Resources
    worker_pids: Sequence[int]
    postgres: URL
    """The server's address for its administrator: to make customers' databases in it."""

    @property
    def worker_pid(self) -> int:
        """The first worker's."""
        return self.worker_pids[0]


@contextmanager
def open_workbench(workers: int = 1, encoder: EncoderName = EncoderName.E5) -> Iterator[Workbench]:
    """Start Postgres, Redis, Chroma and workers on free ports in a temporary folder; end them afterwards.

    ``encoder`` makes the vectors of passages.
    """
    with tempfile.TemporaryDirectory(prefix="spravka-evaluation-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # where root measures, PostgreSQL is another user who passes through
        with _parts(folder / "parts") as found, ExitStack() as opened:
            settings = {**found, ENCODER_SETTING: encoder.value}
            running = [opened.enter_context(_worker(settings, folder, number)) for number in range(workers)]
            resources = _open(settings)
            opened.callback(resources.close)
            yield Workbench(resources, [one.pid for one in running], _admin_address(settings, folder / "parts"))


@contextmanager
def _parts(data: Path) -> Iterator[dict[str, str]]:
    command = [sys.executable, "-m", "spravka.stack", "parts", "--data", str(data), "--owner", str(os.getpid())]
    with (data.parent / "parts.log").open("wb") as log:
        keeper = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603
    try:
        _wait_for(data / SETTINGS_FILE, keeper, data.parent / "parts.log")
        settings = read_env_file(data / SETTINGS_FILE)
        upgrade(settings["SPRAVKA_DATABASE_URL"])
        yield settings
    finally:
        keeper.terminate()
        keeper.wait()


def _wait_for(file: Path, keeper: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while not file.exists():
        if keeper.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"the parts did not start:\n{log.read_text(errors='replace')}")
        time.sleep(POLL_SECONDS)


@contextmanager
def _worker(settings: dict[str, str], folder: Path, number: int) -> Iterator[RunningProgram]:
    part = worker_part(application_environment(settings), folder, folder / f"worker-{number}.log")
    running = RunningProgram(part.program)
    try:
        yield running
    finally:
        running.ask_to_stop()
        running.wait_gone()


def _admin_address(settings: dict[str, str], data: Path) -> URL:
    own = make_url(settings["SPRAVKA_DATABASE_URL"])
    password = load_or_make_secrets(DataFolder(data).secrets)[ADMIN_PASSWORD]
    return make_url(admin_address(own.port or 5432, password))


def _open(settings: dict[str, str]) -> Resources:
    return open_resources(
        Path(settings["SPRAVKA_DATA_DIR"]),
        DatabaseSettings(url=settings["SPRAVKA_DATABASE_URL"]),
        QueueSettings(redis_url=settings["SPRAVKA_QUEUE_REDIS_URL"]),
        VectorsSettings(url=settings["SPRAVKA_VECTORS_URL"]),
        DatabasesSettings(secret=SecretStr(settings["SPRAVKA_DATABASES_SECRET"])),
        LlmSettings(),
        passage_encoder=passage_encoder_named(EncoderName(settings[ENCODER_SETTING])),
    )
