"""Figures of the everyday questions: what counts, and what is told of which part."""

from pathlib import Path

from spravka.evaluation.documents.everyday.gold import Answer, EverydayQuestion, Kind, Part, load_everyday
from spravka.evaluation.documents.everyday_accuracy import (
    ALONE,
    TOGETHER,
    Judged,
    figures_of,
    measure_everyday,
    shares,
)

ANSWERED = EverydayQuestion("one", "pump_manual", Kind.NUMBER, "how far up", answers=(Answer("120 m", "120 m"),))
ACROSS = EverydayQuestion("two", "pump_manual", Kind.NUMBER, "сколько весит", answers=(Answer("6 350 kg", "6 350 kg"),))
UNANSWERED = EverydayQuestion("three", "pump_manual", Kind.NUMBER, "how long is the boom", missing="boom")


def judged(question: EverydayQuestion, way: str = TOGETHER, right: bool = True) -> Judged:
    is_present = right if question.is_answered else not right
    return Judged(question, way, is_page_first=right, is_quoted=right, is_present=is_present)


def test_shares_tell_answers_from_what_is_absent_and_one_language_from_two() -> None:
    asked = [judged(ANSWERED), judged(ACROSS, right=False), judged(UNANSWERED), judged(UNANSWERED, right=False)]
    assert shares(asked) == {
        "page_at_1": 0.5,
        "quoted": 0.5,
        "absent_declined": 0.5,
        "present_lost": 0.5,
        "across_page_at_1": 0.0,
    }


def test_a_fault_names_what_is_wrong() -> None:
    assert judged(ANSWERED).fault == judged(UNANSWERED).fault == ""
    assert judged(ANSWERED, right=False).fault == "page, quotation, declined"
    assert judged(UNANSWERED, right=False).fault == "answered what is not there"


def test_failures_are_told_of_the_part_developed_on_and_only_sums_of_the_unseen_one() -> None:
    failed = [judged(ANSWERED, way, right=False) for way in (ALONE, TOGETHER)]
    assert figures_of(Part.DEVELOPMENT, failed).notes == [
        "one alone: page, quotation, declined",
        "one together: page, quotation, declined",
    ]
    unseen = figures_of(Part.UNSEEN, failed)
    assert unseen.notes == []
    assert unseen.values["everyday_page_at_1"] == unseen.values["everyday_unseen_together_page_at_1"] == 0


def test_the_developed_part_is_written_read_and_asked_in_both_ways(tmp_path: Path) -> None:
    told: list[str] = []
    figures = measure_everyday(tmp_path, None, told.append, [Part.DEVELOPMENT])
    names = {question.document for question in load_everyday(Part.DEVELOPMENT)}
    assert len(list(tmp_path.iterdir())) == len(names)
    assert 0 < figures.values["everyday_development_together_page_at_1"] <= 1
    assert 0 < figures.values["everyday_development_alone_quoted"] <= 1
    assert "everyday_page_at_1" not in figures.values
    assert figures.tables[0].row_count == 2 * (len(names) + 1)
    assert told
