"""Every question to try is answered where it says, and an absent one nowhere."""

from collections import Counter
from collections.abc import Mapping
from importlib.resources import files

import pytest

from spravka.demo.documents.names import DemoFile
from spravka.demo.documents.questions import ABSENT_QUESTIONS, QUESTIONS, AbsentQuestion, DemoQuestion
from tests.demo.documents.conftest import Pages, single_spaced

ANSWERED = [question for question in QUESTIONS if question.file is not DemoFile.LETTER]
SCANNED = [question for question in QUESTIONS if question.file is DemoFile.LETTER]


def asked(question: DemoQuestion | AbsentQuestion) -> str:
    return question.question


@pytest.mark.parametrize("question", ANSWERED, ids=asked)
def test_the_answer_stands_on_the_page_and_on_no_other(texts: Mapping[DemoFile, Pages], question: DemoQuestion) -> None:
    pages = texts[question.file]
    holding = [number for number, page in enumerate(pages, 1) if question.answer in page]
    assert holding == [question.page or 1]


@pytest.mark.parametrize("question", SCANNED, ids=asked)
def test_the_scanned_answer_is_on_the_sheet_that_was_typed(question: DemoQuestion) -> None:
    assert question.answer in typed_sheets()[(question.page or 0) - 1]


@pytest.mark.parametrize("question", ABSENT_QUESTIONS, ids=asked)
def test_no_document_speaks_of_what_is_absent(texts: Mapping[DemoFile, Pages], question: AbsentQuestion) -> None:
    everything = " ".join([*(page for pages in texts.values() for page in pages), *typed_sheets()])
    assert question.missing_stem not in everything.lower()
    assert question.missing_stem in question.question.lower()


def test_there_are_questions_in_both_languages_about_every_document() -> None:
    assert Counter(question.language for question in QUESTIONS) == {"ru": 15, "en": 8}
    assert {question.file for question in QUESTIONS} == set(DemoFile)


def typed_sheets() -> list[str]:
    """What the scan shows, sheet by sheet."""
    text = files("spravka.demo.documents").joinpath("texts", "letter.txt").read_text(encoding="utf-8")
    return [single_spaced(sheet) for sheet in text.split("---")]
