"""Departments with documents."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from spravka.embedding.encoder import AskedEncoder
from tests.database_assistant.conftest import department, house, use_llm  # noqa: F401
from tests.database_assistant.department import Department
from tests.documents.library import CONTRACT, MANUAL, Choose, Library


@pytest.fixture
def library(department: Department) -> Library:  # noqa: F811
    """A department without documents; its member is at the desk."""
    return Library(department, department.member)


@pytest.fixture
def read_library(library: Library) -> Library:
    """The same with a contract and a manual, read and embedded."""
    library.add(CONTRACT)
    library.add(MANUAL, "crane.pdf")
    return library


@pytest.fixture
def choose(library: Library) -> Iterator[Choose]:
    """Run the application with this encoder of passages until the test ends."""
    state = library.department.app.state
    before = state.resources

    def use(encoder: AskedEncoder) -> None:
        state.resources = replace(state.resources, passage_encoder=encoder)

    yield use
    state.resources = before
