"""Files of NAME=value lines that only their owner may read: secrets, and the addresses of a running stack."""

import os
from collections.abc import Mapping
from pathlib import Path

OWNER_ONLY = 0o600


def read_env_file(path: Path) -> dict[str, str]:
    """The lines of ``path``; nothing where there is no such file. Comments and empty lines are skipped."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}


def write_env_file(path: Path, values: Mapping[str, str], heading: str) -> None:
    """Replace ``path`` as a whole: after a crash it holds either the old lines or the new ones."""
    lines = [f"# {heading}", *(f"{name}={value}" for name, value in values.items())]
    write_private(path, "\n".join(lines) + "\n")


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600, durably and as a whole."""
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
