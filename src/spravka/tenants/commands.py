"""Commands over tenants and who belongs to them."""

from typing import Annotated

import typer

from spravka.auth.queries import find_user_by_email
from spravka.auth.schemas import checked_email
from spravka.auth.tables import Role
from spravka.auth.terminal import COMMAND_LINE, ask_password, opening_of
from spravka.tenants import founding, joining, queries
from spravka.tenants.errors import SlugUnknown
from spravka.tenants.schemas import NewMember, NewTenant
from spravka.tenants.tables import ModeName

commands = typer.Typer()

LISTED = 500

SlugOption = Annotated[str, typer.Option("--slug", help="Short name: small Latin letters, digits, hyphens")]


@commands.command("create")
def create(
    ctx: typer.Context,
    slug: SlugOption,
    name: Annotated[str, typer.Option("--name", help="The tenant's name as people read it")],
    mode: Annotated[
        list[ModeName] | None, typer.Option("--mode", help="A service to switch on; may be repeated")
    ] = None,
) -> None:
    """Make a tenant."""
    new = NewTenant(slug=slug, name=name, modes=mode or [])
    with opening_of(ctx)().sessions.begin() as session:
        tenant = founding.create_tenant(session, COMMAND_LINE, new)
    typer.echo(f"{tenant.slug} is tenant {tenant.id}.")


@commands.command("list")
def list_(ctx: typer.Context) -> None:
    """List the tenants with their services."""
    with opening_of(ctx)().sessions.begin() as session:
        for tenant in queries.list_tenants(session, None, LISTED)[:LISTED]:
            state = "" if tenant.is_active else " (switched off)"
            modes = ", ".join(queries.list_modes(session, tenant.id)) or "no services"
            typer.echo(f"{tenant.id}\t{tenant.slug}\t{tenant.name}\t{modes}{state}")


@commands.command("add-user")
def add_user(
    ctx: typer.Context,
    slug: SlugOption,
    email: Annotated[str, typer.Option("--email", parser=checked_email, metavar="EMAIL", help="The user's e-mail")],
    role: Annotated[Role, typer.Option("--role", help="What he is in the tenant")] = Role.MEMBER,
    name: Annotated[str | None, typer.Option("--name", help="The full name of a new user")] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read a new user's password from standard input")
    ] = False,
) -> None:
    """Take a user into a tenant, or change his role there; a user is made where none has the e-mail."""
    opening = opening_of(ctx)
    with opening().sessions.begin() as session:
        tenant = queries.find_tenant_by_slug(session, slug)
        if tenant is None:
            raise SlugUnknown(slug)
        is_known = find_user_by_email(session, email) is not None
        password = None if is_known else ask_password(password_stdin)
        new = NewMember(email=email, role=role, full_name=name, password=password)
        member, _ = joining.add_member(session, COMMAND_LINE, opening.settings.auth, tenant, new)
    typer.echo(f"{member.email} is {member.role.value} of {tenant.slug}.")
