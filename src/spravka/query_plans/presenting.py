"""A plan as people like to see its answer: columns with headings, time in order, the number that a ranking is by.

The rows stay those of the plan; a column may come in addition.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    Arithmetic,
    ColumnRef,
    DatePart,
    Expression,
    OfAll,
    Ordering,
    Output,
    QueryPlan,
    Select,
    Truncated,
)
from spravka.query_plans.schema import NUMERIC, TEMPORAL, DatabaseSchema
from spravka.query_plans.scopes import Scope
from spravka.query_plans.walking import walk
from spravka.query_plans.wording.headings import HEADINGS, Headings
from spravka.query_plans.wording.phrases import Language
from spravka.query_plans.wording.titles import humanised, title_of

ALREADY_A_SUM = re.compile(r"(?:сумма|итог|всего|стоимость|total|sum|amount)\b", re.IGNORECASE)


def presented(plan: QueryPlan, schema: DatabaseSchema, language: str) -> QueryPlan:
    """The plan with headings in the language ("ru" or "en"), time in order, and what it is ordered by shown."""
    if not isinstance(plan, Select):
        return plan
    shown = with_ranked_number(in_time_order(plan), schema)
    return with_headings(shown, schema, Language(language))


def in_time_order(plan: Select) -> Select:
    """By months from the first to the last, where the plan says no other order."""
    times = tuple(Ordering(key) for key in plan.group_by if isinstance(key, Truncated | DatePart))
    return plan if plan.order or not times else replace(plan, order=times)


def with_ranked_number(plan: Select, schema: DatabaseSchema) -> Select:
    """The ten largest are shown with what they are large in."""
    if not plan.order or plan.limit is None or plan.distinct:
        return plan
    by = plan.order[0].by
    if any(output.expression == by for output in plan.outputs) or not _is_worth_showing(by, Scope(plan, schema)):
        return plan
    return replace(plan, outputs=(*plan.outputs, Output(by)))


def with_headings(plan: Select, schema: DatabaseSchema, language: Language) -> Select:
    """Every column of the answer headed, no two alike."""
    scope, words = Scope(plan, schema), HEADINGS[language]
    labels = unlike([output.label or heading(output.expression, scope, words, language) for output in plan.outputs])
    outputs = tuple(replace(output, label=label) for output, label in zip(plan.outputs, labels, strict=True))
    return replace(plan, outputs=outputs)


def heading(expression: Expression, scope: Scope, words: Headings, language: Language) -> str:
    """What a column of the answer is called, in a word or a few."""
    if isinstance(expression, ColumnRef):
        column = scope.column(expression)
        title = title_of(column, language) if column is not None else humanised(expression.column)
        return title[:1].upper() + title[1:]
    if isinstance(expression, Truncated | DatePart):
        return words.units[expression.unit]
    if isinstance(expression, Aggregated):
        return _measure_heading(expression, scope, words, language)
    return words.share if _is_share(expression) else words.value


def unlike(labels: Sequence[str]) -> list[str]:
    """The labels, equal ones numbered."""
    seen: dict[str, int] = {}
    told = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        told.append(label if seen[label] == 1 else f"{label} {seen[label]}")
    return told


def _measure_heading(measure: Aggregated, scope: Scope, words: Headings, language: Language) -> str:
    if measure.of is None:
        return words.count
    of = heading(measure.of, scope, words, language)
    if measure.function is Aggregate.SUM and ALREADY_A_SUM.match(of):
        return of
    return words.measures[measure.function].format(of)


def _is_share(expression: Expression) -> bool:
    return isinstance(expression, Arithmetic) and any(isinstance(node, OfAll) for node in walk(expression))


def _is_worth_showing(by: Expression, scope: Scope) -> bool:
    return isinstance(by, Aggregated) or scope.kind(by) in NUMERIC | TEMPORAL
