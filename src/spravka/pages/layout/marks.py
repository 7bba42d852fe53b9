"""What the first words of a row say about it: numbers of sections, marks of lists, captions."""

import re

_BULLET = re.compile(r"[•●○◦▪■□▶►‣⁃∙·*–—-]|\uf0b7|\uf0a7")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,4})[.)]|\(?\d{1,3}\)", re.IGNORECASE)
_SECTION = re.compile(r"(?:§\s*)?((?:\d{1,3}|[A-ZА-Я])(?:\.\d{1,3}){0,5})\.?")
_PART = re.compile(
    r"глава|раздел|подраздел|часть|приложение|статья|параграф|chapter|section|part|appendix|annex|article|schedule",
    re.IGNORECASE,
)
_PART_NUMBER = re.compile(r"№?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZА-Я])[.:]?")
_DOTTED = re.compile(r"\d{1,3}\.(?:\d{1,3}\.?){0,5}")
_CAPTION = re.compile(r"рис|рисунок|табл|таблица|схема|листинг|fig|figure|table|listing", re.IGNORECASE)
_CAPTION_NUMBER = re.compile(r"№?[\dA-ZА-Я]+(?:[.\-–]\d+)*[.:]?")
_END = ".!?…:;"
_CLOSING = "»”\"')]"


def may_name_section(word: str) -> bool:
    """Whether a row that begins with this word may be a heading though its type is that of the text: a quick look."""
    return word[:1].isdigit() or word[:1] == "§" or word.isupper() or _PART.fullmatch(word.rstrip(".")) is not None


def is_bullet(word: str) -> bool:
    """A dot, a dash or another sign before an item of a list."""
    return _BULLET.fullmatch(word) is not None


def is_list_mark(words: list[str]) -> bool:
    """A bullet, or a number or letter with a point or bracket, before other words."""
    if len(words) < 2:
        return False
    return _BULLET.fullmatch(words[0]) is not None or _ITEM.fullmatch(words[0]) is not None


def part_length(words: list[str]) -> int:
    """How many words name a part («Глава 3» 2, «Приложение № 1» 3); 0 where a row does not begin with such."""
    if len(words) < 2 or not _PART.fullmatch(words[0].rstrip(".")) or not starts_upper(words[0]):
        return 0
    at = 2 if words[1] == "№" and len(words) > 2 else 1
    return at + 1 if _PART_NUMBER.fullmatch(words[at]) else 0


def part_of(words: list[str]) -> tuple[str, ...]:
    """The words that name a part, or its number if there is a point in it; () where a row opens neither."""
    length = part_length(words)
    if not length and len(words) > 1 and _DOTTED.fullmatch(words[0]):
        length = 1
    return tuple(word.lower().rstrip(".:") for word in words[:length])


def section_depth(words: list[str]) -> int:
    """How deep a section's number reaches («4.2 Права» is 2, «Глава 3» is 1); 0 where the row has none."""
    if len(words) < 2:
        return 0
    if part_length(words):
        return 1
    number = _SECTION.fullmatch(words[0])
    if number is None or not starts_upper(words[1]):
        return 0
    if number.group(1).isalpha() and not words[0].endswith("."):
        return 0
    return number.group(1).count(".") + 1


def is_caption(words: list[str]) -> bool:
    """«Рис. 4», «Таблица 2.1 —», «Figure 3:»."""
    if len(words) < 2:
        return False
    return _CAPTION.fullmatch(words[0].rstrip(".")) is not None and _CAPTION_NUMBER.fullmatch(words[1]) is not None


def starts_upper(word: str) -> bool:
    """Whether a word begins as a sentence does: with a capital, after quotes or brackets."""
    letter = word.lstrip("«“„\"'([¿¡—–-")[:1]
    return letter.isupper()


def starts_lower(word: str) -> bool:
    """Whether a word goes on with a sentence."""
    letter = word.lstrip("«“„\"'([—–-")[:1]
    return letter.islower()


def ends_sentence(word: str) -> bool:
    """Whether a word ends a sentence or a clause of a list."""
    last = word.rstrip(_CLOSING)[-1:]
    return last != "" and last in _END
