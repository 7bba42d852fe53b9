"""Spravka: a company's own assistant that works entirely inside its perimeter."""
