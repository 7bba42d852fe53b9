"""API keys: making one, revoking one."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from spravka.auth import auditing, queries
from spravka.auth.access import TenantCaller
from spravka.auth.credentials import random_keys
from spravka.auth.errors import ApiKeyNameTaken
from spravka.auth.tables import ApiKey


def make_key(session: Session, caller: TenantCaller, name: str) -> tuple[ApiKey, str]:
    """A new key of the caller's tenant, and its text, which nobody can tell again.

    Raises :class:`ApiKeyNameTaken`.
    """
    made = random_keys.new_api_key()
    api_key: ApiKey | None = session.scalar(
        insert(ApiKey)
        .values(
            tenant_id=caller.tenant_id,
            created_by_id=caller.user_id,
            name=name,
            prefix=made.shown_prefix,
            key_hash=made.hash,
        )
        .on_conflict_do_nothing()
        .returning(ApiKey)
    )
    if api_key is None:
        raise ApiKeyNameTaken(name)
    auditing.record(session, caller, "api-key.made", f"api-key {api_key.id}", name=name)
    return api_key, made.text


def revoke_key(session: Session, caller: TenantCaller, api_key_id: int, now: datetime) -> None:
    """Refuse the key from now on; revoking it again changes nothing. Raises :class:`ApiKeyNotFound`."""
    api_key = queries.get_api_key(session, caller.tenant_id, api_key_id)
    if api_key.revoked_at is None:
        api_key.revoked_at = now
        auditing.record(session, caller, "api-key.revoked", f"api-key {api_key.id}", name=api_key.name)
