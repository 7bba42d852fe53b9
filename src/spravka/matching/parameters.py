"""What a name says in numbers: sizes, sections, marks, standards, voltages, colours, each comparable.

A parameter has a *kind* («диаметр», «марка м», «цвет») and a *value* in the kind's canonical unit (millimetres, volts,
kilograms, …). `read_parameters` finds them in a normalised name; `compare` says which of a supplier's parameters
an item shares, contradicts, or leaves open. Beside the typed parameters every number is kept bare, because a
supplier's «80х80х5» is the catalogue's «80х80 мм, толщина стенки 5 мм».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = r"\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One fact of a name: `kind` and `value` compare, `text` is how a person reads it."""

    kind: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """The facts of one name; `numbers` are all its numbers in writing order, without their meaning."""

    typed: tuple[Parameter, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an item's parameters answer a name's: readable texts, in the name's order."""

    agreeing: tuple[str, ...]
    differing: tuple[str, ...]
    missing: tuple[str, ...]


# unit → (kind of a bare "number unit", canonical unit, factor to it)
_UNITS: dict[str, tuple[str, str, float]] = {
    "мм": ("размер", "мм", 1.0),
    "см": ("размер", "мм", 10.0),
    "дм": ("размер", "мм", 100.0),
    "м": ("размер", "мм", 1000.0),
    "мкм": ("микроны", "мкм", 1.0),
    "мм2": ("сечение", "мм2", 1.0),
    "кв.мм": ("сечение", "мм2", 1.0),
    "кв. мм": ("сечение", "мм2", 1.0),
    "кв мм": ("сечение", "мм2", 1.0),
    "м2": ("площадь", "м2", 1.0),
    "м3": ("объем", "л", 1000.0),
    "л": ("объем", "л", 1.0),
    "мл": ("объем", "л", 0.001),
    "кг/м3": ("плотность", "кг/м3", 1.0),
    "кг": ("масса", "кг", 1.0),
    "гр": ("масса", "кг", 0.001),
    "г": ("масса", "кг", 0.001),
    "т": ("масса", "кг", 1000.0),
    "тн": ("масса", "кг", 1000.0),
    "в": ("напряжение", "В", 1.0),
    "v": ("напряжение", "В", 1.0),
    "кв": ("напряжение", "В", 1000.0),
    "kv": ("напряжение", "В", 1000.0),
    "а": ("ток", "А", 1.0),
    "ка": ("отключающая способность", "кА", 1.0),
    "ма": ("ток утечки", "мА", 1.0),
    "вт": ("мощность", "Вт", 1.0),
    "w": ("мощность", "Вт", 1.0),
    "квт": ("мощность", "Вт", 1000.0),
    "мпа": ("давление", "МПа", 1.0),
    "бар": ("давление", "МПа", 0.1),
    "bar": ("давление", "МПа", 0.1),
    "атм": ("давление", "МПа", 0.1),
    "кн": ("усилие", "кН", 1.0),
    "°с": ("температура", "°C", 1.0),
    "°": ("угол", "°", 1.0),
    "град": ("угол", "°", 1.0),
    "гц": ("частота", "Гц", 1.0),
    "лм": ("световой поток", "лм", 1.0),
    "шт": ("упаковка", "шт", 1.0),
    "%": ("доля", "%", 1.0),
    '"': ("дюймы", '"', 1.0),
    "дюйма": ("дюймы", '"', 1.0),
    "дюйм": ("дюймы", '"', 1.0),
}

# written label → kind; a label is followed by its number, at most a few words later
_LABELS: tuple[tuple[str, str], ...] = (
    (r"номинальн\w+ диаметр\w*|условн\w+ (?:диаметр|проход)\w*|ду|dу|dn|dnх", "условный диаметр"),
    (r"наружн\w+ диаметр\w*|дн", "диаметр"),
    (r"диаметр\w*|диам|ø|ф|d|д(?=\.? ?\d)", "диаметр"),
    (r"толщин\w*|толщ|s(?= ?=)|б(?= ?=)", "толщина"),
    (r"ширин\w*|шир|в(?= ?=)", "ширина"),
    (r"высот\w*|выс|н(?= ?=)", "высота"),
    (r"длин\w*|дл|l", "длина"),
    (r"сечени\w*|сеч", "сечение"),
    (r"напряжени\w*", "напряжение"),
    (r"мощност\w*", "мощность"),
    (r"давлени\w*|ру|pn|рn|pу", "давление"),
    (r"объем\w*|емкост\w*", "объем"),
    (r"масс\w*|вес(?:ом)?", "масса"),
    (r"плотност\w*", "плотность"),
)
_CANONICAL_UNIT = {
    "условный диаметр": "мм",
    "диаметр": "мм",
    "толщина": "мм",
    "ширина": "мм",
    "высота": "мм",
    "длина": "мм",
    "сечение": "мм2",
    "напряжение": "В",
    "мощность": "Вт",
    "давление": "МПа",
    "объем": "л",
    "масса": "кг",
}
SIZES = "размеры"
"""The kind of a product of sizes begins with it: «80х80х5» is of the kind «размеры 3»."""
_PARTS_OF_AN_INCH = frozenset({2, 4, 8, 16, 32, 64})
_LENGTHS = frozenset({"условный диаметр", "диаметр", "толщина", "ширина", "высота", "длина"})

_COLOURS = {
    "бел": "белый", "черн": "черный", "сер": "серый", "син": "синий", "красн": "красный", "зелен": "зеленый",
    "желт": "желтый", "коричнев": "коричневый", "голуб": "голубой", "оранжев": "оранжевый", "бежев": "бежевый",
    "розов": "розовый", "фиолетов": "фиолетовый", "прозрачн": "прозрачный", "серебр": "серебристый",
    "бордов": "бордовый",
}  # fmt: skip
_COLOUR_ENDINGS = r"(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ой|ым|ыми|о)?"

_UNIT_PATTERN = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
_NOT_MARKS = "от|до|на|по|из|под|для|без|не|или|при|с|со|к|и|в|уп|арт|шт|тип|код|р|о|об|у|за|х"
_LABEL_PATTERN = "|".join(f"(?P<label{n}>{written})" for n, (written, _) in enumerate(_LABELS)).replace(" ", r"\ ")
_SCAN = re.compile(
    rf"""
      (?P<standard>(?<![a-zа-я])(?:гост|ост|ту|din|дин|iso|исо|сто|снип|серия)\ ?
        (?:р\ |iso\ |исо\ |en\ )*(?P<document>\d[\d.]*\d|\d))(?:-\d+)*
    | (?P<thread>(?<![a-zа-я0-9])м\ ?(?P<thread_size>{_NUMBER})(?=х\d|[^\d.a-zа-я]|$))
    | (?<![a-zа-я])(?:{_LABEL_PATTERN})(?![a-zа-я])[^\d,;()a-z"]{{0,24}}?(?P<labelled>{_NUMBER})
      (?:\ ?(?P<labelled_unit>{_UNIT_PATTERN})(?![a-zа-я0-9]))?
    | (?P<product>{_NUMBER}(?:х{_NUMBER})+)
    | (?P<fraction>\d+/\d+)(?:\ ?(?P<inch>"|дюйм\w*))?
    | (?P<mark>(?<![a-zа-я0-9])
      (?:[a-zа-я]{{1,6}}-?
      | (?!(?:{_NOT_MARKS})\ )[a-zа-я]{{1,3}}\ (?!{_NUMBER}\ ?(?:{_UNIT_PATTERN})(?![a-zа-я0-9])))
      (?!{_NUMBER}(?:х\d|/\d))(?P<mark_number>{_NUMBER}))
    | (?P<plain>{_NUMBER})(?:\ ?(?P<unit>{_UNIT_PATTERN})(?![a-zа-я0-9]))?
    | (?<![a-zа-я])(?P<colour>{"|".join(sorted(_COLOURS, key=len, reverse=True))}){_COLOUR_ENDINGS}(?![a-zа-я])
    """,
    re.VERBOSE,
)
_EACH_NUMBER = re.compile(_NUMBER)
_MARK_LETTERS = re.compile(r"[a-zа-я]+")


def read_parameters(normalised: str) -> Parameters:
    """The parameters of a name that `normalise` has returned; never raises."""
    typed = tuple(dict.fromkeys(_typed_parameters(normalised)))
    numbers = tuple(dict.fromkeys(tidy_number(number) for number in _EACH_NUMBER.findall(normalised)))
    return Parameters(typed, numbers)


def compare(name: Parameters, item: Parameters) -> Comparison:
    """Which of the name's parameters the item shares, contradicts (same kind, other value) or does not mention."""
    item_facts = {(fact.kind, fact.value) for fact in item.typed}
    item_kinds = {fact.kind: fact for fact in item.typed}
    item_numbers = set(item.numbers)
    agreeing, differing, missing = [], [], []
    for fact in name.typed:
        if (fact.kind, fact.value) in item_facts or _is_elsewhere(fact, item_kinds, item_numbers):
            agreeing.append(fact.text)
        elif fact.kind in item_kinds:
            differing.append(f"{fact.text} ≠ {item_kinds[fact.kind].text}")
        else:
            missing.append(fact.text)
    return Comparison(tuple(agreeing), tuple(differing), tuple(missing))


@lru_cache(maxsize=65536)
def tidy_number(number: str) -> str:
    """«010.50» and «10.5» are one number: «10.5»; an article of many digits keeps them all."""
    whole, _, part = number.partition(".")
    part = part.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{part}" if part else whole.lstrip("0") or "0"


def _is_elsewhere(fact: Parameter, item_kinds: dict[str, Parameter], item_numbers: set[str]) -> bool:
    """Whether the item writes the fact's numbers in another way: «80х5» as «80 мм, толщина 5 мм».

    «4х4» is not told by the 4 of «3х4»: of sizes written alike, each side counts.
    """
    if fact.kind in item_kinds and fact.kind.startswith(SIZES):
        return sorted(fact.value.split("х")) == sorted(item_kinds[fact.kind].value.split("х"))
    found = {tidy_number(number) for number in _EACH_NUMBER.findall(fact.text)}
    return (found or {fact.text}) <= item_numbers


def _typed_parameters(text: str) -> Iterator[Parameter]:
    for found in _SCAN.finditer(text):
        match found.lastgroup:
            case "document" | "standard":
                yield Parameter("стандарт", found["document"], found["standard"])
            case "thread" | "thread_size":
                yield _parameter("резьба", float(found["thread_size"]), "", "М")
            case "labelled" | "labelled_unit":
                yield _labelled(found)
            case "product":
                yield _product(found["product"])
            case "fraction" | "inch":
                yield _fraction(found["fraction"], is_inches=found["inch"] is not None)
            case "mark" | "mark_number":
                yield from _mark(found)
            case "plain" | "unit":
                yield from _with_unit(found)
            case _:
                colour = _COLOURS[found["colour"]]
                yield Parameter("цвет", colour, f"цвет {colour}")


def _labelled(found: re.Match[str]) -> Parameter:
    kind = next(kind for n, (_, kind) in enumerate(_LABELS) if found[f"label{n}"] is not None)
    number, unit = float(found["labelled"]), found["labelled_unit"]
    if unit is None:
        factor = 0.1 if kind == "давление" and number >= 4 else 1.0  # Ру16, PN16 are bars
    else:
        factor = _UNITS[unit][2]
        if kind in _LENGTHS and _UNITS[unit][1] != "мм":
            kind = _UNITS[unit][0]
    canonical = _CANONICAL_UNIT.get(kind, _UNITS[unit][1] if unit else "")
    return _parameter(kind, number * factor, canonical, f"{kind} ")


def _with_unit(found: re.Match[str]) -> Iterator[Parameter]:
    if found["unit"] is not None:
        kind, canonical, factor = _UNITS[found["unit"]]
        yield _parameter(kind, float(found["plain"]) * factor, canonical, f"{kind} ")


def _mark(found: re.Match[str]) -> Iterator[Parameter]:
    letters = _MARK_LETTERS.match(found["mark"])
    if letters:
        number = tidy_number(found["mark_number"])
        yield Parameter(f"марка {letters.group()}", number, f"{letters.group().upper()}{number}")


def _fraction(written: str, is_inches: bool) -> Parameter:
    """«1/2» compares with «1/2"», though it is told without the sign («сорт 2/4»); «2440/1220» is two numbers."""
    if is_inches or int(written.partition("/")[2]) in _PARTS_OF_AN_INCH:
        return Parameter("дюймы", written, f'{written}"' if is_inches else written)
    return Parameter("через дробь", written, written)


def _product(written: str) -> Parameter:
    sides = "х".join(tidy_number(side) for side in written.split("х"))
    return Parameter(f"{SIZES} {sides.count('х') + 1}", sides, f"{SIZES} {sides}")


def _parameter(kind: str, value: float, unit: str, before: str) -> Parameter:
    number = tidy_number(f"{value:.6f}")
    return Parameter(kind, number, f"{before}{number} {unit}".strip())
