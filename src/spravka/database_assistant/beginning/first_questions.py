"""Which questions somebody may begin with: each is known to be answered about this database."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy.orm import Session

from spravka.database_assistant import queries
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.beginning.phrases import questions_about, subjects_of
from spravka.database_assistant.knowing import Known
from spravka.database_assistant.schemas import FirstQuestion
from spravka.database_assistant.tables import ConnectedDatabase, ExampleState
from spravka.query_plans.wording.phrases import Language as WordsLanguage
from spravka.question_reading.hearing.heard import Language
from spravka.question_reading.hearing.languages import language_of
from spravka.question_reading.reading import Became, Reading

MOST_QUESTIONS = 6
MOST_TRIED = 24
MOST_OF_ONE_TABLE = 2
MOST_OF_THE_TABLE = 4
LEAST_CONFIDENCE = 0.8


def first_questions(
    session: Session, assistant: Assistant, database: ConnectedDatabase, language: Language
) -> list[FirstQuestion]:
    """Approved examples in the language, then simple questions that the reader surely answers; six at most."""
    approved = list(dict.fromkeys(_approved(session, database, language)))[:MOST_QUESTIONS]
    known = assistant.shelf.get(session, assistant.resources, database)
    made = [one for one in made_questions(known, language, assistant.today()) if one not in approved]
    told = [FirstQuestion(question=one, is_approved=True) for one in approved]
    return [*told, *(FirstQuestion(question=one, is_approved=False) for one in made)][:MOST_QUESTIONS]


def questions_about_table(
    session: Session, assistant: Assistant, database: ConnectedDatabase, language: Language, table: str
) -> list[FirstQuestion]:
    """A few simple questions about one table, by its key; none where the reader is sure of none."""
    known = assistant.shelf.get(session, assistant.resources, database)
    made = made_questions(known, language, assistant.today(), table)
    return [FirstQuestion(question=one, is_approved=False) for one in made]


def made_questions(known: Known, language: Language, today: datetime.date, table: str = "") -> tuple[str, ...]:
    """Questions made from the structure; the same as long as nothing more is known of the database."""
    found = known.first_questions.get((language, table))
    if found is None:
        found = known.first_questions[language, table] = tuple(_surely_read(known, language, today, table))
    return found


def _approved(session: Session, database: ConnectedDatabase, language: Language) -> Iterator[str]:
    examples = queries.list_examples(
        session, database.tenant_id, state=ExampleState.APPROVED, after=None, limit=10 * MOST_QUESTIONS
    )
    return (one.question for one in examples if language_of(one.question) is language)


def _surely_read(known: Known, language: Language, today: datetime.date, table: str) -> Iterator[str]:
    """Of several tables in turn, so that the questions show what there is; or of the one that is named."""
    subjects = [one for one in subjects_of(known.schema, known.categories) if table in ("", one.table.key)]
    made = [list(questions_about(subject, WordsLanguage(language))) for subject in subjects]
    most = MOST_OF_THE_TABLE if table else MOST_OF_ONE_TABLE
    found_of = dict.fromkeys(range(len(made)), 0)
    for place, question in islice(_in_turn(made), MOST_TRIED):
        if found_of[place] < most and is_plain(known.reader.read(question, today)):
            found_of[place] += 1
            yield question
        if sum(found_of.values()) == MOST_QUESTIONS:
            return


def _in_turn(made: list[list[str]]) -> Iterator[tuple[int, str]]:
    """Another kind of question of each next table: by month, by kind, the first five."""
    longest = max(map(len, made), default=0)
    for turn in range(longest):
        for place, questions in enumerate(made):
            if questions:
                yield place, questions[(turn + place) % len(questions)]


def is_plain(reading: Reading) -> bool:
    """A plan that nobody can take for another, made of every word."""
    unused: Iterable[str] = (span.text for span in reading.proof if span.became is Became.UNUSED)
    return (
        reading.plan is not None and reading.confidence >= LEAST_CONFIDENCE and not reading.choices and not any(unused)
    )
