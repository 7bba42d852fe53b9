"""Questions about documents, with the page of the answer and, where it is told, its words."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """``answer`` is empty where the question is the title of a section, and the section is what is sought."""

    document: str
    text: str
    page: int
    answer: str = ""


def load_gold(file: Path) -> list[GoldQuestion]:
    """Questions with ``doc``, ``page`` and either ``question`` and ``answer`` or ``title``."""
    return [
        GoldQuestion(one["doc"], one.get("question") or one["title"], one["page"], one.get("answer", ""))
        for one in json.loads(file.read_text(encoding="utf-8"))
    ]


def by_document(questions: Sequence[GoldQuestion], folder: Path) -> dict[str, list[GoldQuestion]]:
    """The questions of each document that is in ``folder``, in the order of their names."""
    found: dict[str, list[GoldQuestion]] = {}
    for question in questions:
        found.setdefault(question.document, []).append(question)
    return {name: found[name] for name in sorted(found) if (folder / name).is_file()}


def holds_answer(text: str, answer: str) -> bool:
    """Whether the words of ``answer`` stand in ``text`` one after another; case, ё and punctuation do not count."""
    return f" {_plain(answer)} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower().replace("ё", "е")))
