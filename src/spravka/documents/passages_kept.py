"""Passages as rows, and back."""

from dataclasses import fields
from typing import Any

from spravka.documents.tables import DocumentPassage
from spravka.passages.passage import Passage, Place

PLACES = "places"
PLAIN = tuple(field.name for field in fields(Passage) if field.name not in (PLACES, "kind"))
"""What a passage has besides its places, and its kind, which is a column: texts, numbers, and tuples of them."""


def passage_to_json(passage: Passage) -> dict[str, Any]:
    """What :func:`passage_of` reads."""
    places = [(place.page, place.first, place.end) for place in passage.places]
    return {PLACES: places, **{name: getattr(passage, name) for name in PLAIN}}


def passage_of(row: DocumentPassage) -> Passage:
    """The passage that the row keeps."""
    kept: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.content.items()
    }
    places = tuple(Place(*place) for place in kept.pop(PLACES))
    return Passage(places=places, kind=row.kind, **{name: kept[name] for name in PLAIN if name in kept})
