"""XLSX, XLS, XLSB and ODS, read by calamine in a process of its own.

Calamine lays a sheet out as one dense block: two cells, A1 and XFD1048576, make it ask for half a
terabyte and abort its whole process. So a short-lived child with limited memory opens the file, and
its death is an error like any other. Unpacked sizes are checked before the child starts; calamine
itself refuses a part that is larger than it says.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NoReturn, Self

from spravka.sheets.errors import (
    DamagedFile,
    PasswordProtected,
    SheetNotFound,
    SheetTooLarge,
    WorkbookTooHeavy,
)
from spravka.sheets.formats.bounded import Bounded
from spravka.sheets.sheet import FileFormat, Grid, Limits, Merge, Note, Row, SheetName

CHILD = "spravka.sheets.formats.workbook_child"
_CONTENT_FORMATS: tuple[tuple[str, FileFormat], ...] = (
    ("xl/workbook.bin", "xlsb"),
    ("content.xml", "ods"),
)


def read_workbook(path: Path, file_name: str, sheet: str | None, limits: Limits) -> Grid:
    """The grid of the sheet asked for, or of the first visible one that looks like a table.

    Raises DamagedFile, PasswordProtected, SheetNotFound, SheetTooLarge, WorkbookTooHeavy.
    """
    file_format = _format(path, file_name, limits)
    with _named_by_content(path, file_format) as named, _Child(named, file_name, sheet, limits) as child:
        facts = child.facts()
        bounded = Bounded(file_name, limits)
        rows = bounded.take_all(child.rows())
    names = tuple(SheetName(name, visible) for name, visible in facts["sheet_names"])
    notes = (
        *_sheet_notes(facts["sheet_name"], names, chosen=sheet is None),
        *_odd_notes(rows),
        *bounded.notes(),
    )
    merges = tuple(Merge(*area) for area in facts["merges"])
    return Grid(file_format, rows, facts["sheet_name"], names, merges, notes=notes)


def _format(path: Path, file_name: str, limits: Limits) -> FileFormat:
    """The format of a workbook. Raises SheetTooLarge where it would unpack to more than allowed."""
    if not zipfile.is_zipfile(path):
        return "xls"
    with zipfile.ZipFile(path) as package:
        unpacked_bytes = sum(part.file_size for part in package.infolist())
        names = set(package.namelist())
    if unpacked_bytes > limits.unpacked_bytes:
        raise SheetTooLarge(file_name, "bytes when unpacked", limits.unpacked_bytes)
    return next((found for name, found in _CONTENT_FORMATS if name in names), "xlsx")


@contextmanager
def _named_by_content(path: Path, file_format: FileFormat) -> Iterator[Path]:
    """The file under a name that ends as its content asks: calamine believes the ending, and without one it cannot
    tell a password from damage."""
    with tempfile.TemporaryDirectory() as directory:
        named = Path(directory, f"workbook.{file_format}")
        named.symlink_to(path.resolve())
        yield named


class _Child:
    """The child process over its life: started, read to the end or ended, and gone."""

    def __init__(self, path: Path, file_name: str, sheet: str | None, limits: Limits) -> None:
        self.file_name = file_name
        self.sheet = sheet
        request = {"path": str(path), "sheet": sheet, "memory_bytes": limits.workbook_memory_bytes}
        self.process = subprocess.Popen(  # noqa: S603 - our own program; the path is an argument, never a command
            [sys.executable, "-m", CHILD, json.dumps(request)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        )
        self.timer = threading.Timer(limits.workbook_seconds, self.process.kill)

    def __enter__(self) -> Self:
        self.timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.timer.cancel()
        self.process.kill()
        self.process.wait()
        self._output.close()

    @property
    def _output(self) -> IO[bytes]:
        assert self.process.stdout is not None
        return self.process.stdout

    def facts(self) -> dict[str, Any]:
        """What the child says first. Raises what is wrong with the file."""
        facts: dict[str, Any] = self._parsed(self._output.readline())
        self._raise_problem(facts)
        return facts

    def rows(self) -> Iterator[Row]:
        """The rows. Raises DamagedFile or WorkbookTooHeavy where the child did not live to tell all."""
        for line in self._output:
            for number, cells, notes in self._parsed(line):
                yield Row(number, tuple(cells), tuple(notes))
        if self.process.wait() != 0:
            self._raise_death()

    def _parsed(self, line: bytes) -> Any:
        if not line.endswith(b"\n"):
            self._raise_death()
        return json.loads(line)

    def _raise_death(self) -> NoReturn:
        """Killed by a signal, the child asked for too much; else it gave up on what it read."""
        if self.process.wait() < 0:
            raise WorkbookTooHeavy(self.file_name)
        raise DamagedFile(self.file_name, "its content breaks the rules of its format")

    def _raise_problem(self, facts: dict[str, Any]) -> None:
        match facts.get("problem"):
            case "password":
                raise PasswordProtected(self.file_name)
            case "damaged":
                raise DamagedFile(self.file_name, facts["reason"])
            case "no_sheet" if self.sheet is not None:
                names = tuple(name for name, _ in facts["sheet_names"])
                raise SheetNotFound(self.file_name, self.sheet, names)
            case "no_sheet":
                raise DamagedFile(self.file_name, "it has no sheet with cells")
            case "memory":
                raise WorkbookTooHeavy(self.file_name)


def _sheet_notes(chosen_name: str, names: tuple[SheetName, ...], chosen: bool) -> Iterator[Note]:
    hidden = [f"“{name.name}”" for name in names if not name.visible and name.name != chosen_name]
    others = [f"“{name.name}”" for name in names if name.visible and name.name != chosen_name]
    if chosen and others:
        text = f"The sheet “{chosen_name}” is read; not read: {', '.join(others)}."
        yield Note("sheet_chosen", text, chosen_name)
    if hidden:
        yield Note("hidden_sheets", f"Hidden sheets are not read: {', '.join(hidden)}.", ", ".join(hidden))


def _odd_notes(rows: list[Row]) -> Iterator[Note]:
    odd = [row.number for row in rows if row.notes]
    if odd:
        text = f"{len(odd)} rows have formulas with an error or never calculated, the first is row {odd[0]}."
        yield Note("odd_formulas", text, f"{len(odd)}")
