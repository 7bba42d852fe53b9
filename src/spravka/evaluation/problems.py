"""What can go wrong with a measurement."""

from dataclasses import dataclass

from spravka.errors import NotFound, Rejected

SHOWN_NAMES = 5


@dataclass
class MeasuringDataMissing(NotFound):
    title = "The measuring data are not there"
    folder: str
    file_name: str

    @property
    def detail(self) -> str:
        return f"{self.folder} holds no {self.file_name}; --data names the folder of the measuring data."


@dataclass
class GoldUnreadable(Rejected):
    """Questions to documents are not in the form that is measured; ``reason`` says where they part from it."""

    title = "The file of questions cannot be used"
    file_name: str
    reason: str

    @property
    def detail(self) -> str:
        return (
            f"{self.file_name} {self.reason}. It has to be a JSON list of objects with doc and page, and either "
            "question and answer, or title."
        )


@dataclass
class GoldDocumentsMissing(NotFound):
    """Questions are asked, and none of the documents that they name is in the folder."""

    title = "Documents that are asked about are not there"
    folder: str
    file_names: list[str]

    @property
    def detail(self) -> str:
        named = ", ".join(self.file_names[:SHOWN_NAMES]) + (", …" if len(self.file_names) > SHOWN_NAMES else "")
        return f"{self.folder} holds none of {named}; --files names the folder of the documents."
