"""Things a tenant owns, made when asked for: by the name of the path parameter, member or query that names one.

A route with a new kind of id needs one property here, which makes such a thing and gives its id. What belongs
together is made together: the item is of the catalogue, the mapping is on the catalogue, its job is finished (so
that its stream of events ends).
"""

import itertools
from functools import cached_property
from typing import TypeVar

from sqlalchemy.orm import Session

from spravka.catalogues.tables import (
    Catalogue,
    CatalogueImport,
    CatalogueItem,
    ClassifierStatus,
    ClassifierVersion,
    ConfirmedMatch,
)
from spravka.database.mapped import Table
from spravka.jobs.tables import Job, JobStatus
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision
from spravka.tenants.tables import Prompt
from tests.callers import Side

Row = TypeVar("Row", bound=Table)

numbers = itertools.count(1)
"""A number that no other thing has."""


class Belongings:
    """What one side of the world owns."""

    def __init__(self, session: Session, side: Side) -> None:
        self._session = session
        self._side = side

    @property
    def tenant_id(self) -> int:
        return self._side.tenant_id

    @property
    def user_id(self) -> int:
        return self._side.member_id

    @property
    def api_key_id(self) -> int:
        return self._side.api_key_id

    @cached_property
    def prompt_id(self) -> int:
        prompt = Prompt(tenant_id=self.tenant_id, table_name="sales", version=next(numbers), text="text")
        return self._stored(prompt).id

    @cached_property
    def job_id(self) -> int:
        job = Job(tenant_id=self.tenant_id, kind="done", queue="maintenance", arguments={}, status=JobStatus.FINISHED)
        return self._stored(job).id

    @cached_property
    def catalogue_id(self) -> int:
        catalogue = Catalogue(tenant_id=self.tenant_id, slug=f"catalogue-{next(numbers)}", name="Материалы")
        return self._stored(catalogue).id

    @cached_property
    def item_id(self) -> int:
        item = CatalogueItem(catalogue_id=self.catalogue_id, code="x", name="Труба 20", group_code="01")
        return self._stored(item).id

    @cached_property
    def import_id(self) -> int:
        found = CatalogueImport(
            catalogue_id=self.catalogue_id, file_name="items.csv", content_hash="0" * 64, columns={}
        )
        return self._stored(found).id

    @cached_property
    def classifier_version_id(self) -> int:
        version = ClassifierVersion(
            catalogue_id=self.catalogue_id,
            version=1,
            status=ClassifierStatus.READY,
            arrays_key="none",
            held_out_count=0,
            item_count=1,
            confirmed_count=0,
            group_count=1,
            training_seconds=0.1,
        )
        return self._stored(version).id

    @cached_property
    def confirmed_match_id(self) -> int:
        match = ConfirmedMatch(
            catalogue_id=self.catalogue_id, item_id=self.item_id, name="труба 20", normalised_name="труба 20"
        )
        return self._stored(match).id

    @cached_property
    def mapping_id(self) -> int:
        run = MappingRun(
            tenant_id=self.tenant_id,
            catalogue_id=self.catalogue_id,
            job_id=self.job_id,
            title="rows",
            header=["Наименование"],
            name_column=0,
            candidate_count=5,
            row_count=1,
        )
        row = MappingRow(
            mapping_run_id=self._stored(run).id,
            number=1,
            cells=["труба 20"],
            name="труба 20",
            decision=RowDecision.NEEDS_REVIEW,
            item_id=self.item_id,
            confidence=0.5,
            candidates=[],
        )
        self._stored(row)
        return run.id

    def make_everything(self) -> None:
        """One of each."""
        for name, member in vars(type(self)).items():
            if isinstance(member, cached_property):
                getattr(self, name)

    def _stored(self, row: Row) -> Row:
        self._session.add(row)
        self._session.flush()
        return row
