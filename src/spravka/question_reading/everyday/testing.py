"""Conditions by the rules of asking: comparisons, averages, what is absent, values and conditions of the glossary."""

from spravka.query_plans.plan import Aggregate, Operator
from spravka.question_reading.everyday.composition import NEAR, Composition, NotComposed
from spravka.question_reading.everyday.facts import (
    is_temporal,
)
from spravka.question_reading.everyday.parts import Part, PartKind
from spravka.question_reading.frames import ROWS, Field, Frame, Item, Test, TestKind
from spravka.question_reading.hearing.heard import Mark, Sign

COMPARING = {
    Sign.MORE: Operator.MORE,
    Sign.MORE_OR_EQUAL: Operator.MORE_OR_EQUAL,
    Sign.LESS: Operator.LESS,
    Sign.LESS_OR_EQUAL: Operator.LESS_OR_EQUAL,
    Sign.EQUAL: Operator.EQUAL,
}

AVERAGES = {Sign.ABOVE_AVERAGE: Operator.MORE, Sign.BELOW_AVERAGE: Operator.LESS}


def add_comparisons(made: Composition) -> None:
    """«больше 200 поставок», «дороже 50 млн», «оплачено больше суммы договора»."""
    for mark in made.signs(*COMPARING):
        right = made.following(mark)
        if right is None:
            made.penalty += 0.5 * (not _is_glue(made, mark))
            continue
        operator = COMPARING[mark.sign]
        left = made.preceding(mark.first, NEAR + 1)
        if made.is_numeric(right) and not made.is_numeric(left):
            left, right = right, _numeric_after(made, right)
        if right is None:
            continue
        if right.kind is PartKind.NUMBER:
            made.take(right)
            _compare_number(made, left, operator, right)
        elif made.is_numeric(right) and made.is_numeric(left) and left is not None:
            made.take(right), made.take(left)
        else:
            made.penalty += 0.5 * (not _is_glue(made, mark))
            continue
        if right.kind is PartKind.FIELD and left is not None:
            made.tests.append(Test(Item(left.field), TestKind.COMPARE_ITEM, operator, other=Item(right.field)))


def _is_glue(made: Composition, mark: Mark) -> bool:
    """A preposition too ("from Moscow", "under construction")."""
    return any(other.first <= mark.first and mark.last <= other.last for other in made.signs(Sign.OF, Sign.WHOSE))


def _numeric_after(made: Composition, part: Part) -> Part | None:
    """The next quantity, for "more was paid than the amount"."""
    after = [other for other in made.free if other.first > part.last and made.is_numeric(other)]
    nearest = min(after, key=lambda other: other.first, default=None)
    return nearest if nearest is not None and nearest.first - part.last <= NEAR else None


def _compare_number(made: Composition, left: Part | None, operator: Operator, number: Part) -> None:
    value = int(number.number) if number.number.is_integer() else number.number
    after = min((part for part in made.free if part.first > number.last), key=lambda part: part.first, default=None)
    is_near = after is not None and after.first - number.last <= 2
    if left is not None and made.is_numeric(left):
        made.take(left)
        made.tests.append(Test(Item(left.field), TestKind.COMPARE, operator, (value,)))
    elif after is not None and is_near and made.is_numeric(after):
        made.take(after)
        made.tests.append(Test(Item(after.field), TestKind.COMPARE, operator, (value,)))
    elif after is not None and is_near and after.kind is PartKind.TABLE:
        made.counted = made.take(after).table
        made.having.append(Test(ROWS, TestKind.COMPARE, operator, (value,)))
    elif left is not None and left.kind is PartKind.TABLE and (amount := made.amount_of(left.table)) is not None:
        made.tests.append(Test(Item(amount), TestKind.COMPARE, operator, (value,)))
    else:
        raise NotComposed("a number compared with nothing")


def add_averages(made: Composition) -> None:
    for mark in made.signs(*AVERAGES):
        left = made.preceding(mark.first, NEAR + 1) or made.following(mark)
        if left is None or not made.is_numeric(left) or left.field is None:
            raise NotComposed("nothing is above the average")
        made.take(left)
        inner = Frame((Item(left.field, Aggregate.AVERAGE),))
        made.tests.append(Test(Item(left.field), TestKind.COMPARE_INNER, AVERAGES[mark.sign], inner=inner))


def add_absences(made: Composition) -> None:
    """«нет цемента», «ещё не платили», "without contracts"; a negated value of the thing itself is another test."""
    for mark in made.signs(Sign.NOT, Sign.UNEQUAL):
        part = made.following(mark)
        if part is None:
            raise NotComposed("a negation of nothing")
        before = [other for other in made.parts if other.last < mark.first and other.table]
        main = next((other.table for other in before if other.kind in (PartKind.TABLE, PartKind.VALUE)), "")
        if part.kind is PartKind.VALUE and part.field is not None and part.table == main:
            made.take(part)
            made.tests.append(Test(Item(part.field), TestKind.COMPARE, Operator.UNEQUAL, (part.value,)))
        elif part.kind in (PartKind.VALUE, PartKind.TABLE) and main and part.table != main:
            made.free.remove(part)
            made.tests.append(_absence(made, main, part))
        elif part.kind is PartKind.FIELD and is_temporal(made.schema, part.field):
            made.take(part)
            made.tests.append(Test(Item(part.field), TestKind.EMPTY))
        else:
            raise NotComposed("a negation of nothing")


def _absence(made: Composition, main: str, part: Part) -> Test:
    tree = made.sentence.graph.tree({main, part.table})
    edge = None if tree is None else next((edge for edge in tree if main in (edge.source, edge.table)), None)
    if edge is None:
        raise NotComposed("the absent hangs apart")
    outer, link = edge.on[0] if edge.source == main else edge.on[0][::-1]
    tests = () if part.field is None else (Test(Item(part.field), TestKind.COMPARE, values=(part.value,)),)
    inner = Frame((Item(link),), tests=tests, tables=frozenset({part.table}))
    return Test(Item(outer), TestKind.AMONG, inner=inner, negated=True)


def add_filters(made: Composition) -> None:
    """Values and conditions of the glossary."""
    wanted: dict[Field, list[str]] = {}
    _set_share(made)
    for part in list(made.free):
        if part.kind is PartKind.VALUE and part.field is not None:
            made.take(part)
            wanted.setdefault(part.field, []).append(part.value)
        elif part.kind is PartKind.CONDITION:
            made.take(part)
            made.tests.append(Test(Item(Field(part.table, ""), formula=part.formula), TestKind.FORMULA))
    for column, values in wanted.items():
        found = tuple(dict.fromkeys(values))
        kind = TestKind.ONE_OF if len(found) > 1 else TestKind.COMPARE
        made.tests.append(Test(Item(column), kind, values=found))


def _set_share(made: Composition) -> None:
    """Of a share the last value named is the part, the other filters make the whole."""
    values = [part for part in made.free if part.kind is PartKind.VALUE and part.field is not None]
    tables = [part for part in made.parts if part.kind is PartKind.TABLE]
    if any(made.signs(Sign.SHARE)) and values and len(values) + len(tables) > 1:
        part = made.take(values[-1])
        made.share = Test(Item(part.field), TestKind.COMPARE, values=(part.value,))
