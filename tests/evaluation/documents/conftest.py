"""A workbench on the parts that the tests share: a worker of its own, and an encoder that is quick."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from spravka.customer_databases.settings import DatabasesSettings
from spravka.database.settings import DatabaseSettings
from spravka.documents.settings import EncoderName
from spravka.evaluation.workbench import ENCODER_SETTING, Workbench
from spravka.llm.settings import LlmSettings
from spravka.queue.settings import QueueSettings
from spravka.resources import open_resources
from spravka.settings import passage_encoder_named
from spravka.vectors.settings import VectorsSettings
from tests.application import Application
from tests.documents.small_pdf import small_pdf
from tests.parts import Parts

MANUAL = [["# The crane", "The crane lifts at most eight tonnes at a radius of twenty metres."], ["# The end", "Stop."]]


@pytest.fixture(scope="package")
def bench(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """A worker alone, without a server, with a database, a queue and collections of its own."""
    data = tmp_path_factory.mktemp("bench")
    application = Application(parts, data, {ENCODER_SETTING: EncoderName.USE.value})
    application.start_worker()
    settings = application.settings
    resources = open_resources(
        data,
        DatabaseSettings(url=settings["SPRAVKA_DATABASE_URL"]),
        QueueSettings(redis_url=settings["SPRAVKA_QUEUE_REDIS_URL"]),
        VectorsSettings(url=settings["SPRAVKA_VECTORS_URL"], prefix=settings["SPRAVKA_VECTORS_PREFIX"]),
        DatabasesSettings(secret=SecretStr(settings["SPRAVKA_DATABASES_SECRET"])),
        LlmSettings(),
        passage_encoder=passage_encoder_named(EncoderName.USE),
    )
    try:
        yield Workbench(resources, [application.pid("worker")], make_url(parts.admin_url))
    finally:
        resources.close()
        application.stop()


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    """A PDF of two pages, whose bytes no other test has."""
    file = tmp_path / "manual.pdf"
    file.write_bytes(small_pdf(MANUAL) + f"% {tmp_path.name}\n".encode())
    return file
