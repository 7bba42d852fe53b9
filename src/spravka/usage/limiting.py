"""What a tenant may spend."""

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from spravka.auth.access import Caller
from spravka.auth.auditing import record_in_tenant
from spravka.usage import queries
from spravka.usage.schemas import LimitChange
from spravka.usage.tables import LlmLimit


def set_limit(session: Session, caller: Caller, tenant_id: int, change: LimitChange) -> LlmLimit:
    """The tenant's limit from now on; calls that have begun go on."""
    values = change.model_dump()
    session.execute(
        insert(LlmLimit)
        .values(tenant_id=tenant_id, **values)
        .on_conflict_do_update(index_elements=[LlmLimit.tenant_id], set_=values)
    )
    record_in_tenant(session, caller, tenant_id, "llm-limit.set", f"tenant {tenant_id}", **values)
    limit = queries.find_limit_for_update(session, tenant_id)
    assert limit is not None
    return limit
