"""What answering and picturing need of their process: the parts, the vectors that are opened, turns at rendering."""

import threading
from dataclasses import dataclass, field

from spravka.documents.vectors import VectorShelf
from spravka.resources import Resources

RENDERED_AT_ONCE = 2


@dataclass(frozen=True)
class DocumentMemory:
    """What a process remembers from one request to the next; opened by a door."""

    vectors: VectorShelf = field(default_factory=VectorShelf)
    rendering: threading.BoundedSemaphore = field(default_factory=lambda: threading.BoundedSemaphore(RENDERED_AT_ONCE))
    """Each page is drawn in a process of its own; more at once than the machine has cores help nobody."""


@dataclass(frozen=True)
class DocumentAssistant:
    """The parts as they are for this request, and the process's memory."""

    resources: Resources
    memory: DocumentMemory
