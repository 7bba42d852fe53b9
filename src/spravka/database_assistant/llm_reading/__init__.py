"""The reader that asks a language model: what it is told, what it may answer, how the answer is checked.

Whatever comes from the database, from people or from the language model itself is data here. The only things that an
answer can become are a query plan, a query that the guard let through, and a short plain text.
"""
