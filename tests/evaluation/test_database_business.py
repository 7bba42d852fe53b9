"""The figures of the everyday questions: counted by part, database and language, and summed up."""

from dataclasses import replace

from spravka.evaluation.business_questions import BusinessFigures, BusinessQuestion, Language, Outcome, Part, State
from spravka.evaluation.database_business import ALL, business_tables, figures_of, named_figures
from spravka.question_reading.reading import Reading

ASKED = BusinessQuestion("1", "1?", "number 1", gold=("SELECT 1",))
MEASURED = replace(ASKED, part=Part.TEST)
OPEN_MEASURED = BusinessQuestion("2", "2?", "open 2", unanswerable=True, part=Part.TEST)


def outcome(database: str, language: Language, question: BusinessQuestion, state: State) -> Outcome:
    return Outcome(database, language, question, state, Reading(None, 0.0))


OUTCOMES = [
    outcome("shop", Language.RUSSIAN, MEASURED, State.RIGHT),
    outcome("shop", Language.ENGLISH, MEASURED, State.WRONG),
    outcome("farm", Language.RUSSIAN, MEASURED, State.DECLINED),
    outcome("farm", Language.ENGLISH, MEASURED, State.RIGHT),
    outcome("farm", Language.RUSSIAN, OPEN_MEASURED, State.DECLINED),
    outcome("farm", Language.ENGLISH, OPEN_MEASURED, State.WRONG),
    outcome("farm", Language.ENGLISH, ASKED, State.RIGHT),
]


def test_figures_are_summed_up_by_database_and_by_language() -> None:
    figures = figures_of(OUTCOMES)
    assert figures[Part.TEST, "shop", Language.RUSSIAN] == BusinessFigures(1, 0, 0, 0, 0)
    assert figures[Part.TEST, "farm", ALL] == BusinessFigures(1, 1, 2, 1, 2)
    assert figures[Part.TEST, ALL, Language.ENGLISH] == BusinessFigures(1, 2, 0, 0, 1)
    assert figures[Part.DEVELOPMENT, ALL, ALL] == BusinessFigures(1, 0, 0, 0, 0)


def test_the_named_figures_are_those_of_the_part_nobody_looks_at() -> None:
    assert named_figures(figures_of(OUTCOMES)) == {
        "business_right_share": 0.5,
        "business_precision": 0.5,
        "business_unanswerable_declined": 0.5,
        "business_questions": 6,
    }


def test_each_part_has_its_table_with_a_row_for_each_database_and_language() -> None:
    development, test = business_tables(figures_of(OUTCOMES))
    assert [column.header for column in test.columns[:2]] == ["database", "language"]
    assert (development.row_count, test.row_count) == (4, 9)
