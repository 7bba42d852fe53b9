"""A reader whose questions say themselves how they are to be read: the service is tested apart from how well the
grammar reads.

«Read SELECT …» is the plan that the SQL says; «Rather SELECT … or SELECT …» takes the first of the two that has rows;
«Fewer» is the previous plan's first row; «Orders of London» is ambiguous, until somebody has chosen what London is.
All else is declined, and «Read SELECT * FROM …» over the first table offered instead.
"""

import datetime
from dataclasses import replace

from spravka.query_plans.parsing import plan_of_sql
from spravka.query_plans.plan import QueryPlan, Select
from spravka.question_reading.confidence import Probe
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.reader import Encode
from spravka.question_reading.reading import (
    Became,
    Choice,
    ChoiceOption,
    ClosestQuestion,
    DeclineReason,
    ProofSpan,
    Reading,
)

AMBIGUOUS = "Orders of London"
BY_TARGET = {
    "customers.city = London": "SELECT count(*) FROM customers WHERE city = 'London'",
    "customers.name = London": "SELECT count(*) FROM customers WHERE name = 'London'",
}


class ScriptedGrammar:
    """See above."""

    def __init__(self, knowledge: Knowledge, _encode: Encode) -> None:
        self.linker = Linker(knowledge, None)
        self._knowledge = knowledge

    def read(
        self, question: str, today: datetime.date, probe: Probe | None = None, previous: QueryPlan | None = None
    ) -> Reading:
        del today
        word, _, rest = question.partition(" ")
        if word in ("Read", "Прочти"):
            return _read(question, self._plan(question[question.index("SELECT") :]))
        if word == "Rather":
            first, second = (self._plan(sql) for sql in rest.split(" or "))
            return _read(question, second if probe is not None and not probe(first) else first)
        if word == "Fewer" and isinstance(previous, Select):
            return _read(question, replace(previous, limit=1))
        return self._of_london(question) if question == AMBIGUOUS else self._declined(question)

    def _of_london(self, question: str) -> Reading:
        options = [ChoiceOption(target, target, self._plan(sql)) for target, sql in BY_TARGET.items()]
        chosen = self._knowledge.choices.get("london")
        if chosen is not None:
            return _read(question, next(option.plan for option in options if option.target == chosen))
        return replace(_read(question, options[0].plan), choices=(Choice(10, 16, "London", tuple(options)),))

    def _declined(self, question: str) -> Reading:
        sql = f"SELECT count(*) FROM {self._knowledge.schema.tables[0].name}"
        closest = ClosestQuestion("How many are there?", self._plan(sql))
        unread = (question.split()[-1],)
        return Reading(None, 0.1, (), (), DeclineReason.UNREAD_WORDS, unread, (closest,))

    def _plan(self, sql: str) -> QueryPlan:
        return plan_of_sql(sql, self._knowledge.schema)


def _read(question: str, plan: QueryPlan) -> Reading:
    return Reading(plan, 0.9, (ProofSpan(0, 4, question[:4], Became.FILLER),))
