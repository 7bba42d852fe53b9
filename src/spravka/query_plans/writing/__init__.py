"""A plan written as an SQL tree: literals, dates, texts, expressions, conditions, each for every dialect.

Trees are built in the target dialect itself, node by node; no text is ever put together.
"""
