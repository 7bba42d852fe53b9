"""Jobs as the API shows them."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from spravka.jobs.tables import JobStatus


class JobOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    kind: str
    queue: str
    status: JobStatus
    stage: str | None = Field(description="What is being done now, in a job of several stages")
    ready_count: int
    total_count: int | None
    problem: dict[str, Any] | None = Field(description="Why the job failed: type, title, detail and more")
    attempt: int = Field(description="How often the job was begun; above 1 after a worker died")
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
