"""Keys that are random text: API keys and refresh tokens. Only their SHA-256 is ever stored.

A key of 256 random bits needs no slow hash: there is nothing to guess.
"""

import hashlib
import secrets
import uuid
from dataclasses import dataclass

API_KEY_START = "spk_"
RANDOM_BYTES = 32
MAX_LENGTH = 200


@dataclass(frozen=True)
class NewKey:
    """A key just made: ``text`` is shown once, ``shown_prefix`` is how lists name it, ``hash`` is stored."""

    text: str
    shown_prefix: str
    hash: str


def new_api_key() -> NewKey:
    """``spk_<8 hex>_<43 random characters>``."""
    shown_prefix = API_KEY_START + secrets.token_hex(4)
    text = f"{shown_prefix}_{secrets.token_urlsafe(RANDOM_BYTES)}"
    return NewKey(text, shown_prefix, hash_key(text))


def new_refresh_token(sign_in_id: uuid.UUID) -> str:
    """``<sign-in id>.<43 random characters>``: even a token long rotated away tells whose it was."""
    return f"{sign_in_id.hex}.{secrets.token_urlsafe(RANDOM_BYTES)}"


def sign_in_of(refresh_token: str) -> uuid.UUID | None:
    """The sign-in that a refresh token names, None where the text is no refresh token."""
    if len(refresh_token) > MAX_LENGTH:
        return None
    try:
        return uuid.UUID(hex=refresh_token.partition(".")[0])
    except ValueError:
        return None


def is_api_key(text: str) -> bool:
    """True where ``text`` is meant to be an API key."""
    return text.startswith(API_KEY_START)


def hash_key(text: str) -> str:
    """The SHA-256 of a key, as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
