"""A question as what is looked for: its terms, phrases in quotation marks, names, numbers, and what would answer it."""

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spravka.passages.clause_marks import Reference, references
from spravka.passages.words.lemmas import Terms, is_number, terms_of, word_terms
from spravka.passages.words.stop_words import STOP_WORDS

_QUOTED = re.compile(r'"([^"]{2,})"|«([^»]{2,})»|“([^”]{2,})”|„([^“”]{2,})[“”]')

_SAYING = """
сказать говорить говориться гласить содержать содержаться написать писать указать описать описывать описываться
предусмотреть предусматривать рассказать показать процитировать цитировать привести прочитать найти открыть текст
содержание say state contain tell show give quote text describ find open read content cover
"""
SAYING = frozenset(_SAYING.split())
"""Where a part of a document is asked for by its mark, these words tell nothing of what stands in it."""


class AnswerKind(enum.StrEnum):
    """What the question's words ask for."""

    DATE = "date"
    DURATION = "duration"
    """For how long, within what time, how often."""
    MONEY = "money"
    """A sum, or a share of one."""
    NUMBER = "number"
    NAME = "name"
    PLACE = "place"
    REASON = "reason"
    DEFINITION = "definition"
    ANY = "any"


_ASKS_FOR = (
    (
        AnswerKind.DEFINITION,
        r"что (?:такое|означа\w+|значит|(?:по)?нима\w+ под|подразумева\w+)|как определ\w+ (?:понятие|термин)"
        r"|what (?:does|do) .* mean|what is meant by|definition of|define",
    ),
    (
        AnswerKind.DATE,
        r"когда|как(?:ом|ого|ой|ому) (?:году|года|год|веке|век|числа|числу|месяц\w*|дату|дата|дня|день|дню)|какие годы",
    ),
    (AnswerKind.DATE, r"when|(?:what|which) (?:\w+ )?(?:year|date|day|month|century|decade|period)s?"),
    (
        AnswerKind.DURATION,
        r"как(?:ой|ого|ом|ому|ов) (?:\w+ )?(?:срок\w*|период\w*|возраст\w*)|как (?:долго|часто|скоро)"
        r"|с какой периодичностью|за сколько(?! (?:\w+ )?(?:руб|ден|тыс|млн|мил))"
        r"|(?:сколько|скольких) (?:\w+ )?(?:дней|суток|недель|месяцев|лет|часов|минут|секунд|времени)",
    ),
    (
        AnswerKind.DURATION,
        r"how (?:often|soon|frequently|long (?:do|does|did|must|may|can|will|should|before|after|until))"
        r"|(?:for|within) how long|how many (?:\w+ )?(?:seconds|minutes|hours|days|weeks|months|years)",
    ),
    (
        AnswerKind.MONEY,
        r"сколько (?:\w+ )?(?:сто[ия]т\w*|плат\w+|долж\w+ (?:за|о|у)?плат\w+|рублей|денег)|почем"
        r"|как(?:ой|ая|ую|ов|ова|ое|ие) (?:\w+ )?(?:штраф\w*|неустойк\w*|пен[яи]|аванс\w*|цен\w*|стоимост\w*|сумм\w*"
        r"|скидк\w*|плат[аыу]|тариф\w*|процент\w*)",
    ),
    (
        AnswerKind.MONEY,
        r"how much (?:do|does|did|is|are|will|must|money|rent)|(?:what|which) (?:\w+ )?(?:price|cost|fee|fine|penalty"
        r"|rent|deposit|percentage|discount|salary)",
    ),
    (
        AnswerKind.NUMBER,
        r"сколько|скольк\w+|как(?:ое|ова|ов|ой|ую) (?:\w+ )?(?:количеств\w*|численност\w*|процент\w*|число)",
    ),
    (
        AnswerKind.NUMBER,
        r"как(?:ов|ова|ую|ая|ой) (?:\w+ )?(?:дол[яюи]|размер\w*|площад\w*|вес\w*|масс\w*|высот\w*|длин\w*"
        r"|ширин\w*|глубин\w*|температур\w*|скорост\w*|мощност\w*|давлени\w*|напряжени\w*|объем\w*)",
    ),
    (
        AnswerKind.NUMBER,
        r"how (?:many|much|long|old|far|tall|large|big|high|often|thick|heavy|wide|deep|fast|loud|hot|cold|steep)"
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
    references: tuple[Reference, ...] = ()
    """The parts of a document that it names: «п. 4.2»."""

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
    named = tuple(references(words))
    terms = _with_marks(terms_of(words), named) if named else terms_of(words)
    return Question(text, words, tuple(terms), tuple(_phrases(text)), _kind_of(text), named)


def _with_marks(word_terms: Sequence[Terms], named: Sequence[Reference]) -> list[Terms]:
    """A part that is named by several words is one term; what asks for its text is none."""
    terms = [tuple(term for term in some if term not in SAYING) for some in word_terms]
    for one in named:
        numbers = [term for word in word_terms[one.first : one.end] for term in word if is_number(term)]
        terms[one.first : one.end] = [()] * (one.end - one.first)
        terms[one.end - 1] = (*one.terms, *numbers)
    return terms


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
