"""Families of names: «Гайка М8» and «Гайка М10» are one, and never stand on both sides of a split.

A family is what is left of a name once it is lower-cased, ё made е, and everything but Cyrillic letters dropped
(names without Cyrillic letters keep their Latin ones).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

_NOT_CYRILLIC = re.compile("[^а-я]")
_NOT_LATIN = re.compile("[^a-z]")


def family(name: str) -> str:
    """The family of a name; two names of one product series have the same."""
    lowered = name.lower().replace("ё", "е")
    return _NOT_CYRILLIC.sub("", lowered) or _NOT_LATIN.sub("", lowered)


def family_folds(names: Sequence[str], folds: int = 5, salt: str = "") -> NDArray[np.int64]:
    """A fold 0…folds-1 for each name, the same for a whole family, by SHA-256; `salt` gives another split."""
    fold = {key: int(sha256((salt + key).encode()).hexdigest(), 16) % folds for key in set(map(family, names))}
    return np.array([fold[family(name)] for name in names], dtype=np.int64)
