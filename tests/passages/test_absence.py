"""What tells that an answer is not in the documents."""

from dataclasses import replace

import pytest

from spravka.passages.absence import PresenceSigns, compared_by, presence_signs
from spravka.passages.passage import PassageKind
from spravka.passages.searching import search
from tests.passages.building import contract


def signs(question: str) -> PresenceSigns:
    found = search(question, contract())
    return presence_signs(found.question, found.ranked, found.sentences)


def test_a_name_that_occurs_nowhere_tells_against_the_answer() -> None:
    assert signs("Сколько платит Поставщик за просрочку?").names == 0
    assert signs("Сколько платит Газпром за просрочку?").names == 1
    assert signs("Какая неустойка за просрочку?").names == 0


def test_terms_that_occur_nowhere_are_counted_by_their_rarity() -> None:
    assert signs("неустойка за просрочку").unknown == 0
    assert 0.3 < signs("неустойка за жонглирование").unknown < 1


def test_a_title_tells_for_it() -> None:
    assert signs("Сроки поставки").title == 1
    assert signs("неустойка").title < 0.5


def test_without_vectors_meaning_tells_nothing() -> None:
    told = signs("Какая неустойка?")
    assert (told.meaning, told.sentence_meaning, told.apart) == (0, 0, 0)


@pytest.mark.parametrize("question", ["Какая неустойка за просрочку?", "аванс и единороги", "ГОСТ 8732-78"])
def test_shares_are_shares(question: str) -> None:
    told = signs(question)
    for share in (told.sentence, told.passage, told.unknown, told.names, told.pairs):
        assert 0 <= share <= 1 + 1e-9


@pytest.mark.parametrize(("without", "by"), [(PassageKind.CONTENTS, "letters"), (PassageKind.PROSE, None)])
def test_lines_of_contents_have_no_vectors_and_others_without_one_are_told_by_words(
    without: PassageKind, by: str | None
) -> None:
    ranked = [
        replace(one, candidate=replace(one.candidate, similarity=None if kind is without else 0.8))
        for one in search("Сроки поставки и ответственность сторон", contract()).ranked
        for kind in [one.candidate.passage.kind]
    ]
    assert {one.candidate.passage.kind for one in ranked} == {PassageKind.CONTENTS, PassageKind.PROSE}
    assert compared_by(ranked, "letters") == by
