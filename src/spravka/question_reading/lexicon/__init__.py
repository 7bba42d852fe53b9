"""Vocabulary of both languages, written for this product: translations and synonyms of general words."""
