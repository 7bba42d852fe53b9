"""Cyrillic text whose bytes were taken for Latin letters, and how to take them for what they are.

A font without a table of its characters leaves a reader only the codes; a reader then takes them for Latin-1 or for
Windows-1252. The code pages are those of the standard library; T2A is the Cyrillic font encoding of TeX (Berdnikov,
Lapko, Kolodin, Janishevsky, Burykin, «Cyrillic encodings for LaTeX 2e multi-language documents», 1998), by its
Russian letters and signs.
"""

import re

WRONG_LETTER = re.compile(r"[\x80-\x9f¨¸ª¼¾¿À-ÿ\uf0a8\uf0b8\uf0c0-\uf0ff]")
WRONG = re.compile(WRONG_LETTER.pattern + "{3,}")
"""A run of letters as no Western language has it."""
_CODE_PAGES = ("cp1251", "koi8-r", "mac-cyrillic", "iso8859-5")
_T2A_SIGNS = {
    0x10: "“",
    0x11: "”",
    0x12: "„",
    0x15: "–",
    0x16: "—",
    0x1B: "ﬀ",
    0x1C: "ﬁ",
    0x1D: "ﬂ",
    0x1E: "ﬃ",
    0x1F: "ﬄ",
    0x7F: "\ufffe",
    0x88: "•",
    0x9C: "Ё",
    0x9D: "№",
    0x9F: "§",
    0xBC: "ё",
    0xBD: "№",
    0xBE: "«",
    0xBF: "»",
}
_PRIVATE = 0xF000
"""Symbol fonts keep their bytes from here on."""


def _t2a() -> dict[int, str]:
    letters = bytes(range(0xC0, 0x100)).decode("cp1251")
    return {**dict(zip(range(0xC0, 0x100), letters, strict=True)), **_T2A_SIGNS}


def _code_page(name: str) -> dict[int, str]:
    decoded = ((code, bytes([code]).decode(name, "replace")) for code in range(0x80, 0x100))
    return {code: letter for code, letter in decoded if letter.isprintable() and letter != "\ufffd"}


def _as_misread(codes: dict[int, str]) -> dict[int, str]:
    """For the codes taken for Latin-1, for Windows-1252 and for a symbol font's own."""
    misread = dict(codes)
    for code, letter in codes.items():
        windows = bytes([code]).decode("cp1252", "replace")
        if code >= 0x80 and windows != "\ufffd":
            misread[ord(windows)] = letter
        misread[_PRIVATE + code] = letter
    return {**{_PRIVATE + code: chr(code) for code in range(0x20, 0x7F)}, **misread}


MAPPINGS: dict[str, dict[int, str]] = {
    "t2a": _as_misread(_t2a()),
    **{name: _as_misread(_code_page(name)) for name in _CODE_PAGES},
}
"""For ``str.translate``: from letters as read to letters as meant, one for one."""
