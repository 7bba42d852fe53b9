"""What a language model wrote, as text and nothing but text."""

import re

from spravka.llm.fencing import UNPRINTABLE

THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|javascript:|data:)\S+", re.IGNORECASE)
TAG = re.compile(r"<[^<>\n]{0,2000}>")
MARKUP = re.compile(r"[*_`#|~]{2,}|^[#>*-]+\s|`|[<>]|\](?=\()", re.MULTILINE)
CONSIDERED_CHARACTERS = 5_000
END_OF_SENTENCE = re.compile(r"[.!?…](?=\s|$)")


def plain_text(text: str, limit: int) -> str:
    """One paragraph without links, addresses, tags and markup, at most ``limit`` characters, cut after a sentence."""
    bare = _bare(THOUGHTS.sub("", text)[:CONSIDERED_CHARACTERS])
    line = re.sub(r"\s+", " ", UNPRINTABLE.sub(" ", bare)).strip()
    return line if len(line) <= limit else _cut(line, limit)


def _bare(text: str) -> str:
    """Taking out one thing may put another together, so until nothing changes; each round is shorter."""
    before, bare = "", text
    while before != bare:
        before, bare = bare, LINK.sub(r"\1", bare)
        for unwanted in (ADDRESS, TAG, MARKUP):
            bare = unwanted.sub("", bare)
    return bare


def _cut(line: str, limit: int) -> str:
    ends = [found.end() for found in END_OF_SENTENCE.finditer(line[:limit])]
    return line[: ends[-1]] if ends else line[: limit - 1].rstrip() + "…"
