# ruff: noqa: S105 - names of secrets, not secrets
"""Strong secrets, made once for a data folder and kept: nothing in this project has a default password."""

import secrets
from pathlib import Path

from spravka.stack.machine.env_file import OWNER_ONLY, read_env_file, write_env_file

ADMIN_PASSWORD = "SPRAVKA_POSTGRES_ADMIN_PASSWORD"
DATABASE_PASSWORD = "SPRAVKA_DATABASE_PASSWORD"
QUEUE_PASSWORD = "SPRAVKA_QUEUE_PASSWORD"
AUTH_SECRET = "SPRAVKA_AUTH_SECRET"
DATABASES_SECRET = "SPRAVKA_DATABASES_SECRET"
DEMO_PASSWORD = "SPRAVKA_DEMO_PASSWORD"
DEMO_READER_PASSWORD = "SPRAVKA_DEMO_READER_PASSWORD"

LENGTHS_BYTES = {
    ADMIN_PASSWORD: 24,
    DATABASE_PASSWORD: 24,
    QUEUE_PASSWORD: 24,
    AUTH_SECRET: 48,
    DATABASES_SECRET: 48,
    DEMO_PASSWORD: 9,
    DEMO_READER_PASSWORD: 24,
}
HEADING = "Made once by the first start. Losing this file loses the database; nobody else may read it."


def load_or_make_secrets(path: Path) -> dict[str, str]:
    """The secrets of ``path``, made where they are missing. What the file already says is never changed."""
    known = read_env_file(path)
    missing = {name: secrets.token_urlsafe(size) for name, size in LENGTHS_BYTES.items() if not known.get(name)}
    if missing:
        known = {**known, **missing}
        write_env_file(path, known, HEADING)
    path.chmod(OWNER_ONLY)
    return known
