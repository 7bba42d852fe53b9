"""What the routes of this room take and give. All numbers: nothing of what was asked or answered."""

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from spravka.usage.tables import Outcome

MAX_TOKENS = 10**15

Limit = Annotated[int, Field(ge=0, le=MAX_TOKENS)]


class LimitChange(BaseModel):
    """What a tenant may spend from now on; null is without limit, 0 switches the language model off for it."""

    tokens_a_day: Limit | None = Field(description="Tokens sent and received in a day (UTC)")
    tokens_a_month: Limit | None = Field(description="Tokens sent and received in a calendar month (UTC)")


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class LimitOut(_Out):
    """What a tenant may spend; null is without limit."""

    tokens_a_day: int | None
    tokens_a_month: int | None


class SpendingOut(_Out):
    """Calls of a period with what they cost; of calls that have not ended, what is set aside for them."""

    calls: int
    failed_calls: int
    sent_tokens: int
    received_tokens: int
    milliseconds: int


class PurposeSpendingOut(SpendingOut):
    """The calls for one purpose."""

    purpose: str


class DaySpendingOut(SpendingOut):
    """The calls of one day."""

    day: datetime.date


class UsageOut(BaseModel):
    """What a tenant spends on language models."""

    today: SpendingOut
    this_month: SpendingOut
    purposes: list[PurposeSpendingOut] = Field(description="This month, by what the calls were for")
    days: list[DaySpendingOut] = Field(description="The last 31 days that had calls, the newest first")
    limit: LimitOut
    llm_name: str | None = Field(
        default=None, description="The language model that is set up; null where there is none"
    )


class CallOut(_Out):
    """One call: what for and what it cost."""

    id: int
    purpose: str
    llm_name: str
    sent_tokens: int
    received_tokens: int
    is_estimated: bool
    milliseconds: int | None
    outcome: Outcome
    problem: str | None
    created_at: datetime.datetime
