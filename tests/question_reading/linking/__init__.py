"""Linking: the spans of a question and what they name."""
