"""Commands over users: the first platform admin, further users, forgotten passwords."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from spravka.auth import queries, registering
from spravka.auth.auditing import record
from spravka.auth.errors import EmailUnknown
from spravka.auth.schemas import NewUser, checked_email
from spravka.auth.tables import User
from spravka.auth.terminal import COMMAND_LINE, ask_password, opening_of

commands = typer.Typer()

EmailOption = Annotated[
    str, typer.Option("--email", parser=checked_email, metavar="EMAIL", help="The e-mail the user signs in with")
]
NameOption = Annotated[str | None, typer.Option("--name", help="The user's full name")]
StdinOption = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from the first line of standard input")
]


@commands.command("create-admin")
def create_admin(
    ctx: typer.Context, email: EmailOption, name: NameOption = None, password_stdin: StdinOption = False
) -> None:
    """Make a platform admin, who manages tenants and users and sees no tenant's content."""
    user = _create(ctx, email, name, password_stdin, is_platform_admin=True)
    typer.echo(f"{user.email} is a platform admin (user {user.id}).")


@commands.command("create")
def create(
    ctx: typer.Context, email: EmailOption, name: NameOption = None, password_stdin: StdinOption = False
) -> None:
    """Make a user; 'spravka tenants add-user' takes him into a tenant."""
    user = _create(ctx, email, name, password_stdin, is_platform_admin=False)
    typer.echo(f"{user.email} is user {user.id}.")


@commands.command("set-password")
def set_password(ctx: typer.Context, email: EmailOption, password_stdin: StdinOption = False) -> None:
    """Give a user a new password; all his sign-ins end."""
    opening = opening_of(ctx)
    with opening().sessions.begin() as session:
        user = queries.find_user_by_email(session, email)
        if user is None:
            raise EmailUnknown(email)
        password = ask_password(password_stdin).get_secret_value()
        registering.set_password(session, opening.settings.auth, user, password, datetime.now(UTC))
        record(session, COMMAND_LINE, "password.set", f"user {user.id}")
    typer.echo(f"{user.email} has a new password.")


def _create(ctx: typer.Context, email: str, name: str | None, password_stdin: bool, *, is_platform_admin: bool) -> User:
    opening = opening_of(ctx)
    password = ask_password(password_stdin)
    new = NewUser(email=email, password=password, full_name=name, is_platform_admin=is_platform_admin)
    with opening().sessions.begin() as session:
        return registering.create_user(session, COMMAND_LINE, opening.settings.auth, new)
