"""Groups are predicted from items alone, from confirmed names, and the same after being stored."""

import numpy as np
from tests.matching.small_catalogue import catalogue, item_called, long_history

from spravka.matching.catalogue_index import NO_ITEM, ConfirmedNames
from spravka.matching.classifier import GroupClassifier, evaluate_classifier

NAMES = ["болт М14", "кабель ВВГнг 3*4", "труба профильная 80х80х4", "бетон B25"]


def test_a_name_falls_into_the_group_of_items_like_it() -> None:
    codes, confidences = GroupClassifier.train(catalogue()).predict(NAMES, top=3)
    assert [row[0] for row in codes] == ["01.1.01", "03.1.01", "02.1.01", "04.1.01"]
    assert (np.diff(confidences, axis=1) <= 0).all()
    assert (confidences.sum(axis=1) <= 1.0 + 1e-5).all()


def test_a_confirmed_name_teaches_words_the_catalogue_does_not_know() -> None:
    confirmed = ConfirmedNames(["Шпилька крепёжная"], np.array([item_called("Гайки", "М8")]))
    codes, _ = GroupClassifier.train(catalogue(), confirmed).predict(["шпилька крепежная 10"], top=1)
    assert codes == [["01.1.02"]]


def test_a_name_whose_item_is_gone_still_teaches_its_group() -> None:
    confirmed = ConfirmedNames(["Раствор товарный"], np.array([NO_ITEM]), ["04.1.01"])
    codes, _ = GroupClassifier.train(catalogue(), confirmed).predict(["раствор товарный М100"], top=1)
    assert codes == [["04.1.01"]]


def test_a_stored_classifier_answers_the_same() -> None:
    trained = GroupClassifier.train(catalogue(), long_history())
    again = GroupClassifier.from_arrays(*trained.to_arrays())
    codes, confidences = trained.predict(NAMES)
    codes_again, confidences_again = again.predict(NAMES)
    assert codes == codes_again
    assert np.allclose(confidences, confidences_again)


def test_no_names_give_no_predictions() -> None:
    codes, confidences = GroupClassifier.train(catalogue()).predict([])
    assert codes == []
    assert confidences.shape == (0, 5)


def test_quality_is_measured_on_families_not_trained_on() -> None:
    quality = evaluate_classifier(catalogue(), long_history())
    assert quality.held_out_count > 0
    assert 0.0 <= quality.macro_f1 <= 1.0
    assert 0.0 <= quality.accuracy <= 1.0
