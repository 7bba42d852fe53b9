"""What the short words of names stand for: ``qty``, ``dept``, ``lname``."""

from functools import lru_cache
from importlib import resources

_INITIALS = {"f": "first", "l": "last", "m": "middle"}


@lru_cache(maxsize=1)
def _expansions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """A line is an abbreviation and its expansions, each of one or several words, with tabs between."""
    text = resources.files(__package__).joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return {short: tuple(tuple(long.split()) for long in longs) for short, *longs in lines}


def expansions_of(word: str) -> tuple[tuple[str, ...], ...]:
    """The phrases a name's word may stand for; none where it stands for itself."""
    return _expansions().get(word, ())


def initial_of(letter: str, following: str) -> str:
    """What one letter before ``name`` stands for (``f_name``); empty where nothing is known."""
    return _INITIALS.get(letter, "") if following == "name" else ""
