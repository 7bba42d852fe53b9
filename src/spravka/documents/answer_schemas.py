"""What the routes about questions to documents take and give."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field

from spravka.documents.tables import DocumentAnswer, DocumentAnswerState
from spravka.web.fields import Id, Paragraphs

MOST_SCOPE_IDS = 1_000


class DocumentScope(BaseModel):
    """Which documents are asked; both lists empty: all of the tenant's."""

    document_ids: list[Id] = Field(default=[], max_length=MOST_SCOPE_IDS)
    folder_ids: list[Id] = Field(default=[], max_length=MOST_SCOPE_IDS, description="With all folders inside them")


class DocumentQuestion(BaseModel):
    """A question of a script or a program: nothing is kept in a chat."""

    question: Annotated[Paragraphs, Field(max_length=4_000, examples=["В какой срок поставщик отгружает бетон?"])]
    scope: DocumentScope | None = Field(
        default=None, description="All documents where left out; those of the previous answer where it follows one"
    )
    previous_document_answer_id: Id | None = Field(
        default=None, description="The answer it follows: «а сколько это стоит?»"
    )
    is_quoted_only: bool = Field(default=False, description="Quotations alone: no language model is asked")


class DocumentAnswerOut(BaseModel):
    """A question to documents and everything that came of it."""

    id: int
    question: str
    language: str
    scope: dict[str, Any]
    state: DocumentAnswerState
    previous_document_answer_id: int | None
    text: str | None
    sentences: list[dict[str, Any]] | None = Field(
        description="What a language model said: `text`, numbers of the `quotations` it rests on, and whether these "
        "support it; null where none was asked or none could answer"
    )
    quotations: list[dict[str, Any]] = Field(
        description="What answers (`is_answer`) and then what is near: `number`, `document_id`, `document_name`, "
        "`page`, `text`, `headings`, `pages` with their sizes, `boxes` of its lines in points from the top left corner "
        "of their page, `words`: which words of which pages it is, for documents that have no picture"
    )
    stages: list[dict[str, Any]]
    warnings: list[dict[str, Any]]
    readiness: dict[str, Any] | None = Field(description="How many documents and pages could be searched")
    details: dict[str, Any]
    problem: dict[str, Any] | None
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, answer: DocumentAnswer) -> Self:
        details = dict(answer.details)
        return cls(
            id=answer.id,
            question=answer.question,
            language=answer.language,
            scope=answer.scope,
            state=answer.state,
            previous_document_answer_id=answer.previous_answer_id,
            text=answer.text,
            sentences=answer.sentences,
            quotations=answer.quotations,
            stages=answer.stages,
            warnings=details.pop("warnings", []),
            readiness=details.pop("readiness", None),
            details=details,
            problem=answer.problem,
            created_at=answer.created_at,
            finished_at=answer.finished_at,
        )
