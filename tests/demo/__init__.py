"""Tests of the demo catalogue."""
