"""The numbers that Word puts before paragraphs: they stand in no text, and people quote them («п. 4.2»)."""

import re
from dataclasses import dataclass, field

from spravka.pages.formats.office.package import Element, child, number_of, value_of

_LEVELS = 9
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_MOST_ROMAN = 5_000
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted; ``text`` has %1 … %9 where the numbers of the levels stand."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    style_id: str = ""
    is_all_decimal: bool = False


@dataclass(slots=True)
class _List:
    """A list definition, with where its counting is. Several instances of it go on counting together."""

    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Counts the numbered paragraphs of one document, which are told in their order."""

    def __init__(self, root: Element | None) -> None:
        definitions = () if root is None else root.iterchildren("{*}abstractNum")
        self.lists = {number_of(one, "abstractNumId"): _List(_levels(one)) for one in definitions}
        instances = [] if root is None else list(root.iterchildren("{*}num"))
        self.list_of = {number_of(one, "numId"): number_of(child(one, "abstractNumId")) for one in instances}
        self.starts = {number_of(one, "numId"): _overridden_starts(one) for one in instances}

    def level_of_style(self, list_id: int | None, style_id: str) -> int:
        """The level of a list that is tied to a style; 0 where none is."""
        found = self.lists.get(self.list_of.get(list_id))
        levels = found.levels.items() if found else ()
        return next((number for number, level in levels if level.style_id == style_id), 0)

    def next_mark(self, list_id: int | None, level_number: int) -> str:
        """What stands before the next paragraph of that list and level: «4.2.», «б)»; "" for a bullet or nothing."""
        found = self.lists.get(self.list_of.get(list_id))
        if found is None or not 0 <= level_number < _LEVELS:
            return ""
        self._count(found, list_id, level_number)
        level = found.levels.get(level_number, Level())
        if level.number_format in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda place: _number(found, level, int(place[1]) - 1), level.text)

    def _count(self, found: _List, list_id: int | None, level_number: int) -> None:
        starts = self.starts.get(list_id, {})
        if level_number in starts:
            found.counts[level_number] = starts.pop(level_number) - 1
        for higher in range(level_number):
            if found.counts[higher] is None:
                found.counts[higher] = found.levels.get(higher, Level()).start
        count = found.counts[level_number]
        found.counts[level_number] = found.levels.get(level_number, Level()).start if count is None else count + 1
        found.counts[level_number + 1 :] = [None] * (_LEVELS - level_number - 1)


def _levels(definition: Element) -> dict[int, Level]:
    found = {}
    for one in definition.iterchildren("{*}lvl"):
        start = number_of(child(one, "start"))
        found[number_of(one, "ilvl") or 0] = Level(
            start=1 if start is None else start,
            number_format=value_of(child(one, "numFmt")) or "decimal",
            text=value_of(child(one, "lvlText")),
            style_id=value_of(child(one, "pStyle")),
            is_all_decimal=child(one, "isLgl") is not None,
        )
    return found


def _overridden_starts(instance: Element) -> dict[int, int]:
    """Levels that this instance of a list begins anew, and with what."""
    starts = {}
    for override in instance.iterchildren("{*}lvlOverride"):
        start = number_of(child(override, "startOverride"))
        if start is not None:
            starts[number_of(override, "ilvl") or 0] = start
    return starts


def _number(found: _List, level: Level, wanted: int) -> str:
    count = found.counts[wanted]
    wanted_level = found.levels.get(wanted, Level())
    if count is None:
        count = wanted_level.start
    return written(count, "decimal" if level.is_all_decimal else wanted_level.number_format)


def written(count: int, number_format: str) -> str:
    """A number as one of Word's formats writes it; formats of other scripts are written in digits."""
    match number_format:
        case "upperRoman" | "lowerRoman" if 0 < count <= _MOST_ROMAN:
            return _cased(_roman(count), number_format)
        case "upperLetter" | "lowerLetter" if count > 0:
            return _cased(_lettered(count, _LATIN), number_format)
        case "russianUpper" | "russianLower" if count > 0:
            return _cased(_lettered(count, _RUSSIAN), number_format)
        case "decimalZero":
            return f"{count:02}"
        case "none" | "bullet":
            return ""
    return str(count)


def _cased(text: str, number_format: str) -> str:
    return text.upper() if "upper" in number_format.lower() else text


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        text += letters * times
    return text


def _lettered(count: int, letters: str) -> str:
    """After the last letter comes the first one twice."""
    times, at = divmod(count - 1, len(letters))
    return letters[at] * min(times + 1, 9)
