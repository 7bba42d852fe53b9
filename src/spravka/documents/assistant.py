"""What answering and picturing need of their process: the parts, the vectors that are opened, turns at rendering."""

from dataclasses import dataclass, field

from anyio import CapacityLimiter

from spravka.documents.vectors import VectorShelf
from spravka.resources import Resources

DRAWN_AT_ONCE = 2


@dataclass(frozen=True)
class DocumentMemory:
    """What a process remembers from one request to the next; opened by a door."""

    vectors: VectorShelf = field(default_factory=VectorShelf)
    drawing: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(DRAWN_AT_ONCE))
    """Each page is drawn in a process of its own; more at once than the machine has cores help nobody. Whoever waits
    for his turn keeps no thread from other requests."""


@dataclass(frozen=True)
class DocumentAssistant:
    """The parts as they are for this request, and the process's memory."""

    resources: Resources
    memory: DocumentMemory
