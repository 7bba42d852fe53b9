"""What can go wrong with a job."""

from dataclasses import dataclass
from typing import Any

from spravka.errors import Conflict, NotFound, Problem


@dataclass
class JobNotFound(NotFound):
    title = "There is no such job"
    job_id: int

    @property
    def detail(self) -> str:
        return f"Job {self.job_id} does not exist, or belongs to somebody else."


@dataclass
class JobAlreadyEnded(Conflict):
    title = "The job has already ended"
    job_id: int
    status: str

    @property
    def detail(self) -> str:
        return f"Job {self.job_id} is {self.status}; only a queued or started job can be cancelled."


@dataclass
class WorkerDiedTooOften(Problem):
    """Stored on a job whose worker died, or could not go on, every time it tried."""

    title = "The job was tried too often"
    attempts: int

    @property
    def detail(self) -> str:
        return (
            f"The worker did not get through in {self.attempts} attempts. What was finished is kept; "
            "see the worker's log, mend the cause and submit the work again."
        )


@dataclass
class JobBroke(Problem):
    """Stored on a job that ended with an error nobody foresaw."""

    title = "The job ended with an unexpected error"
    job_id: int

    @property
    def detail(self) -> str:
        return f"What was finished is kept. The worker's log tells the cause, under job_id {self.job_id}."


@dataclass
class JobEndedBadly(Problem):
    """Told to whoever waited for a job that did not finish."""

    title = "The job did not finish"
    job_id: int
    status: str
    problem: dict[str, Any] | None

    @property
    def detail(self) -> str:
        if self.problem is None:
            return f"Job {self.job_id} was {self.status}."
        return f"{self.problem['title']}: {self.problem['detail']}"


class JobCancelled(Exception):
    """Raised inside a run when somebody asked for its end; the transaction at hand is rolled back."""


class JobSuperseded(Exception):
    """Raised inside a run whose attempt is no longer the job's: another run has taken over."""


class JobPutBack(Exception):
    """Raised inside a run, between two chunks, to let other work go first or to start from what is true now."""
