"""The letters of words."""

import re

_CYRILLIC = re.compile("[А-Яа-яЁё]")


def is_cyrillic(word: str) -> bool:
    """Whether a letter of it is Russian."""
    return _CYRILLIC.search(word) is not None


def folded(text: str) -> str:
    """Lower case, е for ё: how all Russian words are compared."""
    return text.lower().replace("ё", "е")
