"""What a person says of a name: it counts at once, above everything a machine finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ARRAY, BigInteger, Text, TextClause, bindparam, text
from sqlalchemy.orm import Session

from spravka.catalogues import queries
from spravka.catalogues.errors import ItemCodesUnknown, NameUnreadable
from spravka.database.batches import batches
from spravka.matching.normalising import is_readable, normalise

STATEMENT_ROWS = 10_000

_TEXTS, _IDS = ARRAY(Text), ARRAY(BigInteger)

_NEW = """
    INSERT INTO confirmed_match (catalogue_id, confirmed_by_id, item_id, name, normalised_name)
    SELECT :catalogue_id, :user_id, * FROM unnest(:item_ids, :names, :keys)
    ON CONFLICT (catalogue_id, normalised_hash)
"""
_NEW_PARAMETERS = (
    bindparam("user_id", type_=BigInteger),
    bindparam("item_ids", type_=_IDS),
    bindparam("names", type_=_TEXTS),
    bindparam("keys", type_=_TEXTS),
)

_CONFIRM = text(
    _NEW
    + """
    DO UPDATE SET
        item_id = excluded.item_id,
        name = excluded.name,
        confirmed_by_id = excluded.confirmed_by_id,
        changed_at = now()
    """
).bindparams(*_NEW_PARAMETERS)

_CONFIRM_AGAIN = text(_NEW + "DO NOTHING").bindparams(*_NEW_PARAMETERS)

_FORGET_NAMES = text(
    """
    DELETE FROM confirmed_match AS match
    USING unnest(:names, :item_ids) AS wrong (name, item_id)
    WHERE match.catalogue_id = :catalogue_id
        AND match.normalised_hash = md5(wrong.name)
        AND match.item_id = wrong.item_id
    """
).bindparams(bindparam("names", type_=_TEXTS), bindparam("item_ids", type_=_IDS))


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
    return _insert(session, _CONFIRM, catalogue_id, matches, user_id)


def confirm_again(session: Session, catalogue_id: int, matches: Sequence[NamedItem], user_id: int | None) -> None:
    """Tie names to items as they had been before; whatever was said of a name since stands above that."""
    _insert(session, _CONFIRM_AGAIN, catalogue_id, matches, user_id)


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


def _insert(
    session: Session, statement: TextClause, catalogue_id: int, matches: Sequence[NamedItem], user_id: int | None
) -> int:
    """Store the matches, of each name the last; raises :class:`NameUnreadable`."""
    newest = {_key(match.name): match for match in matches}
    for keys in batches(list(newest), STATEMENT_ROWS):
        session.execute(
            statement,
            {
                "catalogue_id": catalogue_id,
                "user_id": user_id,
                "item_ids": [newest[key].item_id for key in keys],
                "names": [newest[key].name for key in keys],
                "keys": list(keys),
            },
        )
    return len(newest)


def _key(name: str) -> str:
    key = normalise(name)
    if not is_readable(key):
        raise NameUnreadable(name[:100])
    return key
