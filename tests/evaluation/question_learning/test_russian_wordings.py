"""Questions made of patterns."""

import pytest

from spravka.evaluation.question_learning.russian_wordings import russian_wording
from spravka.query_plans.plan import Aggregate, Operator
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from spravka.question_reading.frames import ROWS, Arith, Field, Frame, Item, Pair, Sorting, Test, TestKind

SEEDS = tuple(map(str, range(12)))


INTEGER, TEXT = ColumnKind.INTEGER, ColumnKind.TEXT
CITY = Table("city", (Column("id", INTEGER), Column("name", TEXT), Column("population", INTEGER)), primary_key=("id",))
CUSTOMER = Table("customer", (Column("id", INTEGER), Column("city_id", INTEGER), Column("age", INTEGER)))
SCHEMA = DatabaseSchema(
    Dialect.SQLITE, (CITY, CUSTOMER), foreign_keys=(ForeignKey("customer", ("city_id",), "city", ("id",)),)
)
NAME = Item(Field("city", "name"))
PEOPLE = Field("city", "population")
AGE = Field("customer", "age")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_count_asks_how_many(seed: str) -> None:
    text = russian_wording(Frame((ROWS,), tables=frozenset({"city"})), SCHEMA, seed)

    assert text is not None
    assert "город" in text.lower()
    assert any(word in text.lower() for word in ("скольк", "количеств", "числ", "много", "посчитайте"))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_condition_tells_its_number(seed: str) -> None:
    test = Test(Item(AGE), TestKind.COMPARE, Operator.MORE, (30,))

    text = russian_wording(Frame((ROWS,), (test,), tables=frozenset({"customer"})), SCHEMA, seed)

    assert text is not None
    assert "30" in text


@pytest.mark.parametrize("seed", SEEDS)
def test_the_first_of_an_order_is_told_by_a_superlative(seed: str) -> None:
    frame = Frame((NAME,), order=(Sorting(Item(PEOPLE), descending=True),), limit=1)

    text = russian_wording(frame, SCHEMA, seed)

    assert text is not None
    assert any(word in text.lower() for word in ("наибольш", "больш", "максимальн", "высок"))


@pytest.mark.parametrize("seed", SEEDS)
def test_groups_are_named_beside_what_is_computed_of_them(seed: str) -> None:
    frame = Frame((NAME, Item(AGE, Aggregate.AVERAGE)), group=(NAME,))

    text = russian_wording(frame, SCHEMA, seed)

    assert text is not None
    assert "средн" in text.lower()
    assert "возраст" in text.lower() or "век" in text.lower()
    assert any(word in text.lower() for word in ("город", "имя", "имен", "назван", "наименован"))


def test_the_same_seed_gives_the_same_question() -> None:
    frame = Frame((NAME,), tables=frozenset({"city"}))

    assert russian_wording(frame, SCHEMA, "a") == russian_wording(frame, SCHEMA, "a")
    assert len({russian_wording(frame, SCHEMA, seed) for seed in SEEDS}) > 3


def test_a_frame_without_a_pattern_gives_no_question() -> None:
    frame = Frame((Pair(Arith.RATIO, Item(PEOPLE), Item(AGE)),))

    assert russian_wording(frame, SCHEMA, "a") is None
