"""Tests of the everyday rules of asking."""
