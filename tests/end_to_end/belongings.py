"""Things a tenant owns, made when asked for: by the name of the path parameter, member or query that names one.

A route with a new kind of id needs one property here, which makes such a thing and gives its id. What belongs
together is made together: the item is of the catalogue, the mapping is on the catalogue, its job is finished (so
that its stream of events ends).
"""

import itertools
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.catalogues.tables import (
    Catalogue,
    CatalogueImport,
    CatalogueItem,
    ClassifierStatus,
    ClassifierVersion,
    ConfirmedMatch,
)
from spravka.chat.tables import Chat, Message
from spravka.customer_databases.fields import ConnectionFields
from spravka.customer_databases.sealing import AddressSeal
from spravka.database.mapped import Table
from spravka.database_assistant.connecting import shown_address
from spravka.database_assistant.queries import find_tenant_database
from spravka.database_assistant.tables import (
    Answer,
    AnswerState,
    ConnectedDatabase,
    Example,
    GlossaryEntry,
    LearningState,
    RowFilter,
)
from spravka.documents.tables import DocumentAnswer, DocumentAnswerState, File, Folder
from spravka.jobs.tables import Job, JobStatus
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision
from spravka.query_plans.schema import SCHEMA_JSON, Column, ColumnKind, DatabaseSchema, Dialect
from spravka.query_plans.schema import Table as SchemaTable
from spravka.tenants.tables import Mode, ModeName, Prompt, Tenant
from tests.callers import ORDERS_NAME, TEST_SECRET, Side

Row = TypeVar("Row", bound=Table)

SEAL = AddressSeal(SecretStr(TEST_SECRET))
ORDERS_FILE = ConnectionFields(dialect=Dialect.SQLITE, database=ORDERS_NAME)
ORDERS = DatabaseSchema(
    Dialect.SQLITE,
    (SchemaTable("orders", (Column("id", ColumnKind.INTEGER), Column("city", ColumnKind.TEXT)), primary_key=("id",)),),
)

numbers = itertools.count(1)
"""A number that no other thing has."""


class Belongings:
    """What one side of the world owns."""

    def __init__(self, session: Session, side: Side) -> None:
        self._session = session
        self._side = side

    @property
    def tenant_id(self) -> int:
        return self._side.tenant_id

    @property
    def user_id(self) -> int:
        return self._side.member_id

    @property
    def api_key_id(self) -> int:
        return self._side.api_key_id

    @cached_property
    def prompt_id(self) -> int:
        prompt = Prompt(tenant_id=self.tenant_id, table_name="sales", version=next(numbers), text="text")
        return self._stored(prompt).id

    @cached_property
    def job_id(self) -> int:
        job = Job(tenant_id=self.tenant_id, kind="done", queue="maintenance", arguments={}, status=JobStatus.FINISHED)
        return self._stored(job).id

    @cached_property
    def catalogue_id(self) -> int:
        catalogue = Catalogue(tenant_id=self.tenant_id, slug=f"catalogue-{next(numbers)}", name="Материалы")
        return self._stored(catalogue).id

    @cached_property
    def item_id(self) -> int:
        item = CatalogueItem(catalogue_id=self.catalogue_id, code="x", name="Труба 20", group_code="01")
        return self._stored(item).id

    @cached_property
    def import_id(self) -> int:
        found = CatalogueImport(
            catalogue_id=self.catalogue_id, file_name="items.csv", content_hash="0" * 64, columns={}
        )
        return self._stored(found).id

    @cached_property
    def classifier_version_id(self) -> int:
        version = ClassifierVersion(
            catalogue_id=self.catalogue_id,
            version=1,
            status=ClassifierStatus.READY,
            arrays_key="none",
            held_out_count=0,
            item_count=1,
            confirmed_count=0,
            group_count=1,
            training_seconds=0.1,
        )
        return self._stored(version).id

    @cached_property
    def confirmed_match_id(self) -> int:
        match = ConfirmedMatch(
            catalogue_id=self.catalogue_id, item_id=self.item_id, name="труба 20", normalised_name="труба 20"
        )
        return self._stored(match).id

    @cached_property
    def mapping_id(self) -> int:
        run = MappingRun(
            tenant_id=self.tenant_id,
            catalogue_id=self.catalogue_id,
            job_id=self.job_id,
            title="rows",
            header=["Наименование"],
            name_column=0,
            candidate_count=5,
            row_count=1,
        )
        row = MappingRow(
            mapping_run_id=self._stored(run).id,
            number=1,
            cells=["труба 20"],
            name="труба 20",
            decision=RowDecision.NEEDS_REVIEW,
            item_id=self.item_id,
            confidence=0.5,
            candidates=[],
        )
        self._stored(row)
        return run.id

    @cached_property
    def database_id(self) -> int:
        found = find_tenant_database(self._session, self.tenant_id)
        return found.id if found is not None else self._connected_database().id

    def _connected_database(self) -> ConnectedDatabase:
        database = ConnectedDatabase(
            tenant_id=self.tenant_id,
            name="Хранилище",
            fields=shown_address(ORDERS_FILE),
            structure=SCHEMA_JSON.dump_python(ORDERS, mode="json"),
            learning=LearningState.READY,
        )
        self._session.get_one(Tenant, self.tenant_id).database_address_encrypted = SEAL.seal(ORDERS_FILE)
        return self._stored(database)

    @cached_property
    def glossary_term_id(self) -> int:
        term = GlossaryEntry(
            database_id=self.database_id, term=f"заказ {next(numbers)}", kind="table", table_key="orders"
        )
        return self._stored(term).id

    @cached_property
    def row_filter_id(self) -> int:
        found = RowFilter(
            database_id=self.database_id, table_key="orders", column_name="city", operator="equal", values=["Москва"]
        )
        return self._stored(found).id

    @cached_property
    def answer_id(self) -> int:
        answer = Answer(
            tenant_id=self.tenant_id,
            user_id=self._side.admin_id,
            database_id=self.database_id,
            question="сколько заказов",
            state=AnswerState.ANSWERED,
            sql="SELECT count(*) FROM orders",
            columns=[{"name": "count", "kind": "integer"}],
            rows=[[1]],
            finished_at=datetime.now(UTC),
        )
        return self._stored(answer).id

    @property
    def previous_answer_id(self) -> int:
        return self.answer_id

    @cached_property
    def example_id(self) -> int:
        example = Example(database_id=self.database_id, question="сколько заказов", sql="SELECT count(*) FROM orders")
        return self._stored(example).id

    @cached_property
    def folder_id(self) -> int:
        return self._stored(Folder(tenant_id=self.tenant_id, name=f"Договоры {next(numbers)}")).id

    @property
    def parent_id(self) -> int:
        return self.folder_id

    @cached_property
    def document_id(self) -> int:
        file = File(
            tenant_id=self.tenant_id,
            name="Договор.pdf",
            content_hash=f"{next(numbers):064x}",
            content_type="application/pdf",
            size_bytes=1,
        )
        return self._stored(file).id

    @cached_property
    def document_answer_id(self) -> int:
        answer = DocumentAnswer(
            tenant_id=self.tenant_id,
            user_id=self._side.admin_id,
            question="какой срок",
            scope={},
            state=DocumentAnswerState.ANSWERED,
            text="Десять дней.",
            finished_at=datetime.now(UTC),
        )
        return self._stored(answer).id

    @property
    def previous_document_answer_id(self) -> int:
        return self.document_answer_id

    @cached_property
    def chat_id(self) -> int:
        mode = self._session.scalars(select(Mode).where(Mode.name == ModeName.DATABASES)).one()
        chat = Chat(tenant_id=self.tenant_id, user_id=self._side.admin_id, mode_id=mode.id, title="Заказы")
        return self._stored(chat).id

    @cached_property
    def message_id(self) -> int:
        message = Message(chat_id=self.chat_id, query="сколько заказов", answer="1")
        return self._stored(message).id

    @property
    def connected_message_id(self) -> int:
        return self.message_id

    def make_everything(self) -> None:
        """One of each."""
        for name, member in vars(type(self)).items():
            if isinstance(member, cached_property):
                getattr(self, name)

    def _stored(self, row: Row) -> Row:
        self._session.add(row)
        self._session.flush()
        return row
