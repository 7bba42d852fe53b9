"""A question as what is looked for: its terms, phrases in quotation marks, names, numbers, and what would answer it."""

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spravka.passages.lemmas import Terms, is_number, terms_of, word_terms
from spravka.passages.stop_words import STOP_WORDS

_QUOTED = re.compile(r'"([^"]{2,})"|«([^»]{2,})»|“([^”]{2,})”|„([^“”]{2,})[“”]')


class AnswerKind(enum.StrEnum):
    """What the question's words ask for."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    PLACE = "place"
    REASON = "reason"
    ANY = "any"


_ASKS_FOR = (
    (
        AnswerKind.DATE,
        r"когда|как(?:ом|ого|ой|ому) (?:году|года|год|веке|век|числа|месяц\w*|дату|дата|дня|день)|какие годы",
    ),
    (AnswerKind.DATE, r"when|(?:what|which) (?:\w+ )?(?:year|date|day|month|century|decade|period)s?"),
    (
        AnswerKind.NUMBER,
        r"сколько|скольк\w+|как(?:ое|ова|ов|ой|ую) (?:\w+ )?(?:количеств\w*|численност\w*|процент\w*|число)",
    ),
    (
        AnswerKind.NUMBER,
        r"как(?:ов|ова|ую|ая|ой) (?:\w+ )?(?:дол[яюи]|сумм\w*|срок\w*|размер\w*|стоимост\w*|цен\w*|площад\w*)",
    ),
    (
        AnswerKind.NUMBER,
        r"how (?:many|much|long|old|far|tall|large|big|high|often)"
        r"|(?:what|which) (?:\w+ )?(?:percent\w*|number|amount|share|price|cost)",
    ),
    (AnswerKind.REASON, r"почему|зачем|отчего|по какой причине|why|for what reason"),
    (
        AnswerKind.PLACE,
        r"где|куда|откуда|where|как(?:ом|ой|ая) (?:город\w*|стран\w*|штат\w*|регион\w*|област\w*|континент\w*)",
    ),
    (AnswerKind.PLACE, r"(?:what|which) (?:\w+ )?(?:city|country|state|region|town|continent|place|location)"),
    (
        AnswerKind.NAME,
        r"кто|кого|кем|кому|ком|чей|чья|чье|чьи|who|whom|whose|как (?:называ\w+|назв\w+|зовут|звали|имену\w+)",
    ),
    (
        AnswerKind.NAME,
        r"(?:what|which) (?:\w+ )?(?:name|team|company|person|player|artist|actor|author)s?|called|named",
    ),
)
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _ASKS_FOR)


@dataclass(frozen=True)
class Question:
    """``words`` as they stand; see :func:`ask`."""

    text: str
    words: tuple[str, ...]
    word_terms: tuple[Terms, ...]
    phrases: tuple[tuple[str, ...], ...]
    """What stands in quotation marks: the terms of its words, stop words too."""
    kind: AnswerKind

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """What tells, each once, in the question's order. Of a question of stop words alone: those."""
        found = dict.fromkeys(term for terms in self.word_terms for term in terms)
        return tuple(term for term in found if term not in STOP_WORDS) or tuple(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Terms that an answer can hardly do without: numbers, and words with a capital inside the question."""
        return frozenset(
            term
            for index, (word, terms) in enumerate(zip(self.words, self.word_terms, strict=True))
            for term in terms
            if term not in STOP_WORDS and (is_number(term) or (index > 0 and is_capitalised(word)))
        )


def ask(text: str) -> Question:
    """The question of ``text``."""
    words = tuple(text.split())
    return Question(text, words, tuple(terms_of(words)), tuple(_phrases(text)), _kind_of(text))


def main_terms(words: Sequence[str]) -> tuple[str, ...]:
    """The first term of each word that has one: what phrases are compared by."""
    return tuple(terms[0] for terms in map(word_terms, words) if terms)


def is_capitalised(word: str) -> bool:
    """Whether the first letter or digit of ``word`` is a capital letter."""
    return next((letter.isupper() for letter in word if letter.isalnum()), False)


def _phrases(text: str) -> list[tuple[str, ...]]:
    quoted = ["".join(found) for found in _QUOTED.findall(text)]
    return [terms for terms in (main_terms(phrase.split()) for phrase in quoted) if terms]


def _kind_of(text: str) -> AnswerKind:
    plain = text.lower().replace("ё", "е")
    return next((kind for kind, words in _KINDS if words.search(plain)), AnswerKind.ANY)
