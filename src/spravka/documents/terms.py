"""Terms as PostgreSQL's text search takes them: as they are, no dictionary of its own having a part in it."""

from collections.abc import Sequence
from functools import lru_cache

LONGEST_TERM = 200
CACHED_TERMS = 50_000


def terms_vector(terms: Sequence[str]) -> str:
    """Terms as PostgreSQL writes a tsvector: each once, no positions."""
    return " ".join(sorted({quoted_term(term) for term in set(terms) if term.strip()}))


@lru_cache(maxsize=CACHED_TERMS)
def quoted_term(term: str) -> str:
    """A term as it stands in a tsvector or a tsquery, whatever letters it has."""
    letters = term.replace("\x00", "")[:LONGEST_TERM].encode("utf-8", "replace").decode("utf-8")
    return "'" + letters.replace("\\", "\\\\").replace("'", "''") + "'"
