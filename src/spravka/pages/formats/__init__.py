"""One module a format, run in the reading process only; ``opening`` is what they have in common."""
