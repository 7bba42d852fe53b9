"""Everyday questions about the small company and what their SQL has to hold, in both languages."""

import datetime
from functools import cache

import pytest

from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.schema import Dialect
from spravka.question_reading.everyday.everyday import everyday_readings
from spravka.question_reading.frame_plans import PlanWriter
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.reader import Reader
from spravka.question_reading.schema_graph import SchemaGraph
from tests.question_reading.schemas import COMPANY, COMPANY_GLOSSARY, company

TODAY = datetime.date(2026, 11, 22)


@cache
def reader() -> Reader:
    return Reader(company())


def best_sql(question: str) -> str:
    best = everyday_readings(reader().sentence(hear(question, TODAY)), COMPANY_GLOSSARY)[0]
    plan = PlanWriter(COMPANY, SchemaGraph(COMPANY)).write(best.frame)
    return render(compile_plan(plan, COMPANY, Dialect.SQLITE, TODAY), Dialect.SQLITE).replace('"', "")


@pytest.mark.parametrize(
    ("question", "present", "absent"),
    [
        ("в каком городе больше всего филиалов", ("GROUP BY t1.city", "COUNT(*) DESC", "LIMIT 1"), (".id,",)),
        ("which city has the most branches", ("GROUP BY t1.city", "COUNT(*) DESC", "LIMIT 1"), (".id,",)),
        ("какой филиал продал больше всего", (".name",), (".city",)),
        ("города филиалов", ("SELECT DISTINCT t1.city",), ("GROUP BY",)),
        ("branch cities", ("SELECT DISTINCT t1.city",), ("GROUP BY",)),
        ("средняя сумма продажи по филиалам", ("AVG(", ".name", "GROUP BY"), ("SUM(",)),
        ("average sale amount", ("AVG(t1.amount)",), ("SUM(", "GROUP BY")),
        ("average sale amount by month", ("AVG(t1.amount)", "GROUP BY"), ("SUM(",)),
        ("сколько оптовых клиентов", ("COUNT(*)", "kind = 'оптовый'"), ("SUM(",)),
        ("продажи больше 10", ("amount > 10",), (">=",)),
        ("продажи от 90 до 110 тысяч", ("amount BETWEEN 90000 AND 110000",), ("SUM(",)),
        ("сумма продаж от 5 до 7 млн", ("SUM(", "BETWEEN 5000000 AND 7000000"), ()),
        ("сколько разных клиентов купили в этом году", ("COUNT(DISTINCT", "2026-01-01"), ("SUM(",)),
        ("какой процент клиентов розничный", ("COUNT(CASE WHEN", "/"), ("SUM(",)),
        ("клиенты по видам", ("COUNT(*)", "GROUP BY"), ("SUM(",)),
        ("продажи по видам клиентов", ("SUM(", "GROUP BY"), ("COUNT(",)),
    ],
)
def test_a_question_becomes_the_sql_it_says(question: str, present: tuple[str, ...], absent: tuple[str, ...]) -> None:
    sql = best_sql(question)
    assert ([one for one in present if one not in sql], [one for one in absent if one in sql]) == ([], [])
