"""A plan of the language model as SQL, once it has no faults."""

import datetime

from spravka.query_plans.checking import check_plan
from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.schema import DatabaseSchema

TOLD_FAULTS = 5


def write_plan(plan: QueryPlan, schema: DatabaseSchema, today: datetime.date) -> str:
    """The plan in the schema's dialect; raises ``ValueError`` with what is wrong with it, for its writer to repair."""
    faults = check_plan(plan, schema)
    if faults:
        raise ValueError(" ".join(fault.detail for fault in faults[:TOLD_FAULTS]))
    return render(compile_plan(plan, schema, schema.dialect, today), schema.dialect)
