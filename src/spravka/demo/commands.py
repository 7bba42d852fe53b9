"""The command that makes the demonstration."""

import datetime
from typing import Annotated

import typer
from pydantic import SecretStr

from spravka.auth.terminal import opening_of
from spravka.demo import preparing
from spravka.demo.demo_files import write_demo_files
from spravka.demo.preparing_database import (
    ADMIN_ADDRESS,
    DemoServer,
    add_demo_glossary,
    connect_demo_database,
    make_demo_database,
)
from spravka.demo.preparing_documents import missing_packages, upload_demo_documents
from spravka.jobs.terminal import follow_job
from spravka.resources import Resources

commands = typer.Typer()


@commands.callback()
def demo() -> None:
    """A company that does not exist, to try the product with."""


@commands.command("prepare")
def prepare(
    ctx: typer.Context,
    email: Annotated[str, typer.Option("--email", envvar="SPRAVKA_DEMO_EMAIL", help="The demo user's e-mail")],
    password: Annotated[
        str, typer.Option("--password", envvar="SPRAVKA_DEMO_PASSWORD", help="The demo user's password")
    ],
) -> None:
    """Make the demo tenant, its user, its catalogue, a price list, a database and documents; what is there stays."""
    opening = opening_of(ctx)
    resources = opening()
    folder = opening.settings.data_dir / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    files = write_demo_files(folder)
    with resources.sessions.begin() as session:
        tenant = preparing.prepare_people(session, opening.settings.auth, email, SecretStr(password))
        found = preparing.prepare_catalogue(session, resources, tenant.id, files)
    if found is not None and found.job_id is not None:
        follow_job(resources, tenant.id, found.job_id, "demo catalogue")
    _prepare_database(resources, tenant.id)
    _prepare_documents(resources, tenant.id)
    typer.echo(f"Demo tenant {tenant.slug!r} is ready; a price list to map: {files.price_list}")


def _prepare_database(resources: Resources, tenant_id: int) -> None:
    """The database of a construction holding, where a server for it is named."""
    server = DemoServer.from_environment()
    if server is None:
        typer.echo(f"No demo database: {ADMIN_ADDRESS} names no PostgreSQL administrator's address.")
        return
    own_database = resources.engine.url.database or ""
    address = make_demo_database(server, own_database, datetime.date.today())
    with resources.sessions.begin() as session:
        database = connect_demo_database(session, resources, tenant_id, address)
    if database.learning_job_id is not None:
        follow_job(resources, tenant_id, database.learning_job_id, "demo database")
    with resources.sessions.begin() as session:
        add_demo_glossary(session, tenant_id, database.id)


def _prepare_documents(resources: Resources, tenant_id: int) -> None:
    """Contracts, tables, a manual and a scan, where the packages that make them are installed."""
    if missing := missing_packages():
        typer.echo(f"No demo documents: these packages are not installed: {', '.join(missing)}.")
        return
    new = upload_demo_documents(resources, tenant_id)
    if new:
        typer.echo(f"{len(new)} demo documents are being indexed; their pages answer as soon as they are read.")
