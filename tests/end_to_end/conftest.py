"""What these tests speak HTTP with: an application in this process, or a running server with a worker."""

from functools import cache

import pytest

from spravka.demo.catalogue import DemoItem, generate_catalogue, generate_groups
from tests.application import Application
from tests.callers import app, world  # noqa: F401
from tests.end_to_end.office import Office, csv_of, open_office

CATALOGUE_HEADER = ("Код", "Наименование", "Код группы", "Наименование группы", "Ед. изм.")


@pytest.fixture(scope="session")
def office(application: Application) -> Office:
    """The department's admin, signed in to the shared server."""
    return open_office(application)


@pytest.fixture(scope="session")
def demo_items() -> list[DemoItem]:
    """The generated catalogue."""
    return generate_catalogue()


@pytest.fixture(scope="session")
def demo_csv(demo_items: list[DemoItem]) -> bytes:
    """The generated catalogue as a file."""
    return catalogue_csv(demo_items)


@pytest.fixture(scope="session")
def catalogue_id(office: Office, demo_csv: bytes) -> int:
    """A catalogue with the generated items, imported and trained; tests leave it as it is."""
    made = office.new_catalogue("materials")
    office.import_file(made, ("materials.csv", demo_csv))
    return made


@cache
def group_names() -> dict[str, str]:
    return {group.code: group.name for group in generate_groups()}


def catalogue_csv(items: list[DemoItem]) -> bytes:
    """Items as a file that every importer understands."""
    rows = ((item.code, item.name, item.group_code, group_names()[item.group_code], item.unit) for item in items)
    return csv_of([CATALOGUE_HEADER, *rows])
