"""How documents are read and found."""

import enum

from pydantic import BaseModel, ConfigDict, Field

from spravka.pages.limits import ReadingLimits


class EncoderName(enum.StrEnum):
    """The encoders that come with the program, and those of a server."""

    E5 = "e5-small-q4"
    USE = "use-multilingual-3"
    SERVER = "openai-compatible"
    """The server that ``SPRAVKA_EMBEDDING_*`` describe."""
    NONE = "none"
    """No vectors: documents are found by their words alone."""


class DocumentsSettings(BaseModel):
    """``SPRAVKA_DOCUMENTS_*``."""

    model_config = ConfigDict(frozen=True)

    encoder: EncoderName = Field(
        default=EncoderName.E5,
        description="What makes the vectors of passages: the better one, which needs AVX2, the faster one, the server "
        "of SPRAVKA_EMBEDDING_BASE_URL, or none",
    )
    encoder_threads: int = Field(
        default=1, ge=1, le=64, description="How many cores the better one may take in each process that encodes"
    )
    memory_megabytes: int = Field(
        default=600, ge=200, le=64_000, description="Memory of the process that reads one document"
    )
    page_limit: int = Field(default=10_000, ge=1, le=1_000_000, description="Pages that one document may have")
    reading_minutes: int = Field(
        default=60, ge=1, le=1440, description="How long the reading of one document may take in all"
    )

    file_megabytes: int = Field(default=200, ge=1, le=10_000, description="Largest document accepted")
    upload_megabytes: int = Field(
        default=1_000, ge=1, le=100_000, description="Largest request with documents, all its files together"
    )
    upload_files: int = Field(default=100, ge=1, le=1_000, description="Documents in one request")

    @property
    def reading_limits(self) -> ReadingLimits:
        """The same as the reading process takes them."""
        return ReadingLimits(
            memory_bytes=self.memory_megabytes * 1_000_000,
            seconds=self.reading_minutes * 60.0,
            cpu_seconds=self.reading_minutes * 60,
            pages=self.page_limit,
        )
