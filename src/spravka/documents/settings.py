"""How documents are read and found."""

import enum

from pydantic import BaseModel, ConfigDict, Field

from spravka.pages.limits import ReadingLimits


class EncoderName(enum.StrEnum):
    """The encoders that come with the program."""

    E5 = "e5-small-q4"
    USE = "use-multilingual-3"


class DocumentsSettings(BaseModel):
    """``SPRAVKA_DOCUMENTS_*``."""

    model_config = ConfigDict(frozen=True)

    encoder: EncoderName = Field(
        default=EncoderName.E5,
        description="What makes the vectors of passages: the better one, which needs AVX2, or the faster one",
    )
    memory_megabytes: int = Field(
        default=600, ge=200, le=64_000, description="Memory of the process that reads one document"
    )
    page_limit: int = Field(default=10_000, ge=1, le=1_000_000, description="Pages that one document may have")
    reading_minutes: int = Field(
        default=60, ge=1, le=1440, description="How long the reading of one document may take in all"
    )

    @property
    def reading_limits(self) -> ReadingLimits:
        """The same as the reading process takes them."""
        return ReadingLimits(
            memory_bytes=self.memory_megabytes * 1_000_000,
            seconds=self.reading_minutes * 60.0,
            cpu_seconds=self.reading_minutes * 60,
            pages=self.page_limit,
        )
