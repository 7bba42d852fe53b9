"""What can go wrong with connected databases, questions and answers, and what to do about it."""

from dataclasses import dataclass
from typing import ClassVar

from spravka.errors import Conflict, NotFound, Rejected, Unavailable


@dataclass
class DatabaseNotFound(NotFound):
    title: ClassVar[str] = "No such database"
    database_id: int

    @property
    def detail(self) -> str:
        return f"Database {self.database_id} does not exist in this tenant."


@dataclass
class NoDatabaseConnected(Conflict):
    title: ClassVar[str] = "No database is connected"

    @property
    def detail(self) -> str:
        return "An admin of the tenant has to save the address of its database first."


@dataclass
class DatabaseAlreadyConnected(Conflict):
    title: ClassVar[str] = "A database is connected already"
    database_id: int

    @property
    def detail(self) -> str:
        return f"A tenant has one database: change or remove database {self.database_id}."


@dataclass
class WritableRoleRefused(Conflict):
    title: ClassVar[str] = "The role can write"
    findings: list[str]

    @property
    def detail(self) -> str:
        return (
            "Use a role that can only read, or save it knowingly with is_write_allowed. The role may: "
            + "; ".join(self.findings)
            + "."
        )


@dataclass
class DatabaseNotLearned(Conflict):
    title: ClassVar[str] = "The database is still being learned"

    @property
    def detail(self) -> str:
        return "Its tables and values are being read in the background; ask again in a moment."


@dataclass
class TableUnknown(Rejected):
    title: ClassVar[str] = "No such table or column"
    table: str
    column: str = ""

    @property
    def detail(self) -> str:
        named = f"{self.table}.{self.column}" if self.column else self.table
        return f"The connected database has no {named!r}; its schema lists tables and columns."


@dataclass
class GlossaryTermNotFound(NotFound):
    title: ClassVar[str] = "No such glossary term"
    glossary_term_id: int

    @property
    def detail(self) -> str:
        return f"Term {self.glossary_term_id} does not exist in this tenant's glossary."


@dataclass
class GlossaryTermExists(Conflict):
    title: ClassVar[str] = "The term is in the glossary already"
    term: str

    @property
    def detail(self) -> str:
        return f"{self.term!r} has a meaning; delete it to give it another."


@dataclass
class GlossaryTermIncomplete(Rejected):
    title: ClassVar[str] = "The glossary term says too little"
    reason: str

    @property
    def detail(self) -> str:
        return self.reason


@dataclass
class RowFilterNotFound(NotFound):
    title: ClassVar[str] = "No such row filter"
    row_filter_id: int

    @property
    def detail(self) -> str:
        return f"Row filter {self.row_filter_id} does not exist in this tenant."


@dataclass
class AnswerNotFound(NotFound):
    title: ClassVar[str] = "No such answer"
    answer_id: int

    @property
    def detail(self) -> str:
        return f"Answer {self.answer_id} does not exist in this tenant."


@dataclass
class AnswerHasNoRows(Conflict):
    title: ClassVar[str] = "The answer has no rows"
    state: str

    @property
    def detail(self) -> str:
        return f"The answer is {self.state}: there is nothing to export or to approve."


@dataclass
class ChoiceNotOffered(Rejected):
    title: ClassVar[str] = "This choice was not offered"
    target: str

    @property
    def detail(self) -> str:
        return f"The answer offers no meaning {self.target!r}; take one of its choices."


@dataclass
class ExampleNotFound(NotFound):
    title: ClassVar[str] = "No such example"
    example_id: int

    @property
    def detail(self) -> str:
        return f"Example {self.example_id} does not exist in this tenant."


@dataclass
class AnswerInterrupted(Unavailable):
    title: ClassVar[str] = "The answer was interrupted"

    @property
    def detail(self) -> str:
        return "The server stopped while the question was being answered; ask it again."


@dataclass
class RowFilterRefused(Rejected):
    title: ClassVar[str] = "The row filter cannot be used"
    reason: str

    @property
    def detail(self) -> str:
        return f"{self.reason}."


@dataclass
class AnswerBroke(Unavailable):
    title: ClassVar[str] = "The answer broke"
    answer_id: int

    @property
    def detail(self) -> str:
        return f"Something unexpected happened; the log tells more under answer {self.answer_id}. Ask again."
