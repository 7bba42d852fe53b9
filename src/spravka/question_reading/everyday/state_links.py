"""States said as participles: «запланированных» names the stored «запланирован», «сданные» the stored «сдан».

Both are forms of one verb, which no common beginning tells; small columns of states are kept here by their lemmas.
"""

import datetime
from collections.abc import Iterator, Sequence

from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import Heard, TokenKind
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.linking.links import Evidence, Link, LinkKind
from spravka.question_reading.word_keys import is_cyrillic, normalised

MOST_STATES = 40
STATE_SCORE = 0.45
_ANY_DAY = datetime.date(2000, 1, 1)


class StateLinks:
    """Values of one word, in columns of few, by the verbs they come from."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._states: dict[str, list[tuple[str, str, str]]] = {}
        for (table, column), values in knowledge.values.values.items():
            if len(values) <= MOST_STATES:
                for value in values:
                    for lemma in _verb_lemmas(str(value)):
                        self._states.setdefault(lemma, []).append((table, column, str(value)))

    def link(self, heard: Heard, known: Sequence[Link]) -> Iterator[Link]:
        """Links of participles that no other link of a value has found."""
        valued = {(link.first, link.table, link.column) for link in known if link.kind is LinkKind.VALUE}
        for place, token in enumerate(heard.tokens):
            if token.kind is TokenKind.WORD and token.part == "verb":
                for table, column, value in self._states.get(token.lemmas[0] if token.lemmas else "", ()):
                    if (place, table, column) not in valued:
                        yield Link(
                            place, place, LinkKind.VALUE, table, column, value, Evidence.LEMMAS, STATE_SCORE, 1.0
                        )


def _verb_lemmas(value: str) -> Iterator[str]:
    word = normalised(value)
    if word.isalpha() and is_cyrillic(word):
        for token in hear(word, _ANY_DAY).tokens:
            if token.part == "verb":
                yield from token.lemmas[:1]
