"""The proof of an answer: each word is something in the plan or the SQL, or it is unused."""

from typing import Any

import pytest

from spravka.database_assistant.llm_reading.proving import prove_plan, prove_sql
from spravka.database_assistant.llm_reading.used_parts import parts_of_plan, parts_of_sql
from spravka.query_plans.plan import Aggregate
from spravka.question_reading.linking.links import Link, LinkKind
from spravka.question_reading.reading import Became, ProofSpan
from tests.database_assistant.llm_reading.firm import SCHEMA, asked, column, plan, value_link

BY_CITY: dict[str, Any] = {
    "outputs": [
        {"expression": column("p", "city")},
        {"expression": {"node": "aggregated", "function": "sum", "of": column("m", "amount")}},
    ],
    "group_by": [column("p", "city")],
    "where": {
        "node": "comparison",
        "left": column("m", "amount"),
        "operator": ">",
        "right": {"node": "constant", "value": 500},
    },
    "order": [{"by": column("p", "city"), "descending": True}],
    "limit": 3,
}


def became(spans: tuple[ProofSpan, ...]) -> dict[str, Became]:
    return {span.text: span.became for span in spans}


def prove(question: str, links: tuple[Link, ...] = (), **changed: Any) -> tuple[ProofSpan, ...]:
    return prove_plan(asked(question).heard, links, plan(**changed), SCHEMA)


@pytest.mark.parametrize(
    ("question", "word", "expected"),
    [
        ("Сколько платежей по городам", "Сколько", Became.AGGREGATE),
        ("Сколько платежей по городам", "городам", Became.COLUMN),
        ("Сколько платежей по городам", "платежей", Became.COLUMN),
        ("Сумма платежей", "Сумма платежей", Became.COLUMN),
        ("Сумма платежей больше 500", "500", Became.NUMBER),
        ("Сумма платежей больше 500", "больше", Became.OPERATOR),
        ("Сумма платежей, 3 города", "3", Became.LIMIT),
        ("Сумма платежей складов", "складов", Became.UNUSED),
        ("Сумма платежей больше 700", "700", Became.UNUSED),
        ("Total amount by city", "city", Became.COLUMN),
        ("Total amount of tomatoes", "tomatoes", Became.UNUSED),
    ],
)
def test_a_word_is_what_the_plan_made_of_it(question: str, word: str, expected: Became) -> None:
    assert became(prove(question, **BY_CITY))[word] is expected


def test_a_period_that_the_plan_left_out_is_unused() -> None:
    question = "Сумма платежей за прошлый месяц"
    assert Became.PERIOD in became(prove(question)).values()
    told = became(prove(question, where=None))
    assert Became.PERIOD not in told.values() and Became.UNUSED in told.values()


def test_a_link_to_a_value_that_the_plan_does_not_filter_by_proves_nothing() -> None:
    question = "Платежи тульским фирмам"
    link = value_link(question, "тульским", "city", "Тула")
    assert became(prove(question, (link,)))["тульским"] is Became.UNUSED


def test_a_glossary_term_is_named_as_such() -> None:
    question = "оборот фирм"
    link = Link(0, 0, LinkKind.TERM, "payment", "amount", "0", score=1.0)
    span = prove(question, (link,))[0]
    assert (span.became, span.target) == (Became.GLOSSARY, "payment.amount")


def test_spans_are_in_order_and_cover_every_word_once() -> None:
    question = "Покажи сумму платежей, пожалуйста, городу Тверь в прошлом месяце!"
    spans = prove(question)
    assert [question[span.start : span.end] for span in spans] == [span.text for span in spans]
    places = [place for span in spans for place in range(span.start, span.end)]
    assert places == sorted(set(places))
    words = {place for place, letter in enumerate(question) if letter.isalnum()}
    assert words <= set(places)


def test_sql_is_proved_like_a_plan() -> None:
    sql = """SELECT p.city, SUM(amount) FROM payment AS m JOIN partner AS p ON p.id = m.partner_id
             WHERE p.city LIKE '%Тверь%' GROUP BY p.city ORDER BY 2 DESC LIMIT 3"""
    spans = prove_sql(asked("Сумма срочных платежей городу Тверь").heard, (), sql, SCHEMA)
    assert became(spans) == {
        "Сумма": Became.COLUMN,
        "срочных": Became.UNUSED,
        "платежей": Became.COLUMN,
        "городу": Became.COLUMN,
        "Тверь": Became.VALUE,
    }


def test_parts_are_found_in_nested_plans_and_in_sql() -> None:
    nested = plan(where={"node": "among-rows", "left": column("m", "partner_id"), "plan": _of_warehouses()})
    assert parts_of_plan(nested).tables == {"payment", "partner", "warehouse"}
    sql = parts_of_sql("SELECT COUNT(DISTINCT id) FROM warehouse WHERE area > 5 AND area < 7 LIMIT 2", SCHEMA)
    assert sql.tables == {"warehouse"}
    assert sql.columns == {("warehouse", "id"), ("warehouse", "area")}
    assert sql.aggregates == {Aggregate.COUNT}
    assert sql.limits == {2} and sql.is_distinct
    assert sql.has_comparison and not sql.has_period
    assert parts_of_sql("SELEKT (", SCHEMA).tables == frozenset()


def _of_warehouses() -> dict[str, Any]:
    return {
        "node": "select",
        "outputs": [{"expression": column("w", "id")}],
        "tables": [{"alias": "w", "table": "warehouse"}],
    }
