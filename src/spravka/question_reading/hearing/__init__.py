"""Hearing: what every speaker of the language understands before knowing any database."""
