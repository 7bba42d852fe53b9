"""Compressed twins of what the page is made of, made once by its build: the server has only to choose."""

import gzip
from collections.abc import Iterator
from pathlib import Path

ENDINGS = frozenset({".css", ".js", ".mjs", ".svg", ".json", ".wasm"})
"""Texts, and what packs like them; fonts and pictures are packed already."""
LEAST_BYTES = 1_000
"""A smaller one travels in one packet either way."""


def compress(folder: Path) -> list[Path]:
    """Lay ``NAME.gz`` beside every file that gets smaller by it; returns the twins, the same for the same files."""
    return list(_twins(folder))


def _twins(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in ENDINGS and file.stat().st_size >= LEAST_BYTES:
            twin = file.with_name(file.name + ".gz")
            twin.write_bytes(gzip.compress(file.read_bytes(), mtime=0))
            yield twin
