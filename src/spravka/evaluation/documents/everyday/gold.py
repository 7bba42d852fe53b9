"""The questions of everyday: what is asked, which words answer, and on which page they came to stand."""

import enum
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from spravka.evaluation.documents.everyday.writing import DOCUMENTS
from spravka.evaluation.documents.gold import GoldQuestion, holds_answer
from spravka.morphology.letters import is_cyrillic
from spravka.pages.page import Page

UNPLACED = 0
"""The page of an answer whose words cannot be read back from the file: no page found is right."""


class Part(enum.StrEnum):
    """What questions are for: to look at their failures, or only to measure."""

    DEVELOPMENT = "development"
    UNSEEN = "unseen"


class Kind(enum.StrEnum):
    """What is asked for."""

    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PERSON = "person"
    CONDITION = "condition"
    DEFINITION = "definition"
    LIST = "list"
    HOW_TO = "how-to"
    TABLE = "table"
    CLAUSE = "clause"


@dataclass(frozen=True)
class Answer:
    """The document's own words; ``anchor`` stands only once and holds their place."""

    words: str
    anchor: str


@dataclass(frozen=True)
class EverydayQuestion:
    """``document`` is the name of a text, ``answers`` the places that answer, each by itself; none where it does not.

    ``missing`` is what an unanswered question asks about and the text does not have. ``is_alone``: the question makes
    sense only to who has chosen its document; it is not put to several.
    """

    id: str
    document: str
    kind: Kind
    text: str
    answers: tuple[Answer, ...] = ()
    missing: str = ""
    is_alone: bool = False

    @property
    def is_answered(self) -> bool:
        return bool(self.answers)

    @property
    def language(self) -> str:
        """Of the question, not of its document."""
        return "ru" if is_cyrillic(self.text) else "en"

    @property
    def is_across(self) -> bool:
        """Whether it is asked in another language than the document is written in."""
        return self.language != DOCUMENTS[self.document].language

    def placed(self, pages: Sequence[Page]) -> list[GoldQuestion]:
        """A row for each answer, with the page on which it stands in the file; 0 where it is on none."""
        file_name = DOCUMENTS[self.document].file_name
        return [
            GoldQuestion(file_name, self.text, page_of(answer.anchor, pages), answer.words) for answer in self.answers
        ]


def load_everyday(part: Part) -> list[EverydayQuestion]:
    """The questions of a part."""
    rows = json.loads(files(__package__).joinpath(f"{part.value}.json").read_text(encoding="utf-8"))
    return [
        EverydayQuestion(
            id=row["id"],
            document=row["doc"],
            kind=Kind(row["kind"]),
            text=row["question"],
            answers=tuple(_answers(row)),
            missing=row.get("missing", ""),
            is_alone=row.get("alone", False),
        )
        for row in rows
    ]


def _answers(row: Mapping[str, Any]) -> Iterator[Answer]:
    """The answer, and under ``or`` what else in the document answers as well."""
    if "answer" in row:
        yield Answer(row["answer"], row.get("anchor", row["answer"]))
    yield from (Answer(other, other) for other in row.get("or", ()))


def page_of(anchor: str, pages: Iterable[Page]) -> int:
    """The first page whose words hold the anchor, else 0."""
    return next((page.number for page in pages if holds_answer(" ".join(page.words), anchor)), UNPLACED)
