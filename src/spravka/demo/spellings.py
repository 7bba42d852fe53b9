"""The demo catalogue's items as suppliers write them: shortened, glued together, decorated, mistyped.

Each spelling is made by a few distortions, in the order in which people make them: first what is left
out and shortened, then how sizes are written, then what is added, and slips of the keyboard last.
"""

import random
import re
from collections.abc import Callable, Sequence

from spravka.demo.catalogue import DEFAULT_SEED, DemoItem, brands_of
from spravka.demo.spelling_words import ABBREVIATIONS, ENGLISH, LATIN_TWINS, NOISE_AFTER, NOISE_BEFORE

Distortion = Callable[[str, DemoItem, random.Random], str]

_STANDARD = re.compile(r",? (?:ГОСТ(?: Р)?|DIN) [\d.\-]+")
_TIMES = re.compile(r"(?<=\d)х(?=\d)")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:мм|см|м|кг|л|мл|г|Вт|В|м2|м3|шт)\b)")
_MILLIMETRES = re.compile(r"(?<=\d) ?мм\b")
_WORD = re.compile(r"[а-яё]{6,}")
_ADJECTIVE = re.compile(r"[а-яё]{3,}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)")
_MARK = re.compile(r"\b[А-Я][А-Я\d]*\d*\b")


def supplier_spellings(
    items: Sequence[DemoItem],
    count: int,
    seed: int = DEFAULT_SEED,
) -> list[tuple[str, str]]:
    """``count`` pairs of a supplier's name and the code of the item it means. The same arguments give the
    same pairs. Every item is spelled once before any is spelled twice.
    """
    chooser = random.Random(seed)
    chosen: list[DemoItem] = []
    while items and len(chosen) < count:
        chosen += chooser.sample(items, min(len(items), count - len(chosen)))
    return [(spell(item, chooser), item.code) for item in chosen]


def spell(item: DemoItem, chooser: random.Random) -> str:
    """One supplier's spelling of an item."""
    name = item.name
    for distort, chance in _DISTORTIONS:
        if chooser.random() < chance:
            name = distort(name, item, chooser)
    return " ".join(name.split())


def _without_standard(name: str, _: DemoItem, chooser: random.Random) -> str:
    return _STANDARD.sub("" if chooser.random() < 0.8 else " ГОСТ", name)


def _without_last_part(name: str, _: DemoItem, chooser: random.Random) -> str:
    """Leaves out the last remark, if it has no digit that would be missed."""
    kept, comma, last = name.rpartition(", ")
    return kept if comma and not any(map(str.isdigit, last)) else name


def _abbreviated(name: str, _: DemoItem, chooser: random.Random) -> str:
    for word, short in ABBREVIATIONS.items():
        if chooser.random() < 0.7:
            name = re.sub(rf"\b{word}\b", chooser.choice(short), name, flags=re.IGNORECASE)
    return name


def _in_english(name: str, _: DemoItem, chooser: random.Random) -> str:
    head, space, rest = name.partition(" ")
    return ENGLISH.get(head.lower(), head) + space + rest


def _reordered(name: str, _: DemoItem, chooser: random.Random) -> str:
    """Brings the last part to the front, or turns the first two words round."""
    first, comma, rest = name.partition(", ")
    if comma and chooser.random() < 0.5:
        parts = [first, *rest.split(", ")]
        return " ".join([parts[0], parts[-1], *parts[1:-1]])
    words = name.split(" ")
    if len(words) > 2 and _ADJECTIVE.fullmatch(words[1]):
        words[0], words[1] = words[1].capitalize(), words[0].lower()
    return " ".join(words)


def _other_times(name: str, _: DemoItem, chooser: random.Random) -> str:
    return _TIMES.sub(chooser.choice(("x", "X", "*", "×", " х ", " x ", "Х", "/")), name)


def _decimal_point(name: str, _: DemoItem, chooser: random.Random) -> str:
    return _DECIMAL_COMMA.sub(".", name)


def _units_glued(name: str, _: DemoItem, chooser: random.Random) -> str:
    return _BEFORE_UNIT.sub("", name)


def _millimetres_dropped(name: str, _: DemoItem, chooser: random.Random) -> str:
    return _MILLIMETRES.sub("", name)


def _commas_dropped(name: str, _: DemoItem, chooser: random.Random) -> str:
    return re.sub(r", ", chooser.choice((" ", ",", "; ", " / ")), name)


def _latin_twins(name: str, _: DemoItem, chooser: random.Random) -> str:
    """Marks (ВВГ, А500С, М8) typed on a Latin keyboard: nothing is seen, everything differs."""
    return _MARK.sub(lambda mark: mark[0].translate(LATIN_TWINS), name)


def _branded(name: str, item: DemoItem, chooser: random.Random) -> str:
    brand = chooser.choice(brands_of(item.group_code))
    return f"{name} {chooser.choice((brand, brand.upper(), f'«{brand}»', f'({brand})'))}"


def _noisy(name: str, _: DemoItem, chooser: random.Random) -> str:
    if chooser.random() < 0.3:
        return chooser.choice(NOISE_BEFORE) + name
    return name + chooser.choice((*NOISE_AFTER, f" арт. {chooser.randrange(1000, 99999)}"))


def _other_case(name: str, _: DemoItem, chooser: random.Random) -> str:
    return name.upper() if chooser.random() < 0.5 else name.lower()


def _mistyped(name: str, _: DemoItem, chooser: random.Random) -> str:
    """A slip in one long word: two letters turned round, one lost or one doubled."""
    words = list(_WORD.finditer(name))
    if not words:
        return name
    word = chooser.choice(words)
    place = chooser.randrange(word.start() + 1, word.end() - 1)
    first, second = name[place], name[place + 1]
    slip = chooser.choice((second + first, second, first + first + second))
    return name[:place] + slip + name[place + 2 :]


_DISTORTIONS: tuple[tuple[Distortion, float], ...] = (
    (_without_standard, 0.65),
    (_without_last_part, 0.15),
    (_in_english, 0.05),
    (_reordered, 0.25),
    (_abbreviated, 0.6),
    (_other_times, 0.55),
    (_decimal_point, 0.35),
    (_millimetres_dropped, 0.25),
    (_units_glued, 0.4),
    (_commas_dropped, 0.35),
    (_latin_twins, 0.15),
    (_branded, 0.15),
    (_noisy, 0.2),
    (_other_case, 0.2),
    (_mistyped, 0.12),
)
