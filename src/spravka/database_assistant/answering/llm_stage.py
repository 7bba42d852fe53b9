"""The second reader of a question: a language model, where the settings name one and the tenant wants it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.customer_databases.caps import Caps
from spravka.customer_databases.connection import CustomerConnection
from spravka.database_assistant import queries
from spravka.database_assistant.answering.work import Brief, Work
from spravka.database_assistant.llm_reading.examples import Example
from spravka.database_assistant.llm_reading.prompting import Asked
from spravka.database_assistant.llm_reading.reading import LlmReading, Workbench, read_question
from spravka.database_assistant.llm_reading.writing_plans import write_plan
from spravka.database_assistant.querying import guard
from spravka.database_assistant.tables import ExampleState, ReaderChoice
from spravka.query_plans.plan import PLAN_JSON
from spravka.question_reading.hearing.hear import hear
from spravka.sql_guard.errors import QueryRefused
from spravka.sql_guard.guarded_query import GuardedQuery
from spravka.sql_guard.judging import explain
from spravka.tenants.tables import Prompt
from spravka.usage.metering import MeteredLlm

PURPOSE = "reading questions"
TRY_SECONDS = 5.0


def llm_for(work: Work) -> MeteredLlm | None:
    """The language model, its calls counted for the tenant; None where there is none or the tenant wants none."""
    resources, brief = work.assistant.resources, work.brief
    if resources.llm is None or brief.reader is ReaderChoice.GRAMMAR:
        return None
    return MeteredLlm(resources.llm, resources.sessions, brief.tenant_id, PURPOSE, resources.llm_settings.max_tokens)


def read_by_llm(work: Work, llm: MeteredLlm, connection: CustomerConnection) -> LlmReading[GuardedQuery]:
    """What the language model makes of the question: guarded, and accepted by the database.

    Raises the problems of ``llm.errors``, :class:`TokenLimitReached`, and what the database raises.
    """
    brief = work.brief
    bench = Workbench(
        llm=llm,
        search=brief.known.tables,
        write=lambda plan: write_plan(plan, brief.known.schema, work.assistant.today()),
        judge=lambda sql: guard(sql, brief.policy),
        try_out=lambda query: _try_out(connection, query, brief),
        prompt_tokens=work.assistant.resources.llm_settings.prompt_tokens,
    )
    return read_question(_asked(work), bench)


def _asked(work: Work) -> Asked:
    brief, today = work.brief, work.assistant.today()
    heard = hear(brief.question, today)
    with work.assistant.resources.sessions() as session:
        wordings, examples = _wordings(session, brief.tenant_id), _examples(session, brief.tenant_id)
    return Asked(
        heard=heard,
        today=today,
        privacy=brief.privacy,
        links=brief.known.reader.linker.link(heard),
        glossary=brief.known.knowledge.glossary,
        wordings=wordings,
        examples=examples,
        previous=(brief.previous_question, brief.previous) if brief.previous is not None else None,
    )


def _wordings(session: Session, tenant_id: int) -> dict[str, str]:
    """The tenant's active prompts by table."""
    active = select(Prompt.table_name, Prompt.text).where(Prompt.tenant_id == tenant_id, Prompt.is_active)
    found: dict[str, str] = dict(session.execute(active).all())
    return found


def _examples(session: Session, tenant_id: int) -> list[Example]:
    approved = queries.list_examples(session, tenant_id, state=ExampleState.APPROVED, after=None, limit=None)
    return [
        Example(one.question, PLAN_JSON.validate_python(one.plan) if one.plan is not None else None, one.sql)
        for one in approved
    ]


def _try_out(connection: CustomerConnection, query: GuardedQuery, brief: Brief) -> None:
    """Have the database plan the query without running it; where it cannot, running it will tell."""
    try:
        explained = explain(query, brief.policy)
    except QueryRefused:
        return
    connection.run(explained, Caps(rows=200, timeout_seconds=TRY_SECONDS))
