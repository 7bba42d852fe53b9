"""Indexing a document in the background: pages, passages, vectors, each kept as soon as it is there."""
