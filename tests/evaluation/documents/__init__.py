"""Tests of the figures of the document assistant."""
