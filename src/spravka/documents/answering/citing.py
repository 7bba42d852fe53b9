"""Where a passage says what a sentence cites it for: the words to highlight."""

from collections.abc import Sequence

from spravka.documents.answering.instructions import instructing_sentences
from spravka.passages.passage import Passage
from spravka.passages.quoting import Quotation
from spravka.passages.words.lemmas import content_terms


def cited_words(key: int, passage: Passage, sentence: str) -> Quotation:
    """The sentence of the passage that shares most with ``sentence``, the first of equals; one that tells a language
    model what to answer only where the passage has no other."""
    asked = _terms(sentence.split())
    instructing = instructing_sentences(passage)
    plain = [words for words in passage.sentences() if words not in instructing]
    first, end = max(
        plain or passage.sentences(), key=lambda words: len(asked & _terms(passage.words[words[0] : words[1]]))
    )
    return Quotation(key, passage, first, end, 0.0)


def _terms(words: Sequence[str]) -> set[str]:
    return {term for word in words for term in content_terms(word)}
