"""Forms of Russian and English words: what they are led back to, and which letters they are written in."""
