"""What the application needs to know to reach its own database."""

from pydantic import BaseModel, ConfigDict, Field


class DatabaseSettings(BaseModel):
    """``SPRAVKA_DATABASE_*``."""

    model_config = ConfigDict(frozen=True)

    url: str = Field(
        min_length=1,
        repr=False,
        description="Address of the application's own database, postgresql+psycopg://user:password@host:port/name",
    )
    pool_size: int = Field(default=10, ge=1, le=200, description="Connections kept open by one process")
    pool_overflow: int = Field(default=20, ge=0, le=200, description="Connections opened above that under load")
