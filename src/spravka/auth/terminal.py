"""What commands that make users share: who does it, with which settings, how a password is asked for."""

import secrets
import sys
from pathlib import Path
from typing import Protocol, cast

import typer
from pydantic import SecretStr

from spravka.auth.access import Caller
from spravka.auth.settings import AuthSettings
from spravka.resources import Resources

COMMAND_LINE = Caller()
"""Who acts by a command: no user; the record of what was done shows nobody's name."""

GENERATED_BYTES = 15


class _Settings(Protocol):
    @property
    def auth(self) -> AuthSettings: ...

    @property
    def data_dir(self) -> Path: ...


class Opening(Protocol):
    """What the command line puts into ``ctx.obj``."""

    @property
    def settings(self) -> _Settings: ...

    def __call__(self) -> Resources: ...


def opening_of(ctx: typer.Context) -> Opening:
    """The parts and the settings of the running command."""
    return cast(Opening, ctx.obj)


def ask_password(from_stdin: bool) -> SecretStr:
    """A password from stdin, or asked for twice; empty, or without a terminal, one is made and printed."""
    if from_stdin:
        return SecretStr(sys.stdin.readline().rstrip("\r\n"))
    typed = ""
    if sys.stdin.isatty():
        typed = typer.prompt(
            "Password (empty: one is made)",
            default="",
            hide_input=True,
            show_default=False,
            confirmation_prompt=True,
        )
    return SecretStr(typed or _made_password())


def _made_password() -> str:
    made = secrets.token_urlsafe(GENERATED_BYTES)
    typer.echo(f"Password: {made}")
    return made
