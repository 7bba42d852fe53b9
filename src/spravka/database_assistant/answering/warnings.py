"""What a reader of the rows should know beside them."""

import enum
from collections.abc import Sequence

from spravka.answering.warnings import AnswerWarning
from spravka.customer_databases.rows import Rows
from spravka.errors import Problem
from spravka.query_plans.describing import describe_fan_out
from spravka.query_plans.fanout import select_warnings
from spravka.query_plans.plan import QueryPlan, Select
from spravka.query_plans.schema import DatabaseSchema
from spravka.query_plans.scopes import first_select
from spravka.query_plans.walking import selects
from spravka.question_reading.hearing.heard import Language

SURE_FROM = 0.6


class WarningKind(enum.StrEnum):
    FAN_OUT = "fan_out"
    """A join multiplies the rows that are summed or counted."""
    EMPTIED = "emptied"
    """A single condition leaves no rows."""
    EMPTY_GROUP = "empty_group"
    """Rows without a value stand in a group of their own."""
    TRUNCATED = "truncated"
    SECOND_READER_FAILED = "second_reader_failed"
    UNSURE = "unsure"
    """Other readings of the question are about as likely."""


def truncated(rows: Rows, most_exported: int, language: Language) -> Sequence[AnswerWarning]:
    """``most_exported`` is the greatest number of rows that an export holds."""
    if not rows.truncated:
        return ()
    count = len(rows.rows)
    if language is Language.RUSSIAN:
        shown, most = (f"{number:,}".replace(",", "\u00a0") for number in (count, most_exported))
        text = f"Показано строк: {shown}, в базе их больше. В скачанном файле их будет до {most}."
    else:
        text = f"Only the first {count:,} rows are shown of more. A downloaded file has up to {most_exported:,}."
    return (AnswerWarning(WarningKind.TRUNCATED, text, {"row_count": count}),)


def empty_groups(plan: QueryPlan | None, rows: Rows, language: Language) -> Sequence[AnswerWarning]:
    """For each grouped column of the answer that has rows without a value."""
    if plan is None:
        return ()
    found = [
        rows.columns[place].name
        for place in _grouped_places(first_select(plan))
        if place < len(rows.columns) and any(row[place] is None for row in rows.rows)
    ]
    return tuple(
        AnswerWarning(WarningKind.EMPTY_GROUP, _empty_group(name, language), {"column": name}) for name in found
    )


def fan_outs(plan: QueryPlan, schema: DatabaseSchema, language: Language) -> Sequence[AnswerWarning]:
    """For each measure that a join multiplies."""
    found = [(select, warning) for select in selects(plan) for warning in select_warnings(select, schema)]
    return tuple(
        AnswerWarning(
            WarningKind.FAN_OUT,
            describe_fan_out(warning, select, schema, language),
            {"measured": warning.measured_table, "joined": warning.joined_table},
        )
        for select, warning in dict.fromkeys(found)
    )


def emptied(condition_text: str, language: Language) -> AnswerWarning:
    """``condition_text`` is the condition in plain words."""
    if language is Language.RUSSIAN:
        text = f"Строк не осталось из-за условия: {condition_text}. Без него они есть."
    else:
        text = f"This condition left no rows: {condition_text}. Without it there are some."
    return AnswerWarning(WarningKind.EMPTIED, text)


def unsure(confidence: float, language: Language) -> Sequence[AnswerWarning]:
    """Said where about every other such answer is wrong."""
    if confidence >= SURE_FROM:
        return ()
    if language is Language.RUSSIAN:
        text = "Вопрос можно понять и иначе: проверьте описание ответа и другие прочтения."
    else:
        text = "The question can be understood otherwise too: check the description and the other readings."
    return (AnswerWarning(WarningKind.UNSURE, text, {"confidence": round(confidence, 2)}),)


def second_reader_failed(problem: Problem, language: Language) -> AnswerWarning:
    """The language model could not be asked; what the grammar made of the question stands alone."""
    if language is Language.RUSSIAN:
        text = "Языковая модель не ответила, ответ получен без неё."
    else:
        text = f"The language model did not answer ({problem.title}); this was made without it."
    return AnswerWarning(WarningKind.SECOND_READER_FAILED, text, {"problem": problem.type_slug()})


def _grouped_places(select: Select) -> list[int]:
    grouped = set(select.group_by)
    return [place for place, output in enumerate(select.outputs) if output.expression in grouped]


def _empty_group(name: str, language: Language) -> str:
    if language is Language.RUSSIAN:
        return f"В столбце «{name}» есть пустые значения: они собраны в отдельную строку."
    return f"Some rows have no value in “{name}”; they stand together in one row."
