"""What a reader of an answer should know beside it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class AnswerWarning:
    """``kind`` and ``facts`` are for programs; ``text`` is in the language of the question."""

    kind: str
    text: str
    facts: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"kind": str(self.kind), "text": self.text, **self.facts}
