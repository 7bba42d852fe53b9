"""Names of columns and tables as words, to tell which column names a row of which table. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from os.path import commonprefix

from spravka.morphology.letters import folded
from spravka.morphology.stemming import english_stem, russian_stem

_WORDS = re.compile(r"[A-ZА-ЯЁ]+(?![a-zа-яё])|[A-ZА-ЯЁ]?[a-zа-яё]+|\d+")
KEY_WORDS = frozenset(
    {"id", "key", "code", "no", "num", "number", "uuid", "guid", "pk", "fk", "ид", "код", "ключ", "номер"}
)
"""Words of a column that say "this names a row", and not of what."""
TABLE_WORDS = frozenset({"tbl", "table", "dim", "fact", "t", "d", "f", "ref", "spr", "спр", "тбл"})
"""Words before a table's name that say what sort of table it is."""
_INITIAL_ID = re.compile(r"[a-z]id")
_SHORTEST_GLUED = 3
_FEWEST_MARKED = 3


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """``CustomerID``, ``customer_id`` and ``id_клиентов`` as stems: (customer, id), (customer, id), (id, клиент)."""
    return tuple(_stem(folded(word)) for word in _WORDS.findall(name))


def _stem(word: str) -> str:
    if word in KEY_WORDS:
        return word
    return english_stem(word) if word.isascii() else russian_stem(word)


def subject(name: str) -> tuple[str, ...]:
    """What a column names, without the words that say that it does: ``customer_id`` the (customer,)."""
    return tuple(word for word in _unglued(words(name)) if word not in KEY_WORDS)


def is_key_like(name: str) -> bool:
    """True where the name says "this names a row": ``id``, ``customer_id``, ``nationkey``, ``код_товара``."""
    return any(word in KEY_WORDS for word in _unglued(words(name)))


def is_bare_key(name: str) -> bool:
    """True for ``id`` and the like, which are spelled so in every table and say nothing."""
    return all(word in KEY_WORDS for word in words(name))


def table_names(name: str) -> Iterator[tuple[str, ...]]:
    """The words by which a column may name the table: all, and those without a sort of table before them."""
    full = words(name)
    yield full
    if len(full) > 1 and full[0] in TABLE_WORDS:
        yield full[1:]


def common_prefix(columns: Sequence[str]) -> str:
    """The letters before a ``_`` with which all columns of a table begin: ``n_`` of ``n_nationkey, n_name``."""
    prefixes = {name.partition("_")[0] for name in columns}
    prefix = prefixes.pop() if len(prefixes) == 1 and len(columns) > 1 else ""
    return f"{prefix}_" if prefix and all("_" in name for name in columns) else ""


def without_prefix(name: str, prefix: str) -> str:
    """The name without the table's prefix, unless the prefix is all that it names: ``region_id`` stays so."""
    bare = name.removeprefix(prefix)
    return bare if subject(bare) else name


def shared_beginning(names: Sequence[str]) -> str:
    """The letters with which all tables' names begin, such as a system's mark: ``sb`` of ``sbCustomer, sbTicker``."""
    if len(names) < _FEWEST_MARKED:
        return ""
    return commonprefix([name.lower() for name in names])  # noqa: RUF071  (letters, not paths)


def _unglued(found: tuple[str, ...]) -> Iterator[str]:
    """``nationkey`` and ``stuid`` as two words each: what is named, and that it is; ``uid`` as an ``id``."""
    for word in found:
        if _INITIAL_ID.fullmatch(word):
            yield "id"
            continue
        ending = next((end for end in ("key", "id", "code") if _is_glued(word, end)), "")
        if ending:
            yield _stem(word[: -len(ending)])
            yield ending
        else:
            yield word


def _is_glued(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_GLUED
