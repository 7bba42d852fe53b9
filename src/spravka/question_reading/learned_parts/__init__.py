"""The learned parts of the reader as arrays, and where they are kept."""
