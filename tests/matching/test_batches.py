"""A classifier and an index that were made at different times still work together."""

import numpy as np
import pytest

from spravka.matching.catalogue_index import CatalogueIndex, CatalogueTexts, ConfirmedNames
from spravka.matching.classifier import GroupClassifier
from spravka.matching.matcher import Matcher
from spravka.matching.ranker import Ranker

NAMES = [
    "Труба стальная 57х3,5",
    "Труба стальная 76х4",
    "Гайка М8",
    "Гайка М10",
    "Краска белая 5 кг",
    "Краска синяя 5 кг",
]
GROUPS = ["трубы", "трубы", "гайки", "гайки", "краски", "краски"]
NOTHING_CONFIRMED = ConfirmedNames([], np.zeros(0, np.int64))


def texts(count: int) -> CatalogueTexts:
    return CatalogueTexts(NAMES[:count], GROUPS[:count], [None] * count)


@pytest.mark.parametrize(("indexed", "trained"), [(6, 4), (4, 6), (6, 0), (6, 6)])
def test_items_are_found_though_the_classifier_knows_other_groups(indexed: int, trained: int) -> None:
    classifier = GroupClassifier.train(texts(trained)) if trained else None
    matcher = Matcher(CatalogueIndex.build(texts(indexed)), classifier, Ranker.default(), NOTHING_CONFIRMED)
    for item, match in enumerate(matcher.match(NAMES[:indexed])):
        assert match.candidates[0].item == item
        assert {guess.code for guess in match.groups} <= set(GROUPS[:indexed])
