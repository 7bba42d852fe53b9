"""What these tests speak HTTP with."""

from tests.callers import app, world  # noqa: F401
