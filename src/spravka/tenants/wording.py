"""A tenant's own wording (prompts) for its tables: versions, one of them active."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.auditing import record
from spravka.tenants import queries
from spravka.tenants.schemas import NewPrompt
from spravka.tenants.tables import Prompt


def add_version(session: Session, caller: TenantCaller, new: NewPrompt) -> Prompt:
    """The next version of the wording for a table."""
    queries.lock_tenant(session, caller.tenant_id)
    prompt = Prompt(
        tenant_id=caller.tenant_id,
        table_name=new.table_name,
        version=queries.count_versions(session, caller.tenant_id, new.table_name) + 1,
        text=new.text,
        is_active=False,
        created_by_id=caller.user_id,
    )
    session.add(prompt)
    session.flush()
    if new.is_active:
        _make_active(session, prompt)
    record(
        session,
        caller,
        "prompt.made",
        f"prompt {prompt.id}",
        table_name=prompt.table_name,
        version=prompt.version,
    )
    return prompt


def activate(session: Session, caller: TenantCaller, prompt_id: int) -> Prompt:
    """Use this version from now on, also an older one; raises :class:`PromptNotFound`."""
    queries.lock_tenant(session, caller.tenant_id)
    prompt = queries.get_prompt(session, caller.tenant_id, prompt_id)
    _make_active(session, prompt)
    record(
        session,
        caller,
        "prompt.activated",
        f"prompt {prompt.id}",
        table_name=prompt.table_name,
        version=prompt.version,
    )
    return prompt


def _make_active(session: Session, prompt: Prompt) -> None:
    """The others first: the database permits one active version at any moment."""
    same = update(Prompt).where(Prompt.tenant_id == prompt.tenant_id, Prompt.table_name == prompt.table_name)
    session.execute(same.where(Prompt.id != prompt.id).values(is_active=False))
    prompt.is_active = True
    session.flush()
