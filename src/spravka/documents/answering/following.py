"""Questions that do not stand alone: «а сколько это стоит?» is asked with words of the question before it.

A pronoun stands for what the question before was about. «А за просрочку?» asks the same of something else: it takes
the place of what was said there in the same way («за порчу»). What the question says itself (a question word, a verb)
is not taken over a second time.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.morphology.letters import is_cyrillic
from spravka.morphology.russian import russian_forms
from spravka.passages.asking import ask
from spravka.passages.topics import ASKING
from spravka.passages.words.lemmas import content_terms, word_terms

FEWEST_TERMS = 2
"""A question with fewer terms of its own says too little by itself."""
MOST_WORDS = 12
"""Words taken over from before, so that a long conversation does not drown the question."""

_BEGINS = re.compile(r"^\s*(?:а|и|но|тогда|and|but|what about|how about|then)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:это|этого|этому|этим|этом|эта|этой|эту|этот|эти|этих|он|она|оно|они|его|её|ее|их|ему|ей|им|него|неё|нее|них"
    r"|нему|ней|ним|нём|нем|такой|такая|такое|такие|таких|тот|та|те|того|той|там|туда"
    r"|it|its|this|that|these|those|they|them|their|he|she|his|her|there)\b",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(
    r"\b(?:он|она|оно|они|его|её|ее|их|ему|ей|им|него|неё|нее|них|нему|ней|ним|нём|нем|it|its|they|them|their)\b",
    re.IGNORECASE,
)
_OBJECTS = "его её ее их ему ей им него неё нее них нему ней ним нём нем them"
_OF_OBJECTS = frozenset(_OBJECTS.split())
_ASKING_WORDS = re.compile(
    r"(?:сколько|скольк\w+|почём|почем|когда|кто|кого|кому|кем|где|куда|откуда|как|каков\w*|какой|какая|какое|какие|каких"
    r"|какого|какому|каком|какую|каким|какими|почему|зачем|что|чего|чем|чей|чья|чьи"
    r"|what|when|who|whom|whose|where|which|why|how|much|many)",
    re.IGNORECASE,
)
_PREPOSITIONS = "for of in on at by with to from after before about under without per"
_ENGLISH_PREPOSITIONS = frozenset(_PREPOSITIONS.split())
_PROPERTIES = """
цена стоимость вес масса гарантия штраф пеня неустойка аванс скидка плата оплата длина высота ширина адрес телефон
price cost weight warranti penalti fine discount length height width address phone
"""
_OF_A_THING = ASKING | frozenset(_PROPERTIES.split())
"""What is asked of a thing: «а цена?» leaves the thing as it is."""
_AROUND = "\"'«»“”().,;:!?"


@dataclass(frozen=True)
class _Phrase:
    """Words that name something, with the preposition before them, "" where there is none."""

    preposition: str
    words: tuple[str, ...]

    @property
    def terms(self) -> set[str]:
        return {term for word in self.words for term in content_terms(word)}


@dataclass(frozen=True)
class _Parts:
    """What a question is made of."""

    phrases: tuple[_Phrase, ...]
    verbs: tuple[str, ...]
    asking: tuple[str, ...]
    """Question words, and the nouns that belong to them."""


def searched_text(question: str, previous: str | None) -> str:
    """What is looked for: the question, and where it leans on the ``previous`` one, the words of that too."""
    if previous is None or not leans(question):
        return question
    own, before = _parts(question), _parts(previous)
    taken = _taken(question, own, before)
    pronoun = _PRONOUNS.search(question)
    head = _head(pronoun.group().lower(), before) if pronoun else ()
    said = _PRONOUNS.sub(" ".join(head), question, count=1) if head else question
    known = set(ask(said).terms)
    words = [word for word in _bare_words(previous) if word in taken]
    words = [word for word in words if (terms := content_terms(word) or word_terms(word)) and not known & set(terms)]
    return " ".join([said, *words[:MOST_WORDS]])


def leans(question: str) -> bool:
    """Whether the question needs the one before it to be understood."""
    if _BEGINS.search(question) or _POINTS_BACK.search(question):
        return True
    return sum(bool(content_terms(word)) for word in question.split()) < FEWEST_TERMS


def _taken(question: str, own: _Parts, before: _Parts) -> set[str]:
    """The words taken over: what the question does not replace, and the verbs and question words that it lacks."""
    named = [phrase for phrase in own.phrases if not phrase.terms <= _OF_A_THING]
    is_whole = _POINTS_BACK.search(question) is not None
    places = set() if is_whole else {phrase.preposition for phrase in named}
    kept = [phrase for phrase in before.phrases if phrase.preposition not in places]
    if own.phrases and not any(is_cyrillic(word) for phrase in before.phrases for word in phrase.words):
        is_put = _PRONOUNS.search(question) is not None  # an English verb cannot be told from a name
        kept = [phrase for phrase in kept if phrase.preposition or not is_put]
    said = {term for phrase in named for term in phrase.terms}
    words = {word for phrase in kept for word in _until(phrase, said)}
    is_replacing = len(kept) < len(before.phrases) or len(words) < sum(len(phrase.words) for phrase in kept)
    if own.verbs or (named and not is_replacing and not is_whole):
        return words
    asks = own.asking or any(phrase.terms & _OF_A_THING for phrase in own.phrases)
    return words | set(before.verbs) | (set() if asks else set(before.asking))


def _until(phrase: _Phrase, said: set[str]) -> Iterator[str]:
    """Its words up to one that the question says too: «действия договора аренды» becomes «действия» where another
    contract is named."""
    return itertools.takewhile(lambda word: said.isdisjoint(content_terms(word)), phrase.words)


def _head(pronoun: str, parts: _Parts) -> tuple[str, ...]:
    """What a pronoun stands for, named without a preposition: for a subject the first, for an object the last."""
    bare = [phrase.words for phrase in parts.phrases if not phrase.preposition] or [
        phrase.words for phrase in parts.phrases
    ]
    return bare[-1 if pronoun in _OF_OBJECTS else 0] if bare else ()


def _parts(text: str) -> _Parts:
    words = _bare_words(text)
    kinds = [_kind(word) for word in words]
    verbs = tuple(word for word, kind in zip(words, kinds, strict=True) if kind == "verb")
    asking = tuple(word for word, kind in zip(words, kinds, strict=True) if kind == "asking")
    return _Parts(tuple(_phrases(words, kinds)), verbs, asking)


def _bare_words(text: str) -> list[str]:
    return [word.strip(_AROUND) for word in text.split()]


def _phrases(words: Sequence[str], kinds: Sequence[str]) -> Iterator[_Phrase]:
    preposition, inside = "", list[str]()
    for word, kind in zip((*words, ""), (*kinds, "end"), strict=True):
        if kind == "name":
            inside.append(word)
            continue
        if inside:
            yield _Phrase(preposition, tuple(inside))
            inside.clear()
        if kind == "preposition" or not _ASKING_WORDS.fullmatch(word):
            preposition = word.lower() if kind == "preposition" else ""


def _kind(word: str) -> str:
    """``name``, ``verb``, ``asking``, ``preposition`` or ``other``."""
    if not word or _PRONOUNS.fullmatch(word):
        return "other"
    if _ASKING_WORDS.fullmatch(word) or not ASKING.isdisjoint(word_terms(word)):
        return "asking"
    part = russian_forms(word)[0].part if is_cyrillic(word) else ""
    if part == "preposition" or word.lower() in _ENGLISH_PREPOSITIONS:
        return "preposition"
    if not content_terms(word):
        return "other"
    return "verb" if part == "verb" else "name"
