"""The matcher as a worker uses it: names in, items with confidences, decisions and reasons out."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matching.small_catalogue import catalogue, item_called, long_history, no_history

from spravka.matching.catalogue_index import CatalogueIndex, CatalogueTexts, ConfirmedNames
from spravka.matching.classifier import GroupClassifier
from spravka.matching.deciding import Decision, Thresholds
from spravka.matching.matcher import Matcher
from spravka.matching.ranker import Ranker


def _matcher(confirmed: ConfirmedNames | None = None, ranker: Ranker | None = None) -> Matcher:
    known = confirmed or no_history()
    index = CatalogueIndex.build(catalogue())
    return Matcher(index, GroupClassifier.train(catalogue(), known), ranker or Ranker.default(), known)


@pytest.fixture(scope="module")
def fresh() -> Matcher:
    return _matcher()


@pytest.mark.parametrize(
    ("name", "beginning", "containing"),
    [
        ("Болт М12 шестигр.", "Болты", "М12"),
        ("гайка оцинк. M10", "Гайки", "М10"),
        ("Труба проф. 80x80x4", "Трубы стальные", "80х80"),
        ("Труба ПЭ100 ф60", "Трубы полиэт", " 60 "),
        ("BBГнг(A)-LS 3х2,5", "Кабель", "3х2.5"),
        ("бетон B25 товарный", "Бетон", "В25"),
    ],
)
def test_without_any_history_a_suppliers_spelling_finds_its_item(
    fresh: Matcher, name: str, beginning: str, containing: str
) -> None:
    found = fresh.match([name])[0]
    assert found.candidates[0].item == item_called(beginning, containing)


def test_every_candidate_says_why(fresh: Matcher) -> None:
    best = fresh.match(["Труба профильная 80x80x5 белая"])[0].candidates[0]
    assert "труба" in best.reasons.words_shared or "труба" in best.reasons.words_missing
    assert best.reasons.sources
    assert json.loads(json.dumps(best.reasons.to_json()))["missing"] == ["размеры 80х80х5", "цвет белый"]


def test_confidences_fall_and_groups_are_named(fresh: Matcher) -> None:
    found = fresh.match(["Болт М12"], top=3)[0]
    told = [candidate.confidence for candidate in found.candidates]
    assert len(told) == 3
    assert told == sorted(told, reverse=True)
    assert found.groups[0].code == "01.1.01"


def test_a_confirmed_name_answers_first_on_the_very_next_row() -> None:
    matcher = _matcher()
    wanted = item_called("Бетон", "В40")
    name = "Волшебная смесь № 7"
    assert matcher.match([name])[0].decision is not Decision.ACCEPTED
    matcher.add_confirmed([name], [wanted])
    found = matcher.match(["  ВОЛШЕБНАЯ смесь №7 "])[0]
    assert found.candidates[0].item == wanted
    assert found.candidates[0].confidence == 1.0
    assert found.candidates[0].reasons.sources == ("confirmed",)
    assert found.groups[0].code == "04.1.01"
    assert found.decision is Decision.ACCEPTED


def test_the_latest_confirmation_of_a_name_holds() -> None:
    matcher = _matcher(ConfirmedNames(["смесь"], np.array([0])))
    matcher.add_confirmed(["смесь"], [1])
    assert matcher.match(["смесь"])[0].candidates[0].item == 1


def test_equal_names_get_equal_answers_in_their_places(fresh: Matcher) -> None:
    first, other, again = fresh.match(["Болт М12", "Бетон В25", "БОЛТ  M12"])
    assert first == again != other


@pytest.mark.parametrize("name", ["", "  ", "\x00\x1f", "😀", "***"])
def test_a_name_without_letters_is_answered_with_a_note(fresh: Matcher, name: str) -> None:
    found = fresh.match([name])[0]
    assert found.candidates == ()
    assert found.decision is Decision.NO_SUCH_ITEM
    assert found.note


def test_a_name_of_ten_thousand_letters_is_answered(fresh: Matcher) -> None:
    assert fresh.match(["Болт М12 " + "очень " * 2000])[0].candidates


@settings(max_examples=20, deadline=None)
@given(names=st.lists(st.text(max_size=60), max_size=4))
def test_no_text_whatever_breaks_a_batch(fresh: Matcher, names: list[str]) -> None:
    found = fresh.match(names)
    assert len(found) == len(names)
    assert all(0.0 <= candidate.confidence <= 1.0 for match in found for candidate in match.candidates)


def test_an_empty_catalogue_has_no_such_item() -> None:
    matcher = Matcher(CatalogueIndex.build(CatalogueTexts([], [], [])), None, Ranker.default(), no_history())
    found = matcher.match(["Болт М12"])[0]
    assert found.decision is Decision.NO_SUCH_ITEM
    assert found.note


def test_without_a_classifier_items_are_still_found() -> None:
    matcher = Matcher(CatalogueIndex.build(catalogue()), None, Ranker.default(), no_history())
    assert matcher.match(["Бетон В25"])[0].candidates[0].item == item_called("Бетон", "В25")


def test_everything_stored_and_opened_again_answers_the_same() -> None:
    known = long_history()
    index, classifier = CatalogueIndex.build(catalogue()), GroupClassifier.train(catalogue(), known)
    ranker = Ranker.train(index, classifier, known)
    names = ["Болт М12", "труба 40х40", "метиз гайки М8"]
    stored = Matcher(
        CatalogueIndex.from_arrays(*index.to_arrays()),
        GroupClassifier.from_arrays(*classifier.to_arrays()),
        Ranker.from_arrays(*ranker.to_arrays()),
        known,
    )
    assert stored.match(names) == Matcher(index, classifier, ranker, known).match(names)


def test_a_ranker_trained_on_history_ranks_like_that_history() -> None:
    known = long_history()
    index, classifier = CatalogueIndex.build(catalogue()), GroupClassifier.train(catalogue(), known)
    matcher = Matcher(index, classifier, Ranker.train(index, classifier, known), known, thresholds=Thresholds(0.5, 0.0))
    found = matcher.match(["Изделие болты с шестигранной головкой М14 мм"])[0]
    assert found.candidates[0].item == item_called("Болты", "М14")


def test_a_ranker_of_other_features_is_refused() -> None:
    arrays, told = Ranker.default().to_arrays()
    with pytest.raises(ValueError, match="other features"):
        Ranker.from_arrays(arrays, {**told, "features": ["spelling"]})


def test_a_short_history_keeps_the_default_ranker() -> None:
    known = ConfirmedNames(["болт"], np.array([0]))
    index = CatalogueIndex.build(catalogue())
    assert Ranker.train(index, None, known) == Ranker.default()


def test_the_only_item_called_by_the_very_name_is_accepted_without_history() -> None:
    names = ["Арматура А400, диаметр 12 мм", "Арматура А400, диаметр 14 мм", "Арматура А500, диаметр 12 мм"]
    match = matcher_over(names, ["01"] * 3).match(["АРМАТУРА А400,  диаметр 14 мм"])[0]
    assert (match.candidates[0].item, match.decision) == (1, Decision.ACCEPTED)
    assert match.candidates[0].reasons.sources == ("same name",)


def test_two_items_of_one_name_are_left_to_a_person() -> None:
    names = ["Арматура А400, диаметр 12 мм", "Арматура А400, диаметр 12 мм", "Гайка М8"]
    match = matcher_over(names, ["01", "02", "03"]).match(["Арматура А400, диаметр 12 мм"])[0]
    assert match.decision is not Decision.ACCEPTED
    assert {candidate.item for candidate in match.candidates[:2]} == {0, 1}


def matcher_over(names: list[str], group_codes: list[str]) -> Matcher:
    texts = CatalogueTexts(names, group_codes, [None] * len(names))
    nothing = ConfirmedNames([], np.zeros(0, np.int64))
    return Matcher(CatalogueIndex.build(texts), GroupClassifier.train(texts), Ranker.default(), nothing)
