"""Tests of the room ``passages``."""
