"""The page of the application's tables: the diagram, then each table with its columns."""

from collections.abc import Sequence

from scripts.documentation.entities import Attribute, Entity, rooms_of
from scripts.documentation.languages import NOTE, say, table

DIAGRAM = "tables.svg"

TITLE = {"en": "Tables", "ru": "Таблицы"}
INTRODUCTION = {
    "en": (
        "The application's own database (PostgreSQL), drawn from the mapped classes. A row of a box is a column: "
        "**bold** is the primary key, grey may be empty, an arrow names the table a foreign key leads to. "
        "References to the tables that nearly everything refers to are told in words, without a line. "
        "Besides these there is `alembic_version`, where the migrations note how far the database is."
    ),
    "ru": (
        "Собственная база приложения (PostgreSQL), нарисованная по классам программы. Строка прямоугольника — "
        "столбец: **полужирный** — первичный ключ, серый может быть пустым, стрелка называет таблицу, на которую "
        "ведёт внешний ключ. Ссылки на таблицы, к которым обращаются почти все, названы словом, без линии. Кроме "
        "этих таблиц есть `alembic_version`: в ней миграции отмечают, до какой версии доведена база."
    ),
}
OPEN = {"en": "Open the diagram by itself", "ru": "Открыть схему отдельно"}
HEADER = {
    "en": ("Column", "Type", "May be empty", "Default", "Refers to"),
    "ru": ("Столбец", "Тип", "Может быть пустым", "По умолчанию", "Ссылается на"),
}
YES = {"en": "yes", "ru": "да"}
UNIQUE = {"en": "Unique", "ru": "Не повторяется"}


def tables_page(entities: Sequence[Entity], language: str) -> str:
    """The Markdown of the page."""
    parts = [
        NOTE,
        f"# {TITLE[language]}",
        INTRODUCTION[language],
        f"[![{TITLE[language]}]({DIAGRAM})]({DIAGRAM})",
        f"[{OPEN[language]}]({DIAGRAM})",
    ]
    for room, tables in rooms_of(entities).items():
        parts.append(f"## {room}")
        parts.extend(_table_section(entity, language) for entity in tables)
    return "\n\n".join(parts)


def _table_section(entity: Entity, language: str) -> str:
    purpose = say(language, "tables", entity.name, entity.purpose)
    rows = [_row(attribute, language) for attribute in entity.attributes]
    unique = "; ".join(", ".join(f"`{name}`" for name in columns) for columns in entity.unique)
    closing = f"\n{UNIQUE[language]}: {unique}.\n" if unique else ""
    return f"### {entity.name}\n\n{purpose}\n\n{table(HEADER[language], rows)}{closing}"


def _row(attribute: Attribute, language: str) -> tuple[str, ...]:
    name = f"**`{attribute.name}`**" if attribute.is_key else f"`{attribute.name}`"
    default = f"`{attribute.default}`" if attribute.default else ""
    refers_to = f"[{attribute.refers_to}](#{attribute.refers_to})" if attribute.refers_to else ""
    return (
        name,
        attribute.type_name,
        YES[language] if attribute.is_nullable else "",
        default,
        refers_to,
    )
