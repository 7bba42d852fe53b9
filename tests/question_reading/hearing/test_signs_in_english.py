"""Operators heard in English questions."""

import datetime

import pytest

from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import Sign

TODAY = datetime.date(2026, 11, 22)


def marks(question: str) -> set[tuple[str, Sign]]:
    """The words of each mark with its sign."""
    heard = hear(question, TODAY)
    return {
        (question[heard.tokens[mark.first].start : heard.tokens[mark.last].end].lower(), mark.sign)
        for mark in heard.marks
    }


@pytest.mark.parametrize(
    ("question", "words", "sign"),
    [
        ("How many singers are there?", "how many", Sign.COUNT),
        ("What is the total number of singers?", "the total number of", Sign.COUNT),
        ("Find the number of concerts", "the number of", Sign.COUNT),
        ("How often was each book lent?", "how often", Sign.COUNT),
        ("the total number of passengers", "the total number of", Sign.SUM),
        ("What is the total salary?", "total", Sign.SUM),
        ("the sum of all payments", "sum of", Sign.SUM),
        ("average age of students", "average", Sign.AVERAGE),
        ("the mean weight", "mean", Sign.AVERAGE),
        ("how long do trips take on average", "on average", Sign.AVERAGE),
        ("the minimum price", "minimum", Sign.MINIMUM),
        ("maximal speed", "maximal", Sign.MAXIMUM),
        ("the store with the highest revenue", "highest", Sign.MOST),
        ("which city has the most airports", "the most", Sign.MOST),
        ("who has the fewest medals", "fewest", Sign.LEAST),
        ("top 3 products", "top 3", Sign.TOP),
        ("the first 10 orders", "the first 10", Sign.TOP),
        ("the 5 oldest employees", "5", Sign.TOP),
        ("the three cheapest hotels", "three", Sign.TOP),
        ("five suppliers with the largest debt", "five", Sign.TOP),
        ("more than 5 albums", "more than", Sign.MORE),
        ("a price above 100", "above", Sign.MORE),
        ("sales exceeding 1000", "exceeding", Sign.MORE),
        ("at least 2 concerts", "at least", Sign.MORE_OR_EQUAL),
        ("5 or more employees", "or more", Sign.MORE_OR_EQUAL),
        ("no less than 7", "no less than", Sign.MORE_OR_EQUAL),
        ("fewer than 3 rooms", "fewer than", Sign.LESS),
        ("below 20 degrees", "below", Sign.LESS),
        ("at most 4 guests", "at most", Sign.LESS_OR_EQUAL),
        ("no more than 10", "no more than", Sign.LESS_OR_EQUAL),
        ("up to 15 days", "up to", Sign.LESS_OR_EQUAL),
        ("equal to 5", "equal to", Sign.EQUAL),
        ("countries other than France", "other than", Sign.UNEQUAL),
        ("everyone except managers", "except", Sign.UNEQUAL),
        ("students who are not from Rome", "are not", Sign.UNEQUAL),
        ("price between 10 and 20", "between 10 and 20", Sign.BETWEEN),
        ("names that contain the word gold", "contain the word", Sign.CONTAINS),
        ("titles with the substring key", "with the substring", Sign.CONTAINS),
        ("names starting with A", "starting with", Sign.STARTS),
        ("codes ending in 5", "ending in", Sign.ENDS),
        ("for each department", "for each", Sign.EACH),
        ("revenue per store", "per", Sign.EACH),
        ("broken down by region", "broken down by", Sign.EACH),
        ("sorted by age", "sorted by", Sign.ORDERED),
        ("in ascending order of price", "in ascending order", Sign.ASCENDING),
        ("in alphabetical order", "in alphabetical order", Sign.ASCENDING),
        ("ordered from highest to lowest", "from highest to lowest", Sign.DESCENDING),
        ("listed in descending order", "in descending order", Sign.DESCENDING),
        ("how many different countries", "different", Sign.DISTINCT),
        ("customers who do not have orders", "do not", Sign.NOT),
        ("pilots that have no plane", "have no", Sign.NOT),
        ("teachers without courses", "without", Sign.NOT),
        ("students who don't own a pet", "don't", Sign.NOT),
        ("wine from Napa or Sonoma", "or", Sign.OR),
        ("both cats and dogs", "both", Sign.BOTH),
        ("either red or blue", "either", Sign.EITHER),
        ("the percentage of women", "percentage of", Sign.SHARE),
        ("difference between income and cost", "difference between", Sign.DIFFERENCE),
        ("the ratio of wins", "ratio of", Sign.RATIO),
        ("more than the average salary", "more than the average", Sign.ABOVE_AVERAGE),
        ("below average price", "below average", Sign.BELOW_AVERAGE),
        ("the most common disease", "most common", Sign.COMMON),
        ("the least popular genre", "least popular", Sign.RARE),
        ("all the hotels", "all the", Sign.ALL),
        ("documents with missing dates", "missing", Sign.EMPTY),
        ("is there a hotel in Rome", "is there", Sign.YES_NO),
        ("whose salary is known", "whose", Sign.WHOSE),
        ("when was it built", "when", Sign.WHEN),
        ("noisier than a train", "noisier than", Sign.MORE),
        ("the greenest city", "greenest", Sign.MOST),
        ("Which room is free", "which", Sign.ASK),
        ("Delete all orders", "delete", Sign.CHANGE),
        ("please update the price", "update the", Sign.CHANGE),
        ("list orders and delete them", "and delete", Sign.CHANGE),
        ("Why do sales fall?", "why", Sign.OPINION),
        ("Recommend a good book", "recommend", Sign.OPINION),
        ("please give me names", "please", Sign.FILLER),
    ],
)
def test_a_phrase_is_heard_as_its_sign(question: str, words: str, sign: Sign) -> None:
    assert (words, sign) in marks(question)


@pytest.mark.parametrize(
    ("question", "sign"),
    [
        ("registered customers", Sign.CHANGE),
        ("orders created in May", Sign.CHANGE),
        ("which doctor advises Anna", Sign.OPINION),
        ("show the first name of each player", Sign.LEAST),
        ("more than the average", Sign.MORE),
        ("orders of May", Sign.ORDERED),
        ("Which room is free", Sign.WHOSE),
        ("the forest of interest", Sign.MOST),
        ('songs called "Less Than Zero"', Sign.LESS),
        ("names like n/a", Sign.NOT),
    ],
)
def test_words_that_only_look_like_a_sign_are_not_heard_as_one(question: str, sign: Sign) -> None:
    assert sign not in {found for _, found in marks(question)}


@pytest.mark.parametrize(
    ("question", "sign", "hint"),
    [
        ("the oldest singer", Sign.MOST, "age"),
        ("the youngest singer", Sign.LEAST, "age"),
        ("the cheapest room", Sign.LEAST, "price"),
        ("the most expensive wine", Sign.MOST, "price"),
        ("the latest order", Sign.MOST, "date"),
        ("the earliest flight", Sign.LEAST, "date"),
        ("the longest river", Sign.MOST, "length"),
        ("the heaviest truck", Sign.MOST, "weight"),
        ("the tallest building", Sign.MOST, "height"),
        ("older than 30", Sign.MORE, "age"),
        ("younger than 30", Sign.LESS, "age"),
        ("cheaper than 100", Sign.LESS, "price"),
        ("later than the deadline", Sign.MORE, "date"),
        ("hired before the merger", Sign.LESS, "date"),
        ("faster than sound", Sign.MORE, "speed"),
    ],
)
def test_a_comparative_brings_the_dimension_it_names(question: str, sign: Sign, hint: str) -> None:
    assert (sign, hint) in {(mark.sign, mark.hint) for mark in hear(question, TODAY).marks}


@pytest.mark.parametrize(
    ("question", "value"),
    [("top 3 products", 3), ("the 5 oldest employees", 5), ("the first ten orders", 10), ("bottom 4 regions", 4)],
)
def test_a_top_knows_how_many(question: str, value: float) -> None:
    assert value in {mark.value for mark in hear(question, TODAY).marks if mark.sign is Sign.TOP}


def test_a_bottom_is_a_top_from_the_least() -> None:
    assert ("bottom 4", Sign.LEAST) in marks("bottom 4 regions by sales")


def test_the_last_rows_are_the_latest() -> None:
    found = {(mark.sign, mark.value, mark.hint) for mark in hear("the last 20 payments", TODAY).marks}
    assert {(Sign.TOP, 20, "date"), (Sign.MOST, 20, "date")} <= found


def test_a_number_compared_with_is_no_top() -> None:
    assert Sign.TOP not in {sign for _, sign in marks("who spent more than $1,000 with the cheapest card")}


def test_the_first_half_is_no_top() -> None:
    assert Sign.TOP not in {sign for _, sign in marks("sales of the first half of 2023")}
