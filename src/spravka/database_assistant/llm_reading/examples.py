"""Approved pairs of a question and its query, those nearest to what is asked now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spravka.database_assistant.llm_reading.masking import mask_plan, mask_question, mask_sql
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.database_assistant.llm_reading.retrieving import key_words
from spravka.llm.fencing import as_json
from spravka.query_plans.plan import PLAN_JSON, QueryPlan

MOST = 4
LEAST_SIMILARITY = 0.15


@dataclass(frozen=True, slots=True)
class Example:
    """A question that an expert approved with its plan, or with its SQL where no plan says it."""

    question: str
    plan: QueryPlan | None = None
    sql: str = ""


Similarity = Callable[[str, Sequence[str]], Sequence[float]]
"""How near a text is to each of others, -1…1: an encoder's cosine, where there is one."""


def nearest(
    question: str, examples: Sequence[Example], similarity: Similarity | None = None, most: int = MOST
) -> list[Example]:
    """The examples nearest to the question, the nearest last: what is read last weighs most."""
    texts = [example.question for example in examples]
    near = shared_words if similarity is None else similarity
    scored = sorted(zip(near(question, texts), range(len(examples)), strict=True), reverse=True)
    return [examples[place] for score, place in reversed(scored[:most]) if score >= LEAST_SIMILARITY]


def shared_words(question: str, texts: Sequence[str]) -> list[float]:
    """The share of words in common (Jaccard), 0…1."""
    words = key_words(question)
    others = [key_words(text) for text in texts]
    return [len(words & other) / max(len(words | other), 1) for other in others]


def tell_example(example: Example, privacy: Privacy) -> str:
    """An example as a line: the question, and the answer that should come."""
    answer, texts = _answer(example, privacy)
    question = example.question if privacy.shows_values else mask_question(example.question, texts)
    return f"question {as_json(question)} answer {as_json({'answer': answer})}"


def _answer(example: Example, privacy: Privacy) -> tuple[Mapping[str, Any], list[str]]:
    if example.plan is None:
        sql, texts = (example.sql, []) if privacy.shows_values else mask_sql(example.sql)
        return {"kind": "sql", "sql": sql}, texts
    plan, texts = brief_plan(example.plan), []
    if not privacy.shows_values:
        plan, texts = mask_plan(plan)
    return {"kind": "plan", "plan": plan}, texts


def brief_plan(plan: QueryPlan) -> Any:
    """The plan's JSON without members that say nothing."""
    return _brief(PLAN_JSON.dump_python(plan, mode="json"))


def _brief(node: Any) -> Any:
    if isinstance(node, list):
        return [_brief(one) for one in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _brief(value)
        for key, value in node.items()
        if key == "value" or not (value is None or value is False or value in ("", []))
    }
