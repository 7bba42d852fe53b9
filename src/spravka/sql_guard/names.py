"""How names are compared: never by what they look like, and what is written is always the true spelling.

Identifiers follow the dialect: PostgreSQL and ClickHouse tell cases apart where a name is quoted, the others do not
tell them apart. A name written without quotes finds its only namesake in another case, because what is rendered is
the namesake's own spelling, quoted.
"""

import unicodedata
from collections.abc import Iterable, Iterator


def fold(name: str) -> str:
    """Lower case, letter by letter, only where the way back gives the same letter.

    So a Kelvin sign stays apart from ``k`` and a long s from ``s``.
    """
    if name.isascii():
        return name.lower()
    return "".join(letter.lower() if letter.lower().upper() == letter else letter for letter in name)


def is_plain(name: str) -> bool:
    """True where a new name holds nothing that is invisible, steers the direction of text, or breaks a line."""
    return 0 < len(name) <= 128 and not any(
        unicodedata.category(letter)[0] in "CZ" and letter != " " for letter in name
    )


class Names:
    """True names, to be found by what was written."""

    def __init__(self, names: Iterable[str]) -> None:
        self._true = dict.fromkeys(names)
        self._folded: dict[str, list[str]] = {}
        for name in self._true:
            self._folded.setdefault(fold(name), []).append(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._true)

    def exact(self, written: str) -> str | None:
        """The name spelled so."""
        return written if written in self._true else None

    def alike(self, written: str) -> str | None:
        """The only name that differs in case at most; ``None`` where there are none or several."""
        found = self._folded.get(fold(written), [])
        return found[0] if len(found) == 1 else None

    def find(self, written: str, *, is_strict: bool) -> str | None:
        """The name meant by ``written``; ``is_strict``: quoted in a dialect that then tells cases apart."""
        return self.exact(written) or (None if is_strict else self.alike(written))
