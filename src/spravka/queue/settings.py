"""Where the queue is."""

from pydantic import BaseModel, ConfigDict, Field


class QueueSettings(BaseModel):
    """``SPRAVKA_QUEUE_*``."""

    model_config = ConfigDict(frozen=True)

    redis_url: str = Field(default="redis://127.0.0.1:6379/0", description="Address of Redis")
