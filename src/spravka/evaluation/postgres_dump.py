"""Loading a plain dump of ``pg_dump`` without ``psql``: statements, and rows between ``COPY`` and ``\\.``."""

from collections.abc import Iterator, Sequence

import psycopg

COPY = "COPY "
END_OF_ROWS = "\\."
META = "\\"
"""Other lines that begin so are orders to psql."""


def load_dump(connection: psycopg.Connection, dump: str) -> None:
    """Run every statement of the dump and copy its rows, over a connection that commits each by itself.

    Constraints that need an extension which the server does not have are left out; raises ``psycopg.Error`` otherwise.
    A dump whose rows all stand in statements is run as it is.
    """
    lines = dump.splitlines(keepends=True)
    if any(line.startswith(COPY) for line in lines):
        _load_lines(connection, lines)
    else:
        connection.execute(dump.encode())


def _load_lines(connection: psycopg.Connection, lines: Sequence[str]) -> None:
    remaining = iter(lines)
    statement: list[str] = []
    for line in remaining:
        if not statement and (not line.strip() or line.startswith(("--", META))):
            continue
        statement.append(line)
        if not _is_whole(statement):
            continue
        text = "".join(statement)
        statement.clear()
        if text.startswith(COPY):
            _copy(connection, text.rstrip().rstrip(";"), remaining)
        else:
            _run(connection, text)


def _run(connection: psycopg.Connection, statement: str) -> None:
    try:
        connection.execute(statement.encode())
    except psycopg.errors.UndefinedObject:
        if "ADD CONSTRAINT" not in statement and "CREATE INDEX" not in statement:
            raise


def _is_whole(statement: Sequence[str]) -> bool:
    """A statement ends with a semicolon outside a body in dollar quotes and outside a string."""
    text = "".join(statement)
    return text.rstrip().endswith(";") and text.count("$$") % 2 == 0 and text.count("'") % 2 == 0


def _copy(connection: psycopg.Connection, statement: str, lines: Iterator[str]) -> None:
    with connection.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        for line in lines:
            if line.rstrip("\n") == END_OF_ROWS:
                return
            copy.write(line.encode())
