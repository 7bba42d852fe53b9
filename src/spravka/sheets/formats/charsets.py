"""In which encoding a text is, for texts that are mostly Russian.

UTF-8 and UTF-16 prove themselves. Among the one-byte Cyrillic encodings every byte is valid in each, so
each is tried, and the text that reads most like Russian wins: by the frequencies of letters in Russian
(Lyashevskaya and Sharoff, "The frequency dictionary of modern Russian", 2009), by case (a capital
inside a word is rare), and by what is no letter at all (box-drawing marks are rare in a table).
"""

import math
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from charset_normalizer import from_bytes

SAMPLE_BYTES = 256 * 1024
CYRILLIC_ENCODINGS = ("cp1251", "cp866", "koi8-r", "mac-cyrillic", "iso8859-5")
LATIN_ENCODINGS = ["cp1252", "cp1250", "cp1254", "cp1257"]

_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_PER_TEN_THOUSAND = (
    *(1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190),
    *(174, 170, 165, 159, 144, 121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4),
)
_LETTER_SCORE = {letter: math.log(share / 100) for letter, share in zip(_LETTERS, _PER_TEN_THOUSAND, strict=True)}
_ORDINARY_SIGNS = frozenset("№°«»–—“”„…×²³±·µ€ø\xa0‘’•§½¼¾")
_STRANGE_SCORE = -6.0
_CAPITAL_INSIDE_SCORE = -3.0
_CAPITAL_INSIDE = re.compile(r"[а-яё][А-ЯЁ]")
_CYRILLIC_WORD = re.compile(r"[а-яё]{2,}", re.IGNORECASE)


@dataclass(frozen=True)
class Decoded:
    """A text and the encoding it was in. ``replaced_count``: bytes that are no character in it."""

    text: str
    encoding: str
    replaced_count: int = 0


def decode(content: bytes) -> Decoded:
    """The text of a file in whatever encoding it is; never fails, at worst some characters are U+FFFD."""
    marked = _byte_order_mark(content)
    if marked:
        return _decoded(content, marked)
    order = utf16_order(content[:SAMPLE_BYTES])
    if order:
        return _decoded(content, order)
    if _is_mostly_utf8(content):
        return _decoded(content, "utf-8")
    return _decoded(content, _one_byte_encoding(content[:SAMPLE_BYTES]))


def utf16_order(sample: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is 0 (Latin) or 4 (Cyrillic). Gives the byte order."""
    if sample.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if len(sample) < 4:
        return None
    even, odd = sample[0::2], sample[1::2]
    if _high_byte_share(odd) > 0.7 > 0.4 > _high_byte_share(even):
        return "utf-16-le"
    if _high_byte_share(even) > 0.7 > 0.4 > _high_byte_share(odd):
        return "utf-16-be"
    return None


def russian_score(text: str) -> float:
    """How much a text reads like Russian: the mean over its characters beyond ASCII, higher is better."""
    beyond = [character for character in text if character > "\x7f"]
    if not beyond:
        return 0.0
    total = sum(map(_character_score, beyond))
    total += _CAPITAL_INSIDE_SCORE * len(_CAPITAL_INSIDE.findall(text))
    return total / len(beyond)


def _character_score(character: str) -> float:
    if character in _ORDINARY_SIGNS:
        return -1.0
    return _LETTER_SCORE.get(character.lower(), _STRANGE_SCORE)


def _byte_order_mark(content: bytes) -> str | None:
    if content.startswith(BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    return None


def _high_byte_share(part: bytes) -> float:
    return (part.count(0) + part.count(4)) / len(part)


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether UTF-8 explains three quarters of what is beyond ASCII: files are glued together and cut off,
    but no text in a one-byte encoding makes so many characters of UTF-8 by chance."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        beyond = sum(1 for character in text if character > "\x7f")
        return text.count("\ufffd") * 4 <= beyond
    return True


def _one_byte_encoding(sample: bytes) -> str:
    """Cyrillic where at least half of the characters beyond ASCII stand in words, else a Latin one."""
    texts = {name: sample.decode(name, errors="replace") for name in CYRILLIC_ENCODINGS}
    best = max(CYRILLIC_ENCODINGS, key=lambda name: russian_score(texts[name]))
    text = texts[best]
    in_words = sum(map(len, _CYRILLIC_WORD.findall(text)))
    beyond = sum(1 for character in text if character > "\x7f")
    if in_words * 2 >= beyond:
        return best
    return _latin_encoding(sample) or best


def _latin_encoding(sample: bytes) -> str | None:
    """Western European, unless another one is plainly less of a mess."""
    matches = from_bytes(sample, cp_isolation=LATIN_ENCODINGS)
    best = matches.best()
    western = next((match for match in matches if match.encoding == "cp1252"), best)
    if best is None or western is None:
        return None
    return western.encoding if western.chaos <= best.chaos else best.encoding


def _decoded(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    if "\ufffd" not in text:
        return Decoded(text, encoding)
    written = content.count("\ufffd".encode()) if encoding.startswith("utf-8") else 0
    return Decoded(text, encoding, text.count("\ufffd") - written)
