"""One spelling for many: the text that every other part of matching compares.

`normalise` keeps each digit and each word, however short; it only makes equal what means the same: letter case,
ё and е, Latin letters typed inside Cyrillic words and back, multiplication signs, diameter signs, decimal commas,
units glued to numbers, control characters and emoji.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

MAX_LETTERS = 600
"""Longer names are cut here after cleaning: no product name is longer, and work per name stays bounded."""

_RAW_LETTERS = 4 * MAX_LETTERS

# Letters that look alike in upper or in lower case; texts are lower-cased before.
_LATIN = "abcehkmoptxy"
_CYRILLIC = "авсенкмортху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

# NFKC would turn these into letters.
_BEFORE_NFKC = str.maketrans({"№": "#", "º": "°", "˚": "°", "″": '"', "¼": " 1/4", "½": " 1/2", "¾": " 3/4"})

_SIGNS = str.maketrans(
    {
        "ё": "е",
        "×": "х",
        "✕": "х",
        "✖": "х",
        "⨯": "х",
        "ø": " ø",
        "⌀": " ø",
        "∅": " ø",
        "”": '"',
        "“": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "‑": "-",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)

_WORD_WITH_LATIN = re.compile(r"[а-я]*[a-z][a-zа-я]*")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s*[xх*]\s*(?=\d)")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_GLUED_UNIT = re.compile(
    r"(?<=\d)(?=(?:мм2|мм|см|дм|км|м2|м3|м|кг|гр|г|тн|т|мл|л|квт|вт|кв|квар|ква|ма|ка|а|мпа|бар|атм|шт|уп|пог|мкм|кн|ом|гц|лм)"
    r"(?![a-zа-я0-9]))"
)
_NOT_WRITTEN = re.compile(r"[^0-9a-zа-яøα-ω.,:;/\\|+\-=<>%°\"'#&()\[\]*]+")
_NUMBER_SIGN = re.compile(r"# +(?=\d)")
_SPACES = re.compile(r"\s+")


def normalise(name: str) -> str:
    """The canonical spelling of `name`: lower case, single spaces, at most `MAX_LETTERS` characters.

    Equal results mean "the same name written differently"; the empty string means that nothing readable is in it.
    Applying it twice changes nothing.
    """
    text = unicodedata.normalize("NFKC", name[:_RAW_LETTERS].translate(_BEFORE_NFKC)).lower().translate(_SIGNS)
    text = _NUMBER_SIGN.sub("#", _NOT_WRITTEN.sub(" ", text))
    text = _WORD_WITH_LATIN.sub(_one_alphabet, text)
    text = _BETWEEN_DIGITS.sub("х", text)
    text = _DECIMAL_COMMA.sub(".", text)
    text = _GLUED_UNIT.sub(" ", text)
    return _SPACES.sub(" ", text)[:MAX_LETTERS].strip()


def normalise_all(names: Sequence[str]) -> list[str]:
    """`normalise` of each name, in order."""
    return [normalise(name) for name in names]


def is_readable(normalised: str) -> bool:
    """Whether a normalised name holds at least one letter or digit."""
    return any(letter.isalnum() for letter in normalised)


def _one_alphabet(found: re.Match[str]) -> str:
    return _in_one_alphabet(found.group())


@lru_cache(maxsize=65536)
def _in_one_alphabet(word: str) -> str:
    """A word in one alphabet: Cyrillic where every letter allows it, else Latin where every letter allows that."""
    as_cyrillic = word.translate(_TO_CYRILLIC)
    if as_cyrillic.isalpha() and not re.search("[a-z]", as_cyrillic):
        return as_cyrillic
    as_latin = word.translate(_TO_LATIN)
    return as_cyrillic if re.search("[а-я]", as_latin) else as_latin
