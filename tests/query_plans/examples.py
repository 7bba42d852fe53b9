"""Plans of every sort with the rows that they give, the same in every database."""

import datetime

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AllOf,
    AmongRows,
    AnyOf,
    Arithmetic,
    Between,
    Comparison,
    Constant,
    DatePart,
    DateUnit,
    FixedPeriod,
    InPeriod,
    IsEmpty,
    Negated,
    OfAll,
    OneOf,
    Operator,
    Ordering,
    Output,
    QueryPlan,
    RelativePeriod,
    ScalarQuery,
    Select,
    SetKind,
    SetOperation,
    TableUse,
    TextMatch,
    TextMatches,
    Truncated,
)
from tests.query_plans.firm import CLIENT, CONTRACT, COUNT, PAYMENT, WORK, column, ids, join, outputs, total

PAID_AT = column("payment.paid_at")
PAID = total("payment.amount")
OCTOBER = RelativePeriod(DateUnit.MONTH, -1, -1)
PER_CONTRACT = Select(
    (Output(column("payment.contract_id"), "contract"), Output(PAID, "paid")),
    (PAYMENT,),
    group_by=(column("payment.contract_id"),),
)

Rows = list[tuple[object, ...]]


def by_unit(unit: DateUnit) -> Select:
    key = Truncated(unit, PAID_AT)
    return Select(outputs(key, COUNT), (PAYMENT,), group_by=(key,), order=(Ordering(key),))


def part_of(unit: DateUnit) -> Select:
    return Select(outputs(DatePart(unit, PAID_AT)), (PAYMENT,), order=(Ordering(column("payment.id")),))


def moment(operator: Operator, day: datetime.date) -> Select:
    return ids(PAYMENT, Comparison(PAID_AT, operator, Constant(day)))


LAST_OF_OCTOBER = datetime.date(2026, 10, 31)
CLIENTS_WITH_CONTRACTS = Select(outputs("contract.client_id"), (CONTRACT,))
CLIENT_IDS = Select(outputs("client.id"), (CLIENT,))

EXAMPLES: dict[str, tuple[QueryPlan, Rows]] = {
    "an empty count is zero": (Select(outputs(COUNT), (WORK,), where=IsEmpty(column("work.id"))), [(0,)]),
    "the month before this one": (ids(PAYMENT, InPeriod(PAID_AT, OCTOBER)), [(100,), (101,)]),
    "not in a period": (ids(PAYMENT, InPeriod(PAID_AT, OCTOBER, negated=True)), [(102,), (103,), (104,)]),
    "this year up to today": (
        ids(PAYMENT, InPeriod(PAID_AT, RelativePeriod(DateUnit.YEAR, 0, 0, until_today=True))),
        [(100,), (101,), (102,), (104,)],
    ),
    "dates from a day on": (
        ids(CONTRACT, InPeriod(column("contract.signed"), FixedPeriod(datetime.date(2026, 10, 31), None))),
        [(11,), (13,)],
    ),
    "up to a day means all of it": (moment(Operator.LESS_OR_EQUAL, LAST_OF_OCTOBER), [(100,), (101,), (103,)]),
    "after a day means from the next on": (moment(Operator.MORE, LAST_OF_OCTOBER), [(102,), (104,)]),
    "on a day": (moment(Operator.EQUAL, LAST_OF_OCTOBER), [(101,)]),
    "on another day": (moment(Operator.UNEQUAL, LAST_OF_OCTOBER), [(100,), (102,), (103,), (104,)]),
    "between two days, both of them whole": (
        ids(PAYMENT, Between(PAID_AT, Constant(datetime.date(2026, 10, 31)), Constant(datetime.date(2026, 11, 1)))),
        [(101,), (102,)],
    ),
    "by years": (by_unit(DateUnit.YEAR), [("2025-01-01", 1), ("2026-01-01", 4)]),
    "by quarters": (by_unit(DateUnit.QUARTER), [("2025-10-01", 1), ("2026-10-01", 4)]),
    "by months": (by_unit(DateUnit.MONTH), [("2025-12-01", 1), ("2026-10-01", 2), ("2026-11-01", 2)]),
    "by weeks from Monday": (
        by_unit(DateUnit.WEEK),
        [("2025-12-29", 1), ("2026-09-28", 1), ("2026-10-26", 2), ("2026-11-16", 1)],
    ),
    "by days": (
        by_unit(DateUnit.DAY),
        [("2025-12-29", 1), ("2026-10-01", 1), ("2026-10-31", 1), ("2026-11-01", 1), ("2026-11-22", 1)],
    ),
    "by hours": (
        by_unit(DateUnit.HOUR),
        [
            ("2025-12-29 10:00:00", 1),
            ("2026-10-01 00:00:00", 1),
            ("2026-10-31 23:00:00", 1),
            ("2026-11-01 00:00:00", 1),
            ("2026-11-22 12:00:00", 1),
        ],
    ),
    "years": (part_of(DateUnit.YEAR), [(2026,), (2026,), (2026,), (2025,), (2026,)]),
    "quarters": (part_of(DateUnit.QUARTER), [(4,), (4,), (4,), (4,), (4,)]),
    "months": (part_of(DateUnit.MONTH), [(10,), (10,), (11,), (12,), (11,)]),
    "weeks of the year": (part_of(DateUnit.WEEK), [(40,), (44,), (44,), (1,), (47,)]),
    "days of the month": (part_of(DateUnit.DAY), [(1,), (31,), (1,), (29,), (22,)]),
    "hours": (part_of(DateUnit.HOUR), [(0,), (23,), (0,), (10,), (12,)]),
    "nulls come last, the most first": (
        Select(outputs("payment.id"), (PAYMENT,), order=(Ordering(column("payment.amount"), True),)),
        [(102,), (100,), (104,), (101,), (103,)],
    ),
    "nulls come last, the least first": (
        Select(outputs("payment.id"), (PAYMENT,), order=(Ordering(column("payment.amount")),), limit=5),
        [(101,), (104,), (100,), (102,), (103,)],
    ),
    "a division is a true one": (
        Select(
            outputs(Arithmetic("/", total("work.cost"), COUNT)),
            (WORK,),
            where=OneOf(column("work.id"), (Constant(1), Constant(2))),
        ),
        [(7.5,)],
    ),
    "a division by zero gives nothing": (
        Select(
            outputs(Arithmetic("/", column("work.cost"), Arithmetic("-", column("work.id"), column("work.id")))),
            (WORK,),
            limit=1,
        ),
        [(None,)],
    ),
    "a share of all": (
        Select(
            outputs("work.contract_id", Arithmetic("/", total("work.cost"), OfAll(total("work.cost")))),
            (WORK,),
            group_by=(column("work.contract_id"),),
            order=(Ordering(column("work.contract_id")),),
        ),
        [(10, 0.625), (12, 0.375)],
    ),
    "against the average of all": (
        Select(
            outputs(
                "work.contract_id", Arithmetic("-", total("work.cost"), OfAll(total("work.cost", Aggregate.AVERAGE)))
            ),
            (WORK,),
            group_by=(column("work.contract_id"),),
            order=(Ordering(column("work.contract_id")),),
        ),
        [(10, 7), (12, 1)],
    ),
    "an aggregate of some rows only": (
        Select(
            outputs(
                Aggregated(Aggregate.COUNT, only=InPeriod(PAID_AT, OCTOBER)),
                Aggregated(Aggregate.SUM, column("payment.amount"), only=InPeriod(PAID_AT, OCTOBER)),
            ),
            (PAYMENT,),
        ),
        [(2, 60)],
    ),
    "different values": (
        Select(outputs(total("payment.contract_id", Aggregate.COUNT, distinct=True)), (PAYMENT,)),
        [(3,)],
    ),
    "nulls among rows hide none": (
        ids(CLIENT, AmongRows(column("client.id"), CLIENTS_WITH_CONTRACTS, negated=True)),
        [(3,), (4,)],
    ),
    "nulls among aggregates hide none": (
        ids(
            CLIENT,
            AmongRows(
                column("client.id"),
                Select(
                    outputs(total("contract.client_id", Aggregate.MAXIMUM)),
                    (CONTRACT,),
                    group_by=(column("contract.id"),),
                ),
                negated=True,
            ),
        ),
        [(3,), (4,)],
    ),
    "nulls among the first rows hide none": (
        ids(
            CLIENT,
            AmongRows(
                column("client.id"),
                Select(
                    outputs("contract.client_id"), (CONTRACT,), order=(Ordering(column("contract.id"), True),), limit=2
                ),
                negated=True,
            ),
        ),
        [(1,), (3,), (4,)],
    ),
    "more than the average": (
        ids(
            CONTRACT,
            Comparison(
                column("contract.amount"),
                Operator.MORE,
                ScalarQuery(Select(outputs(total("contract.amount", Aggregate.AVERAGE)), (CONTRACT,))),
            ),
        ),
        [(10,), (12,)],
    ),
    "everything that is in one and not in the other": (
        SetOperation(SetKind.EXCEPT, CLIENT_IDS, CLIENTS_WITH_CONTRACTS),
        [(3,), (4,)],
    ),
    "what is in both": (SetOperation(SetKind.INTERSECT, CLIENT_IDS, CLIENTS_WITH_CONTRACTS), [(1,), (2,)]),
    "what is in either, cut before": (
        SetOperation(
            SetKind.UNION,
            Select(outputs("client.id"), (CLIENT,), order=(Ordering(column("client.id"), True),), limit=1),
            SetOperation(
                SetKind.EXCEPT,
                CLIENT_IDS,
                Select(outputs("client.id"), (CLIENT,), where=IsEmpty(column("client.city"), True)),
            ),
        ),
        [(2,), (4,)],
    ),
    "rows without a partner": (
        Select(
            outputs("client.name", total("contract.id", Aggregate.COUNT)),
            (CLIENT, CONTRACT),
            (join("client.id", "contract.client_id", is_outer=True),),
            group_by=(column("client.id"),),
            order=(Ordering(column("client.id")),),
        ),
        [("Вектор", 2), ("Ёлка 50%", 1), ("Gamma_1", 0), ("Лишний", 0)],
    ),
    "paid more than half of the contract": (
        Select(
            outputs("contract.id", "contract.amount", PAID),
            (CONTRACT, PAYMENT),
            (join("contract.id", "payment.contract_id"),),
            group_by=(column("contract.id"),),
            having=Comparison(PAID, Operator.MORE, Arithmetic("/", column("contract.amount"), Constant(2))),
            order=(Ordering(column("contract.id")),),
        ),
        [(10, 100, 60), (11, 50, 50)],
    ),
    "an average of sums": (
        Select(outputs(total("sums.paid", Aggregate.AVERAGE)), (TableUse("sums", "", PER_CONTRACT),)),
        [(46.666666666666664,)],
    ),
    "words with signs of patterns": (
        ids(CLIENT, TextMatches(column("client.name"), TextMatch.CONTAINS, "50%")),
        [(2,)],
    ),
    "an underscore is no pattern": (ids(CLIENT, TextMatches(column("client.name"), TextMatch.ENDS, "A_1")), [(3,)]),
    "words that are not there": (
        ids(PAYMENT, TextMatches(column("payment.note"), TextMatch.STARTS, "it's", negated=True)),
        [(100,), (102,), (103,)],
    ),
    "a quote in a value": (
        ids(PAYMENT, Comparison(column("payment.note"), Operator.EQUAL, Constant("it's 100%"))),
        [(104,)],
    ),
    "one of no values": (ids(CLIENT, OneOf(column("client.id"), ())), []),
    "alternatives within conditions": (
        ids(
            CLIENT,
            AllOf(
                (
                    AnyOf(
                        (
                            IsEmpty(column("client.city")),
                            Comparison(column("client.city"), Operator.EQUAL, Constant("Москва")),
                        )
                    ),
                    Negated(Comparison(column("client.id"), Operator.EQUAL, Constant(1))),
                )
            ),
        ),
        [(2,), (4,)],
    ),
    "a negative number": (ids(WORK, Comparison(column("work.cost"), Operator.MORE, Constant(-1))), [(1,), (2,), (3,)]),
}
