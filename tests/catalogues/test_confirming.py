"""What people say of names, kept in the database."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.catalogues.confirming import NamedItem, confirm, confirm_codes, forget_names
from spravka.catalogues.errors import ItemCodesUnknown, NameUnreadable
from spravka.catalogues.tables import Catalogue, CatalogueItem, ConfirmedMatch
from spravka.tenants.tables import Tenant


@pytest.fixture
def catalogue(session: Session) -> Catalogue:
    tenant = Tenant(slug="supply", name="Supply")
    session.add(tenant)
    session.flush()
    made = Catalogue(tenant_id=tenant.id, slug="materials", name="Materials")
    session.add(made)
    session.flush()
    session.add_all(
        CatalogueItem(catalogue_id=made.id, code=code, name=f"Труба {code}", group_code="01") for code in ("a", "b")
    )
    session.flush()
    return made


def item_id(session: Session, code: str) -> int:
    return session.scalars(select(CatalogueItem.id).where(CatalogueItem.code == code)).one()


def stored(session: Session) -> dict[str, int]:
    session.expire_all()
    return {match.name: match.item_id for match in session.scalars(select(ConfirmedMatch))}


def test_the_newest_word_on_a_name_stands_however_it_is_written(session: Session, catalogue: Catalogue) -> None:
    first, second = item_id(session, "a"), item_id(session, "b")
    confirm(session, catalogue.id, [NamedItem("Труба 57х3,5", first)], None)
    confirm(session, catalogue.id, [NamedItem("ТРУБА  57x3.5", second)], None)
    assert stored(session) == {"ТРУБА  57x3.5": second}


def test_of_a_name_said_twice_at_once_the_last_counts(session: Session, catalogue: Catalogue) -> None:
    first, second = item_id(session, "a"), item_id(session, "b")
    assert confirm(session, catalogue.id, [NamedItem("труба", first), NamedItem("Труба", second)], None) == 1
    assert stored(session) == {"Труба": second}


def test_history_with_unknown_codes_is_refused_whole(session: Session, catalogue: Catalogue) -> None:
    with pytest.raises(ItemCodesUnknown) as refused:
        confirm_codes(session, catalogue.tenant_id, catalogue.id, {"труба": "a", "гайка": "z"}, None)
    assert refused.value.codes == ["z"]
    assert stored(session) == {}


def test_a_name_without_letters_or_digits_cannot_be_confirmed(session: Session, catalogue: Catalogue) -> None:
    with pytest.raises(NameUnreadable):
        confirm(session, catalogue.id, [NamedItem("🙂 —", item_id(session, "a"))], None)


def test_a_name_is_forgotten_only_for_the_item_it_was_tied_to(session: Session, catalogue: Catalogue) -> None:
    first, second = item_id(session, "a"), item_id(session, "b")
    confirm(session, catalogue.id, [NamedItem("Труба 57х3,5", first)], None)
    forget_names(session, catalogue.id, [NamedItem("труба 57x3.5", second)])
    assert stored(session) == {"Труба 57х3,5": first}
    forget_names(session, catalogue.id, [NamedItem("труба 57x3.5", first)])
    assert stored(session) == {}
