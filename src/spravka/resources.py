"""What a door opens once and hands down: the engine, Redis, vectors, the encoder, files. Never globals."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from spravka.customer_databases.gateway import CustomerDatabases
from spravka.customer_databases.settings import DatabasesSettings
from spravka.database import sessions
from spravka.database.settings import DatabaseSettings
from spravka.embedding.encoder import AskedEncoder, Encoder
from spravka.embedding.passage_encoder import PassageEncoder
from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.files.arrays import ArrayStore
from spravka.files.store import FileStore
from spravka.llm.asking import Llm
from spravka.llm.openai_server import open_llm
from spravka.llm.settings import LlmSettings
from spravka.pages.limits import ReadingLimits
from spravka.queue.queues import Queues, open_redis
from spravka.queue.settings import QueueSettings
from spravka.vectors.settings import VectorsSettings
from spravka.vectors.store import VectorStore


@dataclass(frozen=True)
class Resources:
    """Opened parts. All of them connect lazily: a door opens even while a part is down."""

    engine: Engine
    sessions: sessionmaker[Session]
    queues: Queues
    vectors: VectorStore
    encoder: Encoder
    passage_encoder: AskedEncoder
    files: FileStore
    documents: FileStore
    """Bytes of documents, apart from files that other rooms keep: what no document names is deleted."""
    reading_limits: ReadingLimits
    arrays: ArrayStore
    customer_databases: CustomerDatabases
    llm: Llm | None
    """None where the settings name no language model."""
    llm_settings: LlmSettings

    def checks(self) -> Mapping[str, Callable[[], object]]:
        """For each outside part a call that raises where the part does not answer."""
        return {
            "postgres": lambda: sessions.ping(self.engine),
            "redis": self.queues.ping,
            "chroma": self.vectors.ping,
            "files": self.files.ping,
        }

    def is_worker_up(self, now: datetime) -> bool:
        """Whether somebody does the work that waits in the queues; raises where Redis does not answer."""
        return self.queues.count_workers(now) > 0

    def close(self) -> None:
        """Give back what was opened."""
        self.engine.dispose()
        self.queues.redis.close()


def open_resources(
    data_dir: Path,
    database: DatabaseSettings,
    queue: QueueSettings,
    vectors: VectorsSettings,
    databases: DatabasesSettings,
    llm: LlmSettings,
    passage_encoder: AskedEncoder | None = None,
    reading_limits: ReadingLimits | None = None,
) -> Resources:
    """Open every part; nothing is contacted yet."""
    engine = sessions.open_engine(database)
    return Resources(
        engine=engine,
        sessions=sessions.session_factory(engine),
        queues=Queues(open_redis(queue)),
        vectors=VectorStore(vectors),
        encoder=SentenceEncoder(),
        passage_encoder=passage_encoder or PassageEncoder(),
        files=FileStore(data_dir / "files"),
        documents=FileStore(data_dir / "documents"),
        reading_limits=reading_limits or ReadingLimits(),
        arrays=ArrayStore(data_dir / "arrays"),
        customer_databases=CustomerDatabases(databases, database.url),
        llm=open_llm(llm),
        llm_settings=llm,
    )
