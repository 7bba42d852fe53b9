"""The guard tried on known texts: how many attacks it lets through, how many honest queries it refuses."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.judging import judge
from spravka.sql_guard.policy import AllowedTable, FilterOperator, GuardPolicy, RowFilter

SHARED = "shared"
ANY = "any"


@dataclass(frozen=True)
class Attack:
    """A text to be refused; ``reason`` is the expected one, ``None`` where it depends on the dialect."""

    sql: str
    reason: RefusalReason | None


TRIED_TABLES = (
    AllowedTable("orders", ("id", "customer_id", "total", "status", "placed_at", "comment")),
    AllowedTable("customers", ("id", "name", "city", "delete", "E-mail адрес")),
    AllowedTable("Заказы", ("Номер", "Сумма", "Дата")),
    AllowedTable("payments", ("id", "order_id", "amount"), namespace="finance"),
    AllowedTable(
        "people",
        ("id", "name", "department"),
        hidden_columns=frozenset({"salary"}),
        row_filters=(RowFilter("department", FilterOperator.EQUAL, ("sales",)),),
    ),
)
"""The tables that attacks and look-alikes speak of; ``secrets`` is not among them."""


def tried_policy(dialect: str) -> GuardPolicy:
    """What the attacks and look-alikes of a dialect may read."""
    return GuardPolicy(dialect, TRIED_TABLES)


def read_attacks(dialect: str) -> tuple[Attack, ...]:
    """Every text that must be refused in this dialect."""
    return tuple(attack for name in (SHARED, dialect) for attack in attacks_of(name))


def attacks_of(name: str) -> Iterator[Attack]:
    text = files("spravka.sql_guard.attacks").joinpath(f"{name}.json").read_text(encoding="utf-8")
    for reason, group in json.loads(text).items():
        for sql in group:
            yield Attack(sql, None if reason == ANY else RefusalReason(reason))


def read_look_alikes(dialect: str) -> tuple[str, ...]:
    """Harmless queries that must be let through in this dialect."""
    folder = files("spravka.sql_guard.look_alikes")
    texts = (folder.joinpath(f"{name}.json").read_text(encoding="utf-8") for name in (SHARED, dialect))
    return tuple(str(sql) for text in texts for sql in json.loads(text))


def attacks_let_through(dialect: str) -> tuple[str, ...]:
    """The attacks that are not refused; none, if the guard is sound."""
    policy = tried_policy(dialect)
    return tuple(attack.sql for attack in read_attacks(dialect) if refusal_of(attack.sql, policy) is None)


def refusal_of(sql: str, policy: GuardPolicy) -> QueryRefused | None:
    """Why the query is refused; ``None`` where it may run."""
    try:
        judge(sql, policy)
    except QueryRefused as refusal:
        return refusal
    return None
