"""The words of a downloaded result, in the language asked for, or of the price list that it goes beside. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from spravka.nomenclature.schemas import NoteCode
from spravka.nomenclature.tables import RowDecision

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True)
class ResultWords:
    """Headers of the names, where they came without one, and of the columns that are added; words for decisions and
    reasons."""

    name: str
    header: tuple[str, ...]
    decisions: Mapping[RowDecision, str]
    reasons: Mapping[str, str]
    by_person: str
    notes: Mapping[NoteCode, str]

    def tell_reasons(self, reasons: Mapping[str, Sequence[Any]]) -> str:
        """What speaks for an item and against it, in words; what there is nothing of is left out."""
        told = ((word, reasons.get(name)) for name, word in self.reasons.items())
        return "; ".join(f"{word}: {', '.join(map(str, values))}" for word, values in told if values)


ENGLISH = ResultWords(
    name="Name",
    header=(
        "Decision",
        "Item code",
        "Item name",
        "Item unit",
        "Confidence",
        "Group",
        "Group name",
        "Group confidence",
        "Reasons",
        "Other candidates",
    ),
    decisions={
        RowDecision.PENDING: "pending",
        RowDecision.ACCEPTED: "accepted",
        RowDecision.NEEDS_REVIEW: "needs review",
        RowDecision.NO_SUCH_ITEM: "no such item",
    },
    reasons={
        "agreeing": "agree",
        "differing": "differ",
        "missing": "not in the item",
        "words_shared": "shared words",
        "words_missing": "words not in the item",
    },
    by_person="decided by a person",
    notes={
        "unreadable_name": "the name has no letters or digits to match by",
        "empty_catalogue": "the catalogue is empty",
    },
)

RUSSIAN = ResultWords(
    name="Наименование",
    header=(
        "Решение",
        "Код позиции",
        "Наименование в справочнике",
        "Ед. изм. в справочнике",
        "Уверенность",
        "Группа",
        "Название группы",
        "Уверенность в группе",
        "Почему",
        "Другие варианты",
    ),
    decisions={
        RowDecision.PENDING: "ещё не сопоставлено",
        RowDecision.ACCEPTED: "принято",
        RowDecision.NEEDS_REVIEW: "проверить",
        RowDecision.NO_SUCH_ITEM: "нет в справочнике",
    },
    reasons={
        "agreeing": "совпало",
        "differing": "различается",
        "missing": "нет в позиции",
        "words_shared": "общие слова",
        "words_missing": "слов нет в позиции",
    },
    by_person="решил человек",
    notes={
        "unreadable_name": "в имени нет ни букв, ни цифр",
        "empty_catalogue": "справочник пуст",
    },
)


class ResultLanguage(StrEnum):
    ENGLISH = "en"
    RUSSIAN = "ru"


def words_for(header: Sequence[str], names: Sequence[str], asked: ResultLanguage | None = None) -> ResultWords:
    """The language asked for; else Russian where the table's header, or the first names, have Cyrillic letters."""
    if asked is not None:
        return RUSSIAN if asked is ResultLanguage.RUSSIAN else ENGLISH
    return RUSSIAN if any(_CYRILLIC.search(text) for text in (*header, *names)) else ENGLISH
