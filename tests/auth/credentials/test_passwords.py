"""What is a password, and how it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.auth.credentials import passwords

ROUNDS = 4


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "0 characters"),
        ("девять-99", "9 characters"),
        ("ivan.petrov@firm.local", "e-mail"),
        ("IVAN.PETROV@firm.local ", "e-mail"),
        ("ivan.petrov", "e-mail"),
        ("aaaaaaaaaaaa", "one character"),
        ("x" * 1025, "1025 characters"),
    ],
)
def test_a_password_that_is_easy_to_guess_or_too_long_is_refused(password: str, reason: str) -> None:
    assert reason in (passwords.fault_of(password, "Ivan.Petrov@firm.local") or "")


@pytest.mark.parametrize("password", ["десять-100", "a b c d e f", "\x00" * 5 + "secret", "x1" * 512])
def test_any_other_password_is_accepted(password: str) -> None:
    assert passwords.fault_of(password, "ivan.petrov@firm.local") is None


@given(st.text(max_size=200))
def test_a_password_fits_its_own_hash(password: str) -> None:
    assert passwords.is_right(password, passwords.hash_password(password, ROUNDS))


@pytest.mark.parametrize(
    ("password", "other"),
    [
        ("п" * 40, "п" * 40 + "р"),
        ("a" * 72, "a" * 73),
        ("secret\x00one", "secret\x00two"),
        ("Password-1", "password-1"),
        ("long enough", "long enough "),
    ],
)
def test_every_character_counts_after_the_seventy_second_byte_and_after_a_nul_too(password: str, other: str) -> None:
    assert not passwords.is_right(other, passwords.hash_password(password, ROUNDS))


def test_one_letter_typed_in_two_ways_is_one_letter() -> None:
    assert passwords.is_right("пароль-и\u0306", passwords.hash_password("пароль-й", ROUNDS))


def test_a_hash_of_another_cost_is_outdated() -> None:
    made = passwords.hash_password("long enough", ROUNDS)
    assert not passwords.is_outdated(made, ROUNDS)
    assert passwords.is_outdated(made, ROUNDS + 1)


@given(st.text(max_size=50))
def test_nothing_fits_the_dummy_hash(password: str) -> None:
    assert not passwords.is_right(password, passwords.dummy_hash(ROUNDS))


def test_the_dummy_hash_costs_what_a_hash_of_these_rounds_costs() -> None:
    assert not passwords.is_outdated(passwords.dummy_hash(12), 12)
