"""Catalogues as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from spravka.catalogues.tables import ClassifierStatus
from spravka.jobs.tables import JobStatus
from spravka.web.fields import Id, Line, Paragraphs

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$", description="Short name for addresses and commands")]
Confidence = Annotated[float, Field(ge=0, le=1)]


class CatalogueIn(BaseModel):
    slug: Slug
    name: Annotated[Line, Field(max_length=200)]


class CatalogueChanges(BaseModel):
    name: Annotated[Line, Field(max_length=200)] | None = None
    accept_from: Confidence | None = Field(
        default=None,
        description="A best candidate with at least this confidence is accepted without a person",
    )
    no_item_below: Confidence | None = Field(
        default=None, description="Below this confidence of the best candidate the answer is: no such item"
    )


class CatalogueOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    slug: str
    name: str
    accept_from: float
    no_item_below: float
    indexed_at: datetime | None = Field(description="When it became ready for mapping; null before the first import")
    created_at: datetime


class CatalogueDetail(CatalogueOut):
    item_count: int
    confirmed_count: int = Field(description="Supplier names that people tied to its items")
    running_job_id: int | None = Field(description="The import or training under way; null while there is none")


class GroupOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    code: str
    name: str | None
    parent_code: str | None
    item_count: int = Field(description="Items in this very group; those of the groups below it are not counted")


class ItemOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    code: str
    name: str
    group_code: str
    unit: str | None


class ItemDetail(ItemOut):
    parameters: list[str] = Field(description="Sizes, marks, standards and so on, as they are read in the name")


class ImportOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    catalogue_id: int
    job_id: int | None = Field(description="The job that brings the rows in; null before the columns are confirmed")
    job_status: JobStatus | None = Field(default=None, description="How far that job is")
    file_name: str
    sheet_name: str | None
    columns: dict[str, Any] = Field(description="Position of each column that was told, counted from 0")
    removes_absent: bool
    created_count: int
    changed_count: int
    unchanged_count: int
    removed_count: int
    rejected_count: int
    finished_at: datetime | None
    created_at: datetime


class NoteOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: str
    text: str
    value: str = Field(description="What the text says of this very file: a count, rows, a name")


class UploadedImport(ImportOut):
    """An import with what the file looks like, to confirm its columns by."""

    header: list[str]
    first_rows: list[list[Any]]
    row_count: int
    sheet_names: list[str] = Field(description="Sheets of a workbook that can be chosen")
    notes: list[NoteOut]


class RejectionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    row_number: int
    reason: str
    detail: str
    cells: list[Any]


class TrainingIn(BaseModel):
    catalogue_id: Id
    promote: bool | None = Field(
        default=None,
        description="Whether the new version takes over; null leaves it to its held-out accuracy",
    )


class ClassifierVersionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    catalogue_id: int
    version: int
    status: ClassifierStatus
    accuracy: float | None = Field(description="Share of right groups on the held-out part")
    macro_f1: float | None
    held_out_count: int
    item_count: int
    confirmed_count: int
    group_count: int
    training_seconds: float
    trained_by_job_id: int | None = Field(description="The import or training that made it")
    promoted_at: datetime | None
    created_at: datetime


class ConfirmedIn(BaseModel):
    name: Annotated[Paragraphs, Field(max_length=10_000)]
    item_code: Annotated[Line, Field(max_length=200)]


class ConfirmedBatchIn(BaseModel):
    """What people confirmed before, brought in from elsewhere; of a name said twice the last counts."""

    catalogue_id: Id
    matches: Annotated[list[ConfirmedIn], Field(min_length=1, max_length=100_000)]


class ConfirmedBatchOut(BaseModel):
    stored_count: int


class ConfirmedOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    catalogue_id: int
    item_id: int
    name: str
    confirmed_by_id: int | None
    created_at: datetime
    changed_at: datetime
