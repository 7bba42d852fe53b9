"""Stored values taken out of what is told, for tenants that tell the schema only."""

import re
from collections.abc import Iterable
from typing import Any

from spravka.question_reading.word_keys import stub_of, words_of

MASK = "…"
SQL_STRING = re.compile(r"N?'(?:[^']|'')*'", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`|«[^»\n]*»|\([^()\n]*\)=\([^()\n]*\)")
NUMBER = re.compile(r"\d[\d.,:-]*")
MAX_ERROR_CHARACTERS = 500


def mask_plan(plan: Any) -> tuple[Any, list[str]]:
    """A plan's JSON without its texts, and the texts that were in it."""
    texts: list[str] = []
    return _masked(plan, texts), texts


def _masked(node: Any, texts: list[str]) -> Any:
    if isinstance(node, list):
        return [_masked(one, texts) for one in node]
    if not isinstance(node, dict):
        return node
    hidden = {"constant": "value", "text-matches": "text"}.get(node.get("node", ""))
    masked = {key: _masked(value, texts) for key, value in node.items() if key != hidden}
    if hidden in node:
        masked[hidden] = _mask_value(node[hidden], texts)
    return masked


def _mask_value(value: Any, texts: list[str]) -> Any:
    if not isinstance(value, str):
        return value
    texts.append(value)
    return MASK


def mask_sql(sql: str) -> tuple[str, list[str]]:
    """SQL without its strings, and the strings that were in it."""
    texts = [found[0].split("'", 1)[1][:-1].replace("''", "'") for found in SQL_STRING.finditer(sql)]
    return SQL_STRING.sub(f"'{MASK}'", sql), texts


def mask_question(question: str, texts: Iterable[str]) -> str:
    """A question without the words of ``texts``, in whatever case and ending."""
    stubs = {stub_of(word) for text in texts for word in words_of(text)}

    def mask(found: re.Match[str]) -> str:
        return MASK if {stub_of(word) for word in words_of(found[0])} & stubs else found[0]

    return re.sub(r"\w+", mask, question)


def mask_error(message: str, known: str) -> str:
    """A database's complaint without the quoted texts and numbers that do not stand in ``known``.

    ``known`` is what the language model has seen or written itself: the statement and the schema it was told.
    """

    def mask(found: re.Match[str]) -> str:
        inner = found[0].strip("\"'`«»()")
        return found[0] if inner in known else MASK

    return NUMBER.sub(mask, QUOTED.sub(mask, message))[:MAX_ERROR_CHARACTERS]
