"""The type that most of a document is set in."""

from collections import Counter

from spravka.pages.layout.placed import Piece

_STEP = 0.5


class BodyType:
    """Counts words by the size of their type, page after page."""

    def __init__(self) -> None:
        self.words_of: Counter[int] = Counter()
        self.bold_words = 0
        self.size = 0.0
        """In points; 0 before the first page."""
        self.is_bold = False

    def count(self, pieces: list[Piece]) -> None:
        """Takes one more page."""
        for piece in pieces:
            length = piece.end - piece.first
            self.words_of[round(piece.size / _STEP)] += length
            self.bold_words += length * piece.bold
        if self.words_of:
            self.size = self.words_of.most_common(1)[0][0] * _STEP
            self.is_bold = 2 * self.bold_words > self.words_of.total()
