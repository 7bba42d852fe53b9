"""A construction holding that does not exist, as a database to ask: five years of contracts, payments and people.

Everything is generated from word lists by chance with a fixed seed, for a given day called today; no row is real.
``structure`` says what the tables are, ``company`` makes their rows, ``founding`` makes the database with its roles,
``filling`` fills it, ``creating`` does both; ``glossary`` and ``onboarding`` are what its users know about it.
"""
