"""What the routes about documents and folders take and give."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from spravka.documents.pictures import has_pictures
from spravka.documents.tables import File, FileStatus, Folder
from spravka.pages.page import Page, TextLayer
from spravka.passages.finding import FoundPlace
from spravka.web.fields import Id, Line

Name = Annotated[Line, Field(max_length=255)]


class DocumentOut(BaseModel):
    """A document and how far it is. Pages that are ready are searched, whatever the status."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    folder_id: int | None
    content_type: str
    size_bytes: int
    status: FileStatus
    status_reason: dict[str, Any] | None = Field(description="The problem that ended the reading or left a part undone")
    page_count: int | None = Field(description="Null until it is known")
    ready_page_count: int
    unrecognised_page_count: int = Field(description="Ready pages without words, whose image nothing here could read")
    passage_count: int
    has_page_images: bool = Field(description="False: the words of its pages are all that can be shown (DOCX, text…)")
    is_found_by_meaning: bool = Field(description="False: so far it is found by its words alone")
    uploaded_by_id: int | None
    job_id: int | None = Field(description="The job that indexes it; follow it for the progress")
    created_at: datetime

    @classmethod
    def of(cls, file: File) -> Self:
        told: dict[str, Any] = {
            "has_page_images": has_pictures(file.content_type),
            "is_found_by_meaning": file.vectors_key is not None,
        }
        return cls(**told, **{name: getattr(file, name) for name in cls.model_fields if name not in told})


class ReceivedOut(BaseModel):
    """What became of one uploaded file."""

    name: str
    document: DocumentOut | None
    is_new: bool = Field(description="False where the tenant had a document with the same content already")
    problem: dict[str, Any] | None = Field(description="Why it was not taken")


class DocumentChange(BaseModel):
    """What changes; what is absent stays. `folder_id: null` takes the document out of its folder."""

    name: Name | None = None
    folder_id: Id | None = None


class NewFolder(BaseModel):
    """A folder to be made, inside another or at the top."""

    name: Name
    parent_id: Id | None = None


class FolderChange(BaseModel):
    """What changes; what is absent stays. `parent_id: null` moves the folder to the top."""

    name: Name | None = None
    parent_id: Id | None = None


class FolderOut(BaseModel):
    """A folder of documents."""

    id: int
    name: str
    parent_id: int | None
    document_count: int = Field(description="Documents that lie in it itself")
    folder_count: int = Field(description="Folders that lie in it itself")
    created_at: datetime

    @classmethod
    def of(cls, folder: Folder, document_count: int = 0, folder_count: int = 0) -> Self:
        columns = {name: getattr(folder, name) for name in ("id", "name", "parent_id", "created_at")}
        return cls(**columns, document_count=document_count, folder_count=folder_count)


class PageOut(BaseModel):
    """The words of a page and where they stand: points (1/72 inch) from the top left corner."""

    number: int
    label: str = Field(description="What the document itself calls the page")
    layer: TextLayer = Field(description="Where the words come from")
    width: float
    height: float
    words: list[str]
    boxes: list[list[float]] | None = Field(description="Left, top, right, bottom of each word")
    blocks: list[dict[str, Any]] = Field(
        description="`kind`, `first` word and `end` of each block, `level` of headings, `cells` of rows (first and end "
        "of each), `goes_on`: a paragraph that began on the page before"
    )

    @classmethod
    def of(cls, page: Page) -> Self:
        boxes = None if page.boxes is None else [[round(float(edge), 1) for edge in box] for box in page.boxes]
        blocks = [
            {
                "kind": block.kind,
                "first": block.first,
                "end": block.end,
                "level": block.level,
                "cells": [list(cell) for cell in block.cells],
                "goes_on": block.starts_mid_sentence,
            }
            for block in page.blocks
        ]
        return cls(
            number=page.number,
            label=page.label,
            layer=page.layer,
            width=page.width,
            height=page.height,
            words=list(page.words),
            boxes=boxes,
            blocks=blocks,
        )


class WordsOut(BaseModel):
    """Words of a page, `first` to before `end`."""

    model_config = ConfigDict(from_attributes=True)

    page: int
    first: int
    end: int


class FoundPlaceOut(BaseModel):
    """Words that were looked for, where they stand, and what stands around them."""

    before: str
    text: str
    after: str
    words: list[WordsOut]

    @classmethod
    def of(cls, found: FoundPlace) -> Self:
        words = [WordsOut.model_validate(place) for place in found.places]
        return cls(before=found.before, text=found.text, after=found.after, words=words)


class FoundPlacesOut(BaseModel):
    """The places in the document's order."""

    places: list[FoundPlaceOut]
    is_cut: bool = Field(description="There are more than are told")


class DocumentAbilitiesOut(BaseModel):
    """What documents can be done with here, beyond finding and quoting them, which is always possible."""

    has_llm: bool = Field(description="A language model answers in words of its own where that is wanted")
    recognises_images: bool = Field(description="Scanned pages are read")
    file_limit_bytes: int = Field(description="The largest file that is taken")
