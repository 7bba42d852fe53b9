"""Characters that are no letters of words, and letters that are several."""

import re

_ODD = re.compile("[\ufb00-\ufb06\u200b-\u200f\u2060\ufeff\u00ad]")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_CONTROLS = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–"})
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def without_controls(text: str) -> str:
    """The text, character for character, with spaces for control characters and signs of symbol fonts by their names.

    U+0002 and U+FFFE stay: they stand for hyphens at the ends of lines.
    """
    if _PRIVATE.search(text):
        text = text.translate(_SYMBOLS)
    return _CONTROLS.sub(" ", text)


def mend_words(words: list[str]) -> None:
    """Takes ligatures apart, and invisible characters away, in place."""
    if not _ODD.search("".join(words)):
        return
    for at, word in enumerate(words):
        words[at] = _ODD.sub(lambda odd: _LIGATURES.get(odd.group(), ""), word)
