"""A reading as it is stored and shown."""

from dataclasses import asdict
from typing import Any

from spravka.database_assistant.llm_reading.reading import LlmReading
from spravka.query_plans.plan import PLAN_JSON, QueryPlan
from spravka.question_reading.reading import Choice, ProofSpan, Reading


def facts_of(reading: Reading) -> dict[str, Any]:
    """Confidence, proof, choices, other readings; where there is no plan, why, and the questions nearest to it."""
    facts: dict[str, Any] = {
        "reader": "grammar",
        "confidence": round(reading.confidence, 3),
        "proof": [_span(span) for span in reading.proof],
        "choices": [_choice(choice) for choice in reading.choices],
    }
    if reading.plan is not None:
        facts["alternatives"] = [offer(closest.text, closest.plan) for closest in reading.closest]
    if reading.declined is not None:
        facts["declined"] = {
            "reason": reading.declined.value,
            "unread": list(reading.unread),
            "closest": [offer(closest.text, closest.plan) for closest in reading.closest],
        }
    return facts


def llm_facts(reading: LlmReading[Any]) -> dict[str, Any]:
    """The same of a language model's reading; ``complaints`` are what its earlier attempts had wrong."""
    facts: dict[str, Any] = {
        "reader": "llm",
        "proof": [_span(span) for span in reading.proof],
        "complaints": list(reading.complaints),
    }
    return {**facts, "reason": reading.reason} if reading.is_declined else facts


def offer(text: str, plan: QueryPlan | None = None, change: str = "") -> dict[str, Any]:
    """A question that is offered; asked in the same words after its answer, it is this plan, if it has one.

    ``change`` tells what alone is other than in the question before.
    """
    told = {"text": text, "plan": plan and PLAN_JSON.dump_python(plan, mode="json")}
    return {**told, "change": change} if change else told


def offered_plan(details: dict[str, Any], question: str) -> QueryPlan | None:
    """The plan of a question that an answer has offered; None where it was not."""
    declined = details.get("declined", {}).get("closest", [])
    offers = [*details.get("similar", []), *details.get("alternatives", []), *declined]
    wanted = question.strip()
    plans = (one["plan"] for one in offers if one["text"] == wanted and one["plan"])
    return next((PLAN_JSON.validate_python(plan) for plan in plans), None)


def _span(span: ProofSpan) -> dict[str, Any]:
    return {**asdict(span), "became": span.became.value}


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "start": choice.start,
        "end": choice.end,
        "text": choice.text,
        "options": [{"target": option.target, "label": option.label} for option in choice.options],
    }
