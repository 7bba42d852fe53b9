"""Plans from outside (a page, a language model, a kept answer) read with limits, or refused with words."""

from collections.abc import Iterable
from dataclasses import dataclass

import pydantic_core
from pydantic import ValidationError

from spravka.query_plans.plan import PLAN_JSON, QueryPlan

LONGEST_TEXT = 200_000
DEEPEST = 60
"""Levels of JSON. A plan with a nested plan in a having condition has about twenty-five."""
FAULTS_TOLD = 5


@dataclass
class UnreadablePlanError(ValueError):
    """JSON that is no plan; ``detail`` tells where and why, in words that help to repair it."""

    detail: str

    def __str__(self) -> str:
        return self.detail


def plan_to_json(plan: QueryPlan) -> str:
    return PLAN_JSON.dump_json(plan).decode()


def plan_from_json(text: str | bytes) -> QueryPlan:
    """The plan that the text holds. Raises ``UnreadablePlanError``."""
    if len(text) > LONGEST_TEXT:
        raise UnreadablePlanError(f"A plan has at most {LONGEST_TEXT} characters.")
    try:
        parsed = pydantic_core.from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise UnreadablePlanError(f"This is no JSON: {error}.") from None
    if is_deeper_than(parsed, DEEPEST):
        raise UnreadablePlanError(f"A plan is nested at most {DEEPEST} levels of JSON deep.")
    try:
        return PLAN_JSON.validate_json(text)
    except ValidationError as error:
        raise UnreadablePlanError(faults(error)) from None


def is_deeper_than(parsed: object, limit: int) -> bool:
    """Level by level, so that no depth can exhaust the stack."""
    level: list[object] = [parsed]
    for _ in range(limit):
        level = [part for held in level for part in parts(held)]
        if not level:
            return False
    return True


def parts(parsed: object) -> Iterable[object]:
    if isinstance(parsed, dict):
        return parsed.values()
    return parsed if isinstance(parsed, list) else ()


def faults(error: ValidationError) -> str:
    """The first faults: where, and what is wrong."""
    told = [
        f"{'.'.join(str(part) for part in fault['loc']) or 'plan'}: {fault['msg']}"
        for fault in error.errors(include_url=False, include_input=False)[:FAULTS_TOLD]
    ]
    return "; ".join(told)
