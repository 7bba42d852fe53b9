"""CSV and its relatives: text with a delimiter, of any dialect and in any state of repair.

The quoting rules are those of RFC 4180 as spreadsheets bend them: a quote counts only as the first
character of a cell, and text after the closing quote still belongs to the cell.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice

from spravka.sheets.formats.bounded import Bounded
from spravka.sheets.formats.charsets import Decoded, decode
from spravka.sheets.sheet import Grid, Limits, Note, Row

DELIMITERS = (";", ",", "\t", "|")
SAMPLE_CHARACTERS = 1024 * 1024
SAMPLE_RECORDS = 200
LINES_IN_A_CELL = 200
RECORD_CHARACTERS = 100_000
LITERAL_AFTER_FAILURES = 1_000

_SEPARATOR_LINE = re.compile(r"\A\s*sep=(.)\r?\n?", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_COMMA_IN_PROSE = re.compile(r",\s|(?<=\d),(?=\d)")
_NAMES = {";": "semicolons", ",": "commas", "\t": "tabs", "|": "vertical bars"}


def read_delimited(content: bytes, file_name: str, limits: Limits) -> Grid:
    """The grid of a text. Every cell is text as written: «0012» keeps its zeros.

    Raises SheetTooLarge.
    """
    decoded = decode(content)
    text, said = _without_separator_line(decoded.text.replace("\0", ""))
    delimiter = said or find_delimiter(text)
    records = Records(text, delimiter)
    bounded = Bounded(file_name, limits)
    rows = bounded.take_all(_numbered(records, first=2 if said else 1))
    notes = (*_notes(decoded, delimiter, records.unclosed_count), *bounded.notes())
    return Grid("csv", rows, encoding=decoded.encoding, delimiter=delimiter or None, notes=notes)


def find_delimiter(text: str) -> str:
    """The delimiter that splits the first records most evenly; "" where the text is one column."""
    sample = text[:SAMPLE_CHARACTERS]
    scores = {delimiter: _evenness(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else ""


class Records:
    """The records of a text, each a list of cells; ``unclosed_count`` tells of quotes that never end.

    A quoted cell that is not closed within LINES_IN_A_CELL lines and RECORD_CHARACTERS is no quoted cell
    (an inch mark, a slip): its first line is taken literally, and reading goes on with the next. Where
    that happens all the time, quotes mean nothing in this text.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self.delimiter = delimiter or "\0"
        self.lines = list(io.StringIO(text, newline=""))
        self.unclosed_count = 0
        stop = re.escape(self.delimiter)
        inside = rf"[^{stop}\r\n]*"
        quoted = r'"([^"]*+(?:""[^"]*+)*+)"'
        self._cell = re.compile(rf'(?:{quoted}({inside})|(?!")({inside}))({stop}|\r\n|\n|\r|\Z)')

    def __iter__(self) -> Iterator[list[str]]:
        position = 0
        while position < len(self.lines):
            cells, position = self._record(position)
            yield cells

    def _record(self, start: int) -> tuple[list[str], int]:
        """The cells of the record that begins at a line, and the line after it."""
        line = self.lines[start]
        if '"' not in line:
            return self._literal(start), start + 1
        cells, length = self._split(line)
        if not length and self.unclosed_count < LITERAL_AFTER_FAILURES:
            cells, length = self._split(self._block(start))
        if not length:
            self.unclosed_count += 1
            return self._literal(start), start + 1
        return cells, self._line_after(start, length)

    def _block(self, start: int) -> str:
        """The whole lines in which the record that begins at a line must end."""
        lines = self.lines[start : start + LINES_IN_A_CELL]
        count = sum(1 for length in accumulate(map(len, lines)) if length <= RECORD_CHARACTERS)
        return "".join(lines[:count])

    def _line_after(self, start: int, length: int) -> int:
        while length > 0:
            length -= len(self.lines[start])
            start += 1
        return start

    def _split(self, text: str) -> tuple[list[str], int]:
        """The cells of the record a text begins with, and its length; 0 where a quote stays open, or where
        text follows a quote that was closed on another line: it was never meant to be closed there."""
        cells: list[str] = []
        position = 0
        while found := self._cell.match(text, position):
            quoted, rest, plain, stop = found.groups()
            if quoted is not None and rest and ("\n" in quoted or "\r" in quoted):
                break
            cells.append(plain if quoted is None else quoted.replace('""', '"') + rest)
            if stop != self.delimiter:
                return cells, found.end()
            position = found.end()
        return [], 0

    def _literal(self, position: int) -> list[str]:
        return self.lines[position].rstrip("\r\n").split(self.delimiter)


def _numbered(records: Records, first: int) -> Iterator[Row]:
    for number, cells in enumerate(records, first):
        yield Row(number, tuple(cells))


def _evenness(sample: str, delimiter: str) -> float:
    """How well a delimiter explains a text, 0…1.2: the share of records that have the usual number of
    cells, and a little for more cells. 0 where most have one cell, or where commas belong to prose."""
    lengths = [len(cells) for cells in islice(Records(sample, delimiter), SAMPLE_RECORDS) if any(cells)]
    split = [length for length in lengths if length > 1]
    if len(split) * 2 < len(lengths) or not split or (delimiter == "," and _is_prose(sample)):
        return 0.0
    usual, times = Counter(split).most_common(1)[0]
    return times / len(lengths) + 0.01 * min(usual, 20)


def _is_prose(sample: str) -> bool:
    """Whether most commas outside quotes stand before a space or between digits."""
    text = _QUOTED.sub("", sample)
    return len(_COMMA_IN_PROSE.findall(text)) * 2 > text.count(",")


def _without_separator_line(text: str) -> tuple[str, str]:
    """Excel's own first line ``sep=;`` tells the delimiter and is no row of the table."""
    said = _SEPARATOR_LINE.match(text)
    return (text[said.end() :], said[1]) if said else (text, "")


def _notes(decoded: Decoded, delimiter: str, unclosed_count: int) -> Iterator[Note]:
    yield Note("encoding", f"The text is read as {decoded.encoding}.", decoded.encoding)
    if decoded.replaced_count:
        text = f"{decoded.replaced_count} bytes are no character in {decoded.encoding} and read as �."
        yield Note("characters_replaced", text, f"{decoded.replaced_count}")
    if delimiter:
        yield Note("delimiter", f"The columns are divided by {_NAMES.get(delimiter, delimiter)}.", delimiter)
    else:
        yield Note("one_column", "There is one column: no character divides the lines evenly.")
    if unclosed_count:
        text = f"{unclosed_count} lines open a quote that is never closed; taken as written."
        yield Note("unclosed_quotes", text, f"{unclosed_count}")
