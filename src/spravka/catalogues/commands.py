"""Commands over catalogues: make, import, list, train, bring history in."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from spravka.auth.terminal import opening_of
from spravka.catalogues import confirming, keeping, queries, uploading
from spravka.catalogues.columns import FIELDS
from spravka.catalogues.errors import ColumnsUnclear
from spravka.catalogues.history import read_history
from spravka.catalogues.tables import Catalogue, CatalogueImport
from spravka.jobs.terminal import follow_job
from spravka.resources import Resources
from spravka.tenants.choosing import choose_tenant

commands = typer.Typer()

LISTED = 500

TenantOption = Annotated[str | None, typer.Option("--tenant", help="The tenant's slug; the only tenant if left out")]
CatalogueOption = Annotated[str, typer.Option("--catalogue", help="The catalogue's slug")]
FileArgument = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="CSV, XLSX, XLS or ODS")]


@commands.command("list")
def list_(ctx: typer.Context, tenant: TenantOption = None) -> None:
    """List a tenant's catalogues."""
    with opening_of(ctx)().sessions() as session:
        tenant_id = choose_tenant(session, tenant).id
        catalogues = queries.list_catalogues(session, tenant_id, after=None, limit=LISTED)
        counts = queries.count_items(session, tenant_id, [catalogue.id for catalogue in catalogues])
        for catalogue in catalogues:
            state = "ready" if catalogue.indexed_at else "not imported yet"
            typer.echo(f"{catalogue.slug}\t{catalogue.name}\t{counts.get(catalogue.id, 0)} items\t{state}")


@commands.command("import")
def import_(
    ctx: typer.Context,
    file: FileArgument,
    catalogue: CatalogueOption,
    tenant: TenantOption = None,
    name: Annotated[str | None, typer.Option("--name", help="Name of a new catalogue; its slug if left out")] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help=f"FIELD=COLUMN where detection is wrong; fields: {', '.join(FIELDS)}"),
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="The sheet of a workbook")] = None,
    remove_absent: Annotated[bool, typer.Option("--remove-absent", help="Delete items not in the file")] = False,
) -> None:
    """Bring a file into a catalogue (made where it is new): import, embed, index, train."""
    resources = opening_of(ctx)()
    choices = uploading.ImportChoices(_chosen(column or []), sheet, remove_absent)
    with resources.sessions.begin() as session:
        tenant_id = choose_tenant(session, tenant).id
        target = _find_or_make(session, tenant_id, catalogue, name)
        found = _upload(session, resources, target, file, choices)
    job_id = found.job_id
    assert job_id is not None
    follow_job(resources, tenant_id, job_id, file.name)
    _tell_result(resources, tenant_id, found.id)


@commands.command("train")
def train(ctx: typer.Context, catalogue: CatalogueOption, tenant: TenantOption = None) -> None:
    """Train a new classifier version; it takes over where it is not worse."""
    resources = opening_of(ctx)()
    with resources.sessions.begin() as session:
        tenant_id = choose_tenant(session, tenant).id
        target = queries.get_catalogue_by_slug(session, tenant_id, catalogue)
        job = keeping.ask_for_training(session, resources.queues, tenant_id, target.id, None, None)
    follow_job(resources, tenant_id, job.id, "training")
    with resources.sessions() as session:
        version = queries.list_classifier_versions(session, tenant_id, catalogue_id=target.id, before=None, limit=1)[0]
    typer.echo(
        f"Version {version.version} is {version.status.value}: "
        f"accuracy {version.accuracy or 0:.3f}, macro-F1 {version.macro_f1 or 0:.3f} "
        f"on {version.held_out_count} held-out names."
    )


@commands.command("confirm")
def confirm(ctx: typer.Context, file: FileArgument, catalogue: CatalogueOption, tenant: TenantOption = None) -> None:
    """Bring in confirmed matches: a file with a column of supplier names and one of item codes."""
    with opening_of(ctx)().sessions.begin() as session:
        tenant_id = choose_tenant(session, tenant).id
        target = queries.get_catalogue_by_slug(session, tenant_id, catalogue)
        names = read_history(file, file.name)
        count = confirming.confirm_codes(session, tenant_id, target.id, names, None)
    typer.echo(f"{count} confirmed names are stored; they answer from now on.")


def _chosen(pairs: list[str]) -> dict[str, str]:
    chosen = {}
    for pair in pairs:
        field, sign, column = pair.partition("=")
        if not sign:
            raise ColumnsUnclear([f"{pair!r} is not FIELD=COLUMN"], [], [], [])
        chosen[field.strip()] = column.strip()
    return chosen


def _find_or_make(session: Session, tenant_id: int, slug: str, name: str | None) -> Catalogue:
    found = queries.find_catalogue_by_slug(session, tenant_id, slug)
    return found or keeping.make_catalogue(session, tenant_id, slug, name or slug)


def _upload(
    session: Session, resources: Resources, catalogue: Catalogue, file: Path, choices: uploading.ImportChoices
) -> CatalogueImport:
    with file.open("rb") as content:
        chunks = iter(lambda: content.read(1 << 20), b"")
        content_hash = resources.files.put(chunks, limit_bytes=uploading.FILE_LIMIT_BYTES)
    stored = uploading.UploadedFile(file.name, content_hash)
    found, sheet = uploading.upload_catalogue(
        session, resources.files, catalogue.tenant_id, catalogue.id, stored, choices
    )
    for field, place in found.columns.items():
        if place is not None:
            typer.echo(f"{field}: column {sheet.header[place]!r}", err=True)
    return uploading.confirm_import(session, resources.queues, catalogue.tenant_id, found.id, None)


def _tell_result(resources: Resources, tenant_id: int, import_id: int) -> None:
    with resources.sessions() as session:
        found = queries.get_import(session, tenant_id, import_id)
        refused = queries.list_rejections(session, tenant_id, import_id, after=None, limit=10)
    typer.echo(
        f"{found.created_count} items created, {found.changed_count} changed, {found.unchanged_count} unchanged, "
        f"{found.removed_count} removed, {found.rejected_count} rows refused."
    )
    for row in refused:
        typer.echo(f"  row {row.row_number}: {row.detail}", err=True)
