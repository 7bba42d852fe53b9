"""Answering from documents: search, quotations, and a language model, where there is one, whose words are checked."""
