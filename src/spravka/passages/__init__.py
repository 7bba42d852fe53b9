"""Passages of documents, pure: cut from pages, found by words and by meaning, quoted, and held against what is said.

A *passage* is a stretch of text that can be understood by itself and knows its places on pages. A *quotation* is the
one or two sentences of a passage that answer a question. No I/O: pages, counts and vectors are handed in.
"""
