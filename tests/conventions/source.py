"""The source of the repository, as text and as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "spravka"


@dataclass(frozen=True)
class Module:
    """A Python file: ``name`` is its path from the root of the repository."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    def line_count(self) -> int:
        return self.text.count("\n")


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every Python file below the folders."""
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(_read(path) for path in paths if "__pycache__" not in path.parts)


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function's body, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def rooms() -> list[Path]:
    """The folders of the package that are rooms."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))


@cache
def repository_texts() -> tuple[tuple[str, str], ...]:
    """Name and text of every text file that the repository holds or would take in."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = sorted(set(listing.stdout.decode().split("\0")) - {""})
    return tuple((name, text) for name in names if (text := _text(ROOT / name)) is not None)


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path, str(path.relative_to(ROOT)), text, ast.parse(text))


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return None
