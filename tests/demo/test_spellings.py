"""Suppliers' spellings: other than the catalogue's, but still meaning the same item."""

import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.demo.catalogue import generate_catalogue
from spravka.demo.spellings import spell, supplier_spellings

ITEMS = generate_catalogue()
NAMES = {item.code: item.name for item in ITEMS}
STANDARD = re.compile(r"(?:ГОСТ(?: Р)?|DIN) [\d.\-]+")


def sizes(text: str) -> Counter[str]:
    """The numbers of a name, the standard it is made by left out."""
    return Counter(re.findall(r"\d+", STANDARD.sub("", text)))


def test_the_same_seed_gives_the_same_spellings_and_another_seed_others() -> None:
    assert supplier_spellings(ITEMS, 50, 1) == supplier_spellings(ITEMS, 50, 1)
    assert supplier_spellings(ITEMS, 50, 1) != supplier_spellings(ITEMS, 50, 2)


@pytest.mark.parametrize("count", [0, 1, 100, len(ITEMS), len(ITEMS) + 10])
def test_as_many_are_made_as_are_asked_for_and_no_item_twice_before_all_once(count: int) -> None:
    codes = Counter(code for _, code in supplier_spellings(ITEMS, count))
    assert codes.total() == count
    assert max(codes.values(), default=0) <= 1 + count // len(ITEMS)


def test_of_no_items_there_are_no_spellings() -> None:
    assert supplier_spellings([], 10) == []


@given(st.integers(0, 100_000))
def test_a_spelling_keeps_every_size_of_its_item(seed: int) -> None:
    chooser = random.Random(seed)
    item = chooser.choice(ITEMS)
    lost = sizes(item.name) - sizes(spell(item, chooser))
    assert not lost


@given(st.integers(0, 100_000))
def test_a_spelling_is_one_line_without_loose_spaces(seed: int) -> None:
    chooser = random.Random(seed)
    written = spell(chooser.choice(ITEMS), chooser)
    assert written
    assert written == " ".join(written.split())


def test_most_spellings_differ_from_the_catalogue_and_some_do_not() -> None:
    pairs = supplier_spellings(ITEMS, 2_000)
    same = sum(1 for name, code in pairs if name == NAMES[code])
    assert 0 < same < 300


@pytest.mark.parametrize(
    ("habit", "pattern"),
    [
        ("sizes with a Latin x", r"\d[xX]\d"),
        ("sizes with a star", r"\d\*\d"),
        ("units glued to the number", r"\dмм"),
        ("decimal points", r"\d\.\d"),
        ("Latin letters in Cyrillic marks", r"[А-Я][ABEKMHOPCTX]|[ABEKMHOPCTX][А-Я]"),
        ("English words", r"\b(?:pipe|cable|bolt|valve|paint)\b"),
        ("capitals only", r"^[^а-яa-z]+$"),
        ("price list noise", r"в наличии|под заказ|арт\. \d"),
        ("abbreviations", r"оцинк\.|тр\.|\bг/к\b"),
    ],
)
def test_suppliers_have_their_habits(habit: str, pattern: str) -> None:
    names = [name for name, _ in supplier_spellings(ITEMS, 2_000)]
    assert sum(1 for name in names if re.search(pattern, name)) >= 5, habit
