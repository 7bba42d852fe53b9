"""Tests of what words mean to a search."""
