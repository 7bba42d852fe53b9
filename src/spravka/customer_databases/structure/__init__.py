"""Describing a database: each vendor's catalogue read by one query per fact, assembled into one schema."""
