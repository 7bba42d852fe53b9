"""Tests of the construction holding's database, and the everyday questions asked of it."""
