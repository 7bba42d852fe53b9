"""Why a candidate was proposed, in words a person checks at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from spravka.matching.parameters import Parameters, compare, read_parameters
from spravka.matching.words import stem_of, words_of

_MOST_WORDS = 12
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Reasons:
    """Parameters of the name that the item shares, contradicts or does not mention, words, and who proposed it.

    `sources` are among "confirmed" (a person tied this very name to the item), "same name" (the only item called so),
    "history" (names like it were tied to the item), "words" and "group".
    """

    agreeing: tuple[str, ...]
    differing: tuple[str, ...]
    missing: tuple[str, ...]
    words_shared: tuple[str, ...]
    words_missing: tuple[str, ...]
    sources: tuple[str, ...]

    def to_json(self) -> dict[str, list[str]]:
        """The same as JSON."""
        return {
            "agreeing": list(self.agreeing),
            "differing": list(self.differing),
            "missing": list(self.missing),
            "words_shared": list(self.words_shared),
            "words_missing": list(self.words_missing),
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class ReadName:
    """A normalised name with what reasons need of it."""

    parameters: Parameters
    words: tuple[str, ...]
    stems: frozenset[str]

    @classmethod
    def of(cls, normalised: str) -> ReadName:
        """Read a normalised name."""
        words = tuple(dict.fromkeys(word[:_LONGEST_WORD] for word in words_of(normalised) if len(word) > 2))
        return cls(read_parameters(normalised), words, frozenset(map(stem_of, words)))


def give_reasons(name: ReadName, item: ReadName, sources: tuple[str, ...]) -> Reasons:
    """Compare a name with an item; words are the same when their stems are."""
    compared = compare(name.parameters, item.parameters)
    shared = tuple(word for word in name.words if stem_of(word) in item.stems)
    missing = tuple(word for word in name.words if stem_of(word) not in item.stems)
    return Reasons(
        compared.agreeing,
        compared.differing,
        compared.missing,
        shared[:_MOST_WORDS],
        missing[:_MOST_WORDS],
        sources,
    )
