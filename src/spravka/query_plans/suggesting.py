"""Questions near to one that was answered: another grouping, another period, the first few, one filter less."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spravka.morphology.declining import declined
from spravka.query_plans.checking import check_plan
from spravka.query_plans.describing import SelectWords, describe
from spravka.query_plans.editing import (
    change_limit,
    measured_outputs,
    parts_of,
    regroup,
    regroup_by_time,
    replace_filter_on_same_column,
    without_filter,
)
from spravka.query_plans.fanout import fan_out_warnings
from spravka.query_plans.plan import (
    ColumnRef,
    DateUnit,
    InPeriod,
    Output,
    QueryPlan,
    RelativePeriod,
    Select,
    Truncated,
)
from spravka.query_plans.schema import TEMPORAL, ColumnKind, DatabaseSchema
from spravka.query_plans.scopes import Scope
from spravka.query_plans.walking import columns_below, nodes
from spravka.query_plans.wording.phrases import Language
from spravka.query_plans.wording.titles import title_of

FIRST_FEW = 5
MOST_SUGGESTIONS = 4

BY_UNIT = {
    Language.RUSSIAN: {DateUnit.MONTH: "по месяцам", DateUnit.YEAR: "по годам"},
    Language.ENGLISH: {DateUnit.MONTH: "by month", DateUnit.YEAR: "by year"},
}
WITHOUT = {Language.RUSSIAN: "без условия: {condition}", Language.ENGLISH: "without the condition: {condition}"}

BIRTH = re.compile(r"birth|рожд|(?:^|_)dob(?:_|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SimilarQuestion:
    """A plan near to another, what it asks in words, and what alone is other than before: «по месяцам»."""

    text: str
    plan: Select
    change: str = ""


def similar_plans(
    plan: QueryPlan,
    schema: DatabaseSchema,
    language: str,
    limit: int = MOST_SUGGESTIONS,
    categories: frozenset[tuple[str, str]] | None = None,
) -> tuple[SimilarQuestion, ...]:
    """Up to ``limit`` plans without faults and without more fan-out than the plan has itself, in words.

    ``categories`` are the columns (table key, name) with few distinct values, the only ones worth grouping by; None
    where that is not known.
    """
    if not isinstance(plan, Select):
        return ()
    known = {describe(plan, schema, language)}
    warned = len(fan_out_warnings(plan, schema))
    found: list[SimilarQuestion] = []
    for change, near in neighbours(plan, schema, Language(language), categories):
        text = describe(near, schema, language)
        if text in known or check_plan(near, schema) or len(fan_out_warnings(near, schema)) > warned:
            continue
        known.add(text)
        found.append(SimilarQuestion(text, near, change))
    return tuple(found[:limit])


def neighbours(
    plan: Select, schema: DatabaseSchema, language: Language, categories: frozenset[tuple[str, str]] | None
) -> Iterator[tuple[str, Select]]:
    """Plans that differ in one thing each, the most useful first; each with that thing in words."""
    scope = Scope(plan, schema)
    words = SelectWords(plan, schema, language)
    if measured_outputs(plan):
        yield from by_time(plan, scope, words)
        yield from by_words(plan, scope, words, categories)
    yield from other_periods(plan, words)
    if plan.limit is None and (plan.group_by or plan.order):
        yield words.phrases.first_rows(FIRST_FEW), change_limit(plan, FIRST_FEW)
    conditions = parts_of(plan.where)
    if conditions:
        without = WITHOUT[language].format(condition=words.condition(conditions[-1]))
        yield without, without_filter(plan, conditions[-1])


def by_time(plan: Select, scope: Scope, words: SelectWords) -> Iterator[tuple[str, Select]]:
    """By months; by years where it is by months already."""
    grouped = [key for key in plan.group_by if isinstance(key, Truncated)]
    for key in grouped[:1]:
        unit = DateUnit.YEAR if key.unit is DateUnit.MONTH else DateUnit.MONTH
        if isinstance(key.of, ColumnRef):
            near = regroup_by_time(plan, key.of, unit, heading(scope, key.of, words.language))
            yield BY_UNIT[words.language][unit], near
    if not grouped:
        columns = [ref for node in parts_of(plan.where) for ref in columns_below(node) if is_date(scope, ref)]
        columns += [ref for ref in columns_of(scope) if is_date(scope, ref)]
        for ref in columns[:1]:
            near = regroup_by_time(plan, ref, DateUnit.MONTH, heading(scope, ref, words.language))
            yield BY_UNIT[words.language][DateUnit.MONTH], near


def by_words(
    plan: Select, scope: Scope, words: SelectWords, categories: frozenset[tuple[str, str]] | None
) -> Iterator[tuple[str, Select]]:
    """By a text column that the plan does not read yet; of the joined tables first, they tell what rows belong to."""
    read = {node for node in nodes(plan) if isinstance(node, ColumnRef)}
    columns = sorted(columns_of(scope), key=lambda ref: ref.table == plan.tables[0].alias)
    for ref in columns:
        is_category = categories is None or (scope.tables[ref.table].key, ref.column) in categories
        if scope.kind(ref) is ColumnKind.TEXT and ref not in read and is_category:
            title = heading(scope, ref, words.language)
            yield by_title(title, words.language), regroup(plan, (Output(ref, title),))
            return


def by_title(title: str, language: Language) -> str:
    """«по видам договора»; a name that cannot be declined stands in quotation marks."""
    if language is Language.ENGLISH:
        return f"by {title}"
    in_case = declined(title, "datv", "plur")
    return f"по полю «{title}»" if in_case is None else f"по {in_case}"


def other_periods(plan: Select, words: SelectWords) -> Iterator[tuple[str, Select]]:
    """The period before; after a past one, the next."""
    for part in parts_of(plan.where):
        if isinstance(part, InPeriod) and isinstance(part.period, RelativePeriod):
            period = part.period
            width = abs(period.last - period.first) + 1
            shift = -width if period.last >= 0 else width
            moved = replace(part, period=RelativePeriod(period.unit, period.first + shift, period.last + shift))
            yield words.period(moved), replace_filter_on_same_column(plan, moved)
            return


def is_date(scope: Scope, ref: ColumnRef) -> bool:
    """A date that things happen on; nobody asks for sums by month of birth."""
    return scope.kind(ref) in TEMPORAL and not BIRTH.search(ref.column)


def columns_of(scope: Scope) -> list[ColumnRef]:
    return [ColumnRef(alias, column.name) for alias, table in scope.tables.items() for column in table.columns]


def heading(scope: Scope, ref: ColumnRef, language: Language) -> str:
    column = scope.column(ref)
    return title_of(column, language) if column is not None else ref.column
