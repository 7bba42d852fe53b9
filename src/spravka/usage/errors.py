"""What can go wrong with a tenant's spending."""

from dataclasses import dataclass

from spravka.errors import LimitExceeded


@dataclass
class TokenLimitReached(LimitExceeded):
    """The call would go over the tenant's limit of the ``period``, a day or a month (UTC)."""

    title = "The tenant's limit for the language model is reached"
    period: str
    limit_tokens: int
    spent_tokens: int

    @property
    def detail(self) -> str:
        return (
            f"Of {self.limit_tokens} tokens a {self.period} {self.spent_tokens} are spent or set aside: wait for the "
            f"next {self.period}, or ask a platform admin to raise the limit. "
            "Questions are still answered without the language model."
        )
