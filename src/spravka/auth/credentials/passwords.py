"""Passwords: what is accepted as one, and how it is kept.

bcrypt reads at most 72 bytes (36 Cyrillic letters) and stops at a NUL. So what it is given is the base64 of the
password's SHA-256: 44 bytes that depend on every byte of the password.
"""

import base64
import hashlib
import unicodedata

import bcrypt

MIN_LENGTH = 10
MAX_LENGTH = 1024


def fault_of(password: str, email: str) -> str | None:
    """Why ``password`` cannot be the password of ``email``, or None where it can."""
    if len(password) < MIN_LENGTH:
        return f"has {len(password)} characters; use at least {MIN_LENGTH}"
    if len(password) > MAX_LENGTH:
        return f"has {len(password)} characters; use at most {MAX_LENGTH}"
    if _is_the_email(password.strip().casefold(), email.strip().casefold()):
        return "is the e-mail address; choose one that others cannot guess"
    if len(set(password)) == 1:
        return "is one character repeated; choose one that others cannot guess"
    return None


def hash_password(password: str, rounds: int) -> str:
    """The bcrypt hash of ``password``; ``rounds`` (4…16) is the cost as a power of two."""
    return bcrypt.hashpw(_digest(password), bcrypt.gensalt(rounds)).decode("ascii")


def is_right(password: str, password_hash: str) -> bool:
    """True where ``password_hash`` was made of ``password``."""
    return bcrypt.checkpw(_digest(password), password_hash.encode("ascii"))


def is_outdated(password_hash: str, rounds: int) -> bool:
    """True where the hash was made with another cost than ``rounds`` and should be made anew."""
    return _rounds(password_hash) != rounds


def dummy_hash(rounds: int) -> str:
    """A hash that no password has, to compare with where there is no user: the answer then takes as long."""
    return f"$2b${rounds:02d}${'.' * 53}"


def _digest(password: str) -> bytes:
    """The same letter typed on two keyboards is one letter: NFKC, as NIST SP 800-63B advises."""
    normal = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    return base64.b64encode(hashlib.sha256(normal).digest())


def _rounds(password_hash: str) -> int:
    return int(password_hash.split("$")[2])


def _is_the_email(password: str, email: str) -> bool:
    return password in (email, email.partition("@")[0])
