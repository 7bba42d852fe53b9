"""The application's tables as plain facts: what the diagram and the page of tables are drawn from."""

import inspect
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Column, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy import Table as SqlTable
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapper

DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
REFERENCES_THAT_MAKE_A_HUB = 6


@dataclass(frozen=True)
class Attribute:
    """A column: its name, its PostgreSQL type, and the tables its foreign keys lead to."""

    name: str
    type_name: str
    is_key: bool
    is_nullable: bool
    default: str | None
    refers_to: str | None


@dataclass(frozen=True)
class Entity:
    """A table, the room it belongs to, and what its class says about it."""

    name: str
    room: str
    purpose: str
    attributes: tuple[Attribute, ...]
    unique: tuple[tuple[str, ...], ...]

    def referred(self) -> set[str]:
        """Names of the other tables this one leads to."""
        return {attribute.refers_to for attribute in self.attributes if attribute.refers_to} - {self.name}


def read_entities(root: type[DeclarativeBase]) -> list[Entity]:
    """Every mapped class below ``root``, by room and name."""
    entities = (_entity(mapper) for mapper in root.registry.mappers)
    return sorted(entities, key=lambda entity: (entity.room, entity.name))


def rooms_of(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """The entities of each room."""
    rooms: dict[str, list[Entity]] = {}
    for entity in entities:
        rooms.setdefault(entity.room, []).append(entity)
    return rooms


def hubs(entities: Iterable[Entity]) -> set[str]:
    """Tables that so many others refer to that lines to them would hide everything else."""
    references = Counter(name for entity in entities for name in entity.referred())
    return {name for name, count in references.items() if count >= REFERENCES_THAT_MAKE_A_HUB}


def _entity(mapper: Mapper[object]) -> Entity:
    table = mapper.local_table
    assert isinstance(table, SqlTable)
    return Entity(
        name=table.name,
        room=mapper.class_.__module__.split(".")[1],
        purpose=_first_sentence(mapper.class_.__doc__ or ""),
        attributes=tuple(_attribute(column) for column in table.columns),
        unique=tuple(sorted(_unique_columns(table))),
    )


def _attribute(column: Column[object]) -> Attribute:
    referred = sorted({key.column.table.name for key in column.foreign_keys})
    return Attribute(
        name=column.name,
        type_name=column.type.compile(dialect=DIALECT).lower(),
        is_key=column.primary_key,
        is_nullable=bool(column.nullable),
        default=_default(column),
        refers_to=referred[0] if referred else _composite_reference(column),
    )


def _composite_reference(column: Column[object]) -> str | None:
    """The table a foreign key over several columns leads to, told on its last column."""
    for constraint in column.table.foreign_key_constraints:
        if isinstance(constraint, ForeignKeyConstraint) and list(constraint.columns)[-1] is column:
            return constraint.referred_table.name
    return None


def _default(column: Column[object]) -> str | None:
    if column.identity is not None:
        return "identity"
    argument = getattr(column.server_default, "arg", None)
    return None if argument is None else str(argument)


def _unique_columns(table: SqlTable) -> Iterator[tuple[str, ...]]:
    """Sets of columns that identify a row besides the primary key."""
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)
    for index in table.indexes:
        if index.unique and index.columns:
            yield tuple(column.name for column in index.columns)


def _first_sentence(docstring: str) -> str:
    paragraph = inspect.cleandoc(docstring).split("\n\n")[0]
    return " ".join(paragraph.split())
