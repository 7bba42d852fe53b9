"""The rule by which an answer to an everyday question is right."""

import datetime
from decimal import Decimal

import pytest

from spravka.evaluation.business.answers import GoldRows, Rows, is_answer, is_ordered

DAY = datetime.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("answer", "gold", "ordered", "may_show_more"),
    [
        ([(1, "а")], [("а", 1)], False, False),
        ([("а", 1), ("б", 2)], [(2, "б"), (1, "а")], False, False),
        ([(["а"], 1)], [(1, ["а"])], False, False),
        ([("а", 1)], [("а",)], False, True),
        ([("б", 2), ("а", 1)], [("а", 1), ("б", 2)], False, False),
        ([("а",), ("б",)], [("а",), ("б",)], True, False),
        ([(7, "а"), (8, "б")], [("а",), ("б",)], False, True),
        ([(Decimal("5.00"),)], [(5,)], False, False),
        ([(0.333333333333,)], [(Decimal("0.33333333333333333"),)], False, False),
        ([(datetime.datetime(2026, 11, 1), 3)], [(DAY, 3)], False, False),
        ([], [], False, False),
    ],
)
def test_these_are_answers(answer: Rows, gold: Rows, ordered: bool, may_show_more: bool) -> None:
    assert is_answer(answer, GoldRows(gold, ordered), may_show_more)


@pytest.mark.parametrize(
    ("answer", "gold", "ordered", "may_show_more"),
    [
        ([("а",), ("а",)], [("а",)], False, True),
        ([("а", 1), ("б", 2)], [("б",), ("а",)], True, True),
        ([("б",), ("а",)], [("а",), ("б",)], True, False),
        ([(7, "а")], [("а",)], False, False),
        ([("а",)], [("а", 1)], False, True),
        ([("а", 2), ("б", 1)], [("а", 1), ("б", 2)], False, True),
        ([(None,)], [(0,)], False, False),
        ([(1.0001,)], [(1,)], False, False),
    ],
)
def test_these_are_none(answer: Rows, gold: Rows, ordered: bool, may_show_more: bool) -> None:
    assert not is_answer(answer, GoldRows(gold, ordered), may_show_more)


@pytest.mark.parametrize(
    ("query", "ordered"),
    [
        ("SELECT a FROM t ORDER BY a LIMIT 1", True),
        ("SELECT a FROM t WHERE a IN (SELECT b FROM u ORDER BY b LIMIT 2)", False),
    ],
)
def test_only_an_order_of_the_whole_counts(query: str, ordered: bool) -> None:
    assert is_ordered(query) is ordered
