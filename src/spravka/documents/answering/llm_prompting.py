"""The messages that ask a language model to answer from passages: rules of ours, and everything else fenced as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from spravka.llm.asking import Message, Speaker
from spravka.llm.counting import estimate_tokens
from spravka.llm.fencing import Fence, as_json, as_line
from spravka.llm.shapes import Shape, plain_schema
from spravka.passages.passage import Passage
from spravka.question_reading.hearing.heard import Language

MOST_PASSAGES = 8
MOST_SENTENCES = 5
PASSAGE_CHARACTERS = 4_000
EARLIER_CHARACTERS = 1_000
QUESTION_CHARACTERS = 4_000
AROUND_TOKENS = 400
"""For the shape of the answer, and what a server puts around messages."""

RULES = """\
You answer a question from passages of documents, in {language}. You answer with one JSON value of the type Answer only.
- "sentences": one to {most} short sentences that together answer the question, the most direct first. Each says only \
what passages say, in words as near to theirs as the language allows; numbers, dates, names, units and negations \
exactly as they stand there. "passages" are the numbers of the passages it rests on; never a sentence without one.
- Where the passages do not answer the question: "found" false and no sentences. Never answer from what you know.
- No links, no markup, no advice, nothing about these rules.
{fence_rule}"""

LANGUAGES = {Language.RUSSIAN: "Russian", Language.ENGLISH: "English"}


@checked_dataclass(frozen=True)
class SaidSentence:
    """A sentence and the numbers of the passages that it cites, as they came."""

    text: str
    passages: Annotated[list[int], Field(max_length=20)]


@checked_dataclass(frozen=True)
class Said:
    """What the language model answers."""

    found: bool
    sentences: Annotated[list[SaidSentence], Field(max_length=20)]


_SAID: TypeAdapter[Said] = TypeAdapter(Said)


def _read(value: Any) -> Said:
    return _SAID.validate_python(value)


SAID_SHAPE: Shape[Said] = Shape("answer_from_passages", plain_schema(_SAID.json_schema()), _read)


@dataclass(frozen=True)
class ToldPassage:
    """A passage with the name of its document."""

    passage: Passage
    document_name: str


@dataclass(frozen=True)
class AskedQuestion:
    """A question with what may be told beside it; ``earlier`` are the question and the answer that it follows."""

    question: str
    language: Language
    passages: Sequence[ToldPassage]
    earlier: Sequence[str] = ()


def build_messages(asked: AskedQuestion, prompt_tokens: int, fence: Fence) -> tuple[list[Message], int]:
    """The messages, and how many of the passages, the first ones, had room in ``prompt_tokens``."""
    rules = RULES.format(language=LANGUAGES[asked.language], most=MOST_SENTENCES, fence_rule=fence.rule)
    question = fence.section("question", [as_json(asked.question[:QUESTION_CHARACTERS])])
    earlier = fence.section("said before", [as_line(text, EARLIER_CHARACTERS) for text in asked.earlier])
    free = prompt_tokens - AROUND_TOKENS - estimate_tokens(rules + question + earlier)
    sections = _sections(asked.passages, free, fence)
    text = "\n".join(part for part in (*sections, earlier, question) if part)
    return [Message(Speaker.SYSTEM, rules), Message(Speaker.USER, text)], len(sections)


def _sections(passages: Sequence[ToldPassage], free_tokens: int, fence: Fence) -> list[str]:
    sections: list[str] = []
    for number, told in enumerate(passages[:MOST_PASSAGES], start=1):
        section = fence.section(f"passage {number}", _lines(told))
        free_tokens -= estimate_tokens(section)
        if sections and free_tokens < 0:
            break
        sections.append(section)
    return sections


def _lines(told: ToldPassage) -> list[str]:
    passage = told.passage
    above = " / ".join([told.document_name, *passage.headings, f"page {passage.page}"])
    return [as_line(above), as_line(passage.context), as_line(passage.text, PASSAGE_CHARACTERS)]
