"""Talking to each vendor's databases: connecting, the walls around a query, reading answers and errors."""
