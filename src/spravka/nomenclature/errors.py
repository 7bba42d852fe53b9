"""What can go wrong with a mapping run."""

from dataclasses import dataclass

from spravka.errors import Conflict, NotFound, Rejected


@dataclass
class MappingNotFound(NotFound):
    title = "There is no such mapping run"
    mapping_id: int

    @property
    def detail(self) -> str:
        return f"Mapping run {self.mapping_id} does not exist, or belongs to somebody else."


@dataclass
class MappingRowNotFound(NotFound):
    title = "There is no such row"
    mapping_id: int
    number: int

    @property
    def detail(self) -> str:
        return f"Mapping run {self.mapping_id} has no row {self.number}."


@dataclass
class NoRows(Rejected):
    title = "There is nothing to map"

    @property
    def detail(self) -> str:
        return "Send at least one row with a name."


@dataclass
class TooManyRows(Rejected):
    title = "There are too many rows"
    row_count: int
    limit: int

    @property
    def detail(self) -> str:
        return f"{self.row_count} rows were sent; a run takes at most {self.limit}. Send them in parts."


@dataclass
class NameColumnUnclear(Rejected):
    title = "The column with the names could not be told"
    header: list[str]
    likely: list[str]

    @property
    def detail(self) -> str:
        likely = f" Likely ones: {', '.join(map(repr, self.likely))}." if self.likely else ""
        return (
            f"Say in `name_column` which column holds the names. The table has the columns "
            f"{', '.join(map(repr, self.header))}.{likely}"
        )


@dataclass
class NothingToAccept(Rejected):
    title = "There is no item to accept"
    numbers: list[int]

    @property
    def detail(self) -> str:
        shown = ", ".join(map(str, self.numbers[:10]))
        return f"Rows without a candidate cannot be accepted as they are: {shown}. Name the item."


@dataclass
class MappingUnderWay(Conflict):
    title = "The run is under way already"
    mapping_id: int

    @property
    def detail(self) -> str:
        return f"The rows of run {self.mapping_id} wait or are being mapped now. There is nothing to begin anew."


@dataclass
class DownloadFormatUnclear(Rejected):
    title = "The result's format could not be told"
    file_name: str

    @property
    def detail(self) -> str:
        return f"Give the result a name that ends in .xlsx or .csv, not {self.file_name!r}."
