"""Which files of the documentation are made from the program, and whether the committed ones are up to date."""

import secrets
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

import spravka.all_tables  # noqa: F401
from scripts.documentation.commands_page import commands_page
from scripts.documentation.diagram_svg import draw
from scripts.documentation.entities import read_entities
from scripts.documentation.languages import LANGUAGES
from scripts.documentation.problems import read_problems
from scripts.documentation.problems_page import problems_page
from scripts.documentation.routes_page import routes_page
from scripts.documentation.settings_page import read_settings, settings_page
from scripts.documentation.tables_page import DIAGRAM, tables_page
from spravka.app import create_app
from spravka.cli import ROOMS
from spravka.database.mapped import Table
from spravka.settings import load_settings


def generated_files(root: Path) -> dict[Path, str]:
    """The text that each generated file should have."""
    entities = read_entities(Table)
    settings, problems = read_settings(), read_problems()
    document, command = read_document(), read_commands()
    files = {}
    for language in LANGUAGES:
        reference = root / "docs" / language / "reference"
        files[reference / DIAGRAM] = draw(entities)
        files[reference / "tables.md"] = tables_page(entities, language)
        files[reference / "settings.md"] = settings_page(settings, language)
        files[reference / "problems.md"] = problems_page(problems, language)
        files[reference / "routes.md"] = routes_page(document, language)
        files[reference / "commands.md"] = commands_page(command, language)
    return {path: text.rstrip() + "\n" for path, text in files.items()}


def read_document() -> dict[str, Any]:
    """The OpenAPI document; nothing is contacted for it."""
    settings = load_settings(
        database={"url": "postgresql+psycopg://nowhere"},
        auth={"secret": secrets.token_urlsafe(48)},
        databases={"secret": secrets.token_urlsafe(48)},
    )
    return create_app(settings).openapi()


def read_commands() -> Any:
    """The whole command line: the door itself opens only the room that is asked for."""
    program = typer.Typer()
    for name, (module, help_text) in ROOMS.items():
        program.add_typer(import_module(module).commands, name=name, help=help_text)
    return typer.main.get_command(program)


def refresh(root: Path) -> Iterator[Path]:
    """Write the generated files that differ, and tell which they were."""
    for path, text in generated_files(root).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            yield path


def outdated(root: Path) -> list[str]:
    """Names of the committed files that are not what the program says now."""
    return [
        str(path.relative_to(root))
        for path, text in generated_files(root).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
