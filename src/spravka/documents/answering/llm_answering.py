"""What a language model says of the passages, each sentence held against those it cites."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from spravka.documents.answering.llm_prompting import (
    MOST_SENTENCES,
    SAID_SHAPE,
    AskedQuestion,
    Said,
    SaidSentence,
    build_messages,
)
from spravka.llm.arriving_json import Arrived
from spravka.llm.asking import Llm
from spravka.llm.fencing import Fence
from spravka.llm.plain_text import plain_text
from spravka.llm.structured import Parts, ask_telling
from spravka.passages.citing import Support, Verification, verify
from spravka.passages.passage import Passage

SENTENCE_CHARACTERS = 600
_SENTENCE: TypeAdapter[SaidSentence] = TypeAdapter(SaidSentence)
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
        return self.has(Support.PARTLY)

    def has(self, least: Support) -> bool:
        """Whether passages support it at least so far."""
        return bool(self.cited) and WORTH[self.verification.support] >= WORTH[least]


def answer_from_passages(
    llm: Llm, asked: AskedQuestion, prompt_tokens: int
) -> Parts[CheckedSentence, list[CheckedSentence]]:
    """The sentences of the answer as soon as each is said and checked; the value is all of them, none where the
    language model found no answer. Where what was said cannot be read to its end, the value is what it said instead.

    Raises the problems of :mod:`spravka.llm.errors` and :class:`TokenLimitReached`, at any sentence.
    """
    return Parts(_answer(llm, asked, prompt_tokens))


def _answer(
    llm: Llm, asked: AskedQuestion, prompt_tokens: int
) -> Generator[CheckedSentence, None, list[CheckedSentence]]:
    messages, told_count = build_messages(asked, prompt_tokens, Fence())
    passages = [told.passage for told in asked.passages[:told_count]]
    with closing(ask_telling(llm, messages, SAID_SHAPE)) as saying:
        heard = _Heard()
        for part in saying:
            yield from _checked(heard.take(part), passages)
    said: Said = saying.value
    return list(_checked(said.sentences[:MOST_SENTENCES] if said.found else [], passages))


@dataclass
class _Heard:
    """Sentences as they arrive; they wait for the word that there is an answer at all."""

    is_found: bool = False
    waiting: list[SaidSentence] = field(default_factory=list)
    count: int = 0

    def take(self, part: Arrived) -> list[SaidSentence]:
        """The sentences that may be told now."""
        if part.name == "found":
            self.is_found = part.value is True
        elif part.name == "sentences" and part.is_element and self.count < MOST_SENTENCES:
            self._hear(part)
        if not self.is_found:
            return []
        taken, self.waiting = self.waiting, []
        return taken

    def _hear(self, part: Arrived) -> None:
        self.count += 1
        with suppress(ValidationError):
            self.waiting.append(_SENTENCE.validate_python(part.value))


def _checked(said: Sequence[SaidSentence], passages: Sequence[Passage]) -> Iterator[CheckedSentence]:
    checked = (_check(sentence, passages) for sentence in said)
    return (sentence for sentence in checked if sentence.text)


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
