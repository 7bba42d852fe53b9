"""What can go wrong with documents, folders and questions to them, and what to do about it."""

from dataclasses import dataclass
from typing import ClassVar

from spravka.errors import Conflict, Forbidden, NotFound, Problem, Rejected, Unavailable


@dataclass
class DocumentNotFound(NotFound):
    title: ClassVar[str] = "No such document"
    document_id: int

    @property
    def detail(self) -> str:
        return f"Document {self.document_id} does not exist in this tenant."


@dataclass
class NoDocuments(Conflict):
    title: ClassVar[str] = "There are no documents yet"

    @property
    def detail(self) -> str:
        return "Upload documents first; they can be asked as soon as their first pages are read."


@dataclass
class QuestionWithoutWords(Rejected):
    title: ClassVar[str] = "The question has no words"

    @property
    def detail(self) -> str:
        return "Ask with a word or a number: they are what documents are searched for."


@dataclass
class FolderNotFound(NotFound):
    title: ClassVar[str] = "No such folder"
    folder_id: int

    @property
    def detail(self) -> str:
        return f"Folder {self.folder_id} does not exist in this tenant."


@dataclass
class FolderExists(Conflict):
    title: ClassVar[str] = "There is such a folder already"
    name: str

    @property
    def detail(self) -> str:
        return f"A folder named {self.name!r} is in the same place; choose another name."


@dataclass
class FolderNotEmpty(Conflict):
    title: ClassVar[str] = "The folder is not empty"
    folder_id: int

    @property
    def detail(self) -> str:
        return (
            f"Move the documents and folders in folder {self.folder_id} elsewhere first, or delete them with it "
            "by with_contents=true."
        )


@dataclass
class FolderInsideItself(Rejected):
    title: ClassVar[str] = "A folder cannot be inside itself"
    folder_id: int

    @property
    def detail(self) -> str:
        return f"Folder {self.folder_id} is the same folder, or lies in it; choose another place."


@dataclass
class DocumentOfSomebodyElse(Forbidden):
    title: ClassVar[str] = "Somebody else has uploaded the document"
    document_id: int

    @property
    def detail(self) -> str:
        return f"Ask an admin of the tenant, or whoever has uploaded document {self.document_id}."


@dataclass
class PageNotReady(Conflict):
    title: ClassVar[str] = "The page is not read yet"
    page_number: int
    ready_page_count: int

    @property
    def detail(self) -> str:
        return f"Pages up to {self.ready_page_count} are read so far, page {self.page_number} is not; come back later."


@dataclass
class PageWithoutPicture(NotFound):
    title: ClassVar[str] = "The page cannot be shown as a picture"
    page_number: int
    reason: str

    @property
    def detail(self) -> str:
        return f"Page {self.page_number} has no picture: {self.reason}. Its words, and what they make up, can be shown."


@dataclass
class FolderHoldsOthersDocuments(Forbidden):
    title: ClassVar[str] = "Documents of others lie in the folder"
    folder_id: int
    document_ids: list[int]

    @property
    def detail(self) -> str:
        return (
            f"Nothing was deleted: {len(self.document_ids)} documents in folder {self.folder_id} were uploaded by "
            "others. Ask them, or an admin of the tenant, or move these documents out."
        )


@dataclass
class IndexingStopped(Problem):
    """Stored on a document whose job was cancelled."""

    title: ClassVar[str] = "The reading was stopped"

    @property
    def detail(self) -> str:
        return "Somebody cancelled it. What was read until then is searched; index the document again to have it all."


@dataclass
class IndexingBroke(Problem):
    """Stored on a document whose job ended with an error nobody foresaw."""

    title: ClassVar[str] = "The reading ended unexpectedly"

    @property
    def detail(self) -> str:
        return "What was read until then is searched. The worker's log tells the cause; index the document again."


@dataclass
class EmbeddingStopped(Problem):
    """Stored on a document that was read when somebody cancelled its job."""

    title: ClassVar[str] = "The making of vectors was stopped"

    @property
    def detail(self) -> str:
        return (
            "Somebody cancelled it. All words are searched; vectors are made by themselves in a day, or at once when "
            "the document is indexed again."
        )


@dataclass
class EmbeddingBroke(Problem):
    """Stored on a document that was read when its job ended with an error nobody foresaw."""

    title: ClassVar[str] = "The making of vectors ended unexpectedly"

    @property
    def detail(self) -> str:
        return (
            "All words are searched. The worker's log tells the cause; vectors are tried again by themselves in a day, "
            "or at once when the document is indexed again."
        )


@dataclass
class DocumentAnswerNotFound(NotFound):
    title: ClassVar[str] = "No such answer from documents"
    document_answer_id: int

    @property
    def detail(self) -> str:
        return f"Answer {self.document_answer_id} from documents does not exist in this tenant, or is not yours."


@dataclass
class DocumentAnswerBroke(Unavailable):
    title: ClassVar[str] = "The answer from documents broke"
    document_answer_id: int

    @property
    def detail(self) -> str:
        return f"Something unexpected happened; the log tells more under answer {self.document_answer_id}. Ask again."


@dataclass
class DocumentAnswerInterrupted(Unavailable):
    title: ClassVar[str] = "The answer from documents was interrupted"

    @property
    def detail(self) -> str:
        return "The server stopped while the question was being answered; ask it again."
