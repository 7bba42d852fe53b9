"""Everyday questions about whole databases with their gold SQL, and when an answer is right."""
