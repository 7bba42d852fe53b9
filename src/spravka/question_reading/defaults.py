"""What is shown of a thing when the question names the thing alone ("which students …")."""

from spravka.query_plans.schema import ColumnKind, DatabaseSchema, Table
from spravka.question_reading.frames import Field
from spravka.question_reading.linking.naming import name_words

NAME_WORDS = ("name", "title", "label", "caption", "наименование", "название", "имя", "заголовок", "фио")
FIRST_NAME_WORDS = (("first", "name"), ("fname",), ("given", "name"), ("имя",))
LAST_NAME_WORDS = (("last", "name"), ("lname",), ("surname",), ("family", "name"), ("фамилия",))


def key_field(schema: DatabaseSchema, table: str) -> Field | None:
    """The one-column key of a table."""
    key = schema.tables_by_key[table].primary_key
    return Field(table, key[0]) if len(key) == 1 else None


def name_field(schema: DatabaseSchema, table: str) -> Field | None:
    """The column by which people call a row: one called "name" or the like, else the first text column."""
    found = schema.tables_by_key[table]
    texts = [column.name for column in found.columns if column.kind is ColumnKind.TEXT]
    best = max(texts, key=lambda name: _name_rank(found, name), default=None)
    if best is None:
        return None
    return Field(table, best)


def full_name_fields(schema: DatabaseSchema, table: str) -> tuple[Field, Field] | None:
    """First and last name where a person's name is in two columns."""
    found = schema.tables_by_key[table]
    first = next((column.name for column in found.columns if _called(column.name, FIRST_NAME_WORDS)), None)
    last = next((column.name for column in found.columns if _called(column.name, LAST_NAME_WORDS)), None)
    return None if first is None or last is None else (Field(table, first), Field(table, last))


def _called(column: str, names: tuple[tuple[str, ...], ...]) -> bool:
    return tuple(name_words(column)) in names


def _name_rank(table: Table, column: str) -> tuple[float, int]:
    """How much a column is called like a name, then how early it stands."""
    column_words = name_words(table.columns_by_name[column].comment or column)
    place = next(at for at, other in enumerate(table.columns) if other.name == column)
    called = max((1.0 / len(column_words) for word in NAME_WORDS if word in column_words), default=0.0)
    own = set(name_words(table.name)) & set(column_words)
    ending = 0.2 if any(column.lower().endswith(word) for word in ("name", "title")) else 0.0
    return (called + ending + (0.3 if own and called else 0.0) - 0.3 * (column in table.primary_key), -place)
