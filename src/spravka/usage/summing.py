"""A tenant's spending at a glance."""

from datetime import datetime

from sqlalchemy.orm import Session

from spravka.llm.asking import Llm
from spravka.usage import queries
from spravka.usage.periods import days_before, start_of_day, start_of_month
from spravka.usage.schemas import DaySpendingOut, LimitOut, PurposeSpendingOut, SpendingOut, UsageOut


def sum_up(session: Session, tenant_id: int, now: datetime, llm: Llm | None) -> UsageOut:
    """Today, this month, by purpose and by day, the limit, and which language model there is."""
    month_at = start_of_month(now)
    limit = queries.find_limit(session, tenant_id)
    return UsageOut(
        today=SpendingOut.model_validate(queries.get_spending(session, tenant_id, start_of_day(now))),
        this_month=SpendingOut.model_validate(queries.get_spending(session, tenant_id, month_at)),
        purposes=[
            PurposeSpendingOut.model_validate(one) for one in queries.list_purposes(session, tenant_id, month_at)
        ],
        days=[
            DaySpendingOut.model_validate(one)
            for one in queries.list_days(session, tenant_id, days_before(now, queries.SHOWN_DAYS))
        ],
        limit=LimitOut.model_validate(limit) if limit else LimitOut(tokens_a_day=None, tokens_a_month=None),
        llm_name=llm.name if llm else None,
    )
