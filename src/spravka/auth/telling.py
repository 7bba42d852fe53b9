"""The record of what was done, told with the names of people."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from spravka.auth import queries
from spravka.auth.errors import UserNotFound
from spravka.auth.queries import AuditFilter
from spravka.auth.schemas import AuditEventOut
from spravka.auth.tables import AuditEvent

USER = "user "


def check_wanted(session: Session, tenant_id: int, wanted: AuditFilter) -> None:
    """Raises :class:`UserNotFound` for a person nobody of the tenant can know, :class:`ApiKeyNotFound`."""
    if wanted.user_id is not None and not queries.is_known_in(session, tenant_id, wanted.user_id):
        raise UserNotFound(wanted.user_id)
    if wanted.api_key_id is not None:
        queries.get_api_key(session, tenant_id, wanted.api_key_id)


def told_with_names(session: Session, events: Sequence[AuditEvent]) -> list[AuditEventOut]:
    """The events with what the people in them are called: who acted, and whose account or place was changed."""
    actors = {event.user_id for event in events if event.user_id is not None}
    subjects = {number for event in events if (number := _user_meant(event.subject)) is not None}
    names = queries.find_user_names(session, actors | subjects)
    return [_named(event, names) for event in events]


def _named(event: AuditEvent, names: dict[int, str]) -> AuditEventOut:
    told = AuditEventOut.model_validate(event)
    subject = _user_meant(event.subject)
    told.user_name = names.get(event.user_id) if event.user_id is not None else None
    told.subject_name = names.get(subject) if subject is not None else None
    return told


def _user_meant(subject: str) -> int | None:
    """The id in ``user 7``; None where something else is meant."""
    number = subject.removeprefix(USER)
    return int(number) if subject.startswith(USER) and number.isdecimal() else None
