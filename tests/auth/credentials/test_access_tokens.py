"""What an access token says, and what is not one."""

import base64
import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.auth.credentials import access_tokens
from spravka.auth.credentials.access_tokens import AccessClaims

SECRET = "a secret for these tests, long enough: 0123456789"
CLAIMS = AccessClaims(user_id=7, tenant_id=3, sign_in_id=uuid.UUID(int=5))
HOUR = timedelta(hours=1)
FIELDS = {"sub": "7", "tenant_id": 3, "sid": CLAIMS.sign_in_id.hex, "type": "access"}


def now() -> datetime:
    return datetime.now(UTC)


def signed(algorithm: str = "HS256", secret: str = SECRET, **changed: Any) -> str:
    payload = {**FIELDS, "iat": now(), "exp": now() + HOUR, **changed}
    return jwt.encode({name: value for name, value in payload.items() if value is not None}, secret, algorithm)


@pytest.mark.parametrize("tenant_id", [3, None])
def test_a_token_says_what_was_put_into_it(tenant_id: int | None) -> None:
    claims = AccessClaims(7, tenant_id, CLAIMS.sign_in_id)
    assert access_tokens.read(access_tokens.make(claims, SECRET, now(), HOUR), SECRET) == claims


def test_an_expired_token_says_nothing() -> None:
    made = access_tokens.make(CLAIMS, SECRET, now() - 2 * HOUR, HOUR)
    assert access_tokens.read(made, SECRET) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "refresh"},
        {"type": None},
        {"sub": None},
        {"sub": "root"},
        {"sid": None},
        {"sid": "not-a-uuid"},
        {"sid": 5},
        {"exp": None},
        {"iat": None},
        {"iat": datetime(2100, 1, 1, tzinfo=UTC)},
        {"tenant_id": "north"},
        {"tenant_id": [3]},
    ],
    ids=str,
)
def test_a_well_signed_token_of_another_shape_says_nothing(changed: dict[str, Any]) -> None:
    assert access_tokens.read(signed(), SECRET) == CLAIMS
    assert access_tokens.read(signed(**changed), SECRET) is None


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
def test_a_token_signed_by_another_algorithm_says_nothing(algorithm: str) -> None:
    assert access_tokens.read(signed(algorithm, SECRET * 2), SECRET * 2) is None


def test_a_token_without_a_signature_says_nothing() -> None:
    header, payload = _segment({"alg": "none", "typ": "JWT"}), signed().split(".")[1]
    assert access_tokens.read(f"{header}.{payload}.", SECRET) is None


def test_a_token_signed_with_another_secret_says_nothing() -> None:
    assert access_tokens.read(signed(secret=SECRET + "!"), SECRET) is None


def test_a_token_changed_on_the_way_says_nothing() -> None:
    header, payload, signature = signed().split(".")
    other = json.loads(base64.urlsafe_b64decode(payload + "=="))
    forged = _segment({**other, "tenant_id": 4})
    assert access_tokens.read(f"{header}.{forged}.{signature}", SECRET) is None


@given(st.text(max_size=200))
def test_any_other_text_says_nothing(text: str) -> None:
    assert access_tokens.read(text, SECRET) is None


def _segment(content: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()
