"""Finding items for names: what is kept of each match, worked out in one process or in two."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from spravka.catalogues.opening import OpenedCatalogue, open_catalogue
from spravka.catalogues.queries import get_catalogue
from spravka.matching.catalogue_index import ConfirmedNames
from spravka.matching.deciding import Decision, Thresholds, decide
from spravka.matching.matcher import Match
from spravka.nomenclature.tables import MappingRun
from spravka.nomenclature.twin import Twin, halves
from spravka.resources import Resources

Found = dict[str, Any]
"""What is kept of a match, by column of the statement that stores it."""

TWIN_FROM_ROWS = 600
"""With fewer rows a second process would not pay for its start."""


class Finding(Protocol):
    """Something that finds items for names and learns what people confirm."""

    @property
    def item_ids(self) -> NDArray[np.int64]: ...

    def find(self, names: Sequence[str]) -> list[Found]:
        """What is to be kept for each name, in order."""

    def hear(self, confirmed: ConfirmedNames) -> None:
        """Let newly confirmed names answer from the next call on."""


@dataclass(frozen=True)
class Finder:
    """The matcher of an opened catalogue, with the thresholds of its owner."""

    opened: OpenedCatalogue
    thresholds: Thresholds
    candidate_count: int

    @property
    def item_ids(self) -> NDArray[np.int64]:
        return self.opened.item_ids

    def find(self, names: Sequence[str]) -> list[Found]:
        return [_kept(match, self) for match in self.opened.matcher.match(names, top=self.candidate_count)]

    def hear(self, confirmed: ConfirmedNames) -> None:
        self.opened.matcher.add_confirmed(confirmed.names, confirmed.items)

    @contextmanager
    def for_rows(self, count: int) -> Iterator[Finding]:
        """This finder alone for a few rows; for many, with a twin on a second core."""
        if count < TWIN_FROM_ROWS or (os.cpu_count() or 1) < 2:
            yield self
        else:
            with Twin(self._answer) as twin:
                yield PairedFinder(self, twin)

    def _answer(self, message: Any) -> Any:
        """In the twin: learn what the first process learnt, then find."""
        for heard in message["heard"]:
            self.hear(ConfirmedNames(heard["names"], np.asarray(heard["items"], dtype=np.int64)))
        return self.find(message["names"])


class PairedFinder:
    """A finder and its twin, each finding for half of the names."""

    def __init__(self, finder: Finder, twin: Twin) -> None:
        self._finder, self._twin = finder, twin
        self._unheard: list[dict[str, Any]] = []

    @property
    def item_ids(self) -> NDArray[np.int64]:
        return self._finder.item_ids

    def find(self, names: Sequence[str]) -> list[Found]:
        """Raises ``TwinDied``, which ends the run; its rerun goes on after the last stored chunk."""
        own, others = halves(names)
        self._twin.ask({"names": list(others), "heard": self._unheard})
        self._unheard = []
        found = self._finder.find(own)
        theirs: list[Found] = self._twin.answer()
        return found + theirs

    def hear(self, confirmed: ConfirmedNames) -> None:
        self._finder.hear(confirmed)
        self._unheard.append({"names": list(confirmed.names), "items": confirmed.items.tolist()})


def open_finder(resources: Resources, session: Session, mapping: MappingRun) -> Finder:
    """The finder of a run; raises ``CatalogueNotReady``."""
    catalogue = get_catalogue(session, mapping.tenant_id, mapping.catalogue_id)
    return Finder(
        opened=open_catalogue(resources, session, catalogue),
        thresholds=Thresholds(accept=catalogue.accept_from, hopeless=catalogue.no_item_below),
        candidate_count=mapping.candidate_count,
    )


def _kept(match: Match, finder: Finder) -> Found:
    """What is kept of a match; items are named by their ids, so that their present names are shown."""
    ids = finder.opened.item_ids
    best = match.candidates[0] if match.candidates else None
    group = match.groups[0] if match.groups else None
    decision = decide(best.confidence if best else None, finder.thresholds)
    return {
        "decisions": decision.value,
        "group_codes": group.code if group else None,
        "group_confidences": group.confidence if group else None,
        "groups": _json([{"code": guess.code, "confidence": guess.confidence} for guess in match.groups]),
        "item_ids": int(ids[best.item]) if best and decision is not Decision.NO_SUCH_ITEM else None,
        "confidences": best.confidence if best else None,
        "candidates": _json(
            [
                {
                    "item_id": int(ids[candidate.item]),
                    "confidence": candidate.confidence,
                    "reasons": candidate.reasons.to_json(),
                }
                for candidate in match.candidates
            ]
        ),
        "notes": match.note,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
