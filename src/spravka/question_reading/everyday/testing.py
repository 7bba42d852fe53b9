"""Conditions by the rules of asking: comparisons, averages, what is absent, values and conditions of the glossary."""

from spravka.query_plans.plan import Aggregate, Operator
from spravka.question_reading.everyday.composition import NEAR, Composition, NotComposed
from spravka.question_reading.everyday.facts import is_flag, is_temporal
from spravka.question_reading.everyday.parts import Part, PartKind
from spravka.question_reading.frames import ROWS, Field, Frame, Item, Test, TestKind
from spravka.question_reading.hearing.heard import Mark, Sign
from spravka.question_reading.mentions import MentionKind

COMPARING = {
    Sign.MORE: Operator.MORE,
    Sign.MORE_OR_EQUAL: Operator.MORE_OR_EQUAL,
    Sign.LESS: Operator.LESS,
    Sign.LESS_OR_EQUAL: Operator.LESS_OR_EQUAL,
    Sign.EQUAL: Operator.EQUAL,
}

BOUNDS = 2
TIMES = frozenset({"раз", "time"})
JOINING = frozenset({"и", "или", "либо", "and", "or", ",", "/", "&", "плюс", "нить", "ни"})
AVERAGES = {Sign.ABOVE_AVERAGE: Operator.MORE, Sign.BELOW_AVERAGE: Operator.LESS}


def add_comparisons(made: Composition) -> None:
    """«больше 200 поставок», «дороже 50 млн», «оплачено больше суммы договора»."""
    add_ranges(made)
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
        elif left is not None and _are_alike(made, left, right):
            made.take(right), made.take(left)
        else:
            made.penalty += 0.5 * (not _is_glue(made, mark))
            continue
        if right.kind is PartKind.FIELD and left is not None:
            made.tests.append(Test(Item(left.field), TestKind.COMPARE_ITEM, operator, other=Item(right.field)))


def _are_alike(made: Composition, left: Part, right: Part) -> bool:
    """Two quantities, or two dates of one table («отправлены позже требуемой даты»)."""
    if made.is_numeric(right) and made.is_numeric(left):
        return True
    are_dates = all(part.kind is PartKind.FIELD and is_temporal(made.schema, part.field) for part in (left, right))
    return are_dates and left.table == right.table and left.field != right.field


def add_ranges(made: Composition) -> None:
    """«от 90 до 110 млн», "between 5 and 7": two bounds of what is named right before or after."""
    for mark in made.signs(Sign.BETWEEN):
        bounds = [part for part in made.free if part.kind is PartKind.NUMBER and part.last >= mark.first]
        if len(bounds) < BOUNDS:
            continue
        low, high = (_number(part) for part in bounds[:BOUNDS])
        for part in bounds[:BOUNDS]:
            made.take(part)
        measured = _measured_beside(made, mark.first, bounds[1].last)
        values = (_as_large(low, high), high)
        made.tests.append(Test(Item(measured), TestKind.BETWEEN, values=values))


def _measured_beside(made: Composition, first: int, last: int) -> Field:
    near = [made.preceding(first, NEAR + 1), next((part for part in made.free if 0 < part.first - last <= NEAR), None)]
    for part in near:
        if part is not None and made.is_numeric(part) and part.field is not None:
            made.take(part)
            return part.field
    tables = [part.table for part in made.parts if part.kind is PartKind.TABLE]
    amount = made.amount_of(tables[0]) if tables else None
    if amount is None:
        raise NotComposed("a range of nothing")
    return amount


def _number(part: Part) -> int | float:
    return int(part.number) if part.number.is_integer() else part.number


def _as_large(low: int | float, high: int | float) -> int | float:
    """«от 90 до 110 млн»: what is said of the second number is meant of the first."""
    for times in (1_000_000_000, 1_000_000, 1_000):
        if high % times == 0 and low < times <= high and low * times <= high:
            return low * times
    return low


def _is_glue(made: Composition, mark: Mark) -> bool:
    """A preposition too ("from Moscow", "under construction")."""
    return any(other.first <= mark.first and mark.last <= other.last for other in made.signs(Sign.OF, Sign.WHOSE))


def _numeric_after(made: Composition, part: Part) -> Part | None:
    """The next quantity, for "more was paid than the amount"."""
    after = [other for other in made.free if other.first > part.last and made.is_numeric(other)]
    nearest = min(after, key=lambda other: other.first, default=None)
    return nearest if nearest is not None and nearest.first - part.last <= NEAR else None


def _compare_number(made: Composition, left: Part | None, operator: Operator, number: Part) -> None:
    value = _number(number)
    if _is_counted_in_times(made, number):
        raise NotComposed("so many times")
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


def _is_counted_in_times(made: Composition, number: Part) -> bool:
    """«больше 10 раз», "fewer than 10 times": no quantity is compared, something is counted."""
    after = made.sentence.heard.tokens[number.last + 1 : number.last + 2]
    return any(TIMES & set(token.lemmas) for token in after)


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
        elif _is_own_reference(made, part, main):
            raise NotComposed("the reference itself is empty")
        elif part.kind in (PartKind.VALUE, PartKind.TABLE) and main and part.table != main:
            made.free.remove(part)
            made.tests.append(_absence(made, main, part))
        elif (part.kind is PartKind.FIELD and is_temporal(made.schema, part.field)) or (
            part.kind is PartKind.FIELD and part.field in made.sentence.graph.key_fields and _is_spoken_of(made, part)
        ):
            made.take(part)
            made.tests.append(Test(Item(part.field), TestKind.EMPTY))
        elif part.kind is PartKind.FIELD and part.field is not None and is_flag(made.schema, part.field):
            made.take(part)
            made.tests.append(Test(Item(part.field), TestKind.COMPARE, values=(False,)))
        else:
            raise NotComposed("a negation of nothing")


def _is_spoken_of(made: Composition, part: Part) -> bool:
    return any(other is not part and other.table == part.table for other in made.parts)


def _is_own_reference(made: Composition, part: Part, main: str) -> bool:
    """The same word names a key of the things asked about: «склад без кладовщика» has none, whoever is one."""
    rivals = made.sentence.rivals.get((part.mention.first, part.mention.last), ())
    fields = (one.field for one in rivals if one.field is not None and one.kind is MentionKind.COLUMN)
    own = any(field.table == main and field in made.sentence.graph.key_fields for field in fields)
    return own and part.kind is PartKind.VALUE


def _absence(made: Composition, main: str, part: Part) -> Test:
    tree = made.sentence.graph.tree({main, part.table})
    edge = None if tree is None else next((edge for edge in tree if main in (edge.source, edge.table)), None)
    if edge is None:
        raise NotComposed("the absent hangs apart")
    outer, link = edge.on[0] if edge.source == main else edge.on[0][::-1]
    if part.field is None and outer in made.sentence.graph.key_fields and _refers_itself(made, main, part.table, outer):
        return Test(Item(outer), TestKind.EMPTY)
    if edge.to_one and edge.source == main and part.table != edge.table:
        raise NotComposed("what is referred to is there, whatever it lacks itself")
    tests = () if part.field is None else (Test(Item(part.field), TestKind.COMPARE, values=(part.value,)),)
    inner = Frame((Item(link),), tests=tests, tables=frozenset({part.table}))
    return Test(Item(outer), TestKind.AMONG, inner=inner, negated=True)


def _refers_itself(made: Composition, main: str, absent: str, key: Field) -> bool:
    """«договоры без объекта»: the things refer to the absent by a column of their own, which is empty."""
    return any(
        edge.to_one and edge.table == absent and edge.on[0][0] == key for edge in made.sentence.graph.neighbours(main)
    )


def add_filters(made: Composition) -> None:
    """Values and conditions of the glossary."""
    wanted: dict[Field, list[str]] = {}
    _set_share(made)
    for part in list(made.free):
        if part.kind is PartKind.VALUE and part.field is not None:
            made.take(part)
            before = wanted.setdefault(part.field, [])
            if before and part.value not in before and not _is_joined(made, part):
                raise NotComposed("two values of one thing")
            before.append(part.value)
        elif part.kind is PartKind.CONDITION:
            made.take(part)
            made.tests.append(Test(Item(Field(part.table, ""), formula=part.formula), TestKind.FORMULA))
    _add_flags(made)
    for column, values in wanted.items():
        found = tuple(dict.fromkeys(values))
        kind = TestKind.ONE_OF if len(found) > 1 else TestKind.COMPARE
        made.tests.append(Test(Item(column), kind, values=found))


def _is_joined(made: Composition, part: Part) -> bool:
    """«в Казани и Самаре»: between two values of one column stands what joins them."""
    before = max((one.last for one in made.parts if one.last < part.first and one.field == part.field), default=-1)
    between = made.sentence.heard.tokens[before + 1 : part.first]
    return any(JOINING & {token.text.lower(), *token.lemmas} for token in between)


def _add_flags(made: Composition) -> None:
    """A column of yes and no is not shown but asked for: «из чёрного списка»."""
    for part in list(made.free):
        if part.kind is PartKind.FIELD and part.field is not None and is_flag(made.schema, part.field):
            made.take(part)
            made.tests.append(Test(Item(part.field), TestKind.COMPARE, values=(True,)))


def _set_share(made: Composition) -> None:
    """Of a share the last value named is the part, the other filters make the whole."""
    values = [part for part in made.free if part.kind is PartKind.VALUE and part.field is not None]
    tables = [part for part in made.parts if part.kind is PartKind.TABLE]
    if any(made.signs(Sign.SHARE)) and values and len(values) + len(tables) > 1:
        part = made.take(values[-1])
        made.share = Test(Item(part.field), TestKind.COMPARE, values=(part.value,))
