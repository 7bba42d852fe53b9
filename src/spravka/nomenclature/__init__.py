"""Mapping suppliers' item names to a catalogue.

Words: a *mapping run* is a list of names (typed, or from a file) to be mapped to one catalogue; each is a
*row* with its group, candidates and *decision*: accepted, needs review, no such item; a person's decision
stands above the machine's and is never overwritten by it.
"""
