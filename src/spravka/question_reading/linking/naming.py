"""The words that the name of a table or column is made of, however it is written."""

import re
from collections.abc import Iterable, Sequence

from spravka.question_reading.lexicon.lexicon import knows_english
from spravka.question_reading.word_keys import normalised, without_accents

_PARTS = re.compile(r"[A-ZА-ЯЁ]+(?![a-zа-яё])|[A-ZА-ЯЁ]?[a-zа-яё]+|\d+|[^\W\d_A-Za-zА-Яа-яЁё]+")
_SHORTEST_PIECE = 3
_AFTER_A_LETTER = frozenset(("id", "name", "title", "date", "code", "type", "number"))
_FEWEST_SHARING = 3


def name_words(name: str) -> tuple[str, ...]:
    """``dateOfBirth``, ``date_of_birth`` and «Дата рождения» as normalised words; never empty for a name of letters."""
    found = tuple(normalised(part) for part in _PARTS.findall(without_accents(name)))
    return found or (normalised(name),)


def shared_prefix(names: Sequence[Sequence[str]]) -> int:
    """How many first words all names of a table have in common and could do without: the ``emp`` of ``emp_name``."""
    if len(names) < _FEWEST_SHARING:
        return 0
    shared = 0
    while all(len(words) > shared + 1 for words in names) and len({words[shared] for words in names}) == 1:
        shared += 1
    return shared


class Glued:
    """Cuts words written together (``nationkey``, ``firstname``) where every piece is a known word."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = frozenset(word for word in known if len(word) >= _SHORTEST_PIECE)

    def cut(self, word: str) -> tuple[str, ...]:
        """The fewest known pieces, or the word itself; one letter may stand before a known word (``lname``)."""
        if word[1:] in _AFTER_A_LETTER and (word[1:] == "name" or not knows_english(word)):
            return (word[0], word[1:])
        if word in self.known or word.isdigit() or knows_english(word):
            return (word,)
        if len(word) < 2 * _SHORTEST_PIECE:
            return (word,)
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 16), end - _SHORTEST_PIECE + 1):
                before, piece = best[start], word[start:end]
                if before is not None and piece in self.known:
                    longer = (*before, piece)
                    current = best[end]
                    if current is None or len(longer) < len(current):
                        best[end] = longer
        return best[-1] or (word,)
