"""Runs in the small world of two tenants, their rows written as a test needs them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from spravka.catalogues.tables import Catalogue, CatalogueGroup, CatalogueItem
from spravka.jobs.tables import Job, JobStatus
from spravka.nomenclature.tables import MappingRow, MappingRun
from tests.callers import API, Side, World, app, world

__all__ = ["app", "world"]

GROUPS = {"01": "Трубы", "02": "Кабели", "03": None}


@dataclass
class Desk:
    """Where one side of the world maps names: a catalogue with a few items, and runs on it."""

    world: World
    side: Side
    catalogue_id: int
    items: dict[str, int]
    """Id of each item by its code."""
    clients: dict[str, TestClient] = field(default_factory=dict)

    def run(
        self,
        rows: Sequence[dict[str, Any]],
        status: JobStatus = JobStatus.FINISHED,
        header: Sequence[str] = ("Наименование",),
    ) -> int:
        """A run with these rows; what a row does not say is as in a row that was not mapped yet."""
        with self.world.sessions.begin() as session:
            job = _stored(session, Job(tenant_id=self.side.tenant_id, kind="x", queue="x", arguments={}, status=status))
            run = _stored(
                session,
                MappingRun(
                    tenant_id=self.side.tenant_id,
                    catalogue_id=self.catalogue_id,
                    job_id=job.id,
                    title="rows",
                    header=list(header),
                    name_column=0,
                    candidate_count=5,
                    row_count=len(rows),
                ),
            )
            session.add_all(
                MappingRow(mapping_run_id=run.id, number=number, **{"cells": [], "name": "труба", **row})
                for number, row in enumerate(rows, start=1)
            )
            run_id: int = run.id
            return run_id

    def candidate(self, code: str, confidence: float, source: str = "words") -> dict[str, Any]:
        """A candidate as a run keeps it."""
        return {"item_id": self.items[code], "confidence": confidence, "reasons": {"sources": [source]}}

    def found(self, code: str, confidence: float, decision: str, **more: Any) -> dict[str, Any]:
        """A row as the matcher leaves it."""
        item_id = None if decision == "no_such_item" else self.items[code]
        candidates = [self.candidate(code, confidence, more.pop("source", "words"))]
        return {"decision": decision, "item_id": item_id, "confidence": confidence, "candidates": candidates, **more}

    def get(self, path: str, speaker: str = "member", **query: Any) -> Any:
        """What a route of this side's answers to one of its people."""
        answer = self.client_of(speaker).get(f"{API}{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: Any, speaker: str = "member") -> Any:
        answer = self.client_of(speaker).post(f"{API}{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json()

    def client_of(self, speaker: str) -> TestClient:
        """One of this side's people, signed in once."""
        if speaker not in self.clients:
            self.clients[speaker] = self.world.client_of(f"{self.side.slug} {speaker}")
        return self.clients[speaker]

    def row(self, run_id: int, number: int) -> Any:
        return self.get(f"/mappings/{run_id}/rows", numbers=number)["entries"][0]


@pytest.fixture
def desk(world: World) -> Desk:
    """The north's."""
    with world.sessions.begin() as session:
        catalogue = _stored(session, Catalogue(tenant_id=world.north.tenant_id, slug="materials", name="Материалы"))
        names = {"T-20": "Труба стальная 20", "T-57": "Труба стальная 57х3,5", "K-1": "Кабель ВВГнг 3х2,5 чёрный"}
        session.add_all(
            CatalogueItem(catalogue_id=catalogue.id, code=code, name=name, group_code="01")
            for code, name in names.items()
        )
        session.add_all(
            CatalogueGroup(catalogue_id=catalogue.id, code=code, name=name) for code, name in GROUPS.items()
        )
        session.flush()
        items = session.scalars(select(CatalogueItem).where(CatalogueItem.catalogue_id == catalogue.id))
        return Desk(world, world.north, catalogue.id, {item.code: item.id for item in items})


def _stored(session: Session, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row
