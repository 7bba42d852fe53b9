"""Texts as vectors of meaning, behind one interface whatever encoder makes them."""
