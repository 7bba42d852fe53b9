"""Questions about the small company that seem to be read, and are declined because the plan does not say the same."""

import datetime
from functools import cache

import pytest

from spravka.question_reading.everyday.everyday import as_candidate, everyday_readings
from spravka.question_reading.faithfulness.doubting import doubts
from spravka.question_reading.faithfulness.doubts import Doubt
from spravka.question_reading.frame_plans import PlanWriter
from spravka.question_reading.frames import Field, Frame, Item
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.reader import Reader
from spravka.question_reading.schema_graph import SchemaGraph
from tests.question_reading.schemas import COMPANY, COMPANY_GLOSSARY, company

TODAY = datetime.date(2026, 11, 22)


@cache
def reader() -> Reader:
    return Reader(company())


def doubts_of(question: str) -> frozenset[Doubt]:
    """Those about the best everyday reading."""
    sentence = reader().sentence(hear(question, TODAY))
    best = as_candidate(everyday_readings(sentence, COMPANY_GLOSSARY)[0])
    plan = PlanWriter(COMPANY, SchemaGraph(COMPANY)).write(best.frame)
    return doubts(sentence, [chosen.mention for chosen in best.choice.chosen], plan)


@pytest.mark.parametrize(
    ("question", "doubt"),
    [
        ("в каком филиале была последняя продажа", Doubt.NO_EXTREME),
        ("когда была продажа филиала Северный", Doubt.NOT_SHOWN),
        ("города филиалов в Казани", Doubt.FIXED_GROUP),
        ("филиалы по возрастанию названия", Doubt.NO_ORDER),
        ("самая большая и самая маленькая продажа", Doubt.NO_EXTREME),
        ("какие клиенты заканчиваются на филиалах", Doubt.NO_TEXT_MATCH),
    ],
)
def test_what_the_plan_does_not_do_is_doubted(question: str, doubt: Doubt) -> None:
    assert doubt in doubts_of(question)


@pytest.mark.parametrize(
    "question",
    [
        "сколько оптовых клиентов",
        "сколько продали розничным клиентам в этом году",
        "продажи от 90 до 110 тысяч",
        "сколько разных клиентов купили в этом году",
        "какой процент клиентов розничный",
        "филиалы без продаж",
        "в каком городе больше всего филиалов",
    ],
)
def test_what_the_plan_does_is_not_doubted(question: str) -> None:
    assert doubts_of(question) == frozenset()


@pytest.mark.parametrize(
    "question",
    ["сколько продаж сорвалось в этом году", "в каком филиале была последняя продажа"],
)
def test_what_is_doubted_is_declined(question: str) -> None:
    assert reader().read(question, TODAY).plan is None


def test_a_state_of_another_thing_than_the_one_it_stands_before_is_doubted() -> None:
    sentence = reader().sentence(hear("оптовые филиалы", TODAY))
    linked = [(one, one.link) for one in sentence.mentions if one.link is not None]
    kinds = [one for one, link in linked if link.value == "оптовый"]
    branches = [one for one, link in linked if (link.table, link.column) == ("branch", "")]
    plan = PlanWriter(COMPANY, SchemaGraph(COMPANY)).write(Frame((Item(Field("branch", "name")),)))
    assert Doubt.STRANGE_STATE in doubts(sentence, [kinds[0], branches[0]], plan)
