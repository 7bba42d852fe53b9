"""Random keys: their form, and what is kept of them."""

import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.auth.credentials import random_keys


def test_an_api_key_begins_with_the_prefix_that_lists_show() -> None:
    made = random_keys.new_api_key()
    assert re.fullmatch(r"spk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}", made.text)
    assert made.text.startswith(made.shown_prefix + "_")
    assert random_keys.is_api_key(made.text)


def test_only_the_hash_of_a_key_is_to_be_stored() -> None:
    made = random_keys.new_api_key()
    assert made.hash == random_keys.hash_key(made.text)
    assert len(made.hash) == 64
    assert made.text.rpartition("_")[2] not in made.hash + made.shown_prefix


def test_no_two_keys_are_alike() -> None:
    assert len({random_keys.new_api_key().text for _ in range(100)}) == 100


@given(st.uuids())
def test_a_refresh_token_names_its_sign_in(sign_in_id: uuid.UUID) -> None:
    assert random_keys.sign_in_of(random_keys.new_refresh_token(sign_in_id)) == sign_in_id


@pytest.mark.parametrize("text", ["", ".", "x", "spk_0123", "\x00", "0" * 31, "0" * 500])
def test_what_is_no_refresh_token_names_no_sign_in(text: str) -> None:
    assert random_keys.sign_in_of(text) is None


@given(st.text(max_size=300))
def test_any_text_can_be_shown_as_a_key(text: str) -> None:
    assert len(random_keys.hash_key(text)) == 64
    random_keys.sign_in_of(text)
