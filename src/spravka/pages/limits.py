"""How much one untrusted document may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Limits of the process that reads one document.

    ``memory_bytes`` is address space (``RLIMIT_AS``, enforced on Linux). ``seconds_a_page`` and ``seconds`` are wall
    time in which the process was waited for: time in which its reader did something else is not counted.
    ``pixels`` bounds the images that are rendered. ``deadly_pages`` is how many pages may end the process, or take too
    long, before the document is given up.
    """

    memory_bytes: int = 600_000_000
    seconds_a_page: float = 60.0
    seconds: float = 1800.0
    cpu_seconds: int = 1200
    pages: int = 10_000
    pixels: int = 25_000_000
    deadly_pages: int = 20
