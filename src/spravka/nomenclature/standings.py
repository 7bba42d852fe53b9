"""How rows stand: what is held of each, and storing what is to be held, many rows in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, DateTime, Double, Integer, Text, bindparam, text
from sqlalchemy.orm import Session

from spravka.nomenclature.tables import RowDecision

_HOLD = """
    UPDATE mapping_row AS row SET
        decision = said.decision,
        item_id = said.item_id,
        confidence = said.confidence,
        decided_by_id = :user_id,
        decided_by_person = :is_person,
        decided_at = now()
"""
_HELD = (
    bindparam("user_id", type_=BigInteger),
    bindparam("decisions", type_=ARRAY(Text)),
    bindparam("item_ids", type_=ARRAY(BigInteger)),
    bindparam("confidences", type_=ARRAY(Double)),
)

_STORE = text(
    _HOLD
    + """
    FROM unnest(:numbers, :decisions, :item_ids, :confidences) AS said (number, decision, item_id, confidence)
    WHERE row.mapping_run_id = :mapping_id AND row.number = said.number
    """
).bindparams(*_HELD, bindparam("numbers", type_=ARRAY(Integer)))

_STORE_TWINS = text(
    _HOLD
    + """
    FROM unnest(:names, :decisions, :item_ids, :confidences, :former_times, :former_item_ids)
        AS said (name, decision, item_id, confidence, former_at, former_item_id)
    WHERE row.mapping_run_id = :mapping_id AND md5(row.name) = md5(said.name) AND row.name = said.name
        AND (
            NOT row.decided_by_person
            OR row.decided_at = said.former_at AND row.item_id IS NOT DISTINCT FROM said.former_item_id
        )
    """
).bindparams(
    *_HELD,
    bindparam("names", type_=ARRAY(Text)),
    bindparam("former_times", type_=ARRAY(DateTime(timezone=True))),
    bindparam("former_item_ids", type_=ARRAY(BigInteger)),
)


@dataclass(frozen=True, slots=True)
class Best:
    """The first candidate that the matcher gave a row; ``is_confirmed`` where people had tied the name to it."""

    item_id: int
    confidence: float
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What is held of a row, and what the matcher had said."""

    number: int
    name: str
    decision: RowDecision
    item_id: int | None
    confidence: float | None
    is_persons: bool
    decided_at: datetime | None
    is_mapped: bool
    best: Best | None

    @property
    def is_accepted_by_person(self) -> bool:
        return self.is_persons and self.decision is RowDecision.ACCEPTED


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be held of a row."""

    row: Standing
    decision: RowDecision
    item_id: int | None
    confidence: float | None


def store_said(
    session: Session, mapping_id: int, said: Sequence[Said], user_id: int | None, *, is_person: bool
) -> None:
    """Let each row stand as said, at this moment, by a person or as the matcher had left it."""
    numbers = [one.row.number for one in said]
    session.execute(_STORE, {**_held(mapping_id, said, user_id), "is_person": is_person, "numbers": numbers})


def store_twins(session: Session, mapping_id: int, said: Sequence[Said], user_id: int | None) -> None:
    """Let rows of the very same name follow: those that no person decided, and those that followed this row before."""
    newest = list({one.row.name: one for one in said}.values())
    session.execute(
        _STORE_TWINS,
        {
            **_held(mapping_id, newest, user_id),
            "is_person": True,
            "names": [one.row.name for one in newest],
            "former_times": [one.row.decided_at if one.row.is_persons else None for one in newest],
            "former_item_ids": [one.row.item_id for one in newest],
        },
    )


def _held(mapping_id: int, said: Sequence[Said], user_id: int | None) -> dict[str, object]:
    return {
        "mapping_id": mapping_id,
        "user_id": user_id,
        "decisions": [one.decision.value for one in said],
        "item_ids": [one.item_id for one in said],
        "confidences": [one.confidence for one in said],
    }
