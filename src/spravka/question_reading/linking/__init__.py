"""Linking: which spans of a question name which tables, columns and values of one database."""
