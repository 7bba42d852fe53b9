"""Questions about documents, with the page of the answer and, where it is told, its words."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spravka.evaluation.problems import GoldDocumentsMissing, GoldUnreadable


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """``answer`` is empty where the question is the title of a section, and the section is what is sought."""

    document: str
    text: str
    page: int
    answer: str = ""


def load_gold(file: Path) -> list[GoldQuestion]:
    """Questions with ``doc``, ``page`` and either ``question`` and ``answer`` or ``title``; more is passed over.

    Raises :class:`GoldUnreadable`.
    """
    told = _told(file)
    if not isinstance(told, list) or not told:
        raise GoldUnreadable(file.name, "holds no list of questions")
    return [_question(file, number, one) for number, one in enumerate(told, start=1)]


def by_document(questions: Sequence[GoldQuestion], folder: Path) -> dict[str, list[GoldQuestion]]:
    """The questions of each document that is in ``folder``, in the order of their names.

    Raises :class:`GoldDocumentsMissing` where none of them is.
    """
    found: dict[str, list[GoldQuestion]] = {}
    for question in questions:
        found.setdefault(question.document, []).append(question)
    there = {name: found[name] for name in sorted(found) if (folder / name).is_file()}
    if not there:
        raise GoldDocumentsMissing(str(folder), sorted(found))
    return there


def _told(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldUnreadable(file.name, "is not there, or may not be read") from error
    except ValueError as error:  # neither UTF-8 nor JSON
        raise GoldUnreadable(file.name, f"is no JSON ({error})") from error
    except RecursionError as error:
        raise GoldUnreadable(file.name, "is nested too deeply") from error


def _question(file: Path, number: int, told: object) -> GoldQuestion:
    if not isinstance(told, dict):
        raise GoldUnreadable(file.name, f"has no object in place {number}")
    text, page = told.get("question") or told.get("title"), told.get("page")
    answer = told.get("answer", "")
    if not all(isinstance(one, str) and one.strip() for one in (told.get("doc"), text)):
        raise GoldUnreadable(file.name, f"tells no doc, or neither question nor title, in place {number}")
    if not isinstance(page, int) or isinstance(page, bool) or page < 1:
        raise GoldUnreadable(file.name, f"tells no page, counted from 1, in place {number}")
    if not isinstance(answer, str) or ("question" in told and not answer.strip()):
        raise GoldUnreadable(file.name, f"has a question without an answer in place {number}")
    return GoldQuestion(told["doc"], str(text), page, answer)


def holds_answer(text: str, answer: str) -> bool:
    """Whether the words of ``answer`` stand in ``text`` one after another; case, ё and punctuation do not count."""
    return f" {_plain(answer)} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower().replace("ё", "е")))
