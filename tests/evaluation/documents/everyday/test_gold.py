"""The everyday questions: whole, consistent with their documents, and apart by what they are for."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest

from spravka.evaluation.documents.everyday.gold import (
    UNPLACED,
    EverydayQuestion,
    Kind,
    Part,
    load_everyday,
    page_of,
)
from spravka.evaluation.documents.everyday.writing import DOCUMENTS
from spravka.evaluation.documents.gold import holds_answer
from spravka.pages.page import Page

ANSWERED, UNANSWERED = 12, 6
ALL = [question for part in Part for question in load_everyday(part)]


def plain(text: str) -> str:
    """Only the words: the marks of bold letters and the frames of tables do not count."""
    return " ".join(re.findall(r"[^\W_]+", text.lower().replace("ё", "е")))


def _documents(part: Part) -> set[str]:
    return {question.document for question in load_everyday(part)}


def test_the_parts_share_no_document_and_leave_none_out() -> None:
    assert _documents(Part.DEVELOPMENT).isdisjoint(_documents(Part.UNSEEN))
    assert _documents(Part.DEVELOPMENT) | _documents(Part.UNSEEN) == set(DOCUMENTS)


def test_each_document_is_asked_as_many_questions_as_the_others() -> None:
    answered = Counter(question.document for question in ALL if question.is_answered)
    unanswered = Counter(question.document for question in ALL if not question.is_answered)
    assert set(answered.values()) == {ANSWERED}
    assert set(unanswered.values()) == {UNANSWERED}


def test_no_question_is_told_twice() -> None:
    assert len({question.id for question in ALL}) == len(ALL)
    assert len({(question.document, question.text.lower()) for question in ALL}) == len(ALL)


@pytest.mark.parametrize("part", Part)
def test_a_part_asks_for_things_of_every_common_kind(part: Part) -> None:
    kinds = {question.kind for question in load_everyday(part) if question.is_answered}
    assert kinds >= set(Kind) - {Kind.LIST}


@pytest.mark.parametrize("part", Part)
def test_some_questions_are_in_the_other_language(part: Part) -> None:
    across = [question.is_across for question in load_everyday(part)]
    assert 0.1 < sum(across) / len(across) < 0.25


@pytest.mark.parametrize("question", [one for one in ALL if one.is_answered], ids=lambda one: one.id)
def test_an_answer_stands_in_its_document_and_its_anchor_only_once(question: EverydayQuestion) -> None:
    words = f" {plain(DOCUMENTS[question.document].text)} "
    for answer in question.answers:
        assert words.count(f" {plain(answer.anchor)} ") == 1
        assert holds_answer(answer.anchor, answer.words)


@pytest.mark.parametrize("question", [one for one in ALL if not one.is_answered], ids=lambda one: one.id)
def test_what_an_unanswered_question_asks_about_is_in_none_of_the_documents_it_is_put_to(
    question: EverydayQuestion,
) -> None:
    part = next(part for part in Part if question.document in _documents(part))
    asked = {question.document} if question.is_alone else _documents(part)
    assert question.missing
    assert [name for name in asked if plain(question.missing) in plain(DOCUMENTS[name].text)] == []


def test_every_anchor_is_read_back_from_the_file(pages: dict[str, list[Page]]) -> None:
    placed = [(one.id, gold.page) for one in ALL for gold in one.placed(pages[one.document])]
    assert [place for place in placed if place[1] == UNPLACED] == []


def test_answers_stand_on_many_pages_of_each_document(pages: dict[str, list[Page]]) -> None:
    for name in DOCUMENTS:
        placed = {one.placed(pages[name])[0].page for one in ALL if one.document == name and one.is_answered}
        assert len(placed) >= 3, name


def test_words_that_stand_on_no_page_are_unplaced() -> None:
    empty: Sequence[Page] = ()
    assert page_of("anything", empty) == UNPLACED
