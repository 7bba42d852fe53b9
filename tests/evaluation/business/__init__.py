"""Tests of the everyday questions of whole databases."""
