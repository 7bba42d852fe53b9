"""States said as participles: «запланированных» names the stored «запланирован», "completed" the stored «сдан».

Both are forms of one verb, or of its translation, which no common beginning tells; small columns of states are kept
here by their lemmas.
"""

import datetime
from collections.abc import Iterator, Sequence

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import Heard, Token, TokenKind
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.lexicon.lexicon import weighted_russian_of
from spravka.question_reading.linking.links import Evidence, Link, LinkKind
from spravka.question_reading.word_keys import normalised

MOST_STATES = 40
STATE_SCORE = 0.45
NAME_SCORE = 0.4
PARTICIPLE_ENDING = "ed"
_ANY_DAY = datetime.date(2000, 1, 1)


class StateLinks:
    """Values of one word, in columns of few, by the verbs they come from and by the nouns they are."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._states: dict[str, list[tuple[str, str, str]]] = {}
        self._names: dict[str, list[tuple[str, str, str]]] = {}
        for (table, column), values in knowledge.values.values.items():
            if len(values) <= MOST_STATES:
                for value in values:
                    for lemma in _verb_lemmas(str(value)):
                        self._states.setdefault(lemma, []).append((table, column, str(value)))
                    self._names.setdefault(normalised(str(value)), []).append((table, column, str(value)))

    def link(self, heard: Heard, known: Sequence[Link]) -> Iterator[Link]:
        """Links of participles and nouns that no other link of a value has found."""
        valued = {(link.first, link.table, link.column) for link in known if link.kind is LinkKind.VALUE}
        for place, token in enumerate(heard.tokens):
            if token.part == "noun" and token.lemmas:
                for table, column, value in self._names.get(normalised(token.lemmas[0]), ()):
                    if (place, table, column) not in valued:
                        yield Link(place, place, LinkKind.VALUE, table, column, value, Evidence.LEMMAS, NAME_SCORE, 1.0)
            for lemma, evidence in _states_said(token):
                for table, column, value in self._states.get(lemma, ()):
                    if (place, table, column) not in valued:
                        yield Link(place, place, LinkKind.VALUE, table, column, value, evidence, STATE_SCORE, 1.0)


def _states_said(token: Token) -> Iterator[tuple[str, Evidence]]:
    """The Russian verbs whose states a word names: a Russian verb itself, or what an English participle means."""
    if token.kind is not TokenKind.WORD:
        return
    if token.part == "verb" and is_cyrillic(token.text):
        yield from ((lemma, Evidence.LEMMAS) for lemma in token.lemmas[:1])
    elif token.text.isascii() and token.text.lower().endswith(PARTICIPLE_ENDING):
        meant = {each.word for lemma in token.lemmas for each in weighted_russian_of(lemma)}
        yield from ((lemma, Evidence.DICTIONARY) for lemma in sorted(meant))


def _verb_lemmas(value: str) -> Iterator[str]:
    word = normalised(value)
    if word.isalpha() and is_cyrillic(word):
        for token in hear(word, _ANY_DAY).tokens:
            if token.part == "verb":
                yield from token.lemmas[:1]
