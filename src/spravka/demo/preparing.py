"""Making the demo tenant, its user and its catalogue; whatever is there already stays as it is."""

from pathlib import Path

from pydantic import SecretStr
from sqlalchemy.orm import Session

from spravka.auth.queries import find_user_by_email
from spravka.auth.settings import AuthSettings
from spravka.auth.tables import Role
from spravka.auth.terminal import COMMAND_LINE
from spravka.catalogues import keeping, queries, uploading
from spravka.catalogues.tables import CatalogueImport
from spravka.demo.demo_files import DemoFiles
from spravka.resources import Resources
from spravka.tenants import founding, joining
from spravka.tenants.queries import find_tenant_by_slug
from spravka.tenants.schemas import NewMember, NewTenant
from spravka.tenants.tables import ModeName, Tenant

TENANT_SLUG = "demo"
TENANT_NAME = "Отдел закупок (демо)"
CATALOGUE_SLUG = "demo"
CATALOGUE_NAME = "Строительные материалы (демо)"
DEMO_MODES = (ModeName.NOMENCLATURE, ModeName.DATABASES, ModeName.DOCUMENTS)
FILE_LIMIT_BYTES = 100 << 20


def prepare_people(session: Session, settings: AuthSettings, email: str, password: SecretStr) -> Tenant:
    """The demo tenant with its user; a user who is there keeps his password."""
    tenant = find_tenant_by_slug(session, TENANT_SLUG)
    if tenant is None:
        new = NewTenant(slug=TENANT_SLUG, name=TENANT_NAME, modes=[])
        tenant = founding.create_tenant(session, COMMAND_LINE, new)
    for mode in DEMO_MODES:
        founding.switch_mode_on(session, COMMAND_LINE, tenant, mode)
    if find_user_by_email(session, email) is None:
        member = NewMember(email=email, role=Role.ADMIN, password=password)
        joining.add_member(session, COMMAND_LINE, settings, tenant, member)
    return tenant


def prepare_catalogue(
    session: Session, resources: Resources, tenant_id: int, files: DemoFiles
) -> CatalogueImport | None:
    """The import that brings the demo catalogue in; None where it has been brought in already."""
    catalogue = queries.find_catalogue_by_slug(session, tenant_id, CATALOGUE_SLUG)
    if catalogue is None:
        catalogue = keeping.make_catalogue(session, tenant_id, CATALOGUE_SLUG, CATALOGUE_NAME)
    if catalogue.indexed_at is not None:
        return None
    earlier = queries.list_imports(session, tenant_id, catalogue.id, before=None, limit=1)
    if earlier and earlier[0].job_id is not None:
        return earlier[0]
    stored = uploading.UploadedFile(files.catalogue.name, _store(resources, files.catalogue))
    choices = uploading.ImportChoices(columns={})
    found, _ = uploading.upload_catalogue(session, resources.files, tenant_id, catalogue.id, stored, choices)
    return uploading.confirm_import(session, resources.queues, tenant_id, found.id, None)


def _store(resources: Resources, path: Path) -> str:
    with path.open("rb") as content:
        return resources.files.put(iter(lambda: content.read(1 << 20), b""), FILE_LIMIT_BYTES)
