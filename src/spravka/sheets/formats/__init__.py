"""One file for each way a table is stored: what a file is, and how its grid of cells is read."""
