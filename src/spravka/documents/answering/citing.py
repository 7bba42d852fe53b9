"""Where a passage says what a sentence cites it for: the words to highlight."""

from collections.abc import Sequence

from spravka.passages.lemmas import content_terms
from spravka.passages.passage import Passage
from spravka.passages.quoting import Quotation


def cited_words(key: int, passage: Passage, sentence: str) -> Quotation:
    """The sentence of the passage that shares most with ``sentence``, the first of equals."""
    asked = _terms(sentence.split())
    first, end = max(passage.sentences(), key=lambda words: len(asked & _terms(passage.words[words[0] : words[1]])))
    return Quotation(key, passage, first, end, 0.0)


def _terms(words: Sequence[str]) -> set[str]:
    return {term for word in words for term in content_terms(word)}
