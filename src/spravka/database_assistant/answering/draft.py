"""An answer as far as it is made: what the stages hand to each other."""

from dataclasses import dataclass, field
from typing import Any

from sqlglot import exp

from spravka.answering.warnings import AnswerWarning
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rows import Rows
from spravka.database_assistant.answering.looking import Looking
from spravka.database_assistant.answering.work import Brief, Work
from spravka.query_plans.compiling import render
from spravka.query_plans.plan import QueryPlan
from spravka.question_reading.reading import Reading
from spravka.sql_guard.guarded_query import GuardedQuery


@dataclass
class Draft:
    """``query`` is what the guard is to judge: a tree compiled from ``plan``, or SQL where no plan can say it."""

    work: Work
    reading: Reading | None = None
    plan: QueryPlan | None = None
    query: exp.Expr | str | None = None
    guarded: GuardedQuery | None = None
    rows: Rows | None = None
    is_by_llm: bool = False
    warnings: list[AnswerWarning] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def brief(self) -> Brief:
        return self.work.brief

    def looking(self, connection: CustomerConnection) -> Looking:
        """Small queries beside the answer's own, guarded as it."""
        brief = self.brief
        today, stop_if_cancelled = self.work.assistant.today(), self.work.stop_if_cancelled
        return Looking(connection, brief.known.schema, brief.policy, today, stop_if_cancelled)

    def written_query(self) -> str:
        """The query before the guard added to it: what a person edits, and what is guarded anew for an export."""
        assert self.query is not None
        return self.query if isinstance(self.query, str) else render(self.query, self.brief.known.schema.dialect)

    def columns_json(self) -> list[dict[str, Any]]:
        """Name and kind of the answer's columns."""
        assert self.rows is not None
        return [{"name": column.name, "kind": column.kind.value} for column in self.rows.columns]
