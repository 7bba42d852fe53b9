"""Words looked for in one document as a reader looks for them: in their order, in any form, the last one unfinished."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.passages.passage import Passage, Place
from spravka.passages.words.lemmas import Terms, terms_of
from spravka.passages.words.stop_words import STOP_WORDS

CERTAIN_LETTERS = 4
"""A word that is being typed shares at least so many letters with the lemma of the word it becomes."""
ENDING_LETTERS = 3
"""So many of its last letters may be an ending, which a lemma does not have."""
AROUND_WORDS = 6
"""So many words are told before and after what was found."""
_PUNCTUATION = " \t.,;:!?()[]{}«»“”„\"'…–—-"


@dataclass(frozen=True)
class FoundPlace:
    """The found words with those around them, and which words of which pages they are."""

    before: str
    text: str
    after: str
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class Sought:
    """``words``: the terms of each word that has any; ``last``: the last of them as it was typed so far."""

    words: tuple[Terms, ...]
    last: str

    @property
    def whole_terms(self) -> list[str]:
        """Terms that a passage with these words has, those of the last word apart."""
        return [terms[0] for terms in self.words[:-1] if terms[0] not in STOP_WORDS]

    @property
    def last_term(self) -> str | None:
        """The term of the last word; None where passages are not indexed by it."""
        return None if not self.words or self.words[-1][0] in STOP_WORDS else self.words[-1][0]

    @property
    def last_beginning(self) -> str:
        """Letters that the term of the last word begins with, whatever it ends with."""
        return self.last[: max(CERTAIN_LETTERS, len(self.last) - ENDING_LETTERS)]


def sought_in(text: str) -> Sought:
    """What ``text`` looks for; no words where it has none."""
    written = text.split()
    told = [(word, terms) for word, terms in zip(written, terms_of(written), strict=True) if terms]
    return Sought(tuple(terms for _, terms in told), _plain(told[-1][0]) if told else "")


def occurrences(passage: Passage, sought: Sought) -> Iterator[tuple[int, int]]:
    """The word ranges, first to before end, where the words stand one after another, whatever marks are between."""
    terms = terms_of(passage.words)
    telling = [index for index, one in enumerate(terms) if one]
    for at in range(len(telling) - len(sought.words) + 1) if sought.words else ():
        taken = telling[at : at + len(sought.words)]
        if _are_sought(passage, terms, taken, sought):
            yield taken[0], taken[-1] + 1


def found_place(passage: Passage, first: int, end: int, places: Sequence[Place]) -> FoundPlace:
    """What stands in a range of a passage's words, with the words around it."""
    words = passage.words
    return FoundPlace(
        before=" ".join(words[max(0, first - AROUND_WORDS) : first]),
        text=" ".join(words[first:end]),
        after=" ".join(words[end : end + AROUND_WORDS]),
        places=places,
    )


def _are_sought(passage: Passage, terms: list[Terms], taken: list[int], sought: Sought) -> bool:
    *before, last = zip(taken, sought.words, strict=True)
    if any(asked[0] not in terms[index] for index, asked in before):
        return False
    index, asked = last
    return asked[0] in terms[index] or _plain(passage.words[index]).startswith(sought.last)


def _plain(word: str) -> str:
    return word.strip(_PUNCTUATION).lower().replace("ё", "е")
