"""Reading mapping runs."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import md5
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    DateTime,
    Integer,
    Row,
    Select,
    Text,
    any_,
    false,
    func,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from spravka.auth.tables import User
from spravka.catalogues.confirming import NamedItem
from spravka.catalogues.tables import CatalogueGroup, CatalogueItem
from spravka.nomenclature.errors import MappingNotFound
from spravka.nomenclature.row_filters import EVERY_ROW, RowFilter, RowOrder, sort_keys
from spravka.nomenclature.standings import Best, Standing
from spravka.nomenclature.tables import MappingRow, MappingRun, RowDecision

CONFIRMED = "confirmed"
"""How the matcher calls, among the sources of a candidate, that people had tied the name to it."""


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


def count_decisions(
    session: Session, tenant_id: int, mapping_ids: Collection[int]
) -> dict[int, dict[RowDecision, int]]:
    """How many rows of each of the runs have each decision."""
    query = (
        select(MappingRow.mapping_run_id, MappingRow.decision, func.count())
        .join(MappingRun, MappingRun.id == MappingRow.mapping_run_id)
        .where(MappingRun.tenant_id == tenant_id, MappingRun.id == any_(_array(mapping_ids, BigInteger)))
        .group_by(MappingRow.mapping_run_id, MappingRow.decision)
    )
    counts = {mapping_id: dict.fromkeys(RowDecision, 0) for mapping_id in mapping_ids}
    for mapping_id, decision, count in session.execute(query):
        counts[mapping_id][decision] = count
    return counts


def list_rows(
    session: Session,
    tenant_id: int,
    mapping_id: int,
    *,
    after: int | None,
    limit: int,
    row_filter: RowFilter = EVERY_ROW,
) -> Sequence[MappingRow]:
    """Rows in the file's order, those that meet the filter."""
    query = _filtered(_rows(tenant_id, mapping_id), row_filter).order_by(MappingRow.number).limit(limit)
    return session.scalars(query if after is None else query.where(MappingRow.number > after)).all()


def list_rows_by_number(
    session: Session, tenant_id: int, mapping_id: int, numbers: Sequence[int], row_filter: RowFilter = EVERY_ROW
) -> Sequence[MappingRow]:
    """Those rows that meet the filter, in the order of ``numbers``, each once."""
    query = _filtered(_rows(tenant_id, mapping_id), row_filter).where(MappingRow.number.in_(set(numbers)))
    found = {row.number: row for row in session.scalars(query)}
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def list_row_numbers(
    session: Session, tenant_id: int, mapping_id: int, row_filter: RowFilter, order: RowOrder, *, is_descending: bool
) -> list[int]:
    """The numbers of all rows that meet the filter, sorted by the database and sent as one array."""
    keys = sort_keys(order, is_descending=is_descending)
    query = _filtered(
        _of_run(select(func.array_agg(aggregate_order_by(MappingRow.number, *keys))), tenant_id, mapping_id), row_filter
    )
    if order is RowOrder.GROUP:
        query = query.outerjoin(
            CatalogueGroup,
            (CatalogueGroup.catalogue_id == MappingRun.catalogue_id) & (CatalogueGroup.code == MappingRow.group_code),
        )
    numbers: list[int] | None = session.scalar(query)
    return numbers or []


def count_groups(session: Session, tenant_id: int, mapping_id: int) -> Sequence[tuple[str, str | None, int]]:
    """Code, present name and number of rows of every group that the run has rows of, most rows first."""
    counted = (
        _of_run(
            select(MappingRun.catalogue_id, MappingRow.group_code, func.count().label("row_count")),
            tenant_id,
            mapping_id,
        )
        .where(MappingRow.group_code.is_not(None))
        .group_by(MappingRun.catalogue_id, MappingRow.group_code)
        .subquery()
    )
    query = (
        select(counted.c.group_code, CatalogueGroup.name, counted.c.row_count)
        .outerjoin(
            CatalogueGroup,
            (CatalogueGroup.catalogue_id == counted.c.catalogue_id) & (CatalogueGroup.code == counted.c.group_code),
        )
        .order_by(counted.c.row_count.desc(), counted.c.group_code)
    )
    return [(code, name, count) for code, name, count in session.execute(query)]


def list_people(session: Session, tenant_id: int, mapping_id: int, numbers: Sequence[int]) -> dict[int, str]:
    """How the people are called, by id, who decided those rows: also one who has left the tenant since."""
    query = (
        _of_run(select(User.id, func.coalesce(User.full_name, User.email)).distinct(), tenant_id, mapping_id)
        .join(User, User.id == MappingRow.decided_by_id)
        .where(MappingRow.number == any_(_array(numbers, Integer)))
    )
    found: dict[int, str] = dict(session.execute(query).all())
    return found


def list_person_decisions(session: Session, tenant_id: int, mapping_id: int) -> Sequence[Row[Any]]:
    """Number, decision and item of every row of the run that a person decided, in order."""
    query = _of_run(select(MappingRow.number, MappingRow.decision, MappingRow.item_id), tenant_id, mapping_id)
    return session.execute(query.where(MappingRow.decided_by_person).order_by(MappingRow.number)).all()


def list_standings_for_update(
    session: Session, tenant_id: int, mapping_id: int, numbers: Sequence[int]
) -> list[Standing]:
    """How those rows stand, locked, in order: for decisions. Rows that are not there are simply missing."""
    is_meant = MappingRow.number == any_(_array(numbers, Integer))
    return _standings_for_update(session, tenant_id, mapping_id, is_meant)


def list_followers_for_update(
    session: Session, tenant_id: int, mapping_id: int, rows: Sequence[Standing]
) -> list[Standing]:
    """Rows that a person's decision on one of ``rows`` decided, too: of the same name, in the same moment, for the
    same item; ``rows`` themselves among them."""
    moments = {(row.name, row.decided_at, row.item_id) for row in rows}
    is_likely = (
        MappingRow.decided_by_person
        & (func.md5(MappingRow.name) == any_(_array([_md5(row.name) for row in rows], Text)))
        & (MappingRow.decided_at == any_(_array({row.decided_at for row in rows}, DateTime(timezone=True))))
    )
    found = _standings_for_update(session, tenant_id, mapping_id, is_likely)
    return [row for row in found if (row.name, row.decided_at, row.item_id) in moments]


def _standings_for_update(
    session: Session, tenant_id: int, mapping_id: int, is_meant: ColumnElement[bool]
) -> list[Standing]:
    best = MappingRow.candidates[0]
    query = _of_run(
        select(
            MappingRow.number,
            MappingRow.name,
            MappingRow.decision,
            MappingRow.item_id,
            MappingRow.confidence,
            MappingRow.decided_by_person,
            MappingRow.decided_at,
            MappingRow.candidates.is_not(None).label("is_mapped"),
            best["item_id"].astext.cast(BigInteger).label("best_item_id"),
            best["confidence"].as_float().label("best_confidence"),
            func.coalesce(best["reasons"]["sources"].contains([CONFIRMED]), false()).label("is_best_confirmed"),
        ),
        tenant_id,
        mapping_id,
    )
    rows = session.execute(query.where(is_meant).order_by(MappingRow.number).with_for_update(of=MappingRow))
    return [_standing(row) for row in rows]


def list_accepted_names(
    session: Session, tenant_id: int, catalogue_id: int, pairs: Sequence[NamedItem]
) -> set[NamedItem]:
    """Those of ``pairs`` that a person's decision on some row of the catalogue's runs says."""
    ids = sorted({pair.item_id for pair in pairs})
    query = (
        select(MappingRow.name, MappingRow.item_id)
        .join(MappingRun, MappingRun.id == MappingRow.mapping_run_id)
        .where(
            MappingRun.tenant_id == tenant_id,
            MappingRun.catalogue_id == catalogue_id,
            MappingRow.item_id == any_(_array(ids, BigInteger)),
            MappingRow.decided_by_person,
            MappingRow.decision == RowDecision.ACCEPTED,
        )
    )
    said = set(session.execute(query).all())
    return {pair for pair in pairs if (pair.name, pair.item_id) in said}


def _standing(row: Row[Any]) -> Standing:
    is_there = row.best_item_id is not None
    return Standing(
        number=row.number,
        name=row.name,
        decision=row.decision,
        item_id=row.item_id,
        confidence=row.confidence,
        is_persons=row.decided_by_person,
        decided_at=row.decided_at,
        is_mapped=row.is_mapped,
        best=Best(row.best_item_id, row.best_confidence, row.is_best_confirmed) if is_there else None,
    )


def _array(values: Iterable[Any], kind: Any) -> ColumnElement[Any]:
    """One parameter, however many values there are."""
    return literal(list(values), ARRAY(kind))


def _md5(name: str) -> str:
    """What the database's ``md5`` gives: names are looked up by it."""
    return md5(name.encode(), usedforsecurity=False).hexdigest()


def _rows(tenant_id: int, mapping_id: int) -> Select[MappingRow]:
    return _of_run(select(MappingRow), tenant_id, mapping_id)


def _of_run(query: Any, tenant_id: int, mapping_id: int) -> Select[Any]:
    joined: Select[Any] = query.select_from(MappingRow).join(MappingRun, MappingRun.id == MappingRow.mapping_run_id)
    return joined.where(MappingRun.tenant_id == tenant_id, MappingRun.id == mapping_id)


def _filtered(query: Select[Any], row_filter: RowFilter) -> Select[Any]:
    if row_filter.looks_at_items:
        query = query.outerjoin(CatalogueItem, CatalogueItem.id == MappingRow.item_id)
    return query.where(*row_filter.conditions())
