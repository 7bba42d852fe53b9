"""Harmless queries that look like attacks, or use what everyday queries use; the guard must let them through."""
