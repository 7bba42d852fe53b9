"""What the person at the terminal reads: one line per event, with the seconds since the start."""

import contextlib
import os
import time

STARTED_AT = "SPRAVKA_RUN_STARTED_AT"
"""Environment variable with the Unix time at which the command began, set by ``run``."""


class Console:
    """Lines with a clock. A closed terminal is not an error: the stack still has to stop cleanly."""

    def __init__(self, started_at: float | None = None) -> None:
        self._started_at = time.time() if started_at is None else started_at

    @classmethod
    def from_environment(cls) -> "Console":
        """Go on with the clock of the command that started this process."""
        return cls(float(os.environ.get(STARTED_AT, time.time())))

    @property
    def elapsed_seconds(self) -> float:
        return time.time() - self._started_at

    def say(self, text: str) -> None:
        """Print one line with the time."""
        self.show(f"[{self.elapsed_seconds:6.1f} s] {text}")

    def show(self, text: str) -> None:
        """Print as it is."""
        with contextlib.suppress(OSError):
            print(text, flush=True)
