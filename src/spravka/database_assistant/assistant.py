"""What answering needs of its process: the parts, and the readers that are prepared."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from spravka.database_assistant.knowing import KnowledgeShelf
from spravka.resources import Resources


@dataclass(frozen=True)
class Assistant:
    """Opened by a door, once for a process."""

    resources: Resources
    shelf: KnowledgeShelf = field(default_factory=KnowledgeShelf)
    today: Callable[[], datetime.date] = datetime.date.today
    """The day that «last month» is counted from: the server's own."""
