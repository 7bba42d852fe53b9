"""What the holding's people call things that its tables call otherwise."""

from pydantic import TypeAdapter

from spravka.query_plans.plan import (
    AllOf,
    ColumnRef,
    Comparison,
    Condition,
    Constant,
    DateUnit,
    InPeriod,
    Operator,
    RelativePeriod,
)
from spravka.question_reading.knowledge import GlossaryTerm, TermKind

CONDITION_JSON: TypeAdapter[Condition] = TypeAdapter(Condition)
LONG_AGO_DAYS = 36_500
"""A hundred years: a day before today, however long ago."""


def _overdue() -> str:
    """Planned, not made yet, and the day has passed."""
    day, status = ColumnRef("planned_payment", "planned_date"), ColumnRef("planned_payment", "status")
    before_today = InPeriod(day, RelativePeriod(DateUnit.DAY, -LONG_AGO_DAYS, -1))
    not_made = Comparison(status, Operator.EQUAL, Constant("запланирован"))
    return CONDITION_JSON.dump_json(AllOf((not_made, before_today))).decode()


def construction_glossary() -> tuple[GlossaryTerm, ...]:
    """A dozen terms, as a tenant's admin would write them in the first hour."""
    column, value, condition = TermKind.COLUMN, TermKind.VALUE, TermKind.CONDITION
    return (
        GlossaryTerm("задолженность", column, "contract_balance", "debt"),
        GlossaryTerm("зарплата", column, "employee", "salary"),
        GlossaryTerm("просроченный", condition, "planned_payment", formula=_overdue()),
        GlossaryTerm("overdue", condition, "planned_payment", formula=_overdue()),
        GlossaryTerm("действующий", value, "contract", "status", "действует"),
        GlossaryTerm("active", value, "contract", "status", "действует"),
        GlossaryTerm("terminated", value, "contract", "status", "расторгнут"),
        GlossaryTerm("contractor", value, "counterparty", "role", "подрядчик"),
        GlossaryTerm("supplier", value, "counterparty", "role", "поставщик"),
        GlossaryTerm("incoming", value, "payment", "direction", "поступление"),
        GlossaryTerm("outgoing", value, "payment", "direction", "списание"),
        GlossaryTerm("supply", value, "contract", "kind", "поставка"),
        GlossaryTerm("rebar", value, "material", "category", "Арматура"),
        GlossaryTerm("cement", value, "material", "category", "Цемент"),
        GlossaryTerm("concrete", value, "material", "category", "Бетон"),
    )
