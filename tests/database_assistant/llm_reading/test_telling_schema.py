"""Which tables are told of hundreds, and how."""

import time

import numpy as np
import pytest
from numpy.typing import NDArray

from spravka.database_assistant.llm_reading.retrieving import build_table_search, key_words
from spravka.database_assistant.llm_reading.telling_schema import tell_schema
from spravka.llm.counting import estimate_tokens
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from spravka.question_reading.linking.links import Link, LinkKind
from tests.database_assistant.llm_reading.firm import SCHEMA


def table(name: str, *columns: str, comment: str = "") -> Table:
    made = tuple(Column(one, ColumnKind.INTEGER) for one in ("id", *columns))
    return Table(name, made, comment=comment, primary_key=("id",))


def large_schema(count: int = 1000) -> DatabaseSchema:
    """A chain of three tables among many others."""
    chain = (
        table("contract", "counterparty_id", comment="Договоры"),
        table("link_of_both", "contract_id", "site_id"),
        table("site", "area", comment="Строительные объекты"),
    )
    others = tuple(table(f"audit_{n}", *(f"field_{k}" for k in range(12))) for n in range(count))
    keys = (
        ForeignKey("link_of_both", ("contract_id",), "contract", ("id",)),
        ForeignKey("link_of_both", ("site_id",), "site", ("id",)),
    )
    return DatabaseSchema(Dialect.POSTGRESQL, (*others, *chain), keys)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("сколько договоров", "contract"),
        ("площадь объектов", "site"),
        ("how many sites", "site"),
        ("контракты audit_17", "audit_17"),
    ],
)
def test_the_table_that_shares_words_comes_first(question: str, first: str) -> None:
    assert build_table_search(large_schema()).rank(question)[0].table.key == first


def test_a_link_outweighs_a_shared_word() -> None:
    link = Link(0, 0, LinkKind.VALUE, "audit_5", "field_1", "договор", score=0.9)
    ranked = build_table_search(large_schema()).rank("сколько договоров", [link])
    assert [one.table.key for one in ranked[:2]] == ["audit_5", "contract"]
    assert ranked[0].columns == {"field_1"}


class _ByMeaning:
    """An encoder that knows two meanings."""

    name = "two"
    dimensions = 2

    def encode(self, texts: object) -> NDArray[np.float32]:
        assert isinstance(texts, list)
        near = [[1, 0] if "contract" in text or "Договоры" in text or "соглаш" in text else [0, 1] for text in texts]
        return np.asarray(near, dtype=np.float32)


def test_meaning_finds_what_no_word_shares() -> None:
    schema = large_schema(10)
    assert build_table_search(schema).rank("соглашения")[0].score == 0
    ranked = build_table_search(schema, _ByMeaning()).rank("соглашения")
    assert ranked[0].table.key == "contract"


def test_what_lies_between_two_likely_tables_is_told_with_them() -> None:
    schema = large_schema()
    told = tell_schema(schema, build_table_search(schema).rank("договоры по объектам"), 200)
    assert set(told.keys[:3]) == {"contract", "link_of_both", "site"}


@pytest.mark.parametrize("budget_tokens", [60, 300, 3000])
def test_the_budget_is_kept(budget_tokens: int) -> None:
    schema = large_schema()
    told = tell_schema(schema, build_table_search(schema).rank("договоры"), budget_tokens)
    assert sum(estimate_tokens(one) for one in told.lines) <= budget_tokens
    assert told.keys[0] == "contract"


def test_the_likeliest_table_is_told_even_beyond_the_budget() -> None:
    schema = large_schema(3)
    assert tell_schema(schema, build_table_search(schema).rank("договоры"), 1).keys == ("contract",)


def test_of_a_wide_table_keys_and_named_columns_are_told() -> None:
    wide = table("wide", *(f"other_{n}" for n in range(300)), "revenue")
    schema = DatabaseSchema(Dialect.SQLITE, (wide,))
    (text,) = tell_schema(schema, build_table_search(schema).rank("total revenue"), 2000).lines
    assert "revenue integer" in text and "id integer key" in text
    assert "and 262 more columns" in text
    assert len(text.splitlines()) == 42


def test_a_table_is_told_with_its_keys_and_comments_on_one_line_each() -> None:
    told = tell_schema(SCHEMA, build_table_search(SCHEMA).rank("платежи"), 1000)
    text = told.lines[told.keys.index("payment")]
    assert "  partner_id integer -> partner(id)" in text
    assert "  amount number -- Сумма платежа" in text
    assert len(text.splitlines()) == 6


def test_a_thousand_tables_are_ranked_and_told_in_a_fraction_of_a_second() -> None:
    schema = large_schema(1000)
    search = build_table_search(schema)
    begun = time.process_time()
    tell_schema(schema, search.rank("сколько договоров по объектам"), 3000)
    assert time.process_time() - begun < 0.3


def test_a_schema_without_tables_is_told_as_nothing() -> None:
    schema = DatabaseSchema(Dialect.SQLITE, ())
    assert tell_schema(schema, build_table_search(schema).rank("x"), 100).lines == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PaidOn", {"paid", "on"}),
        ("paid_on", {"paid", "on"}),
        ("Договоры", {"договор"}),
        ("ID x", {"id"}),
    ],
)
def test_names_are_taken_apart(text: str, words: set[str]) -> None:
    assert key_words(text) == words
