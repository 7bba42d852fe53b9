"""Long sequences in parts, so that one statement or one transaction stays of a bounded size."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Entry = TypeVar("Entry")


def batches(entries: Sequence[Entry], size: int) -> Iterator[Sequence[Entry]]:
    """``entries`` in order, ``size`` at a time; the last part may be shorter, none is empty."""
    return (entries[start : start + size] for start in range(0, len(entries), size))
