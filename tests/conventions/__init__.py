"""The habits of the house, proved: what a reviewer would otherwise have to notice."""
