"""Reading mapping runs."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from spravka.nomenclature.errors import MappingNotFound
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision


def get_mapping(session: Session, tenant_id: int, mapping_id: int) -> MappingRun:
    mapping = session.scalar(select(MappingRun).where(MappingRun.tenant_id == tenant_id, MappingRun.id == mapping_id))
    if mapping is None:
        raise MappingNotFound(mapping_id)
    return mapping


def list_mappings(
    session: Session, tenant_id: int, *, before: int | None, limit: int, catalogue_id: int | None = None
) -> Sequence[MappingRun]:
    """The tenant's runs, newest first."""
    query = select(MappingRun).where(MappingRun.tenant_id == tenant_id).order_by(MappingRun.id.desc()).limit(limit)
    if catalogue_id is not None:
        query = query.where(MappingRun.catalogue_id == catalogue_id)
    return session.scalars(query if before is None else query.where(MappingRun.id < before)).all()


def count_decisions(session: Session, tenant_id: int, mapping_id: int) -> dict[RowDecision, int]:
    """How many rows of the run have each decision."""
    query = (
        select(MappingRow.decision, func.count())
        .join(MappingRun, MappingRun.id == MappingRow.mapping_run_id)
        .where(MappingRun.tenant_id == tenant_id, MappingRun.id == mapping_id)
        .group_by(MappingRow.decision)
    )
    found: dict[RowDecision, int] = dict(session.execute(query).all())
    return {decision: found.get(decision, 0) for decision in RowDecision}


def list_rows(
    session: Session,
    tenant_id: int,
    mapping_id: int,
    *,
    after: int | None,
    limit: int,
    decision: RowDecision | None = None,
    group_code: str | None = None,
    confidence_from: float | None = None,
    confidence_to: float | None = None,
) -> Sequence[MappingRow]:
    """Rows in the file's order, those that meet every condition given."""
    query = _rows(tenant_id, mapping_id).order_by(MappingRow.number).limit(limit)
    if after is not None:
        query = query.where(MappingRow.number > after)
    if decision is not None:
        query = query.where(MappingRow.decision == decision)
    if group_code is not None:
        query = query.where(MappingRow.group_code == group_code)
    if confidence_from is not None:
        query = query.where(MappingRow.confidence >= confidence_from)
    if confidence_to is not None:
        query = query.where(MappingRow.confidence <= confidence_to)
    return session.scalars(query).all()


def list_rows_for_update(
    session: Session, tenant_id: int, mapping_id: int, numbers: Sequence[int]
) -> Sequence[MappingRow]:
    """Those rows, locked, in order: for decisions. Rows that are not there are simply missing."""
    query = _rows(tenant_id, mapping_id).where(MappingRow.number.in_(numbers)).order_by(MappingRow.number)
    return session.scalars(query.with_for_update(of=MappingRow)).all()


def _rows(tenant_id: int, mapping_id: int) -> Select[MappingRow]:
    return (
        select(MappingRow)
        .join(MappingRun, MappingRun.id == MappingRow.mapping_run_id)
        .where(MappingRun.tenant_id == tenant_id, MappingRun.id == mapping_id)
    )
