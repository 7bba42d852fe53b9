"""Commands: bring the application's database to the newest revision, and look whether it is there."""

import typer
from alembic.util.exc import CommandError

from spravka.database import migrating

commands = typer.Typer()


@commands.command("upgrade")
def upgrade(ctx: typer.Context) -> None:
    """Apply every migration that the database does not have yet."""
    engine = ctx.obj().engine
    migrating.upgrade(engine.url.render_as_string(hide_password=False))
    typer.echo(f"The database is at revision {migrating.current_revision(engine)}.")


@commands.command("check")
def check(ctx: typer.Context) -> None:
    """Tell whether the database is up to date with this version; the exit code is 1 where it is not."""
    engine = ctx.obj().engine
    current, newest = migrating.current_revision(engine), migrating.newest_revision()
    if current != newest:
        typer.echo(
            f"The database is at revision {current or 'none'}, not {newest}: run 'spravka database upgrade'.",
            err=True,
        )
        raise typer.Exit(1)
    try:
        migrating.check(engine.url.render_as_string(hide_password=False))
    except CommandError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"The database is at revision {current}, the newest.")
