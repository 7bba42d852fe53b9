"""Access tokens: JSON Web Tokens (RFC 7519) signed with HMAC SHA-256, good for minutes."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt

ALGORITHM = "HS256"
KIND = "access"
REQUIRED_CLAIMS = ("sub", "sid", "iat", "exp", "type")

CLOCK_SKEW_SECONDS = 5
"""By how much the clocks of two servers may differ."""


@dataclass(frozen=True)
class AccessClaims:
    """What an access token says: who, in which tenant, by which sign-in."""

    user_id: int
    tenant_id: int | None
    sign_in_id: uuid.UUID


def make(claims: AccessClaims, secret: str, now: datetime, lifetime: timedelta) -> str:
    """The token for ``claims``, good from ``now`` for ``lifetime``."""
    payload = {
        "sub": str(claims.user_id),
        "tenant_id": claims.tenant_id,
        "sid": claims.sign_in_id.hex,
        "iat": now,
        "exp": now + lifetime,
        "type": KIND,
    }
    return jwt.encode(payload, secret, ALGORITHM)


def read(token: str, secret: str) -> AccessClaims | None:
    """What ``token`` says, or None where it is forged, expired, or something else than an access token.

    The algorithm is fixed here and never taken from the token, so that ``alg: none`` is refused.
    """
    try:
        payload = jwt.decode(
            token,
            secret,
            algorithms=[ALGORITHM],
            options={"require": list(REQUIRED_CLAIMS)},
            leeway=CLOCK_SKEW_SECONDS,
        )
        return _claims(payload)
    except (jwt.InvalidTokenError, ValueError, TypeError, AttributeError):
        return None


def _claims(payload: dict[str, Any]) -> AccessClaims:
    if payload["type"] != KIND:
        raise ValueError("another kind of token")
    tenant_id = payload.get("tenant_id")
    return AccessClaims(
        user_id=int(payload["sub"]),
        tenant_id=None if tenant_id is None else int(tenant_id),
        sign_in_id=uuid.UUID(hex=payload["sid"]),
    )
