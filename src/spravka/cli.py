"""The command line's door: ``spravka <room> <command>``.

A room's ``commands`` is a Typer application. Each of its commands takes ``ctx: typer.Context``; ``ctx.obj`` is an
:class:`Opening`: calling it opens the parts (``ctx.obj().sessions.begin()``), ``ctx.obj.settings`` are the settings.
Only the room asked for is imported, so that the command line starts quickly.
"""

import sys
from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

import typer

from spravka.errors import Problem

if TYPE_CHECKING:
    from spravka.resources import Resources
    from spravka.settings import Settings

ROOMS = {
    "users": ("spravka.auth.commands", "Make users, the first platform admin too; set passwords."),
    "tenants": ("spravka.tenants.commands", "Make tenants and take users into them."),
    "catalogues": ("spravka.catalogues.commands", "Import catalogues, train their classifiers, bring history in."),
    "nomenclature": ("spravka.nomenclature.commands", "Map suppliers' item names to a catalogue."),
    "demo": ("spravka.demo.commands", "Make a demonstration to try the product with."),
    "evaluate": ("spravka.evaluation.commands", "Measure the product on real data."),
    "database": ("spravka.database.commands", "Bring the application's database up to date."),
}
"""The first word of a command line: where its commands are, and what the help says of them."""

PROBLEM_EXIT_CODE = 1
SETTINGS_EXIT_CODE = 2


class Opening:
    """The settings and the parts, read and opened when first asked for."""

    @cached_property
    def settings(self) -> "Settings":
        """Raises :class:`spravka.settings.SettingsRefused`."""
        from spravka.settings import load_settings
        from spravka.telemetry import configure_logging

        settings = load_settings()
        configure_logging("WARNING")
        return settings

    def __call__(self) -> "Resources":
        """The parts; opened once."""
        return self._resources

    @cached_property
    def _resources(self) -> "Resources":
        import spravka.all_tables  # noqa: F401

        return self.settings.open_resources()

    def close(self) -> None:
        """Give back what was opened, if anything was."""
        if "_resources" in vars(self):
            self._resources.close()


def main(words: Sequence[str] | None = None) -> None:
    """Run the command that ``words`` (the process's own by default) ask for, and exit.

    Exit codes: 0 done, 1 a problem (told on stderr), 2 wrong usage or refused settings.
    """
    words = list(sys.argv[1:] if words is None else words)
    opening = Opening()
    try:
        program_for(words)(words, obj=opening, prog_name="spravka")
    except Problem as problem:
        _end(f"{problem.title}: {problem.detail}", PROBLEM_EXIT_CODE)
    except SystemExit as refused:
        if not isinstance(refused.code, str):
            raise
        _end(refused.code, SETTINGS_EXIT_CODE)
    except Exception as error:
        _end(_told_of_others(error), PROBLEM_EXIT_CODE)
    finally:
        opening.close()


def program_for(words: Sequence[str]) -> typer.Typer:
    """The program, with the commands of the room that ``words`` begin with; the other rooms only by name."""
    program = typer.Typer(
        help="Spravka: a company's own assistant that works entirely inside its perimeter.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for name, (module, help_text) in ROOMS.items():
        is_asked_for = words[:1] == [name]
        commands = import_module(module).commands if is_asked_for else typer.Typer()
        program.add_typer(commands, name=name, help=help_text, no_args_is_help=True)
    return program


def _told_of_others(error: Exception) -> str:
    """What is told of errors that are no Problem but the caller's or a part's doing; others go on as they are."""
    from pydantic import ValidationError
    from sqlalchemy.exc import OperationalError

    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
    if isinstance(error, OperationalError):
        return f"The application's database does not answer: {error.orig}".strip()
    raise error


def _end(message: str, code: int) -> None:
    typer.echo(message, err=True)
    raise SystemExit(code)


if __name__ == "__main__":
    main()
