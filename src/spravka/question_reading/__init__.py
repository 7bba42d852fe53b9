"""Reading a question in Russian or English into a query plan, without a language model.

Words: a question is *heard* (words, numbers, operators, periods: ``hearing``), its spans are *linked* to the tables,
columns and values of one database (``linking``), plans are *enumerated* along the schema's keys and *ranked*
by a small learned ranker over features that know no schema. What cannot be read completely is *declined*.
Pure: no I/O, no clock; the encoder and today's date are handed in.
"""
