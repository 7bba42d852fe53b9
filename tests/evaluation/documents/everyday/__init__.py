"""Tests of the everyday documents and questions."""
