"""Attacks are refused for their reason, look-alikes are let through, and any text is refused or becomes safe."""

import time

import pytest
import sqlglot
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlglot import exp

from spravka.sql_guard.dialects import DIALECTS
from spravka.sql_guard.errors import QueryRefused
from spravka.sql_guard.judging import judge
from spravka.sql_guard.trying import (
    Attack,
    attacks_let_through,
    read_attacks,
    read_look_alikes,
    refusal_of,
    tried_policy,
)
from spravka.sql_guard.word_lists import words

ATTACKS = [(dialect, attack) for dialect in DIALECTS for attack in read_attacks(dialect)]
LOOK_ALIKES = [(dialect, sql) for dialect in DIALECTS for sql in read_look_alikes(dialect)]
PIECES = st.sampled_from(
    sorted(
        words(
            "SELECT FROM WHERE orders people secrets id salary name * , ( ) ; -- /* */ /*! 'x' ' \" ` [ ] { } := @ : ?",
            "UNION ALL JOIN ON AS WITH t RECURSIVE DELETE DROP EXEC INTO FOR UPDATE LIMIT 1 = . :: CASE WHEN THEN END",
            "GROUP BY ORDER VALUES LATERAL EXISTS IN NOT NULL pg_sleep count sum E'\\' U&'a' 0x1F 1e9 || INTERVAL",
            "OVER $1 $$ ARRAY",
        )
    )
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join))


@pytest.mark.parametrize(("dialect", "attack"), ATTACKS, ids=[f"{d}: {a.sql[:60]}" for d, a in ATTACKS])
def test_an_attack_is_refused_for_its_reason(dialect: str, attack: Attack) -> None:
    refusal = refusal_of(attack.sql, tried_policy(dialect))
    assert refusal is not None
    assert attack.reason in (None, refusal.reason)
    assert refusal.detail


@pytest.mark.parametrize(("dialect", "sql"), LOOK_ALIKES, ids=[f"{d}: {sql[:60]}" for d, sql in LOOK_ALIKES])
def test_a_harmless_look_alike_is_let_through(dialect: str, sql: str) -> None:
    guarded = judge(sql, tried_policy(dialect))
    assert judge_again(guarded.sql, dialect) == 1


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_attack_is_let_through_and_every_dialect_has_many(dialect: str) -> None:
    assert attacks_let_through(dialect) == ()
    assert len(read_attacks(dialect)) >= 200


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=TEXTS)
@settings(max_examples=60)
def test_any_text_is_refused_or_becomes_one_query_of_allowed_tables(dialect: str, text: str) -> None:
    try:
        guarded = judge(text, tried_policy(dialect))
    except QueryRefused:
        return
    assert judge_again(guarded.sql, dialect) == 1
    assert guarded.tables <= {table.key for table in tried_policy(dialect).tables}


def judge_again(sql: str, dialect: str) -> int:
    """The number of queries in ``sql`` that read known tables only."""
    policy = tried_policy(dialect)
    statements = sqlglot.parse(sql, dialect=policy.speech.sqlglot_name)
    for statement in statements:
        assert isinstance(statement, exp.Query)
        ctes = {cte.alias for cte in statement.find_all(exp.CTE)}
        names = {table.name for table in statement.find_all(exp.Table)}
        assert names <= ctes | {table.name for table in policy.tables}
    return len(statements)


BOMBS = [
    "SELECT " + "(" * 2_000 + "1" + ")" * 2_000,
    "SELECT " + "ARRAY[" * 59 + "1" + "]" * 59,
    "SELECT " + "NOT " * 3_900 + "1",
    "SELECT " + "CASE WHEN 1 THEN " * 200 + "1" + " END" * 200,
    "SELECT 1 FROM orders" + " JOIN orders" * 1_500,
    " UNION ALL ".join(["SELECT 1"] * 900),
    "SELECT id FROM orders WHERE id IN (" + ", ".join(["1"] * 1_900) + ")",
    "SELECT id FROM orders WHERE " + " OR ".join(["id = 1"] * 900),
    "WITH a0 AS (SELECT id FROM orders)"
    + "".join(f", a{n} AS (SELECT x.id FROM a{n - 1} AS x JOIN a{n - 1} AS y ON x.id = y.id)" for n in range(1, 20))
    + " SELECT id FROM a19",
    "SELECT '" + "x" * 19_000 + "' AS x",
    "SELECT 1 -- " + "x" * 30_000,
]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("bomb", BOMBS, ids=[bomb[:30] for bomb in BOMBS])
def test_a_bomb_is_refused_quickly(dialect: str, bomb: str) -> None:
    begun = time.process_time()
    assert refusal_of(bomb, tried_policy(dialect)) is not None
    assert time.process_time() - begun < 3
