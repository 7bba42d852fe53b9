"""Whether a passage says what a sentence says that cites it.

Words are compared as terms, so that their forms and ё do not count; numbers, names and negations must be there. This
proves no sentence true: it finds what a cited passage does not say.
"""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spravka.passages.asking import is_capitalised
from spravka.passages.measures import has_measure, names_thing, otherwise_measured, strayed_numbers
from spravka.passages.passage import Passage
from spravka.passages.roles import misdone, says_of_parties, swapped_parties
from spravka.passages.words.kinship import kin_keys
from spravka.passages.words.lemmas import Terms, is_number, terms_of
from spravka.passages.words.negation import NEGATING, negated_words
from spravka.passages.words.stop_words import STOP_WORDS

WINDOW_SENTENCES = 3
"""What a sentence says is looked for in so many neighbouring sentences of a passage."""
ENOUGH = 0.75
"""A supported sentence has such a share of its words there."""
LITTLE = 0.5
"""With less than this share it is unsupported."""

_NUMERALS = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
    "zero one two three four five six seven eight nine ten eleven twelv",
)
_DIGITS = {word: str(number) for line in _NUMERALS for number, word in enumerate(line.split())}


class Support(enum.StrEnum):
    """How far a passage supports a sentence."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Verification:
    """``missing``: words of the sentence that the passages do not say, as they stand in it, in its order.

    ``lost_negations``: words that are negated in one and not in the other. ``swapped``: two parties that change places,
    who pays and who is paid; or a party with what another does. ``mismeasured``: numbers that the passages give in
    other units; ``strayed``: those that they give of something else; ``untold``: what a sentence with a number tells
    it of and the passages do not name.
    ``share``: of the sentence's words that are said, 0 to 1.
    """

    support: Support
    share: float
    missing: tuple[str, ...] = ()
    lost_negations: tuple[str, ...] = ()
    swapped: tuple[str, ...] = ()
    mismeasured: tuple[str, ...] = ()
    strayed: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    word: str
    terms: Terms
    is_negated: bool
    is_named: bool
    """A number, or a word with a capital letter inside the sentence."""

    @property
    def is_exact(self) -> bool:
        return any(is_number(term) for term in self.terms)


@dataclass(frozen=True, slots=True)
class _Said:
    """The terms of a window, those of them that are said plainly and those negated, and the keys of their kin."""

    plain: frozenset[str]
    negated: frozenset[str]
    kin: frozenset[str]
    sentences: tuple[tuple[str, ...], ...]
    above: tuple[str, ...]
    """The words of its sentences, and of the headings above them."""

    def says(self, claim: _Claim) -> bool:
        if any(term in self.plain or term in self.negated for term in claim.terms):
            return True
        return not claim.is_named and any(key in self.kin for term in claim.terms for key in kin_keys(term))

    def denies(self, claim: _Claim) -> bool:
        """Whether it says the word, and only otherwise negated."""
        same, other = (self.negated, self.plain) if claim.is_negated else (self.plain, self.negated)
        return not any(term in same for term in claim.terms) and any(term in other for term in claim.terms)


def verify(sentence: str, passages: Sequence[Passage]) -> Verification:
    """What the cited ``passages`` together say of the ``sentence``; one that says nothing itself is supported."""
    claims = _claims(sentence.split())
    if not claims:
        return Verification(Support.SUPPORTED, 1.0)
    said = [_best_window(passage, claims) for passage in passages]
    missing = tuple(claim for claim in claims if not any(window.says(claim) for window in said))
    saying = [(claim, [window for window in said if window.says(claim)]) for claim in claims]
    denied = tuple(claim for claim, where in saying if where and all(window.denies(claim) for window in where))
    words, texts = sentence.split(), [(window.sentences, window.above) for window in said]
    found = Verification(
        Support.SUPPORTED,
        1 - len(missing) / len(claims),
        tuple(claim.word for claim in missing),
        tuple(claim.word for claim in denied),
        _swapped(words, said),
        otherwise_measured(words, texts),
        strayed_numbers(words, texts),
        tuple(claim.word for claim in missing if names_thing(claim.word)) if has_measure(words) else (),
    )
    return replace(found, support=_judge(found, missing))


def _judge(found: Verification, missing: Sequence[_Claim]) -> Support:
    is_wrong = found.lost_negations or found.swapped or found.mismeasured or (found.strayed and missing)
    if is_wrong or any(claim.is_exact for claim in missing) or found.share < LITTLE:
        return Support.UNSUPPORTED
    if found.share < ENOUGH or found.strayed or found.untold or any(claim.is_named for claim in missing):
        return Support.PARTLY
    return Support.SUPPORTED


def _swapped(words: Sequence[str], said: Sequence[_Said]) -> tuple[str, ...]:
    """Two parties that every sentence with both gives the other way round, none where one has them as they are; or a
    party and its verb that others do."""
    if wrong := misdone(words, [one for window in said for one in window.sentences]):
        return wrong
    swaps = [found for window in said for one in window.sentences if (found := swapped_parties(words, one))]
    is_said = any(says_of_parties(words, one) for window in said for one in window.sentences)
    return swaps[0] if swaps and not is_said else ()


def _claims(words: Sequence[str]) -> list[_Claim]:
    """The words of a sentence that tell something."""
    negated = negated_words(words)
    claims = []
    for index, (word, terms) in enumerate(zip(words, _comparable(words), strict=True)):
        telling = tuple(term for term in terms if term not in STOP_WORDS and term not in NEGATING)
        if telling:
            named = any(is_number(term) for term in telling) or (index > 0 and is_capitalised(word))
            claims.append(_Claim(word, telling, index in negated, named))
    return claims


def _comparable(words: Sequence[str]) -> list[Terms]:
    """Terms, with small numbers in words as digits."""
    return [tuple(_DIGITS.get(term, term) for term in terms) for terms in terms_of(words)]


def _best_window(passage: Passage, claims: Sequence[_Claim]) -> _Said:
    """Of the windows of a passage the first that says most of the claims."""
    above = _comparable(" ".join((*passage.headings, passage.context)).split())
    terms, negated = _comparable(passage.words), negated_words(passage.words)
    windows = [_said(passage, above, terms, negated, window) for window in _windows(passage)]
    return max(windows, key=lambda said: sum(said.says(claim) - said.denies(claim) / 2 for claim in claims))


def _windows(passage: Passage) -> Iterator[tuple[int, int]]:
    sentences = passage.sentences()
    for first in range(max(len(sentences) - WINDOW_SENTENCES, 0) + 1):
        yield sentences[first][0], sentences[min(first + WINDOW_SENTENCES, len(sentences)) - 1][1]


def _said(
    passage: Passage, above: Sequence[Terms], terms: Sequence[Terms], negated: set[int], window: tuple[int, int]
) -> _Said:
    plain = {term for index in range(*window) if index not in negated for term in terms[index]}
    denied = {term for index in range(*window) if index in negated for term in terms[index]}
    headed = {term for words in above for term in words}
    every = plain | denied | headed
    kin = {key for term in every for key in kin_keys(term)}
    sentences = (passage.words[first:end] for first, end in passage.sentences() if window[0] <= first < window[1])
    titles = " ".join((*passage.headings, passage.context)).split()
    return _Said(frozenset(plain | headed), frozenset(denied), frozenset(kin), tuple(sentences), tuple(titles))
