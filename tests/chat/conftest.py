"""Departments whose people talk."""

from tests.database_assistant.conftest import asking, department, house  # noqa: F401
