"""What is known of a connected database, put together for a reader and for the guard."""

import datetime
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from sqlalchemy.orm import Session

from spravka.database_assistant import queries
from spravka.database_assistant.errors import DatabaseNotLearned, TableUnknown
from spravka.database_assistant.llm_reading.retrieving import TableSearch, build_table_search
from spravka.database_assistant.remembering import RememberedVectors
from spravka.database_assistant.tables import ConnectedDatabase, GlossaryEntry
from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.schema import SCHEMA_JSON, DatabaseSchema, Table
from spravka.question_reading.confidence import Probe
from spravka.question_reading.hearing.heard import Language
from spravka.question_reading.knowledge import GlossaryTerm, Knowledge, TermKind
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.reader import Encode, Reader
from spravka.question_reading.reading import Reading
from spravka.question_reading.values import ValueIndex
from spravka.resources import Resources

MOST_CATEGORIES = 60
SHELF_SIZE = 32
"""Databases whose readers stay prepared in one process."""


class QuestionReader(Protocol):
    """What reads questions about one database: :class:`spravka.question_reading.reader.Reader`."""

    @property
    def linker(self) -> Linker: ...

    def read(
        self, question: str, today: datetime.date, probe: Probe | None = None, previous: QueryPlan | None = None
    ) -> Reading: ...


OpenReader = Callable[[Knowledge, Encode], QuestionReader]


class Once:
    """Opens a reader when it is first asked for, once, whoever asks at the same time."""

    def __init__(self, open_it: Callable[[], QuestionReader]) -> None:
        self._open = open_it
        self._opened: QuestionReader | None = None
        self._lock = threading.Lock()

    def __call__(self) -> QuestionReader:
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened


@dataclass(frozen=True)
class Known:
    """A prepared reader and what it knows; ``version`` tells when it is old."""

    version: int
    knowledge: Knowledge
    learned: DatabaseSchema
    """With the hidden columns, which the guard must know of."""
    open_reader: Callable[[], QuestionReader]
    tables: TableSearch
    """Which tables a question may be about, for a language model that cannot be told them all."""
    first_questions: dict[tuple[Language, str], tuple[str, ...]] = field(default_factory=dict)
    """Questions to begin with, by language and table (all: ""), made when they are first asked for."""

    @cached_property
    def categories(self) -> frozenset[tuple[str, str]]:
        """Columns with few distinct values: what sums are worth grouping by."""
        values = self.knowledge.values
        return frozenset(
            column
            for column, found in values.values.items()
            if values.is_complete(column) and 2 <= len(found) <= MOST_CATEGORIES
        )

    @property
    def reader(self) -> QuestionReader:
        """Opened for the first question; SQL that a person wrote needs none."""
        return self.open_reader()

    @property
    def schema(self) -> DatabaseSchema:
        return self.knowledge.schema


class KnowledgeShelf:
    """The prepared readers of a process, the least used of them put away first."""

    def __init__(self, size: int = SHELF_SIZE, open_reader: OpenReader = Reader) -> None:
        self._size = size
        self._open_reader = open_reader
        self._vectors: RememberedVectors | None = None
        self._known: OrderedDict[int, Known] = OrderedDict()
        self._lock = threading.Lock()
        self._preparing: dict[int, threading.Lock] = {}

    def get(self, session: Session, resources: Resources, database: ConnectedDatabase) -> Known:
        """The reader of the database as it is known now; raises :class:`DatabaseNotLearned`."""
        found = self._find(database)
        if found is not None:
            return found
        with self._lock:
            preparing = self._preparing.setdefault(database.id, threading.Lock())
        with preparing:  # others who ask of the same database wait for one preparation
            found = self._find(database)
            if found is None:
                found = prepare(session, resources, database, self._open)
                self._put(database.id, found)
        return found

    def _open(self, knowledge: Knowledge, encode: Encode) -> QuestionReader:
        """A reader; of names that were encoded for an earlier one the vectors are remembered."""
        with self._lock:
            self._vectors = self._vectors or RememberedVectors(encode)
        return self._open_reader(knowledge, self._vectors)

    def _find(self, database: ConnectedDatabase) -> Known | None:
        with self._lock:
            found = self._known.get(database.id)
            if found is None or found.version != database.knowledge_version:
                return None
            self._known.move_to_end(database.id)
            return found

    def _put(self, database_id: int, known: Known) -> None:
        with self._lock:
            self._known[database_id] = known
            self._known.move_to_end(database_id)
            while len(self._known) > self._size:
                self._known.popitem(last=False)


def prepare(
    session: Session, resources: Resources, database: ConnectedDatabase, open_reader: OpenReader = Reader
) -> Known:
    """Read everything known of the database and prepare its reader."""
    tenant_id, learned = database.tenant_id, learned_schema(database)
    knowledge = Knowledge(
        schema=without_hidden(learned, database.hidden_columns),
        values=_values(resources, database),
        glossary=tuple(map(glossary_term, queries.list_glossary(session, tenant_id, database.id))),
        choices=queries.read_choices(session, tenant_id, database.id),
    )
    return Known(
        version=database.knowledge_version,
        knowledge=knowledge,
        learned=learned,
        open_reader=Once(lambda: open_reader(knowledge, resources.encoder.encode)),
        tables=build_table_search(knowledge.schema),
    )


def learned_schema(database: ConnectedDatabase) -> DatabaseSchema:
    """The structure as learned; raises :class:`DatabaseNotLearned`."""
    if database.structure is None:
        raise DatabaseNotLearned
    return SCHEMA_JSON.validate_python(database.structure)


def readable_schema(database: ConnectedDatabase) -> DatabaseSchema:
    """The structure without hidden columns: what no query may read, no reader sees."""
    return without_hidden(learned_schema(database), database.hidden_columns)


def without_hidden(schema: DatabaseSchema, columns: Iterable[Sequence[str]]) -> DatabaseSchema:
    """The schema without these columns, pairs of table key and column, and without keys through them."""
    hidden = {(table, column) for table, column in columns}
    if not hidden:
        return schema
    tables = tuple(_without(table, hidden) for table in schema.tables)
    keys = tuple(
        key
        for key in schema.foreign_keys
        if not hidden & {*((key.table, one) for one in key.columns), *((key.to_table, one) for one in key.to_columns)}
    )
    return replace(schema, tables=tables, foreign_keys=keys)


def _without(table: Table, hidden: set[tuple[str, str]]) -> Table:
    return replace(table, columns=tuple(one for one in table.columns if (table.key, one.name) not in hidden))


def _values(resources: Resources, database: ConnectedDatabase) -> ValueIndex:
    if database.values_key is None:
        return ValueIndex()
    bundle = resources.arrays.open(database.values_key)
    return ValueIndex.from_arrays(bundle.arrays, bundle.facts)


def glossary_term(entry: GlossaryEntry) -> GlossaryTerm:
    """A stored term as a reader takes it."""
    return GlossaryTerm(
        term=entry.term,
        kind=TermKind(entry.kind),
        table=entry.table_key,
        column=entry.column_name,
        value=entry.value,
        aggregate=entry.aggregate,
        formula=json.dumps(entry.formula) if entry.formula is not None else "",
    )


def forget_knowledge(database: ConnectedDatabase) -> None:
    """Have every process prepare its reader anew before the next question.

    The database counts: of two changes at once each has a version of its own.
    """
    database.knowledge_version = ConnectedDatabase.knowledge_version + 1


def require_column(database: ConnectedDatabase, table: str, column: str = "") -> None:
    """Raises :class:`TableUnknown` where the database has no such table or column, :class:`DatabaseNotLearned`."""
    _require_columns(database, [(table, column)])


def _require_columns(database: ConnectedDatabase, columns: Iterable[tuple[str, str]]) -> None:
    tables = learned_schema(database).tables_by_key
    for table, column in columns:
        found = tables.get(table)
        if found is None or (column and column not in found.columns_by_name):
            raise TableUnknown(table, column)


def set_columns(
    database: ConnectedDatabase,
    excluded: Sequence[tuple[str, str]] | None,
    hidden: Sequence[tuple[str, str]] | None,
) -> None:
    """Exclude columns from the value index, hide columns from every query; what is None stays as it is."""
    _require_columns(database, (*(excluded or ()), *(hidden or ())))
    if excluded is not None:
        database.excluded_columns = _pairs(excluded)
    if hidden is not None:
        database.hidden_columns = _pairs(hidden)
    database.values_key = None  # no values are offered until learning has left these columns out
    forget_knowledge(database)


def _pairs(columns: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [list(pair) for pair in sorted(set(columns))]
