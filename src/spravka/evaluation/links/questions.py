"""Questions with what they mean, and the linkers of their databases."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spravka.evaluation.database_accuracy import DATABASES, PAUQ, SPIDER
from spravka.evaluation.links.meant import Meant, meant_by
from spravka.evaluation.questions_databases import sqlite_knowledge
from spravka.evaluation.questions_gold import NotAFrame, gold_frame
from spravka.evaluation.questions_labelling import TODAY
from spravka.evaluation.questions_loading import GoldQuestion, database_file, load_questions, needed_file
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import Heard
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.linking.meanings import Encode


@dataclass(frozen=True)
class LinkedDatabase:
    """A database and its linker."""

    knowledge: Knowledge
    linker: Linker


@dataclass(frozen=True, slots=True)
class AskedLinks:
    """A question as it is heard, the database it is asked of, and what it means there."""

    question: GoldQuestion
    heard: Heard
    database: LinkedDatabase
    meant: Meant


class LinkedDatabases:
    """The databases of a folder, each prepared when first asked for."""

    def __init__(self, folder: Path, encode: Encode | None) -> None:
        self._folder = folder
        self._encode = encode
        self._prepared: dict[str, LinkedDatabase | None] = {}

    def get(self, name: str) -> LinkedDatabase | None:
        """None where the folder has none of this name."""
        if name not in self._prepared:
            file = database_file(self._folder, name)
            self._prepared[name] = None if file is None else self._prepare(file)
        return self._prepared[name]

    def _prepare(self, file: Path) -> LinkedDatabase:
        knowledge = sqlite_knowledge(file)
        return LinkedDatabase(knowledge, Linker(knowledge, self._encode))

    def ask(self, questions: Iterable[GoldQuestion]) -> Iterator[AskedLinks]:
        """The questions whose database is there and whose gold query can be read as a frame."""
        for question in questions:
            database = self.get(question.database)
            if database is None:
                continue
            try:
                meant = meant_by(gold_frame(question.sql, database.knowledge.schema))
            except NotAFrame:
                continue
            yield AskedLinks(question, hear(question.text, TODAY), database, meant)


@dataclass(frozen=True, slots=True)
class QuestionSets:
    """The same questions in English and in English synonyms, and others in Russian."""

    english: Sequence[GoldQuestion]
    synonyms: Sequence[GoldQuestion]
    russian: Sequence[GoldQuestion]

    @property
    def by_name(self) -> Mapping[str, Sequence[GoldQuestion]]:
        return {"english": self.english, "synonyms": self.synonyms, "russian": self.russian}


def load_sets(folder: Path) -> QuestionSets:
    """Raises :class:`MeasuringDataMissing` where a file is not in the folder."""
    spider, pauq = needed_file(folder, SPIDER), needed_file(folder, PAUQ)
    return QuestionSets(
        english=load_questions(spider, ("question_en",)),
        synonyms=load_questions(spider, ("question_en_synonyms",)),
        russian=load_questions(pauq, ("question_ru",)),
    )


def databases_of(folder: Path) -> Path:
    """The archive of the databases; raises :class:`MeasuringDataMissing`."""
    return needed_file(folder, DATABASES)


def lot_of(question: GoldQuestion) -> float:
    """0…1, evenly spread and always the same; all wordings of a query have one lot."""
    digest = hashlib.sha256(f"{question.database}\n{question.sql}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64
