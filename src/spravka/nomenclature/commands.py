"""Commands over mapping runs."""

from pathlib import Path
from typing import Annotated

import typer

from spravka.auth.terminal import opening_of
from spravka.catalogues.queries import get_catalogue_by_slug
from spravka.jobs.terminal import follow_job
from spravka.nomenclature import downloading, queries, starting
from spravka.nomenclature.errors import DownloadFormatUnclear
from spravka.resources import Resources
from spravka.tenants.choosing import choose_tenant

commands = typer.Typer()

TenantOption = Annotated[str | None, typer.Option("--tenant", help="The tenant's slug; the only tenant if left out")]


@commands.callback()
def nomenclature() -> None:
    """Map suppliers' item names to a catalogue."""


@commands.command("map")
def map_(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="A price list: CSV, XLSX, XLS or ODS")
    ],
    catalogue: Annotated[str, typer.Option("--catalogue", help="The catalogue's slug")],
    out: Annotated[Path, typer.Option("--out", dir_okay=False, help="Where to write the result: .xlsx or .csv")],
    tenant: TenantOption = None,
    name_column: Annotated[
        str | None, typer.Option("--name-column", help="The column of the names: header, letter or number")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="The sheet of a workbook")] = None,
    candidates: Annotated[int, typer.Option("--candidates", min=1, max=20, help="Candidates kept for a row")] = 5,
) -> None:
    """Map a price list to a catalogue and write it back with the results beside the original columns."""
    file_format = _format_of(out)
    table = starting.table_from_file(file, file.name, sheet, name_column)
    for note in table.notes:
        typer.echo(note["text"], err=True)
    typer.echo(f"names: column {table.header[table.name_column]!r}, {len(table.rows)} rows", err=True)
    resources = opening_of(ctx)()
    choices = starting.MappingChoices(title=file.name, candidate_count=candidates, file_name=file.name)
    with resources.sessions.begin() as session:
        tenant_id = choose_tenant(session, tenant).id
        target = get_catalogue_by_slug(session, tenant_id, catalogue)
        mapping = starting.start_mapping(session, resources.queues, tenant_id, target.id, table, choices, None)
    follow_job(resources, tenant_id, mapping.job_id, file.name)
    with resources.sessions() as session:
        downloading.write_download(session, tenant_id, mapping.id, file_format, out)
    _tell_result(resources, tenant_id, mapping.id, out)


def _format_of(out: Path) -> downloading.DownloadFormat:
    try:
        return downloading.DownloadFormat(out.suffix.lower().lstrip("."))
    except ValueError:
        raise DownloadFormatUnclear(out.name) from None


def _tell_result(resources: Resources, tenant_id: int, mapping_id: int, out: Path) -> None:
    with resources.sessions() as session:
        counts = queries.count_decisions(session, tenant_id, [mapping_id])[mapping_id]
    told = ", ".join(f"{count} {decision.value.replace('_', ' ')}" for decision, count in counts.items() if count)
    typer.echo(f"{out}: {told} (mapping run {mapping_id})")
