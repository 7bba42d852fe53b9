"""Searching finds what comparing everything would find."""

import numpy as np
import pytest
from tests.matching.small_catalogue import catalogue

from spravka.matching import searching
from spravka.matching.catalogue_index import CatalogueIndex
from spravka.matching.normalising import normalise_all

NAMES = ["болт м12", "труба квадратная 80х80", "кабель ввгнг 3х2.5", "бетон в30"]


@pytest.mark.parametrize("big_block", [0, 1500])
def test_the_nearest_of_a_block_are_exact_in_small_and_big_blocks(
    big_block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "BIG_BLOCK", big_block)
    index = CatalogueIndex.build(catalogue())
    vectors = index.vectors_of(normalise_all(NAMES))
    wanted = np.array([[0, 2], [2, -1], [4, 5], [5, 0]])
    names, items = searching.search_blocks(index, index.group_starts, vectors, wanted, top=3)
    similarities = (vectors @ index.vectors.T).toarray()[:, index.row_of]
    for name, groups in enumerate(wanted):
        for group in groups[groups >= 0]:
            members = np.flatnonzero(index.group_of == group)
            found = [item for item in items[names == name] if index.group_of[item] == group]
            best = np.sort(similarities[name, members])[::-1][:3]
            assert len(found) <= 3
            assert np.allclose(np.sort(similarities[name, found])[::-1], best[: len(found)], atol=1e-5)
            assert (best[len(found) :] == 0).all()


def test_the_whole_catalogue_is_searched_whatever_the_group() -> None:
    index = CatalogueIndex.build(catalogue())
    names, items = searching.search_catalogue(index, index.vectors_of(normalise_all(NAMES)), top=1)
    assert names.tolist() == [0, 1, 2, 3]
    assert [catalogue().names[item].split()[0] for item in items] == ["Болты", "Трубы", "Кабель", "Бетон"]
