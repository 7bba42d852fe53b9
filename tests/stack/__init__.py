"""Tests of the room ``stack`` and of the commands that lead to it."""
