"""Which of the two languages a question is asked in."""

import re

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.hearing.heard import Language

_RUSSIAN_WORD = re.compile(r"(?:^\s*[А-ЯЁ]|\b[а-яё])[а-яё]*(?!\w)")
_ENGLISH_WORD = re.compile(r"(?:^\s*[A-Z]|\b[a-z])[a-z']*(?!\w)")
_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”")


def language_of(question: str) -> Language:
    """The language of most words outside quotation marks, names left out: they are capital and may be foreign.

    A question without any such word is in Russian if it has a Cyrillic letter.
    """
    outside = _QUOTED.sub(" ", question)
    russian, english = len(_RUSSIAN_WORD.findall(outside)), len(_ENGLISH_WORD.findall(outside))
    if russian == english:
        return Language.RUSSIAN if is_cyrillic(question) else Language.ENGLISH
    return Language.RUSSIAN if russian > english else Language.ENGLISH
