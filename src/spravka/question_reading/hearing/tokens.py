"""Cutting a question into tokens: words, numbers, dates, quotations, codes and punctuation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spravka.question_reading.hearing.heard import TokenKind

_LETTER = r"[^\W\d_]"
_WORD_END = r"(?![^\W_])"
_QUOTATIONS = (
    r"«(?P<q1>[^«»\n]{1,200})»",
    r"“(?P<q2>[^“”\n]{1,200})[”\"]",
    r"„(?P<q3>[^„“”\n]{1,200})[“”]",
    r"\"(?P<q4>[^\"\n]{1,200})\"",
    r"`(?P<q5>[^`'\n]{1,200})[`']",
    r"''(?P<q6>[^'\n]{1,200})''",
    r"‘(?P<q7>[^‘’\n]{1,200})’(?!\w)",
    r"(?<!\w)'(?P<q8>[^'\n]{1,200}(?:'(?=\w)[^'\n]{1,200})?)'(?!\w)",
)
_TOKEN = re.compile(
    "|".join(
        (
            *_QUOTATIONS,
            r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})",
            rf"(?P<date>(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d{{2}})){_WORD_END})"
            r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?",
            r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?!\d))",
            r"(?P<measured>\d+(?:[.,]\d+)?)(?=(?:k|m|bn|mln|b|th|st|nd|rd|s|kg|km|cm|mm|ft|lbs?|usd|г|кг|км|м|см|мм"
            rf"|т|руб|млн|тыс|млрд|к|лет){_WORD_END})",
            rf"(?P<number>(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?:[.,]\d+)?|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?"
            rf"|\d+(?:[.,]\d+)?){_WORD_END}(?![-/_]\w*[^\W\d_]))",
            r"(?P<ordinal>\d+)(?=-(?:го|й|я|е|ые|ых|ого|му|м|ми|х|ом|ая|ое|ий|ые|th|st|nd|rd))",
            r"(?P<top>(?:топ|top)(?=-\d))",
            rf"(?P<negation>n['’]t){_WORD_END}",
            rf"(?P<negated>{_LETTER}+?(?=n['’]t{_WORD_END}))",
            rf"(?P<possessive>['’]s){_WORD_END}",
            rf"(?P<word>\w+(?:(?:[-–./_&+]|['’](?!s{_WORD_END}))\w+)*)",
            r"(?P<sign><=|>=|<>|!=|==|[^\w\s])",
        )
    ),
    re.IGNORECASE,
)
_PIECES = re.compile(r"[^\W\d_]+|\d+")
_KINDS = {"number": TokenKind.NUMBER, "measured": TokenKind.NUMBER, "ordinal": TokenKind.NUMBER}
_KINDS |= {"date": TokenKind.NUMBER, "time": TokenKind.NUMBER, "sign": TokenKind.PUNCTUATION}


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters ``start`` … ``end``; ``text`` is what they say (a quotation without its marks)."""

    text: str
    start: int
    end: int
    kind: TokenKind

    @property
    def pieces(self) -> tuple[str, ...]:
        """The parts of a compound word or code, lower-cased; none for a simple word."""
        if self.kind is not TokenKind.WORD:
            return ()
        found = tuple(_PIECES.findall(self.text.lower()))
        return found if len(found) > 1 else ()


def cut(question: str) -> Iterator[Cut]:
    """The tokens of the question from left to right, none overlapping; white space belongs to none."""
    for found in _TOKEN.finditer(question):
        name = found.lastgroup or "sign"
        if name.startswith("q") and name[1:].isdigit():
            yield Cut(found.group(name).strip(), found.start(), found.end(), TokenKind.QUOTED)
        else:
            yield Cut(found.group(), found.start(), found.end(), _KINDS.get(name, TokenKind.WORD))
