"""What the language model is told, and what it is not, for each step of the privacy switch."""

from typing import Any

import pytest

from spravka.database_assistant.llm_reading.drafts import DRAFT_SHAPE
from spravka.database_assistant.llm_reading.examples import Example, nearest
from spravka.database_assistant.llm_reading.masking import mask_error, mask_question, mask_sql
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.database_assistant.llm_reading.prompting import Prompt, build_prompt
from spravka.database_assistant.llm_reading.retrieving import build_table_search
from spravka.llm.counting import estimate_sent, estimate_tokens
from spravka.llm.fencing import Fence
from spravka.question_reading.knowledge import GlossaryTerm, TermKind
from tests.database_assistant.llm_reading.firm import SCHEMA, asked, plan, value_link

QUESTION = "Сколько заплатили тверским контрагентам?"
SEARCH = build_table_search(SCHEMA)


def prompt(question: str = QUESTION, budget_tokens: int = 6000, **changed: Any) -> Prompt:
    return build_prompt(asked(question, **changed), SEARCH, budget_tokens, Fence("fence"))


def told_data(**changed: Any) -> str:
    return prompt(**changed).messages[1].text


def test_rules_are_ours_and_everything_else_is_fenced() -> None:
    rules, told = prompt().messages
    assert (rules.speaker, told.speaker) == ("system", "user")
    assert "2026-11-22" in rules.text and "sqlite" in rules.text
    assert told.text.startswith("<<fence schema>>") and told.text.endswith("<<fence end>>")
    assert "partner" not in rules.text.split('"how much was paid')[0]


@pytest.mark.parametrize("budget_tokens", [2500, 4000, 6000])
def test_the_prompt_keeps_its_budget(budget_tokens: int) -> None:
    terms = [GlossaryTerm(f"термин {n}", TermKind.COLUMN, "payment", "amount") for n in range(500)]
    wordings = {"payment": "слово " * 2000}
    examples = [Example(f"{QUESTION} {n}", plan()) for n in range(20)]
    told = prompt(budget_tokens=budget_tokens, glossary=terms, wordings=wordings, examples=examples)
    sent = estimate_sent(told.messages) + estimate_tokens(DRAFT_SHAPE.told)
    assert budget_tokens * 0.6 < sent <= budget_tokens


VALUE_TERM = GlossaryTerm("наши", TermKind.VALUE, "partner", "city", "Тверь")
CONDITION_TERM = GlossaryTerm(
    "наши",
    TermKind.CONDITION,
    "partner",
    formula='{"node": "comparison", "left": {"node": "column", "table": "partner", "column": "city"}, "operator": "=", '
    '"right": {"node": "constant", "value": "Тверь"}}',
)
MEASURE_TERM = GlossaryTerm("оборот", TermKind.MEASURE, "payment", "amount", aggregate="sum")
EXAMPLE = Example("Сколько заплатили контрагентам Твери?", plan())
SQL_EXAMPLE = Example("Сколько заплатили контрагентам Твери?", None, "SELECT 1 FROM partner WHERE city = 'Тверь'")


@pytest.mark.parametrize(
    "changed",
    [
        {"links": [value_link(QUESTION, "тверским", "city", "Тверь")]},
        {"glossary": [VALUE_TERM]},
        {"glossary": [CONDITION_TERM]},
        {"examples": [EXAMPLE]},
        {"examples": [SQL_EXAMPLE]},
        {"previous": ("а всего?", plan())},
    ],
    ids=["links", "glossary", "formula", "example", "example in SQL", "previous plan"],
)
def test_a_stored_value_is_told_only_where_values_may_be(changed: dict[str, Any]) -> None:
    assert "Твер" not in told_data(privacy=Privacy.SCHEMA_ONLY, **changed)
    for privacy in (Privacy.SCHEMA_AND_VALUES, Privacy.ROWS_TOO):
        assert "Тверь" in told_data(privacy=privacy, **changed)


def test_terms_and_wordings_of_the_told_tables_are_told() -> None:
    told = told_data(glossary=[MEASURE_TERM], wordings={"payment": "Суммы в тысячах", "gone": "нет её", "": "Общее"})
    assert '"оборот" is measure payment.amount sum' in told
    assert "payment: Суммы в тысячах" in told and "all tables: Общее" in told
    assert "нет её" not in told


def test_a_follow_up_is_told_with_the_question_before_it() -> None:
    assert "previous question" in told_data(previous=("Сколько заплатили?", plan()))


def test_the_nearest_examples_are_told_the_nearest_last() -> None:
    examples = [Example(text) for text in ("договоры по годам", "сколько заплатили", "сколько заплатили контрагентам")]
    near = nearest("сколько заплатили контрагентам всего", examples)
    assert [one.question for one in near] == ["сколько заплатили", "сколько заплатили контрагентам"]


def test_examples_may_be_compared_by_an_encoder() -> None:
    near = nearest(
        "x", [Example("a"), Example("b")], lambda _question, texts: [0.1 if one == "a" else 0.9 for one in texts]
    )
    assert [one.question for one in near] == ["b"]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ('invalid input for integer: "Секретов"', "invalid input for integer: …"),
        ('column "amout" does not exist', 'column "amout" does not exist'),
        ("converting the varchar value 'ИП Секретов' failed", "converting the varchar value … failed"),
        ("value 77123456 is out of range", "value … is out of range"),
        ("DETAIL: Key (name)=(Секретов) exists", "DETAIL: Key … exists"),
    ],
)
def test_a_databases_complaint_is_told_without_what_it_quotes(message: str, told: str) -> None:
    assert mask_error(message, "SELECT amout FROM payment") == told


def test_sql_and_questions_lose_their_values() -> None:
    sql, texts = mask_sql("SELECT 'it''s' FROM t WHERE a = N'Ромашка' AND b = 5")
    assert (sql, texts) == ("SELECT '…' FROM t WHERE a = '…' AND b = 5", ["it's", "Ромашка"])
    assert mask_question("сколько у Ромашки договоров", texts) == "сколько у … договоров"
