"""What a table measures and when: the amount and the date its rows are usually asked by."""

from collections.abc import Iterable

from spravka.query_plans.schema import NUMERIC, TEMPORAL, ColumnKind, DatabaseSchema
from spravka.question_reading.defaults import full_name_fields, name_field
from spravka.question_reading.frames import Field
from spravka.question_reading.linking.naming import name_words
from spravka.question_reading.schema_graph import SchemaGraph
from spravka.question_reading.word_keys import stub_of

NEAR_THE_KEY = 2
OWN_WORDS = ("full", "first", "last", "user", "nick", "полное", "краткое")
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


def is_of_events(schema: DatabaseSchema, graph: SchemaGraph, table: str) -> bool:
    """Its rows have a day, a quantity, and refer to something: a sale, a payment, a visit."""
    columns = [Field(table, column.name) for column in schema.tables_by_key[table].columns]
    is_dated = any(is_temporal(schema, column) for column in columns)
    return (
        is_dated and any(is_numeric(schema, graph, one) for one in columns) and not graph.key_fields.isdisjoint(columns)
    )


def is_of_people(schema: DatabaseSchema, table: str) -> bool:
    """Rows called by a person's name."""
    columns = schema.tables_by_key[table].columns
    return any(PERSON_WORDS & set(words_of_field(schema, Field(table, column.name))) for column in columns)


def is_flag(schema: DatabaseSchema, field: Field) -> bool:
    """A column of yes and no."""
    return schema.column(field.table, field.column).kind is ColumnKind.BOOLEAN


def title_field(schema: DatabaseSchema, table: str) -> Field:
    """What a row is called: its name, its number, its key, or its first column."""
    names = full_name_fields(schema, table)
    if names is not None:
        return names[1]
    found = schema.tables_by_key[table]
    called = name_field(schema, table)
    if called is not None and set(words_of_field(schema, called)) & TITLE_WORDS and _is_own_name(schema, called):
        return called
    return Field(table, found.primary_key[0]) if found.primary_key else called or Field(table, found.columns[0].name)


def _is_own_name(schema: DatabaseSchema, field: Field) -> bool:
    """ "Ship name" of an order names the ship: a name of something else stands far from the key."""
    table = schema.tables_by_key[field.table]
    qualities = {stub_of(word) for word in name_words(field.column)} - {stub_of(word) for word in TITLE_WORDS}
    own = {stub_of(word) for word in (*name_words(table.name), *name_words(table.comment or table.name), *OWN_WORDS)}
    plain = [column.name for column in table.columns if column.name not in table.primary_key]
    is_near = field.column in plain[:NEAR_THE_KEY]
    return is_near or bool(table.columns_by_name[field.column].comment) or not qualities or bool(qualities & own)


def has_own_title(schema: DatabaseSchema, table: str) -> bool:
    """Rows are called by more than their key."""
    return title_field(schema, table).column not in schema.tables_by_key[table].primary_key


PERSON_WORDS = frozenset({"fio", "фио", "фамилия", "surname", "lname", "firstname", "lastname", "birth", "рождения"})
TITLE_WORDS = frozenset(
    {"name", "title", "number", "fullname", "наименование", "название", "фио", "номер", "имя", "заголовок"}
)
