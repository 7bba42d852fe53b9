"""What can be wrong with a file of rows. Each detail says what to do about it."""

from dataclasses import dataclass
from typing import ClassVar

from spravka.errors import LimitExceeded, Rejected


@dataclass
class EmptyFile(Rejected):
    """There is no row of data in the file, or in the sheet that was read."""

    title: ClassVar[str] = "The file holds no rows"
    file_name: str
    sheet_name: str = ""
    hidden_sheets: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        where = f"“{self.file_name}”"
        if self.sheet_name:
            where = f"the sheet “{self.sheet_name}” of {where}"
        if self.hidden_sheets:
            names = ", ".join(f"“{name}”" for name in self.hidden_sheets)
            return f"There is no row of data in {where}. Hidden sheets are read only when named: {names}."
        return f"There is no row of data in {where}. Check that the right file was chosen and saved."


@dataclass
class UnsupportedFile(Rejected):
    """The content is of a kind that is not read here; ``found`` says what it is."""

    title: ClassVar[str] = "This kind of file cannot be read"
    file_name: str
    found: str

    @property
    def detail(self) -> str:
        return f"“{self.file_name}” is {self.found}. Save the table as XLSX or CSV and send that file."


@dataclass
class DamagedFile(Rejected):
    """The file starts as what it should be and then breaks."""

    title: ClassVar[str] = "The file is damaged"
    file_name: str
    reason: str

    @property
    def detail(self) -> str:
        return (
            f"“{self.file_name}” cannot be read: {self.reason}. "
            "Open it in a spreadsheet program, save it anew and send the copy."
        )


@dataclass
class PasswordProtected(Rejected):
    """The workbook is encrypted."""

    title: ClassVar[str] = "The file is protected by a password"
    file_name: str

    @property
    def detail(self) -> str:
        return f"“{self.file_name}” opens with a password only. Save a copy without the password and send that."


@dataclass
class SheetNotFound(Rejected):
    """A sheet was asked for by a name that the workbook does not have."""

    title: ClassVar[str] = "There is no such sheet in the file"
    file_name: str
    sheet_name: str
    sheet_names: tuple[str, ...]

    @property
    def detail(self) -> str:
        names = ", ".join(f"“{name}”" for name in self.sheet_names) or "no sheets at all"
        return f"“{self.file_name}” has no sheet “{self.sheet_name}”. It has: {names}."


@dataclass
class ColumnNotFound(Rejected):
    """A column was named that the sheet does not have."""

    title: ClassVar[str] = "There is no such column in the file"
    column: str
    columns: tuple[str, ...]

    @property
    def detail(self) -> str:
        names = ", ".join(f"“{name}”" for name in self.columns)
        return f"There is no column “{self.column}”. The columns are: {names}. Name one, or give its letter."


@dataclass
class ColumnUnclear(Rejected):
    """A column that is needed was not found, or several fit equally well (``candidates``)."""

    title: ClassVar[str] = "It is not clear which column to use"
    kind: str
    candidates: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def detail(self) -> str:
        what = self.kind.replace("_", " ")
        if self.candidates:
            names = " or ".join(f"“{name}”" for name in self.candidates)
            return f"The {what} may stand in the column {names}. Say which one to use."
        names = ", ".join(f"“{name}”" for name in self.columns)
        return f"No column looks like the {what}. The columns are: {names}. Say which one to use."


@dataclass
class SheetTooLarge(LimitExceeded):
    """The file has more of something than is read; ``unit`` says of what."""

    title: ClassVar[str] = "The file is too large"
    file_name: str
    unit: str
    limit: int
    where: str = ""

    @property
    def detail(self) -> str:
        at = f" ({self.where})" if self.where else ""
        return (
            f"“{self.file_name}” has more than {self.limit:,} {self.unit}{at}. "
            "Split it into smaller files, or remove what is not needed."
        )


@dataclass
class WorkbookTooHeavy(LimitExceeded):
    """The workbook needs more memory or time to open than a file may take."""

    title: ClassVar[str] = "The workbook needs too much memory or time to open"
    file_name: str

    @property
    def detail(self) -> str:
        return (
            f"“{self.file_name}” could not be opened within the limits of memory and time: it has a cell far away "
            "from the table, or far more content than its size shows. "
            "Copy the table alone into a new workbook, or save it as CSV."
        )


@dataclass
class TooManyRowsToWrite(LimitExceeded):
    """An XLSX sheet cannot hold so many rows."""

    title: ClassVar[str] = "The result has more rows than a spreadsheet can hold"
    limit: int

    @property
    def detail(self) -> str:
        return f"A sheet holds {self.limit:,} rows at most. Ask for the result as CSV."
