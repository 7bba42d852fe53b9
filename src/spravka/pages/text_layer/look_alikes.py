"""Latin letters that stand in Cyrillic words because they look the same, and the other way round."""

import re

_LATIN = "aceopxyABCEHKMOPTX"
_CYRILLIC = "асеорхуАВСЕНКМОРТХ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_MIXED = re.compile(r"[a-zA-Z](?:(?=[а-яёА-ЯЁ])|(?<=[а-яёА-ЯЁ].))")
_WORD = re.compile(r"[a-zA-Zа-яёА-ЯЁ]+")
_INFLECTED = re.compile(r"[a-zA-Z]{2,}(?:а|у|е|ы|и|о|ом|ов|ам|ах|ой|ами)")
"""A Latin name with a Russian ending («TeXа») is written as it is meant."""
_LATIN_LETTER = re.compile(r"[a-zA-Z]")
_CYRILLIC_LETTER = re.compile(r"[а-яёА-ЯЁ]")


def mend_look_alikes(text: str) -> str:
    """The text, letter for letter, with words of two alphabets put into one where all their letters allow it."""
    if text.isascii() or not _MIXED.search(text):
        return text
    for word in {word for word in text.split() if not word.isascii() and _MIXED.search(word)}:
        text = text.replace(word, _WORD.sub(_mended, word))
    return text


def _mended(found: re.Match[str]) -> str:
    word = found.group()
    latin, cyrillic = _LATIN_LETTER.findall(word), _CYRILLIC_LETTER.findall(word)
    if not latin or not cyrillic or _INFLECTED.fullmatch(word):
        return word
    if len(cyrillic) > 1 and all(letter in _LATIN for letter in latin):
        return word.translate(_TO_CYRILLIC)
    if len(latin) > 2 and all(letter in _CYRILLIC for letter in cyrillic):
        return word.translate(_TO_LATIN)
    return word
