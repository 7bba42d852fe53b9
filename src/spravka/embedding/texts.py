"""Texts as an encoder takes them."""

from collections.abc import Iterator, Sequence


def encodable(text: str, limit_characters: int) -> str:
    """Not longer than the limit, and without what an engine or a server would stop at; never empty."""
    clean = text[:limit_characters].replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    return clean or " "


def batches(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """``texts`` in order, so many at once."""
    return (texts[start : start + size] for start in range(0, len(texts), size))
