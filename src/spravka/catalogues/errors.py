"""What can go wrong with a catalogue."""

from dataclasses import dataclass
from typing import Any

from spravka.errors import Conflict, NotFound, Rejected


@dataclass
class CatalogueNotFound(NotFound):
    title = "There is no such catalogue"
    catalogue: str

    @property
    def detail(self) -> str:
        return f"Catalogue {self.catalogue} does not exist, or belongs to somebody else."


@dataclass
class CatalogueExists(Conflict):
    title = "There is a catalogue of this name already"
    slug: str

    @property
    def detail(self) -> str:
        return f"Choose another slug than {self.slug!r}, or import into the catalogue that has it."


@dataclass
class ThresholdsCrossed(Rejected):
    title = "The thresholds cross each other"
    accept_from: float
    no_item_below: float

    @property
    def detail(self) -> str:
        return (
            f"`no_item_below` ({self.no_item_below}) must not be above `accept_from` ({self.accept_from}): "
            "between them lie the rows that a person looks at."
        )


@dataclass
class CatalogueNotReady(Conflict):
    title = "The catalogue is not ready for mapping yet"
    catalogue: str

    @property
    def detail(self) -> str:
        return f"Import items into catalogue {self.catalogue} and wait until the import's job has finished."


@dataclass
class ItemNotFound(NotFound):
    title = "There is no such item"
    item: str

    @property
    def detail(self) -> str:
        return f"Item {self.item} is not in the catalogue."


@dataclass
class ItemCodesUnknown(Rejected):
    title = "Some codes are not in the catalogue"
    codes: list[str]

    @property
    def detail(self) -> str:
        shown = ", ".join(self.codes[:10])
        return f"{len(self.codes)} codes are not in the catalogue, such as {shown}. Nothing was stored."


@dataclass
class ImportNotFound(NotFound):
    title = "There is no such import"
    import_id: int

    @property
    def detail(self) -> str:
        return f"Import {self.import_id} does not exist, or belongs to somebody else."


@dataclass
class ImportAlreadyConfirmed(Conflict):
    title = "The import was confirmed already"
    import_id: int

    @property
    def detail(self) -> str:
        return f"Import {self.import_id} is on its way; follow its job, or send the file again."


@dataclass
class ColumnsUnclear(Rejected):
    title = "The columns of the file could not be told"
    missing: list[str]
    header: list[str]
    first_rows: list[list[Any]]
    """The first rows of the file, for a person who tells its columns."""
    sheet_names: list[str]

    @property
    def detail(self) -> str:
        return (
            f"No column was found for: {', '.join(self.missing)}. The file has the columns "
            f"{', '.join(repr(name) for name in self.header)}; say which is which in `columns`."
        )


@dataclass
class ClassifierVersionNotFound(NotFound):
    title = "There is no such classifier version"
    classifier_version_id: int

    @property
    def detail(self) -> str:
        return f"Classifier version {self.classifier_version_id} does not exist, or belongs to somebody else."


@dataclass
class ConfirmedMatchNotFound(NotFound):
    title = "There is no such confirmed match"
    confirmed_match_id: int

    @property
    def detail(self) -> str:
        return f"Confirmed match {self.confirmed_match_id} does not exist, or belongs to somebody else."


@dataclass
class NameUnreadable(Rejected):
    title = "The name has nothing to recognise it by"
    name: str

    @property
    def detail(self) -> str:
        return f"{self.name!r} holds no letters or digits, so it cannot be confirmed for an item."
