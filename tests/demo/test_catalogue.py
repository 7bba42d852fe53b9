"""The demo catalogue: a few thousand materials in a coded tree, always the same."""

import re
from collections import Counter

import pytest

from spravka.demo.catalogue import CHAPTERS, brands_of, generate_catalogue, generate_groups
from spravka.demo.catalogue_words import family
from spravka.sheets.words import is_unit

ITEMS = generate_catalogue()
GROUPS = generate_groups()


def test_there_are_some_thousand_items_in_more_than_a_hundred_groups() -> None:
    leaves = {item.group_code for item in ITEMS}
    assert 3_000 <= len(ITEMS) <= 5_000
    assert len(leaves) >= 120


def test_codes_and_names_are_unique() -> None:
    assert len({item.code for item in ITEMS}) == len(ITEMS)
    assert len({item.name.lower() for item in ITEMS}) == len(ITEMS)
    assert len({group.code for group in GROUPS}) == len(GROUPS)


def test_the_same_seed_gives_the_same_catalogue_and_another_seed_another() -> None:
    assert generate_catalogue(7) == generate_catalogue(7)
    assert generate_catalogue(7) != generate_catalogue(8)


def test_parents_come_before_their_children_and_codes_show_the_tree() -> None:
    seen: set[str | None] = {None}
    for group in GROUPS:
        assert group.parent_code in seen
        assert group.code.rpartition(".")[0] == (group.parent_code or "")
        seen.add(group.code)


def test_every_item_is_in_a_leaf_of_the_tree() -> None:
    parents = {group.parent_code for group in GROUPS}
    codes = {group.code for group in GROUPS}
    for item in ITEMS:
        assert item.group_code in codes - parents
        assert item.code.startswith(f"{item.group_code}-")


def test_every_leaf_has_enough_items_to_learn_from() -> None:
    counts = Counter(item.group_code for item in ITEMS)
    leaves = {group.code for group in GROUPS} - {group.parent_code for group in GROUPS}
    assert set(counts) == leaves
    assert min(counts.values()) >= 8


def test_every_unit_is_a_unit_of_measure() -> None:
    assert [item for item in ITEMS if not is_unit(item.unit)] == []


def test_names_are_complete_and_spelled_with_the_letters_they_seem_to_be() -> None:
    for item in ITEMS:
        assert "{" not in item.name
        assert item.name == " ".join(item.name.split())
        assert not re.search(r"\d[xX]\d", item.name)


def test_two_groups_of_one_section_never_share_a_name() -> None:
    names = Counter((group.parent_code, group.name) for group in GROUPS)
    assert max(names.values()) == 1


@pytest.mark.parametrize("chapter_number", range(1, len(CHAPTERS) + 1))
def test_every_chapter_has_makers(chapter_number: int) -> None:
    assert brands_of(f"{chapter_number:02}.01.01")


def test_a_family_has_a_name_for_each_way_to_choose_its_parameters() -> None:
    bolts = family("Болты", "шт", "Болт М{0}х{1}", "8|10", "40|60")
    assert list(bolts.item_names()) == ["Болт М8х40", "Болт М8х60", "Болт М10х40", "Болт М10х60"]
