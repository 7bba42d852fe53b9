"""Mapping runs as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from spravka.jobs.tables import JobStatus
from spravka.nomenclature.names import MAX_ROWS
from spravka.nomenclature.tables import RowDecision
from spravka.web.fields import Id, Line

CandidateCount = Annotated[int, Field(ge=1, le=20, description="Candidates kept for a row")]
ColumnChoice = Annotated[Line, Field(max_length=500)]
RowNumber = Annotated[int, Field(ge=1, le=2**31 - 1, description="Number of the row in its run")]
MAX_DECISIONS = 10_000
NoteCode = Literal["unreadable_name", "empty_catalogue"]
Scalar = str | int | float | bool | None


class MappingIn(BaseModel):
    """Names to be mapped, alone or in objects whose other fields are kept beside the results."""

    catalogue_id: Id
    rows: Annotated[
        list[str | dict[str, Scalar]],
        Field(
            max_length=MAX_ROWS,
            examples=[["Кабель ВВГнг(А)-LS 3х2,5"], [{"name": "Труба 57х3,5", "unit": "м"}]],
        ),
    ]
    name_field: ColumnChoice | None = Field(
        default=None,
        description="The field that holds the name, where rows are objects; `name` where left out",
    )
    title: Annotated[Line, Field(max_length=255)] | None = None
    candidate_count: CandidateCount = 5


class MappingFileIn(BaseModel):
    """A file of names: CSV, XLSX, XLS or ODS, of any shape; sent as a form with the part `file`."""

    catalogue_id: Id
    name_column: ColumnChoice | None = Field(
        default=None,
        description="The column of the names: its header, letter or number; detected where left out",
    )
    sheet_name: ColumnChoice | None = None
    title: Annotated[Line, Field(max_length=255)] | None = None
    candidate_count: CandidateCount = 5


class MappingOut(BaseModel):
    """A run and how far it is."""

    id: int
    catalogue_id: int
    job_id: int = Field(description="Follow it at /api/v1/jobs/{job_id} or its /events")
    job_status: JobStatus = Field(description="Whether its rows wait, are being mapped, or how that ended")
    title: str
    file_name: str | None
    header: list[str]
    name_column: int
    candidate_count: int
    row_count: int
    notes: list[dict[str, str]] = Field(
        description="What was decided while the file was read: `code`, `text`, and `value`, the text's count or name"
    )
    created_at: datetime
    decision_counts: dict[RowDecision, int] = Field(description="How many rows have each decision now")


class GroupGuessOut(BaseModel):
    code: str
    name: str | None
    confidence: float


class CandidateOut(BaseModel):
    """An item that the name may mean, and why."""

    item_id: int
    code: str
    name: str
    unit: str | None
    group_code: str
    confidence: float
    reasons: dict[str, Any]


class MappingRowOut(BaseModel):
    number: int
    file_row_number: int | None = Field(description="Where the row stands in the file")
    cells: list[Any] = Field(description="The original cells, in the order of the run's `header`")
    name: str
    decision: RowDecision
    group_code: str | None
    group_confidence: float | None
    groups: list[GroupGuessOut]
    item_id: int | None
    confidence: float | None
    candidates: list[CandidateOut]
    note: str | None
    note_code: NoteCode | None = Field(description="The note for programs")
    decided_by_person: bool
    decided_by_id: int | None
    decided_by: str | None = Field(
        description="Name or e-mail of the person who decided; null for an API key and for the program"
    )
    decided_at: datetime | None


class RowNumbersOut(BaseModel):
    numbers: list[int] = Field(description="Numbers of the rows, in the order asked for")


class RunGroupOut(BaseModel):
    """A group of the catalogue and how many rows of the run are of it."""

    code: str
    name: str | None
    row_count: int


class DecisionIn(BaseModel):
    decision: Literal["accepted", "needs_review", "no_such_item", "as_matched"] = Field(
        description="`as_matched` takes a person's decision back: the row is as the matcher left it"
    )
    item_id: Id | None = Field(default=None, description="The item accepted; the best candidate where left out")


class RowDecisionIn(DecisionIn):
    number: RowNumber


class DecisionsIn(BaseModel):
    decisions: Annotated[list[RowDecisionIn], Field(min_length=1, max_length=MAX_DECISIONS)]


class DecisionsOut(BaseModel):
    decided_count: int


class PersonDecisionOut(BaseModel):
    """What a person decided of a row: said again, it makes the row what it is now."""

    model_config = ConfigDict(from_attributes=True)

    number: int
    decision: RowDecision
    item_id: int | None


class PersonDecisionsOut(BaseModel):
    decisions: list[PersonDecisionOut]


class PreviewOut(BaseModel):
    """What a file looks like, before it is mapped."""

    header: list[str]
    sheet_names: list[str]
    sheet_name: str
    name_column: int | None = Field(description="The column that will be taken for the names, null where unclear")
    likely_columns: list[str]
    first_rows: list[list[Any]]
    row_count: int
    notes: list[dict[str, str]]
