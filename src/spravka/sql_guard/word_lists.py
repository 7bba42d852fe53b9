"""Lists of words, written as text."""


def words(*texts: str) -> frozenset[str]:
    """The words of ``texts``, which are separated by spaces."""
    return frozenset(word for text in texts for word in text.split())
