"""What a word of asking is about without naming it: "older" is about an age, «где» about a place."""

from functools import lru_cache
from importlib import resources

HINT_STRENGTH = 0.6


@lru_cache(maxsize=1)
def _hints() -> dict[str, tuple[str, ...]]:
    """Words of asking and the words of names they are about: a group a line, a tab between."""
    text = resources.files(__package__).joinpath("asking_hints.tsv").read_text(encoding="utf-8")
    hints: dict[str, list[str]] = {}
    for asked, named in (line.split("\t") for line in text.splitlines()):
        for word in asked.split():
            hints.setdefault(word, []).extend(named.split())
    return {word: tuple(dict.fromkeys(names)) for word, names in hints.items()}


def hinted(lemma: str) -> tuple[tuple[str, float], ...]:
    """Words of names that a word of asking is about, in both languages."""
    return tuple((word, HINT_STRENGTH) for word in _hints().get(lemma, ()))
