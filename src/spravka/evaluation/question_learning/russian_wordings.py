"""Questions in Russian for the gold frames of English ones, made of patterns: more to learn roles and skeletons from.

The patterns are the usual ways of asking, with the words in their cases; which of them a question gets is drawn by a
seed, so that the same data give the same questions. What has no pattern gives no question.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from spravka.evaluation.question_learning.russian_conditions import condition, quantity
from spravka.evaluation.question_learning.russian_names import Noun, agreeing, noun_of
from spravka.query_plans.plan import Aggregate, Operator, SetKind
from spravka.query_plans.schema import DatabaseSchema
from spravka.question_reading.defaults import name_field
from spravka.question_reading.frames import Frame, Item, Sorting, Test, TestKind

SHOW = (
    *("Найдите", "Найди", "Найти", "Покажите", "Покажи", "Показать", "Перечислите", "Перечисли", "Укажите", "Назовите"),
    *("Выведите", "Выведи", "Приведите", "Отобразите", "Каковы", "Какие", "Какой", "Каков", "Назови", "Верните", ""),
)
ASKING = frozenset({"Каковы", "Какие", "Какой", "Каков", ""})
AGGREGATES = {
    Aggregate.AVERAGE: ("средний",),
    Aggregate.MAXIMUM: ("максимальный", "наибольший", "самый большой"),
    Aggregate.MINIMUM: ("минимальный", "наименьший", "самый маленький"),
}
MOST, LEAST = ("наибольший", "самый большой", "максимальный", "самый высокий"), ("наименьший", "самый низкий")
SEEDS = 7


class Unspoken(Exception):
    """There is no wording for this frame."""


@dataclass
class Wording:
    """One question being put together. ``chance`` draws the patterns."""

    frame: Frame
    schema: DatabaseSchema
    chance: random.Random
    subject: str = ""
    names: dict[tuple[str, str], Noun | None] = field(default_factory=dict)

    def name_of(self, table: str, column: str) -> Noun | None:
        """The same noun for the same thing in one question."""
        if (table, column) not in self.names:
            own = table.split(".")[-1]
            self.names[table, column] = noun_of(column or self.schema.tables_by_key[table].name or own, self.chance)
        return self.names[table, column]

    def noun(self, table: str, column: str = "") -> Noun:
        found = self.name_of(table, column)
        if found is None:
            raise Unspoken
        return found

    def drawn(self, *patterns: str) -> str:
        return self.chance.choice(patterns)


def russian_wording(frame: Frame, schema: DatabaseSchema, seed: str) -> str | None:
    """A question that the frame answers; None where no pattern fits."""
    wording = Wording(frame, schema, random.Random(f"{seed}{SEEDS}"))  # noqa: S311
    try:
        wording.subject = _subject(wording)
        text = _question(wording)
    except Unspoken:
        return None
    for before, after in (("  ", " "), (" ,", ","), (" .", "."), (",,", ",")):
        text = text.replace(before, after)
    text = text.strip()
    return text[:1].upper() + text[1:]


def _subject(wording: Wording) -> str:
    """The table that is asked about: that of the first thing shown, else the one whose rows are counted."""
    frame = wording.frame
    for output in frame.outputs:
        if isinstance(output, Item) and output.field is not None and output.field.table:
            return output.field.table
    tested = {test.item.field.table for test in frame.tests if test.item.field is not None}
    counted = sorted(frame.needed_tables - tested - {""}) or sorted(frame.needed_tables - {""})
    if not counted:
        raise Unspoken
    return counted[0]


def _question(wording: Wording) -> str:
    frame = wording.frame
    conditions = " ".join(filter(None, (_conditions(wording), _havings(wording), _absence(wording))))
    order = _order(wording)
    if frame.group and any(isinstance(item, Item) and item.aggregate for item in frame.outputs):
        return _grouped(wording, conditions, order)
    owner = _owner(wording)
    if _is_count(frame):
        return _count(wording, conditions)
    if wording.chance.random() < 0.12 and not frame.group:
        subject = wording.noun(wording.subject).form("nomn", "plur")
        shown = _outputs(wording, frame.outputs, "accs")
        asked = wording.drawn("Какие", "Какие", "Для")
        start = (
            f"{asked} {subject}" if asked == "Какие" else f"Для {wording.noun(wording.subject).form('gent', 'plur')}"
        )
        return f"{start} {conditions} {order}? {wording.drawn('Покажи', 'Найди', 'Назовите', 'Укажите')} их {shown}."
    show = wording.drawn(*SHOW)
    if _shows_names(wording) and wording.chance.random() < 0.25:
        called = wording.noun(wording.subject).form("nomn" if show in ASKING else "accs", "plur")
        return f"{show} {called} {conditions} {order}{'?' if show in ASKING else '.'}"
    shown = _outputs(wording, frame.outputs, "nomn" if show in ASKING else "accs")
    if frame.distinct and wording.chance.random() < 0.7:
        shown = f"{wording.drawn('разные', 'различные', 'уникальные', 'все разные')} {shown}"
    return f"{show} {shown} {owner} {conditions} {order}{'?' if show in ASKING else '.'}"


def _shows_names(wording: Wording) -> bool:
    """What is shown is just what the things are called by."""
    called = name_field(wording.schema, wording.subject)
    return called is not None and wording.frame.outputs == (Item(called),)


def _owner(wording: Wording) -> str:
    """Whose the shown is; now and then it is left out."""
    if wording.chance.random() < 0.2:
        return ""
    number = "plur" if wording.frame.limit != 1 else "sing"
    subject = wording.noun(wording.subject).form("gent", wording.drawn(number, number, "plur"))
    return f"{wording.drawn('', '', '', 'всех', 'для', 'для всех', 'каждого' if number == 'sing' else '')} {subject}"


def _is_count(frame: Frame) -> bool:
    outputs = frame.outputs
    return len(outputs) == 1 and isinstance(outputs[0], Item) and outputs[0].is_count


def _count(wording: Wording, conditions: str) -> str:
    output = wording.frame.outputs[0]
    assert isinstance(output, Item)
    counted = wording.noun(wording.subject)
    if output.field is not None and output.field.column != "*" and wording.chance.random() < 0.6:
        counted = wording.noun(output.field.table, output.field.column)
    different = wording.drawn("разных", "различных", "уникальных") if output.distinct else ""
    many = f"{different} {counted.form('gent', 'plur')}"
    return wording.drawn(
        f"Сколько {many} {conditions}?",
        f"Сколько {many} {conditions.removeprefix(', ')}?",
        f"Сколько всего {many} {conditions}?",
        f"Каково {wording.drawn('', 'общее')} количество {many} {conditions}?",
        f"Найдите {wording.drawn('', 'общее')} {wording.drawn('количество', 'число')} {many} {conditions}.",
        f"Количество {many} {conditions}",
        f"Как много {many} {conditions}?",
        f"Посчитайте {wording.drawn('', 'количество')} {many} {conditions}.",
    )


def _outputs(wording: Wording, outputs: Sequence[object], case: str) -> str:
    told = [_output(wording, output, case) for output in outputs if isinstance(output, Item)]
    if len(told) < len(outputs) or not told:
        raise Unspoken
    last = wording.drawn(" и ", " и ", " и ", ", а также ", " вместе с ")
    return ", ".join(told[:-1]) + (last if len(told) > 1 else "") + told[-1]


def _output(wording: Wording, item: Item, case: str) -> str:
    if item.formula or item.only is not None:
        raise Unspoken
    if item.field is None or item.field.column == "*":
        if item.is_count:
            return _amount(wording, wording.noun(_counted_table(wording)), case)
        return wording.drawn("вся информация", "все данные") if case == "nomn" else "всю информацию"
    noun = wording.noun(item.field.table, item.field.column)
    owner = ""
    if item.field.table != wording.subject and wording.chance.random() < 0.7:
        owner = f" {wording.noun(item.field.table).form('gent', wording.drawn('sing', 'plur'))}"
    if item.aggregate is None:
        return noun.form(case, wording.drawn("sing", "sing", "plur")) + owner
    if item.aggregate is Aggregate.COUNT:
        return _amount(wording, noun, case, is_distinct=item.distinct)
    if item.aggregate is Aggregate.SUM:
        return _sum(wording, noun, case) + owner
    word = wording.drawn(*AGGREGATES[item.aggregate])
    if noun.counted is None and item.aggregate is Aggregate.AVERAGE and wording.chance.random() < 0.2:
        return f"{'среднее значение'} {noun.form('gent')}{owner}"
    return f"{_agreeing(word, noun, case)} {noun.form(case)}{owner}"


def _agreeing(words: str, noun: Noun, case: str, number: str = "sing") -> str:
    return " ".join(agreeing(word, noun, case, number) for word in words.split())


def _sum(wording: Wording, noun: Noun, case: str) -> str:
    if noun.counted is None and wording.chance.random() < 0.4:
        total = Noun("сумма", ("общий",) if wording.chance.random() < 0.5 else ())
        return f"{total.form(case)} {noun.form('gent')}"
    return f"{_agreeing(wording.drawn('общий', 'общий', 'суммарный'), noun, case)} {noun.form(case)}"


def _amount(wording: Wording, counted: Noun, case: str, *, is_distinct: bool = False) -> str:
    amount = Noun(
        wording.drawn("количество", "количество", "число"), ("общий",) if wording.chance.random() < 0.1 else ()
    )
    different = wording.drawn("разных", "различных") if is_distinct else ""
    return f"{amount.form(case)} {different} {counted.form('gent', 'plur')}"


def _counted_table(wording: Wording) -> str:
    """Whose rows are counted beside something else: a joined table, else the subject."""
    others = sorted(wording.frame.needed_tables - {wording.subject, ""})
    return others[0] if others else wording.subject


def _grouped(wording: Wording, conditions: str, order: str) -> str:
    """What is shown of each group."""
    frame = wording.frame
    plain = [item for item in frame.outputs if isinstance(item, Item) and item.aggregate is None]
    aggregated = [item for item in frame.outputs if isinstance(item, Item) and item.aggregate is not None]
    group = frame.group[0].field
    if group is None:
        raise Unspoken
    shown = plain[0].field if plain and plain[0].field is not None else group
    key = wording.noun(shown.table, shown.column)
    called = name_field(wording.schema, shown.table)
    if (called == shown or group == shown) and wording.chance.random() < 0.4:
        key = wording.noun(shown.table)
    show = wording.drawn(*SHOW)
    case = "nomn" if show in ASKING else "accs"
    told = _outputs(wording, aggregated, case)
    end = "?" if show in ASKING else "."
    each = wording.drawn(
        f"для {agreeing('каждый', key, 'gent')} {key.form('gent')}",
        f"для {agreeing('каждый', key, 'gent')} {key.form('gent')}",
        f"в {agreeing('каждый', key, 'loct')} {key.form('loct')}",
        f"у {agreeing('каждый', key, 'gent')} {key.form('gent')}",
        f"{agreeing('каждый', key, 'gent')} {key.form('gent')}",
        f"по {key.form('datv', 'plur')}",
        f"для разных {key.form('gent', 'plur')}",
    )
    rest = _outputs(wording, plain, case) if plain else ""
    if not plain or wording.chance.random() < 0.3:
        return wording.drawn(
            f"{each}, {show.lower()} {told} {conditions} {order}{end}",
            f"{show} {told} {each} {conditions} {order}{end}",
        )
    return wording.drawn(
        f"{show} {rest} и {told} {each} {conditions} {order}{end}",
        f"{show} {rest}, а также {told} {conditions} {order}{end}",
        f"{show} {rest} и {told} {conditions} {order}{end}",
        f"{show} {told} {each} и {rest} {conditions} {order}{end}",
    )


def _conditions(wording: Wording) -> str:
    frame = wording.frame
    tests = [test for test in frame.tests if test.kind is not TestKind.AMONG]
    told = [_condition(wording, test) for test in tests]
    joint = " или " if frame.any_of else " и "
    words = joint.join(_bare(part) if at else part for at, part in enumerate(told))
    if frame.set_kind in (SetKind.INTERSECT, SetKind.UNION) and frame.other is not None:
        other = [_bare(_condition(wording, test)) for test in frame.other.tests]
        if not other or not told:
            raise Unspoken
        first = " и ".join(other)
        return (
            f"{words} или {first}"
            if frame.set_kind is SetKind.UNION
            else wording.drawn(f"{words} и {first}", f"как {words}, так и {first}", f"{words}, а также {first}")
        )
    return words


def _bare(words: str) -> str:
    return words.removeprefix(", ")


def _condition(wording: Wording, test: Test) -> str:
    told = condition(test, wording.subject, wording.name_of, wording.chance)
    if told is None:
        raise Unspoken
    return told


def _havings(wording: Wording) -> str:
    """«у которых более 3 заказов»."""
    told = []
    for test in wording.frame.having:
        if test.kind is not TestKind.COMPARE or not test.values or isinstance(test.values[0], str):
            raise Unspoken
        if test.item.field is not None and test.item.field.column != "*" and not test.item.is_count:
            noun = wording.noun(test.item.field.table, test.item.field.column)
            word = _output(wording, test.item, "nomn")
            relation = "больше" if test.operator in (Operator.MORE, Operator.MORE_OR_EQUAL) else "меньше"
            told.append(f", {agreeing('который', noun, 'gent', 'plur')} {word} {relation} {test.values[0]}")
        else:
            counted = wording.noun(_counted_table(wording))
            told.append(quantity(test.operator, str(test.values[0]), counted, wording.chance))
    return " и ".join(told)


def _absence(wording: Wording) -> str:
    """«, у которых нет заказов»; also what is taken away by a second select."""
    frame = wording.frame
    absent = [test for test in frame.tests if test.kind is TestKind.AMONG]
    if any(not test.negated or test.inner is None for test in absent):
        raise Unspoken
    inner = [test.inner for test in absent if test.inner is not None]
    if frame.set_kind is SetKind.EXCEPT and frame.other is not None:
        inner.append(frame.other)
    return " ".join(_without(wording, frame) for frame in inner)


def _without(wording: Wording, inner: Frame) -> str:
    others = sorted(inner.needed_tables - {wording.subject, ""})
    if inner.having or inner.group or (not others and not inner.tests):
        raise Unspoken
    tests = " и ".join(_condition(wording, test) for test in inner.tests)
    if not others:
        return wording.drawn(f", но не {_bare(tests)}", f", кроме {_bare(tests)}", f", не {_bare(tests)}")
    other = wording.noun(others[0])
    many = other.form("gent", "plur")
    return wording.drawn(
        f", у которых нет {many} {tests}",
        f"без {many} {tests}",
        f", которые не имеют {many} {tests}",
        f", не имеющих {many} {tests}",
        f", в которых нет {many} {tests}",
        f", у которых нет ни одного {other.form('gent')} {tests}",
    )


def _order(wording: Wording) -> str:
    frame = wording.frame
    if not frame.order:
        if frame.limit is not None:
            raise Unspoken
        return ""
    sorting = frame.order[0]
    if frame.limit is None:
        return _sorted_by(wording, sorting)
    return _first_by(wording, sorting, frame.limit)


def _ordered_noun(wording: Wording, item: Item) -> Noun:
    """What is ordered by, with its aggregate as an adjective."""
    if item.field is None or item.field.column == "*" or item.is_count:
        counted = wording.noun(_counted_table(wording))
        return Noun(wording.drawn("количество", "число"), (), counted.form("gent", "plur"), counted)
    noun = wording.noun(item.field.table, item.field.column)
    if item.aggregate is None:
        return noun
    word = "общий" if item.aggregate is Aggregate.SUM else AGGREGATES[item.aggregate][0]
    return Noun(noun.head, (word, *noun.adjectives), noun.tail, noun.counted)


def _sorted_by(wording: Wording, sorting: Sorting) -> str:
    noun = _ordered_noun(wording, sorting.item)
    way = "убывания" if sorting.descending else "возрастания"
    by = "по убыванию" if sorting.descending else "по возрастанию"
    patterns = [
        f"в порядке {way} {noun.form('gent')}",
        f", отсортированные по {noun.form('datv')} {by}",
        f"{by} {noun.form('gent')}",
        f", отсортированные {by} {noun.form('gent')}",
        f"в порядке {way} по {noun.form('datv')}",
        f"и отсортируй их по {noun.form('datv')} в порядке {way}",
        f", упорядоченные {by} {noun.form('gent')}",
    ]
    if not sorting.descending:
        patterns += [f", отсортированные по {noun.form('datv')}", f"в алфавитном порядке {noun.form('gent')}"]
    return wording.drawn(*patterns)


def _first_by(wording: Wording, sorting: Sorting, limit: int) -> str:
    noun = _ordered_noun(wording, sorting.item)
    words = wording.drawn(*(MOST if sorting.descending else LEAST))
    number = f"{limit} " if limit > 1 else ""
    more = "больше" if sorting.descending else "меньше"
    patterns = [
        f"с {number}{_agreeing(words, noun, 'ablt', 'plur' if number else 'sing')} {noun.form('ablt')}",
        f", у которых {_agreeing(words, noun, 'nomn')} {noun.form('nomn')}",
        f", имеющих {_agreeing(words, noun, 'accs')} {noun.form('accs')}",
    ]
    if noun.counted is not None:
        patterns += [
            f", у которых {more} всего {noun.counted.form('gent', 'plur')}",
            f", в которых {more} всего {noun.counted.form('gent', 'plur')}",
            f"с {_agreeing(words, noun, 'ablt')} {noun.form('ablt')}",
        ]
    if limit > 1 and wording.chance.random() < 0.6:
        return f"{wording.drawn('топ', 'первые', 'для')} {limit} {wording.drawn(*patterns[1:])}"
    if limit > 1:
        return patterns[0]
    return wording.drawn(*patterns)
