"""Marks by which parts of a document are named: «п. 4.2», «раздел 5», "Article IV", «Приложение № 2», "table 3".

A part *opens* with its mark ("4.2. The Supplier …", «Статья 12.»); elsewhere a text only refers to it. Marks are terms
that begin with ``§``: ``§4.2`` of whatever opens with that number, ``§appendix:2`` of what says that it is an appendix.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.passages.passage import Passage, PassageKind

SIGN = "§"
_TEXT, _TABLE, _FIGURE, _APPENDIX = "", "table", "figure", "appendix"

APPENDIX = f"{SIGN}{_APPENDIX}:"
"""What the marks of appendices begin with."""

_KINDS = {
    _TEXT: r"п|пп|пункт\w*|подпункт\w*|раздел\w{0,3}|разд|подраздел\w{0,3}|параграф\w{0,2}|§+"
    r"|clauses?|sub-?clauses?|(?:sub-?)?sections?|sec|paragraphs?|para|points?|items?",
    "article": r"стать(?:я|и|ей?|ю|ям|ях|ями)|ст|articles?|art",
    "chapter": r"глав(?:а|ы|е|у|ой|ам|ах|ами)|гл|chapters?|ch",
    "part": r"част(?:ь|и|ью|ям|ях|ями)|parts?",
    _APPENDIX: r"приложени\w{1,3}|прил|appendix|appendices|annex(?:es)?|schedules?|exhibits?|attachments?",
    _TABLE: r"таблиц\w{0,3}|табл|tables?",
    _FIGURE: r"рисун(?:ок|к\w{1,3})|рис|figures?|fig",
}
_KIND = re.compile("|".join(f"(?P<{name or 'text'}>{forms})" for name, forms in _KINDS.items()))
_NUMBERED_KINDS = frozenset({"article", "chapter", "part"})
"""They may also open with their bare number."""
_LETTERED_KINDS = frozenset({_APPENDIX, _TABLE, _FIGURE})
_ALONE = frozenset({_TEXT, "chapter", "article", "part"})
"""What is named by an ordinal too: «второй раздел»."""

_NUMBER = re.compile(r"\d{1,3}(?:[.\-]\d{1,3}){0,5}")
_OPENING = re.compile(r"[(\[]?(\d{1,3}(?:\.\d{1,3}){0,5})([.)\]:]*)")
_ROMAN = re.compile(r"(?=[IVXІХ])(X{0,3})(I[XV]|V?I{0,3})")
_ORDINAL = re.compile(r"(\d{1,3})-?(?:й|я|е|го|му|м|ом|ой|ю|ую|st|nd|rd|th)")
_ALIKE = str.maketrans("АВСЕКМНОРТХІ", "ABCEKMHOPTXI")
_AROUND = "\"'«»“”„().,;:!?…[]"

_ORDINALS = (
    r"перв\w+|first", r"втор\w+|second", r"трет[иь]\w+|third", r"четв[её]рт\w+|fourth", r"пят\w+|fifth",
    r"шест\w+|sixth", r"седьм\w+|seventh", r"восьм\w+|eighth", r"девят\w+|ninth", r"десят\w+|tenth",
    r"одиннадцат\w+|eleventh", r"двенадцат\w+|twelfth",
)  # fmt: skip
_ORDINAL_WORDS = tuple(re.compile(forms) for forms in _ORDINALS)


@dataclass(frozen=True, slots=True)
class Reference:
    """A part named by the words ``first`` to before ``end``. ``terms``: of the mark, the most exact first.

    ``is_ordinal``: it is named as «второй раздел», which may also be no mark at all ("the first part of his life").
    """

    first: int
    end: int
    terms: tuple[str, ...]
    is_ordinal: bool = False


def references(words: Sequence[str]) -> list[Reference]:
    """The parts that ``words`` name: of a question, or of a text."""
    found: list[Reference] = []
    index = 0
    while index < len(words):
        some = list(_references_at(words, index))
        found += some
        index = max((one.end for one in some), default=index + 1)
    return found


def opening_marks(passage: Passage) -> dict[int, tuple[str, ...]]:
    """The marks that sentences of the passage open with, by the sentence's first word.

    Rows of a table and lines of contents open nothing; the headings over a table do.
    """
    end = len(passage.words) if passage.kind is PassageKind.PROSE else passage.heading_words
    starts = [start for start in passage.sentence_starts if start < end]
    opened = {start: _opening(passage.words, start, passage.heading_words) for start in starts}
    return {start: marks for start, marks in opened.items() if marks}


def heading_marks(headings: Sequence[str]) -> set[str]:
    """The marks that ``headings`` open with."""
    titles = [heading.split() for heading in headings]
    return {mark for words in titles if words for mark in _opening(words, 0, len(words))}


def is_mark(term: str) -> bool:
    return term.startswith(SIGN)


def _opening(words: Sequence[str], start: int, heading_words: int) -> tuple[str, ...]:
    named = next(_references_at(words, start), None)
    if named is not None:
        return named.terms
    number = _OPENING.fullmatch(words[start])
    if number is None or not (number[2] or "." in number[1] or start < heading_words):
        return ()
    return (SIGN + number[1],)


def _references_at(words: Sequence[str], index: int) -> Iterator[Reference]:
    """Those that begin with the word at ``index``: a kind and numbers, «п.4.2» in one, an ordinal and a kind."""
    plain = words[index].lower().lstrip(_AROUND)
    kind = _kind_of(plain.rstrip(_AROUND))
    if kind is not None:
        yield from _numbered(words, index, index + 1, kind)
    elif (joined := re.fullmatch(r"([^\W\d]+\.?|№|§+)№?(\d[\d.\-]*)\W*", plain)) is not None:
        kind = _kind_of(joined[1].rstrip("."))
        if kind is not None and (number := _number(joined[2], kind)):
            yield Reference(index, index + 1, _terms(kind, number))
    elif index + 1 < len(words) and (number := _ordinal(plain.rstrip(_AROUND))):
        kind = _kind_of(words[index + 1].lower().strip(_AROUND))
        if kind in _ALONE and kind is not None:
            yield Reference(index, index + 2, _terms(kind, number), is_ordinal=True)


def _numbered(words: Sequence[str], first: int, index: int, kind: str) -> Iterator[Reference]:
    """«пунктов 4.2, 4.3 и 5»: each with the words before it."""
    if index < len(words) and words[index] in {"№", "N", "No", "No.", "no."}:
        index += 1
    if words[index : index + 1] == ["I"] and words[first].islower():
        return
    while index < len(words) and (number := _number(words[index].strip("№()«»\"'"), kind)):
        yield Reference(first, index + 1, _terms(kind, number))
        is_ended = words[index][-1:] in ".;:?!)"
        first = index = index + 1
        if not is_ended and index < len(words) and words[index] in {"и", "or", "и/или", "или", "and"}:
            first = index = index + 1
        elif is_ended or words[index - 1][-1:] != ",":
            return


def _kind_of(word: str) -> str | None:
    found = _KIND.fullmatch(word)
    return None if found is None else _TEXT if found.lastgroup == "text" else found.lastgroup


def _number(word: str, kind: str) -> str:
    """The number of a part, digits; "" where ``word`` is none."""
    bare = word.strip(_AROUND)
    if _NUMBER.fullmatch(bare):
        return bare
    if (ordinal := _ORDINAL.fullmatch(bare)) is not None:
        return ordinal[1]
    if bare and _ROMAN.fullmatch(bare):
        return str(_roman(bare.translate(_ALIKE)))
    is_letter = kind in _LETTERED_KINDS and len(bare) == 1 and bare.isalpha() and bare.isupper()
    return bare.translate(_ALIKE) if is_letter else ""


def _ordinal(word: str) -> str:
    if (ordinal := _ORDINAL.fullmatch(word)) is not None:
        return ordinal[1]
    return next((str(at) for at, forms in enumerate(_ORDINAL_WORDS, 1) if forms.fullmatch(word)), "")


def _roman(word: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in word]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _terms(kind: str, number: str) -> tuple[str, ...]:
    if kind == _TEXT:
        return (SIGN + number,)
    return (f"{SIGN}{kind}:{number}", *([SIGN + number] if kind in _NUMBERED_KINDS else []))
