"""Whatever is asked, hearing answers, stays within the text, says the same again, and takes no long time."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.question_reading.hearing.hear import hear

TODAY = datetime.date(2026, 11, 22)
RUSSIAN = """сколько больше 5 000 договоров в марте 2022 году по месяцам от до 10 с 1 по 31 февраля последние
99999999999 дней - – % млн тыс . , не четверг лет назад сто тысяч « »"""
ENGLISH = """how many more than top 3 from January to 15 March 2024 last 0 years ago since Q3 " ' 1e5 13.13.2024
29.02.2023 k and or between 1000 2999 0000 hundred million decade 90 s"""
WORDS = st.sampled_from([*RUSSIAN.split(), *ENGLISH.split()])
DATES = st.dates()


@given(st.text(max_size=200), DATES)
def test_any_text_is_heard(question: str, today: datetime.date) -> None:
    assert hear(question, today).question == question


@given(st.lists(WORDS, max_size=25).map(" ".join), DATES)
def test_spans_lie_within_the_question(question: str, today: datetime.date) -> None:
    heard = hear(question, today)
    count = len(heard.tokens)
    spans = [(mark.first, mark.last) for mark in heard.marks]
    spans += [(number.first, number.last) for number in heard.numbers]
    spans += [(period.first, period.last) for period in heard.periods]
    spans += [(bucket.first, bucket.last) for bucket in heard.buckets]
    assert all(0 <= first <= last < count for first, last in spans)
    ends = [0, *(token.end for token in heard.tokens)]
    for token, end_before in zip(heard.tokens, ends, strict=False):
        assert end_before <= token.start < token.end <= len(question)
        assert token.text in question


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_the_same_question_is_heard_the_same(question: str) -> None:
    assert hear(question, TODAY) == hear(question, TODAY)


@pytest.mark.parametrize(
    "part",
    [
        "сколько договоров больше 5 в марте и апреле по отделам ",
        "in 2010 or 2011 between ",
        "a",
        '"',
        "'a ",
        "1 2 ",
        "a.b@",
        "one hundred ",
        "a-",
    ],
)
def test_ten_thousand_characters_are_heard_quickly(part: str) -> None:
    question = (part * 10_000)[:10_000]
    hear(part, TODAY)
    started = time.process_time()
    hear(question, TODAY)
    assert time.process_time() - started < 3
