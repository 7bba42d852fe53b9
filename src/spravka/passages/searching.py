"""A question put to a shelf of passages: what answers it, in order, the words to quote, and whether it is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from spravka.passages.absence import compared_by, presence
from spravka.passages.asking import Question, ask
from spravka.passages.quoting import Quotation, Sentence, compare, quote, sentences_of
from spravka.passages.ranking import Ranked, in_language_of_answer, is_across, rank
from spravka.passages.shelf import Shelf, Vector
from spravka.passages.weights import Weights, learned

CANDIDATES = 100


class Comparing(Protocol):
    """What compares by meaning: an encoder with a side for questions."""

    @property
    def name(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vector: ...

    def encode_queries(self, texts: Sequence[str]) -> Vector: ...


@dataclass(frozen=True)
class Found:
    """What a search found.

    ``quotations``: one or two sentences together, the likeliest first; where both stand side by side, they are one.
    ``presence``: the probability that the answer is in what was searched at all. ``encoder`` is the one by which that
    was judged; None where words alone told, as they do while vectors are still made.
    """

    question: Question
    ranked: tuple[Ranked, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    presence: float
    encoder: str | None = None

    @property
    def is_across(self) -> bool:
        """Whether what answers best is in another language than the question."""
        return bool(self.sentences) and is_across(self.question, self.sentences[0].ranked.candidate.passage)

    @property
    def is_present(self) -> bool:
        """Whether to say that the documents tell; a bound that few answers are lost to."""
        return self.presence >= learned().presence_with(self.encoder, is_across=self.is_across).threshold

    @cached_property
    def results(self) -> list[Quotation]:
        """What is quoted first, and then the best sentence of each other passage, as they are ranked."""
        best: dict[int, Sentence] = {}
        for sentence in self.sentences:
            best.setdefault(sentence.ranked.candidate.key, sentence)
        first = list(self.quotations[:1])
        led = {quotation.key for quotation in first}
        return first + [
            best[one.candidate.key].quotation if one.candidate.key in best else _opening(one)
            for one in self.ranked
            if one.candidate.key not in led
        ]


def search(text: str, shelf: Shelf, encoder: Comparing | None = None, weights: Weights | None = None) -> Found:
    """What the passages of ``shelf`` answer to the question ``text``."""
    question = ask(text)
    query = None if encoder is None else encoder.encode_queries([text])[0]
    counts = shelf.count(question.terms)
    ranked = rank(question, counts, shelf.candidates(question.terms, query, CANDIDATES), weights)
    ranked = in_language_of_answer(question, ranked)
    sentences = sentences_of(question, ranked, weights)
    if encoder is not None and query is not None:
        sentences = compare(sentences, query, encoder.encode, weights)
    compared = compared_by(ranked, None if encoder is None else encoder.name)
    return Found(
        question=question,
        ranked=tuple(ranked),
        sentences=tuple(sentences),
        quotations=tuple(quote(sentences)),
        presence=presence(question, ranked, sentences, compared),
        encoder=compared,
    )


def _opening(ranked: Ranked) -> Quotation:
    passage = ranked.candidate.passage
    first, end = passage.sentences()[0]
    return Quotation(ranked.candidate.key, passage, first, end, ranked.score)
