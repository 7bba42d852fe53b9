"""Whether a line that nothing marks as a heading reads like one; rather no than yes."""

import re

_MOST_WORDS = 12
_LEAST_LETTERS = 4
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZА-ЯЁ«\"])")
_NAMED = re.compile(
    r"(?:раздел|глава|статья|часть|приложение|chapter|section|article|part|appendix|annex)\s+(?:№\s*)?[\dIVXLА-ЯA-Z]",
    re.IGNORECASE,
)
_ENDS_OF_SENTENCES = (".", ";", ":", ",", "!", "?", "…")


def heading_level(line: str, is_marked: bool = False) -> int:
    """1 to 6, or 0 for what is no heading. ``is_marked``: all of it is set in bold.

    A heading is short, ends without a mark, and is numbered, or called a chapter, or all in capitals, or marked.
    """
    if len(line.split()) > _MOST_WORDS or line.endswith(_ENDS_OF_SENTENCES) or not _has_letters(line):
        return 0
    numbered = _NUMBERED.match(line)
    if numbered:
        return min(6, numbered[1].count(".") + 1)
    if line.isupper() or (_NAMED.match(line) and line[0].isupper()):
        return 1
    return 2 if is_marked else 0


def _has_letters(line: str) -> bool:
    return sum(map(str.isalpha, line)) >= _LEAST_LETTERS
