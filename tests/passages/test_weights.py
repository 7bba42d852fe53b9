"""The learned numbers belong to the signs there are, and point where reason does."""

import pytest

from spravka.passages.absence import PresenceSigns, probability
from spravka.passages.quoting import SentenceSigns
from spravka.passages.ranking import PassageSigns
from spravka.passages.weights import PresenceWeights, learned, weighed


def test_every_sign_has_its_weight() -> None:
    weights = learned()
    assert tuple(weights.passage) == PassageSigns._fields
    assert tuple(weights.sentence) == SentenceSigns._fields
    for presence in weights.presence.values():
        assert tuple(presence.signs) == PresenceSigns._fields


def test_contents_tell_against_a_passage_and_everything_else_for_it() -> None:
    weights = dict(learned().passage)
    assert weights.pop("contents") < 0
    assert min(weights.values()) > 0


@pytest.mark.parametrize("encoder", [None, "", "another"])
def test_an_unknown_encoder_has_the_weights_that_need_none(encoder: str | None) -> None:
    presence = learned().presence_with(encoder)
    assert presence is learned().presence[""]
    assert presence.signs["meaning"] == 0


def test_presence_grows_with_what_is_covered_and_stays_a_probability() -> None:
    weights, count = PresenceWeights(-1, dict.fromkeys(PresenceSigns._fields, 1.0), 0.5), len(PresenceSigns._fields)
    nothing, much = PresenceSigns(*[0.0] * count), PresenceSigns(*[1.0] * count)
    assert 0 < probability(nothing, weights) < 0.5 < probability(much, weights) < 1
    assert probability(PresenceSigns(*[-1e3] * count), weights) == pytest.approx(0)


def test_a_weight_belongs_to_the_sign_of_its_name() -> None:
    assert weighed({"b": 10.0, "a": 1.0}, ["a", "b"], [2.0, 3.0]) == 32
    with pytest.raises(KeyError):
        weighed({"a": 1.0}, ["b"], [1.0])
