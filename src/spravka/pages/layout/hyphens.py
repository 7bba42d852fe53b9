"""Words broken over two lines are joined in their first piece."""

import re

BREAKS = "\ufffe\u0002\u00ad"
"""What stands for a hyphen at the end of a line that belongs to the line and not to the word."""
_HYPHENS = "-\u2010" + BREAKS
_INDEFINITE = re.compile(
    r"(?:к(?:то|ого|ому|ем|ом)|ч(?:то|его|ему|ем|ём|ей|ья|ьё|ьи)|как\w*|где|когда|куда|откуда|почему|зачем|сколько)"
    r"-(?:то|либо|нибудь)",
    re.IGNORECASE,
)
_FIRST_PIECES = re.compile(r"(?:кое|экс|вице|non|self|ex)", re.IGNORECASE)
_SUSPENDED = frozenset({"and", "or", "to", "и", "или", "либо", "до"})
_SOFT = re.compile(f"[{BREAKS}]")
_LETTERS = re.compile(r"\W*([^\W\d_].*?)\W*", re.DOTALL)
_MOST_FORMS = 200_000


class Joiner:
    """Joins broken words of one document; the forms it has seen tell whether a hyphen belongs to the word."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def finish(self, words: list[str]) -> None:
        """Mends what is left of hyphens on a page that is complete, and remembers its words."""
        if _SOFT.search("".join(words)):
            for at, word in enumerate(words):
                words[at] = _without_breaks(word)
        if len(self.seen) < _MOST_FORMS:
            self.seen.update(words)

    def join(self, words: list[str], word: str, at: int | None = None) -> str:
        """Where a line begins with ``word`` and the one before ends with a broken word: makes that one whole.

        ``words`` are those before, or all of a page with the word's place in them ``at``. Gives what is left in place
        of the word: nothing, or all of it where the two are no broken word.
        """
        earlier = _last_piece(words, len(words) if at is None else at)
        before = words[earlier]
        if len(before) < 2 or before[-1] not in _HYPHENS or not before[-2].isalpha():
            return word
        stem, soft = before[:-1], before[-1] in BREAKS
        if not word[0].isalpha() or word in _SUSPENDED or not (soft or word[0].islower()):
            words[earlier] = stem + "-"
            return word
        words[earlier] = stem + ("-" if self._keeps_hyphen(stem, word) else "") + word
        return ""

    def _keeps_hyphen(self, stem: str, word: str) -> bool:
        if word[0].isupper() and not stem.isupper():
            return True
        first, second = _letters(stem), _letters(word)
        if first + second in self.seen:
            return False
        if f"{first}-{second}" in self.seen:
            return True
        return _INDEFINITE.fullmatch(f"{first}-{second}") is not None or _FIRST_PIECES.fullmatch(first) is not None


def _last_piece(words: list[str], before: int) -> int:
    """Where the last word before that one begins that has letters: a word may be broken twice."""
    at = before - 1
    while at > 0 and not words[at]:
        at -= 1
    return at


def _without_breaks(word: str) -> str:
    """A hyphen for a break at the end, nothing for one inside (of a word that was broken there once)."""
    if word and word[-1] in BREAKS:
        word = word[:-1] + "-"
    return _SOFT.sub("", word)


def _letters(word: str) -> str:
    found = _LETTERS.fullmatch(word)
    return found.group(1) if found else word
