"""Russian text is read as what it is, in whatever encoding it comes."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.demo.catalogue import generate_catalogue
from spravka.sheets.formats.charsets import CYRILLIC_ENCODINGS, decode, russian_score, utf16_order
from tests.sheets.made_files import RUSSIAN

NAMES = [item.name for item in generate_catalogue(items_in_a_group=3)]
NOT_IN_OLD_ENCODINGS = str.maketrans({"«": '"', "»": '"', "°": "", "·": " ", "№": "N"})
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *CYRILLIC_ENCODINGS]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_price_list_is_read_in_every_encoding(encoding: str) -> None:
    decoded = decode(RUSSIAN.encode(encoding))
    assert decoded.text == RUSSIAN
    assert decoded.replaced_count == 0


@pytest.mark.parametrize("change", [str.upper, str.lower])
@pytest.mark.parametrize("encoding", CYRILLIC_ENCODINGS)
def test_one_line_in_capitals_or_small_letters_is_enough(encoding: str, change: Callable[[str], str]) -> None:
    text = change("Наименование;Ед.изм.\nБолт оцинкованный;шт\n")
    assert decode(text.encode(encoding)).text == text


@given(encoding=st.sampled_from(ENCODINGS), seed=st.integers(0, 10_000), count=st.integers(3, 40))
def test_names_of_materials_are_read_in_every_encoding(encoding: str, seed: int, count: int) -> None:
    text = "\n".join(random.Random(seed).sample(NAMES, count)).translate(NOT_IN_OLD_ENCODINGS)
    assert decode(text.encode(encoding)).text == text


def test_western_text_is_not_taken_for_russian() -> None:
    text = "Name;Unit\nTürgriff für Außentür;Stück\nRohr Ø20;m\nGewölbe grün;m\n"
    assert decode(text.encode("cp1252")).text == text


def test_a_few_bytes_that_are_no_utf8_do_not_change_the_encoding_of_the_rest() -> None:
    decoded = decode(RUSSIAN.encode() + b"\xff\xfe broken")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(RUSSIAN)
    assert decoded.replaced_count == 2


def test_a_replacement_character_that_was_written_is_not_counted_as_replaced() -> None:
    assert decode("Труба � 20".encode()).replaced_count == 0


def test_plain_ascii_is_utf8() -> None:
    assert decode(b"name;unit\npipe;m\n").encoding == "utf-8"


@pytest.mark.parametrize(("sample", "order"), [(b"ab", None), (b"a\0b\0", "utf-16-le"), (b"\0a\0b", "utf-16-be")])
def test_the_byte_order_of_utf16_is_told_from_the_zeros(sample: bytes, order: str | None) -> None:
    assert utf16_order(sample) == order


def test_russian_reads_more_like_russian_than_its_wrong_decoding() -> None:
    wrong = RUSSIAN.encode("koi8-r").decode("cp1251")
    assert russian_score(RUSSIAN) > russian_score(wrong)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text(content: bytes) -> None:
    assert isinstance(decode(content).text, str)
