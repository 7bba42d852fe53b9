"""The guard of customers' databases: the one place that decides whether a query may run, and what runs.

A text goes in; out comes a :class:`~spravka.sql_guard.guarded_query.GuardedQuery`, rendered anew from a tree that was
judged against allow-lists, or a :class:`~spravka.sql_guard.errors.QueryRefused`. Pure: no I/O, no clock.

*Allowed table*: what may be read, with its visible columns. *Row filter*: a condition added around every use of a
table. *Seal*: what only the guard can put on a query, and what the executing room asks for.
"""
