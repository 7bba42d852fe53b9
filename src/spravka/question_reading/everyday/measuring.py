"""Quantities by the rules of asking: what is counted, summed, averaged, ordered by, and for what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spravka.query_plans.plan import Aggregate
from spravka.query_plans.schema import TEMPORAL
from spravka.question_reading.defaults import full_name_fields, key_field
from spravka.question_reading.everyday.composition import NEAR, Composition, NotComposed, leads_to_one, named_by
from spravka.question_reading.everyday.facts import (
    fields_of,
    has_own_title,
    title_field,
    words_of_field,
)
from spravka.question_reading.everyday.parts import Part, PartKind
from spravka.question_reading.frames import ROWS, Arith, Field, Item, Pair, Sorting
from spravka.question_reading.hearing.heard import Language, Mark, Sign, Token

AGGREGATES = {
    Sign.SUM: Aggregate.SUM,
    Sign.AVERAGE: Aggregate.AVERAGE,
    Sign.MINIMUM: Aggregate.MINIMUM,
    Sign.MAXIMUM: Aggregate.MAXIMUM,
}

SUPERLATIVES = frozenset({Sign.MOST, Sign.LEAST, Sign.TOP})

RATE_WORDS = frozenset({"price", "rate", "percent", "цена", "ставка", "процент", "age", "year", "возраст", "год"})


PERCENT_WORDS = frozenset({"%", "процент", "процентный", "percent", "percentage"})
MONEY_WORDS = frozenset(
    "деньги рубль руб сумма стоимость выручка оборот продажа реализация оплата платеж поступление списание расход "  # noqa: SIM905
    "доход затрата трата закупка покупка прибыль бюджет долг задолженность зарплата выплата остаток план факт "
    "money rouble ruble dollar euro amount sum cost value worth revenue turnover sale income expense expenditure "
    "payment spending purchase profit budget debt salary pay payroll stock balance plan".split()
)
"""Words of money, and of what is told by how much rather than by how many."""


def add_groups(made: Composition) -> None:
    """«по отделам», "for each project", «по месяцам»; the buckets are dated later."""
    for mark in made.signs(Sign.EACH):
        if any(bucket.first <= mark.first <= bucket.last for bucket in made.sentence.heard.buckets):
            continue
        part = made.following(mark, near=2)
        role = _role_after(made, mark)
        if role is not None:
            made.groups += titles_of(made, role.table)
        elif part is None:
            continue
        elif part.kind is PartKind.TABLE:
            made.take(part)
            made.groups += titles_of(made, part.table)
        elif part.kind is PartKind.FIELD and part.field is not None and not made.is_numeric(part):
            made.take(part)
            made.groups.append(Item(named_by(made, part.field)))


def titles_of(made: Composition, table: str) -> list[Item]:
    """What things are called by; people by the first name and the last."""
    return [Item(name) for name in full_name_fields(made.schema, table) or (title_field(made.schema, table),)]


def _role_after(made: Composition, mark: Mark) -> Part | None:
    """A noun that is a state of some things («по поставщикам»): its filter stands, and its things are the groups."""
    part = next((part for part in made.parts if part.first == mark.last + 1), None)
    if part is None or part.kind is not PartKind.VALUE or part.field is None:
        return None
    token = made.sentence.heard.tokens[part.last]
    is_kind = token.part in ("noun", "") and token.text.islower() and part.field != title_field(made.schema, part.table)
    return part if is_kind and has_own_title(made.schema, part.table) else None


def add_order(made: Composition) -> None:
    """«пять самых дорогих», «топ-10 по сумме», «больше всего договоров»."""
    marks = list(made.signs(*SUPERLATIVES))
    if not marks:
        return
    tops = [mark for mark in marks if mark.sign is Sign.TOP and mark.value]
    made.limit = int(tops[0].value or 1) if tops else 1
    directed = [mark for mark in marks if mark.sign is not Sign.TOP]
    descending = not any(mark.sign is Sign.LEAST for mark in directed)
    last = max((mark.last for mark in directed), default=tops[0].last if tops else 0)
    numeric = [part for part in made.free if made.is_numeric(part)]
    after = [part for part in numeric if part.last >= last] or numeric
    if after:
        part = made.take(min(after, key=lambda part: part.first))
        made.order = Sorting(Item(part.field), descending)
        made.free = [one for one in made.free if one.kind is not PartKind.FIELD or one.field != part.field]
        return
    counted = next((part for part in made.free if part.kind is PartKind.TABLE and part.first > last), None)
    others = [part for part in made.parts if part is not counted and _may_have_counted(made, part, last)]
    if counted is not None and others and not tops:
        made.counted = made.take(counted).table
        made.order = Sorting(ROWS, descending)
        return
    main = next((part.table for part in made.free if part.kind is PartKind.TABLE), "")
    amount = made.amount_of(main) if main else None
    if amount is None:
        raise NotComposed("nothing to order by")
    made.penalty += 0.1
    made.order = Sorting(Item(amount), descending)


def _may_have_counted(made: Composition, part: Part, superlative: int) -> bool:
    """What has most of the things counted: another thing, a state, or an attribute asked for («в каком городе»)."""
    is_asked = part.kind is PartKind.FIELD and part.last < superlative and not made.is_numeric(part)
    return is_asked or part.kind in (PartKind.TABLE, PartKind.VALUE)


def add_measures(made: Composition) -> None:
    """What is counted, summed or averaged; «сколько» counts things and sums quantities."""
    for mark in made.signs(*AGGREGATES):
        part = _quantity_after(made, mark)
        if part is not None and part.field is not None:
            made.measures += [Item(part.field, aggregate) for aggregate in _aggregates_before(made, part)]
            made.take(part)
    for mark in made.signs(Sign.COUNT):
        part = made.following(mark, near=5)
        if any(
            other.first <= mark.first and mark.last <= other.last and other.last > mark.last for other in made.parts
        ):
            continue
        if made.measures and (part is None or _is_summed_already(made, mark)):
            continue
        _count(made, mark, part)
    if any(_own_sums(made)) and not made.measures and made.order is None:
        made.measures.append(Item(fact_amount(made), Aggregate.SUM))
    elif any(_own_sums(made)) and made.measures == [ROWS]:
        _sum_beside_count(made)
    elif _counts_besides(made):
        made.measures.insert(0, ROWS)
    made.measures = list(dict.fromkeys(made.measures))
    _implied_measures(made)


def _quantity_after(made: Composition, mark: Mark) -> Part | None:
    """The quantity an aggregate is of; the thing it belongs to may stand between ("average booking amount")."""
    part = made.following(mark)
    if part is not None and part.kind is PartKind.TABLE:
        after = (other for other in made.free if other.first == part.last + 1 and made.is_numeric(other))
        part = next(after, part)
    return part if made.is_numeric(part) else None


def _own_sums(made: Composition) -> Iterator[Mark]:
    """Words of summing that neither count nor name a quantity taken already."""
    counting = {mark.first for mark in made.signs(Sign.COUNT)}
    taken = {
        place
        for part in made.parts
        if part.kind is PartKind.FIELD and part not in made.free
        for place in range(part.first, part.last + 1)
    }
    return (mark for mark in made.signs(Sign.SUM) if mark.first not in counting and mark.last not in taken)


def _aggregates_before(made: Composition, part: Part) -> list[Aggregate]:
    found = [
        AGGREGATES[mark.sign]
        for mark in made.signs(*AGGREGATES)
        if mark.first <= part.last and part.first - mark.last <= NEAR
    ]
    strong = [aggregate for aggregate in found if aggregate is not Aggregate.SUM]
    return list(dict.fromkeys(strong or found))


def _count(made: Composition, mark: Mark, part: Part | None) -> None:
    if part is not None and made.is_numeric(part) and part.field is not None:
        made.take(part)
        made.measures.append(Item(part.field, Aggregate.SUM))
        return
    nearest = _counted_table(made, mark)
    if nearest is None and not _may_sum(made, mark):
        raise NotComposed("nothing to count")
    if nearest is None:
        made.measures.append(Item(fact_amount(made), Aggregate.SUM))
        return
    if nearest in made.free:
        made.take(nearest)
    key = key_field(made.schema, nearest.table)
    if key is not None and any(made.signs(Sign.DISTINCT)):
        made.measures.append(Item(key, Aggregate.COUNT, distinct=True))
        return
    made.entity = nearest.table
    made.measures.append(ROWS)


def _may_sum(made: Composition, mark: Mark) -> bool:
    """«сколько заплатили» is a sum; "number of" and "headcount" never are."""
    return any(lemma in ("сколько", "much") for token in _tokens(made, mark) for lemma in token.lemmas)


def _tokens(made: Composition, mark: Mark) -> Sequence[Token]:
    return made.sentence.heard.tokens[mark.first : mark.last + 1]


def _counted_table(made: Composition, mark: Mark) -> Part | None:
    """The things counted stand soon after the counting word as a noun, not as a verb of what was done to them."""
    tokens = made.sentence.heard.tokens
    for part in sorted(made.parts, key=lambda part: part.first):
        if part.first <= mark.last or part.kind not in (PartKind.TABLE, PartKind.VALUE, PartKind.CONDITION):
            continue
        if part.kind is PartKind.TABLE and part.first == part.last and tokens[part.first].part == "verb":
            return None
        if part.kind is PartKind.TABLE:
            return _last_of_a_row(made, part)
        nouns = [place for place in range(part.first, part.last + 1) if tokens[place].part == "noun"]
        if nouns and part.first - mark.last <= 2:
            return part
    return None


def _counts_besides(made: Composition) -> bool:
    """«количество и сумма», "number and total value": a word that counts joined to one that sums."""
    sums = list(made.signs(Sign.SUM, Sign.AVERAGE))
    counts = [mark for mark in made.signs(Sign.COUNT) if not _may_sum(made, mark)]
    joined = {mark.first for mark in made.signs(Sign.AND)} | _commas(made)
    return ROWS not in made.measures and any(
        (count.last + 1 in joined and one.first == count.last + 2)
        or (one.last + 1 in joined and count.first > one.last)
        for count in counts
        for one in sums
    )


def _commas(made: Composition) -> set[int]:
    return {place for place, token in enumerate(made.sentence.heard.tokens) if token.text == ","}


def _last_of_a_row(made: Composition, part: Part) -> Part:
    """English says the thing itself last: "rental customers" are customers."""
    if made.sentence.heard.language is not Language.ENGLISH:
        return part
    after = (one for one in made.parts if one.kind is PartKind.TABLE and one.first == part.last + 1)
    return next(after, part)


def _is_summed_already(made: Composition, count: Mark) -> bool:
    """«сколько часов отработал персонал»: the word that counts has its quantity, and the people are not counted."""
    after = (part for part in made.parts if part.first > count.last)
    first = min(after, key=lambda part: part.first, default=None)
    return made.is_numeric(first) and first not in made.free and bool(_may_sum(made, count))


def fact_amount(made: Composition) -> Field:
    """The amount of the table whose rows are spoken of: the one named, else that of a period's date or of a value."""
    named = [part.table for part in made.parts if part.kind is PartKind.TABLE]
    tested = [part.table for part in made.parts if part.kind in (PartKind.VALUE, PartKind.CONDITION)]
    grouped = {item.field.table for item in made.groups if item.field is not None}
    spoken = [table for table in (*named, *tested) if table not in grouped]
    with_dates = [table for table in spoken if fields_of(made.schema, table, TEMPORAL)]
    for table in dict.fromkeys((*with_dates, *spoken, *grouped)):
        amount = made.amount_of(table)
        if amount is not None:
            made.free = [part for part in made.free if part.kind is not PartKind.TABLE or part.table != table]
            return amount
    raise NotComposed("no amount")


def _sum_beside_count(made: Composition) -> None:
    amount = made.amount_of(made.entity) if made.entity else None
    if amount is not None:
        made.measures.append(Item(amount, Aggregate.SUM))


def _implied_measures(made: Composition) -> None:
    """Groups without a measure sum the amount of what is spoken of; a quantity named among groups is summed."""
    numeric = [part for part in made.free if made.is_numeric(part)]
    if made.measures == [ROWS] and numeric:
        made.measures += [Item(made.take(part).field, Aggregate.SUM) for part in numeric]
    is_measured = made.share is not None or made.groups or made.sentence.heard.buckets
    if made.measures or made.order is not None or not is_measured:
        return
    if numeric:
        for part in numeric:
            made.take(part)
            made.measures.append(Item(part.field, Aggregate.SUM))
        return
    counted = _things_alone(made)
    if counted is not None:
        made.free = [part for part in made.free if part is not counted]
        made.entity = counted.table
        made.measures.append(ROWS)
        return
    made.measures.append(Item(fact_amount(made), Aggregate.SUM))


def _things_alone(made: Composition) -> Part | None:
    """The things that are counted where no word is of money: «заявки по месяцам», not «продажи по месяцам».

    Of a share they are those that a state of their own divides: «какой процент договоров расторгнут».
    """
    things = [part for part in made.free if part.kind is PartKind.TABLE] or [
        part for part in made.parts if part.kind is PartKind.TABLE and part.table not in _grouped_tables(made)
    ]
    said = {lemma for token in made.sentence.heard.tokens for lemma in token.lemmas}
    if not things or said & MONEY_WORDS or any(made.signs(Sign.SUM)):
        return None
    share = made.share.item.field if made.share is not None else None
    if share is not None and share.table != things[0].table:
        return None
    return things[0]


def _grouped_tables(made: Composition) -> set[str]:
    return {item.field.table for item in made.groups if item.field is not None}


def refuse_multiplied(made: Composition) -> None:
    """Sums and counts over joins that give a row several partners are no answers."""
    if all(item.distinct for item in made.measures):
        return
    fact = next((item.field.table for item in made.measures if item.field is not None), made.entity)
    tested = {test.item.field.table for test in made.tests if test.item.field is not None}
    grouped = {item.field.table for item in made.groups if item.field is not None}
    edges = made.sentence.graph.tree(made.tables | tested | grouped | {fact}) or ()
    if any(not leads_to_one(made, fact, edge.source, edge.table) for edge in edges):
        raise NotComposed("rows multiplied by a join")


def amounts_of_others(made: Composition) -> list[Part]:
    """Quantities said right beside a thing that has such an amount itself, and yet taken from another table."""
    things = [part for part in made.parts if part.kind is PartKind.TABLE and made.amount_of(part.table) is not None]
    return [
        part
        for part in made.parts
        if made.is_numeric(part) and any(_is_beside(thing, part) and thing.table != part.table for thing in things)
    ]


def _is_beside(thing: Part, quantity: Part) -> bool:
    """«сумма договоров», "contract amount"."""
    return quantity.last + 1 == thing.first or thing.last + 1 == quantity.first


def shares_of(made: Composition) -> list[Pair]:
    """A part over the whole, or each group over all of them."""
    (measure,) = made.measures[:1]
    if made.share is not None:
        return [Pair(Arith.RATIO, replace(measure, only=made.share), measure, factor=_parts_of_a_whole(made))]
    if not made.groups:
        raise NotComposed("a share of nothing")
    return [Pair(Arith.SHARE, measure, factor=_parts_of_a_whole(made))]


def _parts_of_a_whole(made: Composition) -> int:
    """A hundred where percents are asked for, one where a share is."""
    said = {lemma for token in made.sentence.heard.tokens for lemma in token.lemmas}
    return 100 if said & PERCENT_WORDS else 1


def counted_tables(made: Composition) -> set[str]:
    """The tables that a quantity is of."""
    return {item.field.table for item in (*made.measures, *made.groups) if item.field is not None} | {made.entity}


def is_a_rate(made: Composition, item: Item) -> bool:
    """Prices and rates are not summed."""
    if item.field is None or item.aggregate is not Aggregate.SUM:
        return False
    return bool(RATE_WORDS & set(words_of_field(made.schema, item.field)))
