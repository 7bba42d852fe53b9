"""Whether the text of a page is text: kept, repaired, or in need of recognition.

Text is thrown away only where it is surely none: a page of part numbers, of a program or of another language has few
words of a dictionary and is good text nevertheless.
"""

import re

from spravka.pages.page import TextLayer
from spravka.pages.text_layer.encodings import MAPPINGS, WRONG
from spravka.pages.text_layer.letters import without_controls
from spravka.pages.text_layer.look_alikes import mend_look_alikes
from spravka.pages.text_layer.real_words import has_common_words, real_share, words_of

_UNREADABLE = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_ODD = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f¨ª¸¼¾¿À-ÿ\ue000-\uf8ff\ufffd]")
"""What is looked for first: without such a character nothing is wrong with the codes of a text."""
_SPACES = re.compile(r"\s+")
_RUSSIAN, _LATIN = re.compile(r"[а-яё]{3,}"), re.compile(r"[a-z]{3,}")
_OTHER_LETTERS = re.compile(r"(?![а-яёА-ЯЁa-zA-Z])[^\W\d_]")
_WORDS_A_LETTER = 10
_MOSTLY_UNREADABLE = 0.4
_REPAIRED_SHARE = 0.5
_REPAIRED_BEFORE_SHARE = 0.3
_RUSSIAN_SHARE, _LATIN_SHARE = 0.15, 0.5
"""Of Russian words all are in the dictionary; Latin letters make something that can be pronounced by chance, too."""
_FEWEST_WORDS = 30
_TOO_FEW = 5
_MOST_RUNS = 200


class LayerCheck:
    """Checks the pages of one document, one after another: what mended one page is tried first on the next."""

    def __init__(self) -> None:
        self.mapping = ""
        """The wrong encoding of the last page repaired."""

    def check(self, text: str) -> tuple[str, TextLayer]:
        """The text, mended character for character, and what it is: original, repaired or in need of recognition."""
        odd = _ODD.search(text) is not None
        mended = self._mapped(text) if odd and WRONG.search(text) else text
        if mended == text and ((odd and _is_unreadable(text)) or _is_no_language(text)):
            return "", TextLayer.NEEDS_RECOGNITION
        mended = mend_look_alikes(mended)
        layer = TextLayer.ORIGINAL if mended == text else TextLayer.REPAIRED
        return without_controls(mended) if odd else mended, layer

    def _mapped(self, text: str) -> str:
        """The text by the encoding that gives most Russian words; as it is where none gives enough."""
        if self.mapping:
            few = len(WRONG.findall(text)) < _TOO_FEW
            if few or _mended_share(text, self.mapping) >= _REPAIRED_BEFORE_SHARE:
                return text.translate(MAPPINGS[self.mapping])
        shares = {name: _mended_share(text, name) for name in MAPPINGS}
        best = max(shares, key=lambda name: shares[name])
        if shares[best] < _REPAIRED_SHARE:
            return text
        self.mapping = best
        return text.translate(MAPPINGS[best])


def _mended_share(text: str, name: str) -> float:
    """Share of Russian words among those that the mapping makes of runs of wrong letters."""
    runs = " ".join(WRONG.findall(text)[:_MOST_RUNS]).translate(MAPPINGS[name])
    return real_share(words_of(runs))


def _is_unreadable(text: str) -> bool:
    return len(_UNREADABLE.findall(text)) > _MOSTLY_UNREADABLE * len(_SPACES.sub("", text))


def _is_no_language(text: str) -> bool:
    return not has_common_words(text.split()) and _is_gibberish(text)


def _is_gibberish(text: str) -> bool:
    """Whether hardly a word is one of the language whose letters it has; letters of another language speak for it."""
    words = words_of(text)
    russian = [word for word in words if _RUSSIAN.fullmatch(word)]
    latin = [word for word in words if _LATIN.fullmatch(word)]
    known, least = (russian, _RUSSIAN_SHARE) if len(russian) > len(latin) else (latin, _LATIN_SHARE)
    if len(known) < _FEWEST_WORDS or len(_OTHER_LETTERS.findall(text)) > len(known) // _WORDS_A_LETTER:
        return False
    return real_share(known) < least
