"""Keys under which two written forms of a word meet: its letters, its stub without an ending, and its sound.

Cheap on purpose (about a microsecond each): an index of a million stored values computes them for every word it has.
What they bring together is looked at again, letter by letter, before it counts.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b

WORD = re.compile(r"[^\W_]+")
SHORTEST_STUB = 3


def _latin_letters() -> dict[int, str]:
    """Accented Latin letters without their accents; Cyrillic «й» is a letter of its own and stays."""
    letters = (chr(code) for code in range(0xC0, 0x250))
    bare = {ord(letter): unicodedata.normalize("NFKD", letter)[0] for letter in letters}
    return {**bare, ord("ё"): "е", ord("ß"): "ss", ord("ø"): "o", ord("ł"): "l", ord("æ"): "ae"}


_PLAIN = _latin_letters()
_ACCENTED = re.compile("[ё\u00c0-\u024f]")


def without_accents(text: str) -> str:
    """The text in its own case with bare Latin letters, and «е» for «ё»."""
    return text.translate(_PLAIN) if _ACCENTED.search(text) else text


def normalised(text: str) -> str:
    """Small letters, no accents, «е» for «ё»."""
    return without_accents(text.lower())


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, normalised, in order."""
    return WORD.findall(normalised(text))


_RUSSIAN_ENDING = re.compile(
    "(?:ами|ями|ого|его|ому|ему|ыми|ими|иями|иях|ией|иям|ия|ии|ию|ие|ий|ах|ях|ов|ев|ей|ой|ый|ая|яя|ое|ее|ые|ом|ем|ам|ям"
    "|ую|юю|ых|их|ью|а|е|и|й|о|у|ы|ь|ю|я)$"
)
_ENGLISH_ENDINGS = (("sses", "ss"), ("ies", "y"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""))


def stub_of(word: str) -> str:
    """A normalised word without its ending of case or number; at least three letters stay."""
    if word.isascii():
        return _english_stub(word)
    bare = _RUSSIAN_ENDING.sub("", word)
    return bare if len(bare) >= SHORTEST_STUB else word


def _english_stub(word: str) -> str:
    if len(word) <= SHORTEST_STUB or word.endswith(("ss", "us", "is")):
        return word
    for ending, instead in _ENGLISH_ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


_TO_LATIN = str.maketrans(
    dict(
        zip("абвгдезийклмнопрстуфъыьэ", "abvgdeziiklmnoprstuf_y_e", strict=True),
        ж="zh",
        х="h",
        ц="ts",
        ч="ch",
        ш="sh",
        щ="sch",
        ю="yu",
        я="ya",
    )
)
_HUSHING = {"sch": "6", "tch": "6", "sh": "6", "ch": "6", "cz": "6", "zh": "j", "dzh": "j", "dj": "j"}
_SOUNDS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile("sch|tch|sh|ch|zh|dzh|dj|cz"), lambda found: _HUSHING[found.group()]),
    (re.compile("ph"), "f"),
    (re.compile("[ck]h|ck|q"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("g(?=[eiy])"), "j"),
    (re.compile("c"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("ts|tz|z"), "s"),
    (re.compile("w(?![aeiouy])"), ""),
    (re.compile("w"), "v"),
)
_VOWELS = tuple("aeiouy")
_SILENT = re.compile(r"(?<!^)[aeiouyh]|(.)(?=\1)")


def latin_of(word: str) -> str:
    """A Cyrillic word in Latin letters; a Latin one as it is."""
    return word if word.isascii() else word.translate(_TO_LATIN).replace("_", "")


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """The consonants a word is heard by, the same for «Чикаго» and Chicago; a vowel counts only at the beginning."""
    heard = latin_of(word)
    for written, sounded in _SOUNDS:
        heard = written.sub(sounded, heard)
    if heard.startswith(_VOWELS):
        heard = "a" + heard.lstrip("aeiouy")
    return _SILENT.sub("", heard)


def hash_of(key: str) -> int:
    """A key as 64 bits, the same in every process and release."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")
