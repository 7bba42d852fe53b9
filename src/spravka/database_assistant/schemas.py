"""What the routes about connected databases take and give; those of answers are in ``answer_schemas``."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from spravka.customer_databases.checking_fields import read_options
from spravka.customer_databases.fields import ConnectionFields
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.database_assistant.tables import (
    ConnectedDatabase,
    DatabasePredictionConfig,
    GlossaryEntry,
    LearningState,
    ReaderChoice,
    RowFilter,
)
from spravka.query_plans.plan import Aggregate
from spravka.query_plans.schema import SCHEMA_JSON, DatabaseSchema, Dialect
from spravka.question_reading.knowledge import TermKind
from spravka.sql_guard.policy import FilterOperator
from spravka.web.fields import Line

Name = Annotated[Line, Field(max_length=255)]


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Address(BaseModel):
    """Where a database is and as whom it is asked: fields, never one string."""

    dialect: Dialect
    database: Name = Field(description="The database's name; of SQLite a file below the configured folder")
    host: Annotated[str, Field(max_length=253)] = ""
    port: Annotated[int | None, Field(ge=1, le=65535)] = Field(default=None, description="The vendor's usual one")
    user: Annotated[str, Field(max_length=255)] = ""
    password: Annotated[SecretStr, Field(max_length=500)] = SecretStr("")
    options: dict[str, Any] = Field(
        default_factory=dict, description="`tls`, `ca_file`, `namespaces`; which of them, the dialect tells"
    )

    def to_fields(self) -> ConnectionFields:
        """Raises :class:`DriverOptionRefused`, :class:`ConnectionFieldRefused`."""
        return ConnectionFields(
            dialect=self.dialect,
            database=self.database,
            host=self.host,
            port=self.port,
            user=self.user,
            password=self.password.get_secret_value(),
            options=read_options(self.dialect, self.options),
        )


class DatabaseIn(BaseModel):
    """A database to connect. It is reached and its rights are looked at before anything is saved."""

    name: Annotated[Line, Field(max_length=200, examples=["Хранилище холдинга"])]
    address: Address
    is_write_allowed: bool = Field(default=False, description="Save it although the role can write; better is not to")
    privacy: Privacy = Field(default=Privacy.SCHEMA_ONLY, description="What a language model may be shown")
    reader: ReaderChoice = Field(default=ReaderChoice.BOTH, description="Who reads questions")


class DatabaseChange(BaseModel):
    """What changes; what is absent stays. A new address without a password keeps the password, if the server, the
    port and the user are the same."""

    name: Annotated[Line, Field(max_length=200)] | None = None
    address: Address | None = None
    is_write_allowed: bool | None = None
    privacy: Privacy | None = None
    reader: ReaderChoice | None = None


class AddressOut(BaseModel):
    """The address without the password, which is never given back."""

    dialect: Dialect
    database: str
    host: str
    port: int | None
    user: str
    options: dict[str, Any]


class DatabaseOut(BaseModel):
    """A connected database."""

    id: int
    name: str
    address: AddressOut
    is_write_allowed: bool
    rights: dict[str, Any] | None = Field(description="What the role may do there, beyond reading")
    checked_at: datetime | None
    privacy: Privacy
    reader: ReaderChoice
    learning: LearningState
    learning_problem: dict[str, Any] | None
    learning_job_id: int | None = Field(description="Its progress is at `jobs/{id}/events`")
    learned_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, database: ConnectedDatabase) -> Self:
        values = {name: getattr(database, name) for name in cls.model_fields if name != "address"}
        return cls(address=AddressOut(**database.fields), **values)


class CheckOut(BaseModel):
    """The result of a check: the database was reached, and this is what the role may do."""

    rights: dict[str, Any]


class SchemaOut(BaseModel):
    """The structure as last learned."""

    dialect: Dialect
    tables: list[dict[str, Any]]
    foreign_keys: list[dict[str, Any]]
    learned_at: datetime | None

    @classmethod
    def of(cls, schema: DatabaseSchema, learned_at: datetime | None) -> Self:
        shown = SCHEMA_JSON.dump_python(schema, mode="json")
        return cls(
            dialect=schema.dialect,
            tables=[{"key": table.key, **row} for table, row in zip(schema.tables, shown["tables"], strict=True)],
            foreign_keys=shown["foreign_keys"],
            learned_at=learned_at,
        )


class ColumnName(BaseModel):
    """A column of the connected database."""

    table: Name = Field(description="The table's key in the schema")
    column: Name


class ColumnsIn(BaseModel):
    """Columns that are excluded from the value index, or hidden from every query."""

    excluded: list[ColumnName] | None = Field(default=None, max_length=2_000, description="Values are not collected")
    hidden: list[ColumnName] | None = Field(default=None, max_length=2_000, description="No query may read them")


class ColumnsOut(BaseModel):
    """Which columns are excluded and hidden."""

    excluded: list[ColumnName]
    hidden: list[ColumnName]


class ValueColumnOut(_Out):
    """A column whose distinct values are known."""

    table_key: str
    column_name: str
    value_count: int
    is_complete: bool


class NewGlossaryTerm(BaseModel):
    """A word or phrase of yours and what it means in the database."""

    term: Annotated[Line, Field(max_length=200, examples=["задолженность"])]
    kind: TermKind
    table: Name
    column: Annotated[str, Field(max_length=255)] = ""
    value: Annotated[str, Field(max_length=1_000)] = ""
    aggregate: Aggregate | None = None
    formula: dict[str, Any] | None = Field(
        default=None, description="A plan's expression (a measure) or condition over columns of the table"
    )


class GlossaryTermOut(BaseModel):
    """A term of the tenant."""

    id: int
    term: str
    kind: TermKind
    table: str
    column: str
    value: str
    aggregate: str
    formula: dict[str, Any] | None
    created_at: datetime

    @classmethod
    def of(cls, entry: GlossaryEntry) -> Self:
        return cls(
            id=entry.id,
            term=entry.term,
            kind=TermKind(entry.kind),
            table=entry.table_key,
            column=entry.column_name,
            value=entry.value,
            aggregate=entry.aggregate,
            formula=entry.formula,
            created_at=entry.created_at,
        )


class FirstQuestion(BaseModel):
    """A question to begin with."""

    question: str
    is_approved: bool = Field(description="By an expert; others are made from the structure, and surely answered")


class NewRowFilter(BaseModel):
    """A condition that all rows of a table must meet, for everybody who asks."""

    table: Name
    column: Name
    operator: FilterOperator = FilterOperator.EQUAL
    values: list[str | int | float | bool] = Field(
        default_factory=list, max_length=500, description="One value; for `one_of` and `none_of` several"
    )
    user_attribute: Annotated[str | None, Field(pattern="^(email|id|role)$")] = Field(
        default=None, description="Instead of a value: what is compared with is the caller's own"
    )


class RowFilterOut(BaseModel):
    """A row filter."""

    id: int
    table: str
    column: str
    operator: FilterOperator
    values: list[str | int | float | bool]
    user_attribute: str | None
    created_at: datetime

    @classmethod
    def of(cls, found: RowFilter) -> Self:
        return cls(
            id=found.id,
            table=found.table_key,
            column=found.column_name,
            operator=FilterOperator(found.operator),
            values=found.values,
            user_attribute=found.user_attribute,
            created_at=found.created_at,
        )


class StageSwitches(_Out):
    """Which optional stages make your answers."""

    has_data_check: bool = Field(default=True, description="Look whether the data asked for are there")
    has_sql_description: bool = Field(default=True, description="Tell the query in plain words")
    has_alternative_questions: bool = Field(default=True, description="Offer similar questions")

    @classmethod
    def of(cls, switches: DatabasePredictionConfig | None) -> Self:
        return cls() if switches is None else cls.model_validate(switches)
