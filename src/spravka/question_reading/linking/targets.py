"""What the tables, columns and glossary of a database are called: phrases, each with the targets that go by it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spravka.morphology.letters import is_cyrillic
from spravka.query_plans.schema import Column, DatabaseSchema, Table
from spravka.question_reading.hearing.russian_words import part_of
from spravka.question_reading.knowledge import GlossaryTerm, Knowledge
from spravka.question_reading.linking.abbreviations import expansions_of, initial_of
from spravka.question_reading.linking.links import Evidence, LinkKind
from spravka.question_reading.linking.naming import Glued, name_words, shared_prefix
from spravka.question_reading.word_keys import stub_of, words_of

LONGEST_PHRASE = 8
"""Comments can be texts; their first words name the thing."""

IMPLIED_WEIGHT = 0.3
"""Of a word that the table's name says already (``singer_name`` of ``singer``), or all columns begin with."""
GENERIC_WEIGHT = 0.5
BESIDE_HEAD_WEIGHT = 0.4
"""Of the words that only tell more of the noun a table is called by."""
_QUOTED = re.compile('[«“"]([^«»“”"]+)[»”"]')
_AND = re.compile(r"\s+(?:и|and|/)\s+")
_GENERIC = frozenset(
    (
        "id",
        "key",
        "no",
        "code",
        "number",
        "num",
        "nbr",
        "the",
        "of",
        "in",
        "tbl",
        "table",
        "fact",
        "dim",
        "ref",
        "sys",
        "1",
        "2",
        "3",
        "ид",
        "код",
        "номер",
    )
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link may lead to; ``value`` as in ``Link``."""

    kind: LinkKind
    table: str
    column: str = ""
    value: str = ""
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words by which targets are called, each with its weight 0…1, and where the phrase comes from."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    source: Evidence


Naming = Mapping[Phrase, tuple[Target, ...]]


def namings(knowledge: Knowledge) -> Naming:
    """Every phrase of the schema and the glossary; a phrase of many columns is there once."""
    found: defaultdict[Phrase, list[Target]] = defaultdict(list)
    glued = Glued(_known_words(knowledge.schema))
    keys = _key_columns(knowledge.schema)
    for table in knowledge.schema.tables:
        for phrase, target in _table_namings(table, glued, keys):
            found[phrase].append(target)
    for place, term in enumerate(knowledge.glossary):
        found[_term_phrase(term)].append(Target(LinkKind.TERM, term.table, term.column, str(place)))
    said = {phrase: targets for phrase, targets in found.items() if phrase.words and all(phrase.words)}
    return {phrase: tuple(dict.fromkeys(targets)) for phrase, targets in said.items()}


_ENDS_OF_NAMES = (
    "name",
    "date",
    "code",
    "type",
    "time",
    "number",
    "year",
    "title",
    "count",
    "status",
    "price",
    "address",
)
"""With which names written together often end, even where the schema does not say them apart."""


def _known_words(schema: DatabaseSchema) -> Iterator[str]:
    yield from _ENDS_OF_NAMES
    for table in schema.tables:
        for name in (table.name, *(column.name for column in table.columns)):
            words = name_words(name)
            if len(words) > 1 or name == table.name:
                yield from words
                yield from map(stub_of, words)


def _key_columns(schema: DatabaseSchema) -> frozenset[tuple[str, str]]:
    keys = {(table.key, column) for table in schema.tables for column in table.primary_key}
    for foreign in schema.foreign_keys:
        keys |= {(foreign.table, column) for column in foreign.columns}
    return frozenset(keys)


def _table_namings(table: Table, glued: Glued, keys: frozenset[tuple[str, str]]) -> Iterator[tuple[Phrase, Target]]:
    words = _pieces(table.name, glued)
    target = Target(LinkKind.TABLE, table.key)
    yield _phrase(words, Evidence.EXACT), target
    yield from ((_phrase(longer, Evidence.ABBREVIATION), target) for longer in _expanded(words))
    yield from ((phrase, target) for phrase in _table_comment_phrases(table.comment))
    implied = frozenset(stub_of(word) for word in words)
    prefix = shared_prefix([name_words(column.name) for column in table.columns])
    for column in table.columns:
        target = Target(LinkKind.COLUMN, table.key, column.name, is_key=(table.key, column.name) in keys)
        for phrase in _column_phrases(column, implied, prefix, glued):
            yield phrase, target


def _column_phrases(column: Column, implied: frozenset[str], prefix: int, glued: Glued) -> Iterator[Phrase]:
    raw = name_words(column.name)
    said = raw[:prefix]
    rest = tuple(piece for word in raw[prefix:] for piece in glued.cut(word))
    known = implied | {stub_of(word) for word in said}
    if len(rest) > 1 and len(rest[0]) == 1:
        spelled = (initial_of(*rest[:2]), *rest[1:])
        rest = spelled[not spelled[0] :]
    yield _phrase((*said, *rest), Evidence.EXACT, known)
    yield from (_phrase((*said, *words), Evidence.ABBREVIATION, known) for words in _expanded(rest))
    yield from _comment_phrases(column.comment, implied)


def _comment_phrases(comment: str, implied: frozenset[str] = frozenset()) -> Iterator[Phrase]:
    """The comment up to its first bracket, comma or colon: the name it gives; what follows explains."""
    words = words_of(_cut(comment))[:LONGEST_PHRASE]
    if words:
        yield _phrase(words, Evidence.COMMENT, implied)


def _cut(comment: str) -> str:
    for cut in ("(", ",", ":", ";", "."):
        comment = comment.split(cut, 1)[0]
    return comment


def _table_comment_phrases(comment: str) -> Iterator[Phrase]:
    """What a table's comment calls it: by the name in quotation marks where there is one, and by each of several."""
    quoted = _QUOTED.findall(comment)
    for name in (*quoted, *(() if quoted else (comment,))):
        whole = _cut(name)
        for part in dict.fromkeys((whole, *_several(whole))):
            words = tuple(words_of(part)[:LONGEST_PHRASE])
            if words:
                yield Phrase(words, _weights_by_head(words), Evidence.COMMENT)


def _several(name: str) -> tuple[str, ...]:
    """ "Leases and loans" are leases, and are loans."""
    parts = _AND.split(name)
    return tuple(parts) if len(parts) > 1 else ()


def _weights_by_head(words: Sequence[str]) -> tuple[float, ...]:
    """The noun itself counts most: «поставки материалов» are deliveries, not materials."""
    if not is_cyrillic(words[0]):
        return (1.0,) * len(words)
    nouns = (place for place, word in enumerate(words) if part_of(word) == "noun")
    head = next(nouns, 0)
    return tuple(1.0 if place <= head else BESIDE_HEAD_WEIGHT for place in range(len(words)))


def _expanded(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The name with its abbreviations spelled out: each expansion of one of them, the others by their first."""
    options = [expansions_of(word) for word in words]
    for place, longs in enumerate(options):
        for long in longs:
            first = [
                long if at == place else (option[0] if option else (words[at],)) for at, option in enumerate(options)
            ]
            yield tuple(piece for phrase in first for piece in phrase)


def _term_phrase(term: GlossaryTerm) -> Phrase:
    return _phrase(words_of(term.term)[:LONGEST_PHRASE], Evidence.GLOSSARY)


def _pieces(name: str, glued: Glued) -> tuple[str, ...]:
    return tuple(piece for word in name_words(name) for piece in glued.cut(word))


def _phrase(words: Iterable[str], source: Evidence, implied: frozenset[str] = frozenset()) -> Phrase:
    kept = tuple(words)[:LONGEST_PHRASE]
    return Phrase(kept, _weights(kept, implied), source)


def _weights(words: tuple[str, ...], implied: frozenset[str]) -> tuple[float, ...]:
    """An implied or generic word counts less, as long as another word stands beside it."""
    weights = [
        IMPLIED_WEIGHT if stub_of(word) in implied else GENERIC_WEIGHT if word in _GENERIC else 1.0 for word in words
    ]
    return tuple(weights) if any(weight == 1.0 for weight in weights) else (1.0,) * len(words)
