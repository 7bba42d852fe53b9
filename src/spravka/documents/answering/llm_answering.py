"""What a language model says of the passages, each sentence held against those it cites."""

from collections.abc import Sequence
from dataclasses import dataclass

from spravka.documents.answering.llm_prompting import (
    MOST_SENTENCES,
    SAID_SHAPE,
    AskedQuestion,
    Said,
    SaidSentence,
    build_messages,
)
from spravka.llm.asking import Llm
from spravka.llm.fencing import Fence
from spravka.llm.plain_text import plain_text
from spravka.llm.structured import ask
from spravka.passages.citing import Support, Verification, verify
from spravka.passages.passage import Passage

SENTENCE_CHARACTERS = 600
WORTH = {Support.SUPPORTED: 2, Support.PARTLY: 1, Support.UNSUPPORTED: 0}


@dataclass(frozen=True)
class CheckedSentence:
    """A sentence with the passages it rests on (their indices among those told) and what these say of it."""

    text: str
    cited: tuple[int, ...]
    verification: Verification

    @property
    def is_supported(self) -> bool:
        """Whether a reader may take it from the documents, were it with a word of its own."""
        return bool(self.cited) and self.verification.support is not Support.UNSUPPORTED


def answer_from_passages(llm: Llm, asked: AskedQuestion, prompt_tokens: int) -> list[CheckedSentence]:
    """The sentences of the answer; none where the language model found none.

    Raises the problems of :mod:`spravka.llm.errors` and :class:`TokenLimitReached`.
    """
    messages, told_count = build_messages(asked, prompt_tokens, Fence())
    said: Said = ask(llm, messages, SAID_SHAPE)
    passages = [told.passage for told in asked.passages[:told_count]]
    checked = (_check(sentence, passages) for sentence in said.sentences[:MOST_SENTENCES] if said.found)
    return [sentence for sentence in checked if sentence.text]


def _check(said: SaidSentence, passages: Sequence[Passage]) -> CheckedSentence:
    """Against the passages that it cites; where they do not support it, against each of the others."""
    text = plain_text(said.text, SENTENCE_CHARACTERS)
    cited = tuple(dict.fromkeys(number - 1 for number in said.passages if 1 <= number <= len(passages)))
    best = CheckedSentence(text, cited, verify(text, [passages[index] for index in cited]))
    if best.verification.support is Support.SUPPORTED and cited:
        return best
    others = [
        CheckedSentence(text, (index,), verify(text, [passage]))
        for index, passage in enumerate(passages)
        if index not in cited
    ]
    return max([best, *others], key=_worth)


def _worth(sentence: CheckedSentence) -> int:
    return WORTH[sentence.verification.support] if sentence.cited else -1
