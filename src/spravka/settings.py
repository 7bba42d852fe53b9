"""The environment, read once. Each room declares the group it needs; the names start with ``SPRAVKA_``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from spravka.auth.settings import AuthSettings
from spravka.customer_databases.settings import DatabasesSettings
from spravka.database.settings import DatabaseSettings
from spravka.documents.settings import DocumentsSettings, EncoderName
from spravka.embedding.encoder import AskedEncoder
from spravka.embedding.no_encoder import NoEncoder
from spravka.embedding.passage_encoder import PassageEncoder
from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.embedding.server_encoder import ServerEncoder
from spravka.embedding.settings import EmbeddingSettings
from spravka.llm.settings import LlmSettings
from spravka.queue.settings import QueueSettings
from spravka.resources import Resources, open_resources
from spravka.vectors.settings import VectorsSettings
from spravka.web.settings import WebSettings

PREFIX = "SPRAVKA_"


class Settings(BaseSettings):
    """Every setting of the server, the worker and the command line."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="_", env_nested_max_split=1, frozen=True, extra="ignore"
    )

    data_dir: Path = Field(
        default=Path(".data"),
        description="Volume shared by server and worker: files, classifier weights, indexes",
    )
    docs_dir: Path = Field(default=Path("build/site"), description="The built documentation, served at /static/docs")
    page_dir: Path = Field(default=Path("build/page"), description="The built web page, served at /")
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="Least level logged")
    database: DatabaseSettings
    queue: QueueSettings = QueueSettings()
    vectors: VectorsSettings = VectorsSettings()
    auth: AuthSettings
    web: WebSettings = WebSettings()
    databases: DatabasesSettings
    llm: LlmSettings = LlmSettings()
    embedding: EmbeddingSettings = EmbeddingSettings()
    documents: DocumentsSettings = DocumentsSettings()

    @field_validator("documents")
    @classmethod
    def _know_the_server(cls, documents: DocumentsSettings, known: ValidationInfo) -> DocumentsSettings:
        server = known.data.get("embedding")
        if documents.encoder is EncoderName.SERVER and server is not None and server.base_url is None:
            raise ValueError(f"needs {PREFIX}EMBEDDING_BASE_URL: its encoder is {documents.encoder.value}")
        return documents

    @model_validator(mode="before")
    @classmethod
    def _look_into_every_group(cls, found: Any) -> Any:
        """A group of which nothing is set is told by the names of its settings, not by its own."""
        return {"database": {}, "auth": {}, "databases": {}, **found}

    def open_resources(self) -> Resources:
        """Every part that these settings name; nothing is contacted yet."""
        return open_resources(
            self.data_dir,
            self.database,
            self.queue,
            self.vectors,
            self.databases,
            self.llm,
            passage_encoder=passage_encoder_named(
                self.documents.encoder, self.documents.encoder_threads, self.embedding
            ),
            reading_limits=self.documents.reading_limits,
        )


def passage_encoder_named(name: EncoderName, threads: int = 1, server: EmbeddingSettings | None = None) -> AskedEncoder:
    """The encoder of passages that a setting names; ``server`` says where the one of a server is."""
    made: dict[EncoderName, Callable[[], AskedEncoder]] = {
        EncoderName.E5: lambda: PassageEncoder(threads),
        EncoderName.USE: SentenceEncoder,
        EncoderName.SERVER: lambda: ServerEncoder(server or EmbeddingSettings()),
        EncoderName.NONE: NoEncoder,
    }
    return made[name]()


class SettingsRefused(SystemExit):
    """The start is refused: a setting is missing or cannot be used. The message names each and its environment name."""


def load_settings(**overrides: Any) -> Settings:
    """Read the environment; raises :class:`SettingsRefused`, which ends a process with a readable message."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsRefused("\n".join(["Spravka cannot start:", *_faults(error)])) from None


def _faults(error: ValidationError) -> list[str]:
    return [f"  {_environment_name(fault['loc'])} {_fault_text(fault)}" for fault in error.errors()]


def _environment_name(location: tuple[int | str, ...]) -> str:
    return PREFIX + "_".join(str(part) for part in location).upper()


def _fault_text(fault: Any) -> str:
    if fault["type"] == "missing":
        return "is missing"
    return str(fault["msg"]).removeprefix("Value error, ")
