"""An answer in plain words and questions like it, where the tenant wants them from the language model.

Both are optional: a caller falls back to what the plan itself says. What comes back is text and nothing but text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from spravka.database_assistant.llm_reading.masking import mask_sql
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.llm.asking import Llm, Message, Speaker
from spravka.llm.fencing import Fence, as_json
from spravka.llm.plain_text import plain_text
from spravka.llm.shapes import Shape, plain_schema
from spravka.llm.structured import ask

TOLD_ROWS = 20
CELL_CHARACTERS = 80
DESCRIPTION_CHARACTERS = 600
DESCRIPTION_TOKENS = 400
QUESTION_CHARACTERS = 200
SUGGESTIONS = 3

DESCRIBING = """\
You tell a manager in {language} what a query counts, in one to three plain sentences: which rows, which filters, \
which sums, and, where rows are shown, what stands out in them. No SQL, no markup, no links, no advice. Name only \
figures that are shown.
{fence_rule}"""

SUGGESTING = """\
You propose {count} questions in {language} that a manager could ask next about the same database: short, each \
answerable from the tables of the section "schema" alone.
{fence_rule}"""

LANGUAGES = {"ru": "Russian", "en": "English"}


@dataclass(frozen=True)
class Answered:
    """A question with the query that answered it. ``language`` is ``ru`` or ``en``."""

    question: str
    language: str
    sql: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Any]] = ()


def describe_answer(llm: Llm, answered: Answered, privacy: Privacy) -> str:
    """The answer in plain words, at most 600 characters; empty where nothing usable came.

    Rows are told only where the tenant's ``privacy`` allows it. Raises the problems of :mod:`spravka.llm.errors`.
    """
    fence = Fence()
    rules = DESCRIBING.format(language=LANGUAGES[answered.language], fence_rule=fence.rule)
    sections = [
        fence.section("question", [as_json(answered.question)]),
        fence.section("query", [as_json(answered.sql if privacy.shows_values else mask_sql(answered.sql)[0])]),
        fence.section("columns", [as_json(list(answered.columns))]),
        fence.section("rows", _told_rows(answered, privacy)),
    ]
    messages = [Message(Speaker.SYSTEM, rules), Message(Speaker.USER, "\n".join(one for one in sections if one))]
    return plain_text(llm.complete(messages, max_tokens=DESCRIPTION_TOKENS).text(), DESCRIPTION_CHARACTERS)


def _told_rows(answered: Answered, privacy: Privacy) -> list[str]:
    if not privacy.shows_rows:
        return []
    return [as_json([_told_cell(cell) for cell in row]) for row in answered.rows[:TOLD_ROWS]]


def _told_cell(cell: Any) -> Any:
    return cell if cell is None or isinstance(cell, bool | int | float) else str(cell)[:CELL_CHARACTERS]


@checked_dataclass(frozen=True)
class _Suggested:
    questions: Annotated[list[str], Field(max_length=10)]


_SUGGESTED: TypeAdapter[_Suggested] = TypeAdapter(_Suggested)


def _read(value: Any) -> list[str]:
    return _SUGGESTED.validate_python(value).questions


SUGGESTION_SHAPE: Shape[list[str]] = Shape("next_questions", plain_schema(_SUGGESTED.json_schema()), _read)


def suggest_questions(llm: Llm, question: str, language: str, schema_lines: Sequence[str]) -> tuple[str, ...]:
    """Up to three questions like the one asked, none of them the same; ``schema_lines`` as told to the reader."""
    fence = Fence()
    rules = SUGGESTING.format(language=LANGUAGES[language], count=SUGGESTIONS, fence_rule=fence.rule)
    data = [fence.section("schema", schema_lines), fence.section("question", [as_json(question)])]
    found = ask(llm, [Message(Speaker.SYSTEM, rules), Message(Speaker.USER, "\n".join(data))], SUGGESTION_SHAPE)
    cleaned = (plain_text(one, QUESTION_CHARACTERS) for one in found)
    others = dict.fromkeys(one for one in cleaned if one and one.casefold() != question.strip().casefold())
    return tuple(others)[:SUGGESTIONS]
