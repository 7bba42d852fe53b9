"""What a person says of a name: it counts at once, above everything a machine finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ARRAY, BigInteger, Text, bindparam, func, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from spravka.catalogues import queries
from spravka.catalogues.errors import ItemCodesUnknown, NameUnreadable
from spravka.catalogues.tables import ConfirmedMatch
from spravka.database.batches import batches
from spravka.matching.normalising import is_readable, normalise

STATEMENT_ROWS = 2_000


_FORGET_NAMES = text(
    """
    DELETE FROM confirmed_match AS match
    USING unnest(:names, :item_ids) AS wrong (name, item_id)
    WHERE match.catalogue_id = :catalogue_id
        AND match.normalised_hash = md5(wrong.name)
        AND match.item_id = wrong.item_id
    """
).bindparams(bindparam("names", type_=ARRAY(Text)), bindparam("item_ids", type_=ARRAY(BigInteger)))


@dataclass(frozen=True)
class NamedItem:
    """A supplier's name and the id of the item it means."""

    name: str
    item_id: int


def confirm(session: Session, catalogue_id: int, matches: Sequence[NamedItem], user_id: int | None) -> int:
    """Tie names to items. A name is known by its normalised form, and the newest word on it stands.

    The items must be the catalogue's. Returns how many different names were stored; raises
    :class:`NameUnreadable` where a name holds nothing to know it by.
    """
    newest = {_key(match.name): match for match in matches}
    rows = [
        {
            "catalogue_id": catalogue_id,
            "item_id": match.item_id,
            "name": match.name,
            "normalised_name": key,
            "confirmed_by_id": user_id,
        }
        for key, match in newest.items()
    ]
    for part in batches(rows, STATEMENT_ROWS):
        statement = insert(ConfirmedMatch)
        replaced = {name: statement.excluded[name] for name in ("item_id", "name", "confirmed_by_id")}
        session.execute(
            statement.on_conflict_do_update(
                index_elements=["catalogue_id", "normalised_hash"],
                set_={**replaced, "changed_at": func.now()},
            ),
            part,
        )
    return len(rows)


def confirm_codes(
    session: Session, tenant_id: int, catalogue_id: int, names: Mapping[str, str], user_id: int | None
) -> int:
    """Bring history in: supplier names by item codes. Raises :class:`ItemCodesUnknown`, storing nothing."""
    catalogue = queries.get_catalogue(session, tenant_id, catalogue_id)
    ids: dict[str, int] = {}
    for codes in batches(sorted(set(names.values())), STATEMENT_ROWS):
        items = queries.list_items_by_code(session, tenant_id, catalogue_id, codes)
        ids |= {item.code: item.id for item in items}
    unknown = sorted(set(names.values()) - ids.keys())
    if unknown:
        raise ItemCodesUnknown(unknown)
    return confirm(session, catalogue.id, [NamedItem(name, ids[code]) for name, code in names.items()], user_id)


def forget(session: Session, tenant_id: int, confirmed_match_id: int) -> None:
    """Take back a confirmed match; rows decided by it keep their decisions."""
    session.delete(queries.get_confirmed_match(session, tenant_id, confirmed_match_id))


def forget_names(session: Session, catalogue_id: int, wrong: Sequence[NamedItem]) -> None:
    """Take back what was confirmed of names, where it was these items: a person says that it is not."""
    session.execute(
        _FORGET_NAMES,
        {
            "catalogue_id": catalogue_id,
            "names": [normalise(match.name) for match in wrong],
            "item_ids": [match.item_id for match in wrong],
        },
    )


def _key(name: str) -> str:
    key = normalise(name)
    if not is_readable(key):
        raise NameUnreadable(name[:100])
    return key
