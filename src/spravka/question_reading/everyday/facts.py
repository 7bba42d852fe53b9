"""What a table measures and when: the amount and the date its rows are usually asked by."""

from collections.abc import Iterable

from spravka.query_plans.schema import NUMERIC, TEMPORAL, DatabaseSchema
from spravka.question_reading.defaults import full_name_fields, name_field
from spravka.question_reading.frames import Field
from spravka.question_reading.linking.naming import name_words
from spravka.question_reading.schema_graph import SchemaGraph

AMOUNT_WORDS = (
    frozenset({"amount", "sum", "total", "cost", "value", "сумма", "стоимость", "итого"}),
    frozenset({"budget", "price", "бюджет", "цена"}),
    frozenset({"quantity", "qty", "count", "количество", "остаток", "hours", "часов"}),
)
"""From what is meant by "how much" first to what is meant by it last."""


def fields_of(schema: DatabaseSchema, table: str, kinds: Iterable[object]) -> list[Field]:
    """The columns of some kinds."""
    wanted = frozenset(kinds)
    return [Field(table, column.name) for column in schema.tables_by_key[table].columns if column.kind in wanted]


def amount_field(schema: DatabaseSchema, graph: SchemaGraph, table: str) -> Field | None:
    """The column that tells how much a row is; None where the table has none."""
    numeric = [field for field in fields_of(schema, table, NUMERIC) if not is_key(schema, graph, field)]
    for names in AMOUNT_WORDS:
        for field in numeric:
            if names & set(words_of_field(schema, field)):
                return field
    return None


def is_key(schema: DatabaseSchema, graph: SchemaGraph, field: Field) -> bool:
    return field.column in schema.tables_by_key[field.table].primary_key or field in graph.key_fields


def words_of_field(schema: DatabaseSchema, field: Field) -> tuple[str, ...]:
    """The words of a column's name and comment."""
    column = schema.column(field.table, field.column)
    return (*name_words(column.name), *(name_words(column.comment) if column.comment else ()))


def is_numeric(schema: DatabaseSchema, graph: SchemaGraph, field: Field | None) -> bool:
    """A quantity, not a key."""
    if field is None:
        return False
    return schema.column(field.table, field.column).kind in NUMERIC and not is_key(schema, graph, field)


def is_temporal(schema: DatabaseSchema, field: Field | None) -> bool:
    return field is not None and schema.column(field.table, field.column).kind in TEMPORAL


def title_field(schema: DatabaseSchema, table: str) -> Field:
    """What a row is called: its name, its number, its key, or its first column."""
    names = full_name_fields(schema, table)
    if names is not None:
        return names[1]
    found = schema.tables_by_key[table]
    called = name_field(schema, table)
    if called is not None and set(words_of_field(schema, called)) & TITLE_WORDS:
        return called
    return Field(table, found.primary_key[0]) if found.primary_key else called or Field(table, found.columns[0].name)


def has_own_title(schema: DatabaseSchema, table: str) -> bool:
    """Rows are called by more than their key."""
    return title_field(schema, table).column not in schema.tables_by_key[table].primary_key


TITLE_WORDS = frozenset(
    {"name", "title", "number", "fullname", "наименование", "название", "фио", "номер", "имя", "заголовок"}
)
