"""Conditions of a frame in Russian, in many wordings: «у которых возраст больше 5», «с типом PUR»."""

import random
import re
from collections.abc import Callable

from spravka.evaluation.question_learning.russian_names import Noun, agreeing
from spravka.query_plans.plan import Operator, TextMatch
from spravka.question_reading.frames import FrameConstant, Test, TestKind

NameOf = Callable[[str, str], Noun | None]
"""The noun phrase of a column, or of a table with an empty column."""

RELATIONS = {
    Operator.MORE: ("больше", "более", "выше", "больше чем", "превышает", "свыше", "более чем"),
    Operator.MORE_OR_EQUAL: ("не менее", "не меньше", "больше или равно", "как минимум"),
    Operator.LESS: ("меньше", "менее", "ниже", "меньше чем", "менее чем"),
    Operator.LESS_OR_EQUAL: ("не более", "не больше", "не выше", "меньше или равно"),
    Operator.EQUAL: ("равен", "равно", "составляет", "", "—"),
    Operator.UNEQUAL: ("не равен", "не равно", "отличается от", "не"),
}
QUANTITIES = {
    Operator.MORE: ("более", "больше", "более чем", "свыше"),
    Operator.MORE_OR_EQUAL: ("не менее", "не меньше", "не менее чем", "по крайней мере"),
    Operator.LESS: ("менее", "меньше", "менее чем"),
    Operator.LESS_OR_EQUAL: ("не более", "не больше", "не более чем"),
    Operator.EQUAL: ("ровно", ""),
}
DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
YEAR = re.compile(r"^(1[5-9]|20)\d\d$")
MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
MATCHES = {
    TextMatch.CONTAINS: ("содержит", "включает"),
    TextMatch.STARTS: ("начинается с", "начинается на"),
    TextMatch.ENDS: ("заканчивается на", "оканчивается на"),
}


def condition(test: Test, subject: str, name_of: NameOf, chance: random.Random) -> str | None:
    """The words after the subject; None for a test no wording is known for."""
    field = test.item.field
    if field is None or field.column == "*" or test.item.formula:
        return None
    noun = name_of(field.table, field.column)
    if noun is None:
        return None
    owner = name_of(field.table, "") if field.table != subject else None
    if test.kind is TestKind.COMPARE_INNER:
        return _with_owner(_against_average(test, noun, chance), owner, noun, chance)
    if test.kind is TestKind.BETWEEN and len(test.values) == 2:
        low, high = (_number(value) for value in test.values)
        between = chance.choice((f"от {low} до {high}", f"между {low} и {high}", f"в диапазоне от {low} до {high}"))
        return _with_owner(f"{_relative(noun, chance)} {between}", owner, noun, chance)
    if test.kind is TestKind.MATCH and test.values:
        return _match(test, noun, chance)
    if test.kind is not TestKind.COMPARE or not test.values or test.negated:
        return None
    if isinstance(test.values[0], str):
        return _with_owner(_equal(test, noun, chance), owner, noun, chance)
    return _with_owner(_compared(test.operator, test.values[0], noun, chance), owner, noun, chance)


def _with_owner(words: str | None, owner: Noun | None, noun: Noun, chance: random.Random) -> str | None:
    """Whose property it is, where it is not the subject's own."""
    if words is None or owner is None or chance.random() < 0.35:
        return words
    number = chance.choice(("sing", "plur"))
    for case in ("nomn", "ablt", "accs"):
        form = noun.form(case)
        if form in words:
            return words.replace(form, f"{form} {owner.form('gent', number)}", 1)
    return f"связанных с {owner.form('ablt', number)} {words}"


def _relative(noun: Noun, chance: random.Random) -> str:
    """«у которых возраст», «возраст которых», «с возрастом», «где возраст»."""
    return chance.choice(
        (
            f", у которых {noun.form('nomn')}",
            f", {noun.form('nomn')} которых",
            f"с {noun.form('ablt')}",
            f", где {noun.form('nomn')}",
            f", имеющих {noun.form('accs')}",
            f", если {noun.form('nomn')}",
            f", чей {noun.form('nomn')}",
        )
    )


def _compared(operator: Operator, value: FrameConstant, noun: Noun, chance: random.Random) -> str:
    number = _number(value)
    if noun.counted is not None and operator in QUANTITIES and chance.random() < 0.5:
        return quantity(operator, number, noun.counted, chance)
    if YEAR.match(number) and chance.random() < 0.5:
        return _of_year(operator, number, noun, chance)
    return f"{_relative(noun, chance)} {chance.choice(RELATIONS[operator])} {number}".replace("  ", " ")


def quantity(operator: Operator, number: str, counted: Noun, chance: random.Random) -> str:
    """«с более чем 2 спальнями», «имеющие не менее 3 комнат»."""
    words = chance.choice(QUANTITIES.get(operator, ("",)))
    if "чем" in words and chance.random() < 0.7:
        return f"с {words} {number} {counted.form('ablt', 'plur')}"
    before = chance.choice((", у которых", ", имеющих", ", которые имеют", ", в которых", ", где", "с"))
    return f"{before} {words} {number} {counted.form('gent', 'plur')}".replace("  ", " ")


def _of_year(operator: Operator, year: str, noun: Noun, chance: random.Random) -> str:
    words = {
        Operator.MORE: ("после {} года", "позже {} года"),
        Operator.LESS: ("до {} года", "раньше {} года"),
        Operator.MORE_OR_EQUAL: ("с {} года", "начиная с {} года"),
    }.get(operator, ("в {} году", "{} года", "за {} год"))
    told = chance.choice(words).format(year)
    return told if chance.random() < 0.4 else f"{_relative(noun, chance)} {told}"


def _equal(test: Test, noun: Noun, chance: random.Random) -> str | None:
    value = str(test.values[0])
    if (day := DAY.match(value)) is not None:
        return _of_day(test.operator, day, noun, chance)
    if test.operator is Operator.UNEQUAL:
        return f"{_relative(noun, chance)} не {_quoted(value, chance)}"
    if test.operator is not Operator.EQUAL:
        return None
    value = _quoted(value, chance)
    return chance.choice(
        (
            f"{_relative(noun, chance)} {value}",
            f"{_relative(noun, chance)} {chance.choice(RELATIONS[Operator.EQUAL])} {value}",
            f"с {noun.form('ablt')} {value}",
            f"{agreeing('который', noun, 'gent', 'plur')} {noun.form('nomn')} {value}",
            f"из {value}",
            f"в {value}",
            f"{value}",
            f"для {noun.form('gent')} {value}",
            f"{noun.form('gent')} {value}",
        )
    ).replace("  ", " ")


def _of_day(operator: Operator, day: re.Match[str], noun: Noun, chance: random.Random) -> str:
    year, month, number = day.groups()
    written = chance.choice(
        (day.group(), f"{number}.{month}.{year}", f"{int(number)} {MONTHS[int(month) - 1]} {year} года")
    )
    before = {Operator.MORE: "после", Operator.LESS: "до", Operator.MORE_OR_EQUAL: "с", Operator.LESS_OR_EQUAL: "по"}
    told = f"{before.get(operator, '')} {written}".strip()
    return told if chance.random() < 0.3 else f"{_relative(noun, chance)} {told}"


def _match(test: Test, noun: Noun, chance: random.Random) -> str:
    words = chance.choice(MATCHES.get(test.match, ("содержит",)))
    no = "не " if test.negated else ""
    return f"{_relative(noun, chance)} {no}{words} {_quoted(str(test.values[0]), chance)}"


def _against_average(test: Test, noun: Noun, chance: random.Random) -> str | None:
    if test.inner is None or test.inner.tests or test.operator not in (Operator.MORE, Operator.LESS):
        return None
    aggregate = getattr(test.inner.outputs[0], "aggregate", None)
    if aggregate is None or str(aggregate) != "average":
        return None
    word = chance.choice(("выше", "больше") if test.operator is Operator.MORE else ("ниже", "меньше"))
    average = agreeing("средний", noun, "gent")
    return f"{_relative(noun, chance)} {word} {average}"


def _quoted(value: str, chance: random.Random) -> str:
    return chance.choice((value, value, f"«{value}»", f'"{value}"'))


def _number(value: FrameConstant) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
