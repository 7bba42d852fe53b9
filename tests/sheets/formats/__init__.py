"""Tests of the formats that tables are stored in."""
