"""Departments with documents."""

import pytest

from tests.database_assistant.conftest import department, house, use_llm  # noqa: F401
from tests.database_assistant.department import Department
from tests.documents.library import CONTRACT, MANUAL, Library


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
