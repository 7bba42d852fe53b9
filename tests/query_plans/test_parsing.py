"""SQL written by others becomes a plan that says the same, or is refused with the reason."""

import pytest

from spravka.query_plans.parsing import plan_of_sql
from spravka.query_plans.plan import AllOf, AmongRows, Constant, QueryPlan, Select, TextMatches
from spravka.query_plans.sql_reading.errors import UnsayableError, UnsayableReason
from tests.query_plans.examples import EXAMPLES
from tests.query_plans.firm import SCHEMA, opened, rows_of, sql_of


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM client",
        'SELECT Name, CITY FROM Client WHERE city = "Москва" OR city IS NULL ORDER BY 1 DESC',
        "SELECT T1.name FROM client AS T1 JOIN contract AS T2 ON T1.id = T2.client_id WHERE T2.amount > 60",
        "SELECT name FROM client, contract WHERE client.id = client_id AND amount BETWEEN 60 AND 80",
        "SELECT T1.name, sum(T3.amount) FROM client T1 JOIN contract T2 JOIN payment T3 "
        "ON T1.id = T2.client_id AND T2.id = T3.contract_id GROUP BY T1.id HAVING count(*) >= 2 ORDER BY 2",
        "SELECT city, count(*) AS n FROM client GROUP BY city ORDER BY n DESC, city LIMIT 1",
        "SELECT DISTINCT contract_id FROM payment WHERE note NOT LIKE '%аванс%'",
        "SELECT name FROM client WHERE name LIKE '%50!%%' ESCAPE '!'",
        "SELECT name FROM client WHERE id NOT IN (SELECT client_id FROM contract WHERE client_id IS NOT NULL)",
        "SELECT id FROM contract WHERE amount > (SELECT avg(amount) FROM contract)",
        "SELECT id FROM client EXCEPT SELECT client_id FROM contract",
        "SELECT * FROM client WHERE NOT (id = 1 OR city IN ('Тверь'))",
        "SELECT T2.* FROM client T1 LEFT JOIN contract T2 ON T2.client_id = T1.id",
        "SELECT avg(n) FROM (SELECT count(*) AS n FROM payment GROUP BY contract_id)",
        "SELECT strftime('%Y-%m-01', paid_at), max(amount) - min(amount) FROM payment GROUP BY 1",
        "SELECT CAST(cost AS REAL) / work.contract_id, 1.0 * cost / 2 FROM work, payment",
        "SELECT count(DISTINCT city), count(CASE WHEN city = 'Москва' THEN 1 END) FROM client WHERE 2 < id",
    ],
)
def test_the_plan_of_an_sql_gives_the_same_rows(sql: str) -> None:
    plan = plan_of_sql(sql, SCHEMA)
    with opened() as connection:
        assert sorted(rows_of(plan), key=str) == sorted(connection.execute(sql).fetchall(), key=str)


READABLE = [(name, plan) for name, (plan, _) in EXAMPLES.items() if name not in ("by quarters", "by weeks from Monday")]


@pytest.mark.parametrize("plan", [plan for _, plan in READABLE], ids=[name for name, _ in READABLE])
def test_what_is_compiled_is_either_read_back_with_the_same_rows_or_refused(plan: QueryPlan) -> None:
    try:
        read = plan_of_sql(sql_of(plan), SCHEMA)
    except UnsayableError as error:
        assert error.reason is UnsayableReason.FUNCTION
        return
    assert sorted(rows_of(read), key=str) == sorted(rows_of(plan), key=str)


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("SELECT FROM WHERE", UnsayableReason.NOT_PARSED),
        ("DELETE FROM client", UnsayableReason.NOT_A_SELECT),
        ("SELECT 1 FROM client; SELECT 2 FROM client", UnsayableReason.NOT_A_SELECT),
        ("SELECT id FROM nothing", UnsayableReason.UNKNOWN_TABLE),
        ("SELECT salary FROM client", UnsayableReason.UNKNOWN_COLUMN),
        (
            "SELECT name FROM client WHERE EXISTS (SELECT 1 FROM contract WHERE contract.client_id = client.id)",
            UnsayableReason.CONDITION,
        ),
        (
            "SELECT name FROM client WHERE id IN (SELECT client_id FROM contract WHERE signed > client.name)",
            UnsayableReason.UNKNOWN_COLUMN,
        ),
        ("SELECT id FROM client LIMIT 3 OFFSET 2", UnsayableReason.CLAUSE),
        ("WITH a AS (SELECT 1) SELECT id FROM client", UnsayableReason.CLAUSE),
        ("SELECT id FROM client UNION ALL SELECT id FROM contract", UnsayableReason.CLAUSE),
        ("SELECT upper(name) FROM client", UnsayableReason.FUNCTION),
        ("SELECT cost / contract_id FROM work", UnsayableReason.FUNCTION),
        ("SELECT a.id FROM client a LEFT JOIN contract b ON a.id = b.client_id AND b.amount > 3", UnsayableReason.JOIN),
    ],
)
def test_what_a_plan_cannot_say_is_refused_with_the_reason(sql: str, reason: UnsayableReason) -> None:
    with pytest.raises(UnsayableError) as refused:
        plan_of_sql(sql, SCHEMA)
    assert refused.value.reason is reason


def test_a_name_in_double_quotes_that_no_column_has_is_a_text() -> None:
    plan = plan_of_sql('SELECT id FROM client WHERE name = "Вектор" AND "city" LIKE "М%"', SCHEMA)
    assert isinstance(plan, Select)
    assert isinstance(plan.where, AllOf)
    equal, like = plan.where.conditions
    assert getattr(equal, "right", None) == Constant("Вектор")
    assert isinstance(like, TextMatches)


def test_not_in_is_a_negated_list_of_rows() -> None:
    plan = plan_of_sql("SELECT id FROM client WHERE id NOT IN (SELECT client_id FROM contract)", SCHEMA)
    assert isinstance(plan, Select)
    assert isinstance(plan.where, AmongRows)
    assert plan.where.negated
