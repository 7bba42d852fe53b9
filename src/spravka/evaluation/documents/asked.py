"""Questions put to the documents they belong to, and to documents that cannot answer them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from spravka.embedding.encoder import AskedEncoder
from spravka.evaluation.documents.gold import GoldQuestion, by_document, holds_answer, load_gold
from spravka.evaluation.documents.shelves import Tell, shelve
from spravka.passages.passage import Passage
from spravka.passages.searching import Found, search
from spravka.passages.shelf import MemoryShelf
from spravka.passages.weights import Weights


@dataclass(frozen=True)
class Asked:
    """A question and what was found; ``belongs``: whether the document is the one that answers it; ``is_near``: it is,
    but what answers was taken out of it."""

    gold: GoldQuestion
    found: Found
    belongs: bool = True
    is_near: bool = False

    @property
    def pages(self) -> list[int]:
        """The pages found, the likeliest first, each once."""
        return list(dict.fromkeys(result.page for result in self.found.results))

    @property
    def is_quoted(self) -> bool:
        return any(holds_answer(quotation.text, self.gold.answer) for quotation in self.found.quotations)


class Volumes:
    """The documents of one file of gold, read when they are first asked."""

    def __init__(self, gold: Path, folder: Path, encoder: AskedEncoder | None, tell: Tell) -> None:
        told = load_gold(gold)
        self.questions = by_document(told, folder)
        self.absent = sorted({one.document for one in told} - self.questions.keys())
        """Documents that are asked about and are not in the folder: their questions are left out."""
        self.names = list(self.questions)
        self._folder, self._encoder, self._tell = folder, encoder, tell
        self._shelves: dict[str, MemoryShelf] = {}
        self._weights: Weights | None = None
        self._step = 1

    def ranked_by(self, weights: Weights) -> Self:
        """Itself, ranking by ``weights`` from now on."""
        self._weights = weights
        return self

    def every(self, step: int) -> Self:
        """Itself, asking from now on every ``step``-th question of each document."""
        self._step = step
        return self

    def by_words(self) -> Self:
        """Itself, without vectors from now on; to be told before anything is asked."""
        self._encoder = None
        return self

    @cached_property
    def has_answers(self) -> bool:
        """Whether the words of the answers are told, or only pages of sections."""
        return any(question.answer for asked in self.questions.values() for question in asked)

    def own(self, names: Sequence[str] | None = None) -> Iterator[Asked]:
        """Every question, put to its own document."""
        for name in self.names if names is None else names:
            for question in self.questions[name][:: self._step]:
                yield Asked(question, self.ask(name, question))

    def foreign(self, name: str) -> Iterator[Asked]:
        """The questions of the document after ``name``, put to ``name``."""
        other = self.names[(self.names.index(name) + 1) % len(self.names)]
        for question in self.questions[other][:: self._step]:
            yield Asked(question, self.ask(name, question), belongs=False)

    def near(self, name: str) -> Iterator[Asked]:
        """The document's questions, put to it without the passages of the page that hold the answer: it speaks of what
        is asked and does not tell it."""
        for question in self.questions[name][:: self._step]:
            shelf = self._shelf(name).without(lambda passage, asked=question: _answers(passage, asked))  # type: ignore[misc]
            yield Asked(question, search(question.text, shelf, self._encoder, self._weights), False, is_near=True)

    def ask(self, name: str, question: GoldQuestion) -> Found:
        return search(question.text, self._shelf(name), self._encoder, self._weights)

    def _shelf(self, name: str) -> MemoryShelf:
        if name not in self._shelves:
            self._tell(f"reading {name}")
            self._shelves[name] = shelve(self._folder / name, self._encoder)
            self._tell(f"asking {name} its {len(self.questions[name])} questions")
        return self._shelves[name]


def _answers(passage: Passage, gold: GoldQuestion) -> bool:
    """Whether the passage stands on the right page and has the words of the answer."""
    return holds_answer(passage.text, gold.answer) and any(place.page == gold.page for place in passage.places)


def holds_gold(passage: Passage, sentence: tuple[int, int], gold: GoldQuestion) -> bool:
    """Whether a sentence of the passage stands on the right page and has the words of the answer."""
    text = " ".join(passage.words[sentence[0] : sentence[1]])
    return holds_answer(text, gold.answer) and any(place.page == gold.page for place in passage.places_of(*sentence))
