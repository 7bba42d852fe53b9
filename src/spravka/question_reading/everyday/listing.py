"""Listings: which things are shown, and by what."""

from collections.abc import Sequence
from dataclasses import replace

from spravka.query_plans.plan import Aggregate
from spravka.query_plans.schema import ColumnKind
from spravka.question_reading.defaults import full_name_fields
from spravka.question_reading.everyday.composition import Composition, NotComposed, leads_to_one
from spravka.question_reading.everyday.facts import (
    is_numeric,
    is_of_people,
    is_temporal,
    title_field,
)
from spravka.question_reading.everyday.parts import Part, PartKind
from spravka.question_reading.frames import Field, Frame, Item, TestKind
from spravka.question_reading.hearing.heard import Language, Sign

SURE_FIT = 0.9


def listing(made: Composition, outline: Frame, shown: list[Item]) -> Frame:
    """Things by their names; ordered by what another table has of them, they are grouped."""
    if not shown:
        entity_table = _entity(made)
        shown = _titles(made, entity_table)
        made.penalty += _loose_tables(made, entity_table)
        _refuse_two_kinds(made, entity_table)
        if any(made.signs(Sign.WHO)) and not is_of_people(made.schema, entity_table):
            made.penalty += 0.5
    shown = [*shown, *_amount_shown(made, shown)]
    entity = shown[0].field
    assert entity is not None
    made.penalty += _bare_numbers(made, shown)
    equal = {
        test.item.field for test in made.tests if test.kind is TestKind.COMPARE and isinstance(test.values[0], str)
    }
    made.penalty += 0.5 * sum(item.field in equal for item in shown)
    if made.sentence.heard.periods:
        made.penalty += 0.3 * sum(is_temporal(made.schema, item.field) for item in shown)
    if made.having or (made.order is not None and _needs_groups(made, entity)):
        order = made.order
        if order is not None and order.item.field is not None:
            order = replace(order, item=replace(order.item, aggregate=Aggregate.SUM))
        group = (*_keys_grouped(made, entity), *shown)
        return replace(outline, outputs=tuple(shown), group=group, order=() if order is None else (order,))
    order_items = () if made.order is None else (made.order,)
    tables = outline.tables | {entity.table}
    edges = made.sentence.graph.tree(tables | {test.item.field.table for test in made.tests if test.item.field})
    fans_out = edges is not None and any(
        not leads_to_one(made, entity.table, edge.source, edge.table) for edge in edges
    )
    is_repeated = fans_out or _is_an_attribute(made, shown)
    return replace(outline, outputs=tuple(shown), order=order_items, distinct=is_repeated and not order_items)


def _bare_numbers(made: Composition, shown: Sequence[Item]) -> float:
    """What it costs to show quantities without whose they are, but for those of one thing that is named."""
    if not all(is_numeric(made.schema, made.sentence.graph, item.field) for item in shown):
        return 0.0
    if len({item.field.table for item in shown if item.field is not None}) > 1:
        raise NotComposed("quantities of two kinds")
    named = any(_is_title_test(made, test.item.field) for test in made.tests)
    return 0.4 if named or made.limit is not None else 1.0


def _is_title_test(made: Composition, field: Field | None) -> bool:
    return field is not None and field == title_field(made.schema, field.table)


def _is_an_attribute(made: Composition, shown: Sequence[Item]) -> bool:
    """One text column that many rows may share («статусы рейсов»): its values are asked for, each once."""
    if len(shown) != 1 or shown[0].field is None:
        return False
    field = shown[0].field
    table = made.schema.tables_by_key[field.table]
    is_text = table.columns_by_name[field.column].kind is ColumnKind.TEXT
    return is_text and field != title_field(made.schema, field.table) and not table.is_unique(frozenset({field.column}))


def _keys_grouped(made: Composition, entity: Field) -> list[Item]:
    """Things of one name are kept apart by their key; an attribute asked for («в каком городе») needs none."""
    key = made.schema.tables_by_key[entity.table].primary_key
    is_asked = any(_is_named_thing(made, part) for part in made.parts if part.table == entity.table)
    is_title = entity == title_field(made.schema, entity.table)
    return [Item(Field(entity.table, key[0]))] if len(key) == 1 and (is_title or is_asked) else []


def _is_named_thing(made: Composition, part: Part) -> bool:
    """A noun that names the things themselves, and not those that are counted."""
    tokens = made.sentence.heard.tokens[part.first : part.last + 1]
    return part.kind is PartKind.TABLE and part.table != made.counted and any(one.part == "noun" for one in tokens)


def _amount_shown(made: Composition, shown: Sequence[Item]) -> list[Item]:
    """Rows without a name of their own, shown by what they belong to, are shown with their amount."""
    named = next((part.table for part in made.parts if part.kind is PartKind.TABLE), "")
    if (
        not named
        or made.order is not None
        or made.having
        or any(item.field is None or item.field.table == named for item in shown)
    ):
        return []
    is_untitled = title_field(made.schema, named).column in made.schema.tables_by_key[named].primary_key
    amount = made.amount_of(named) if is_untitled else None
    return [] if amount is None else [Item(amount)]


def _refuse_two_kinds(made: Composition, entity: str) -> None:
    """Rows without a name of their own are not repeated for rows of another table."""
    if title_field(made.schema, entity).column in made.schema.tables_by_key[entity].primary_key:
        tested = {test.item.field.table for test in made.tests if test.item.field is not None}
        if any(
            not leads_to_one(made, entity, edge.source, edge.table)
            for edge in made.sentence.graph.tree(tested | {entity}) or ()
        ):
            raise NotComposed("rows of two kinds")


def _loose_tables(made: Composition, entity: str) -> float:
    """What it costs that tables are named of which nothing is asked."""
    tested = {test.item.field.table for test in made.tests if test.item.field is not None}
    loose = {part.table for part in made.free if part.kind is PartKind.TABLE} - {entity, *tested}
    if any(not leads_to_one(made, entity, entity, table) for table in loose):
        raise NotComposed("a table of which nothing is asked")
    return 0.15 * len(loose)


def _titles(made: Composition, table: str) -> list[Item]:
    """The name of a thing; rows without a name by what they belong to and their amount."""
    title = title_field(made.schema, table)
    if title.column not in made.schema.tables_by_key[table].primary_key:
        names = full_name_fields(made.schema, table)
        return [Item(name) for name in names] if names and title in names else [Item(title)]
    made.penalty += 0.1 if any(part.table == table and part.score > SURE_FIT for part in made.parts) else 0.3
    others = [part.table for part in made.parts if part.kind is PartKind.TABLE and part.table != table]
    if any(title_field(made.schema, other).column in made.schema.tables_by_key[other].primary_key for other in others):
        raise NotComposed("rows of two kinds")
    owners = [Item(title_field(made.schema, other)) for other in others if leads_to_one(made, table, table, other)]
    amount = made.amount_of(table)
    made.penalty += 0.0 if owners or not others else 0.3
    return [*(owners or [Item(title)]), *([] if amount is None else [Item(amount)])]


def _needs_groups(made: Composition, entity: Field) -> bool:
    assert made.order is not None
    if not made.schema.tables_by_key[entity.table].primary_key:
        return True
    return made.order.item.field is None or made.order.item.field.table != entity.table


def _entity(made: Composition) -> str:
    """What is listed: the first thing named; for "who", the people a named date or key belongs to."""
    named = [part for part in made.parts if part.kind in (PartKind.TABLE, PartKind.VALUE) and part.table in made.tables]
    if named:
        return _head(made, named).table
    dated = [test.item.field.table for test in made.tests if test.item.field is not None]
    if not dated:
        raise NotComposed("nothing to list")
    return dated[0]


def _head(made: Composition, named: Sequence[Part]) -> Part:
    """The thing itself among the first names: English says it last ("rebar suppliers"), Russian first."""
    head = named[0]
    for part in named[1:]:
        if made.sentence.heard.language is not Language.ENGLISH or part.first != head.last + 1:
            break
        head = part
    return head
