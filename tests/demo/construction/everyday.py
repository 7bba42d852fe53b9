"""The forty everyday questions with their gold; an answer is right by the rule of the business questions."""

from pathlib import Path

from spravka.evaluation.business_questions import BusinessQuestion, questions_in

FILE = Path(__file__).with_name("questions.json")


def everyday_questions() -> list[BusinessQuestion]:
    """The forty, each in both languages."""
    return questions_in(FILE.read_text("utf-8"))
