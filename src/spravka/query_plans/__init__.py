"""The query plan: what a question asks of a database, typed, before it is SQL of any dialect.

Words: a *plan* is a tree of the classes in ``plan``; it refers to a ``schema`` (tables, columns, keys as the
database has them, never of one vendor). ``compiling`` makes the plan an SQL tree of a dialect. Pure: no I/O, no clock.
"""
