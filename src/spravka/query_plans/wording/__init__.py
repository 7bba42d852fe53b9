"""Plans in plain words: names of things, and the phrases of each language."""
