"""Keys a database does not declare are told by names, and confirmed by values."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from spravka.customer_databases.inferring_keys import ValueLooks, infer_keys
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table

Content = Mapping[str, Mapping[str, Sequence[Any]]]


def schema_of(content: Content, keys: Mapping[str, str] | None = None) -> DatabaseSchema:
    """A schema of these tables and columns, kinds by their first values; ``keys`` are primary keys by table."""
    tables = [
        Table(
            name,
            tuple(Column(column, _kind(values)) for column, values in columns.items()),
            primary_key=(keys[name],) if keys and name in keys else (),
        )
        for name, columns in content.items()
    ]
    return DatabaseSchema(Dialect.POSTGRESQL, tuple(tables))


def _kind(values: Sequence[Any]) -> ColumnKind:
    return ColumnKind.TEXT if values and isinstance(values[0], str) else ColumnKind.INTEGER


def looks_at(content: Content) -> ValueLooks:
    def share_found(table: Table, column: str, to_table: Table, to_column: str) -> float | None:
        values = set(content[table.name][column])
        return len(values & set(content[to_table.name][to_column])) / len(values) if values else None

    def is_distinct(table: Table, column: str) -> bool | None:
        values = content[table.name][column]
        return len(values) == len(set(values)) if len(values) > 1 else None

    return ValueLooks(share_found, is_distinct)


def inferred(content: Content, keys: Mapping[str, str] | None = None) -> set[tuple[str, str, str, str]]:
    found = infer_keys(schema_of(content, keys), looks_at(content))
    assert all(key.is_inferred for key in found)
    return {(key.table, key.columns[0], key.to_table, key.to_columns[0]) for key in found}


@pytest.mark.parametrize(
    ("content", "keys", "expected"),
    [
        (
            {"customer": {"id": [1, 2, 3]}, "orders": {"id": [10, 11], "customer_id": [1, 3]}},
            {"customer": "id", "orders": "id"},
            ("orders", "customer_id", "customer", "id"),
        ),
        (
            {"клиенты": {"id": [1, 2]}, "заказы": {"номер": [10, 11], "id_клиента": [1, 2]}},
            {"клиенты": "id"},
            ("заказы", "id_клиента", "клиенты", "id"),
        ),
        (
            {
                "nation": {"n_nationkey": [1, 2], "n_name": ["a", "b"]},
                "cust": {"c_nationkey": [2, 1], "c_name": ["x", "y"]},
            },
            {"nation": "n_nationkey"},
            ("cust", "c_nationkey", "nation", "n_nationkey"),
        ),
        (
            {"Student": {"StuID": [1, 2], "LName": ["a", "b"]}, "Has_Pet": {"StuID": [2, 2, 1], "PetID": [8, 9, 9]}},
            {"Student": "StuID"},
            ("Has_Pet", "StuID", "Student", "StuID"),
        ),
        (
            {"employees": {"id": [1, 2]}, "projects": {"code": ["p", "q"], "managerEmployeeId": [2, 2]}},
            {"employees": "id"},
            ("projects", "managerEmployeeId", "employees", "id"),
        ),
        (
            {
                "sbCustomer": {"sbCustId": ["C1", "C2"]},
                "sbTicker": {"sbTickerId": ["T1", "T2"]},
                "sbTransaction": {"sbTxId": ["X1", "X2"], "sbTxCustId": ["C1", "C1"]},
            },
            None,
            ("sbTransaction", "sbTxCustId", "sbCustomer", "sbCustId"),
        ),
        (
            {"users": {"uid": [1, 2], "name": ["a", "b"]}, "sessions": {"user_id": [1, 1, 2]}},
            None,
            ("sessions", "user_id", "users", "uid"),
        ),
    ],
)
def test_a_key_is_told_by_its_name(
    content: Content, keys: Mapping[str, str] | None, expected: tuple[str, str, str, str]
) -> None:
    assert inferred(content, keys) == {expected}


@pytest.mark.parametrize(
    ("content", "keys"),
    [
        ({"customer": {"id": [1, 2]}, "orders": {"id": [3, 4], "customer_id": [7, 8]}}, {"customer": "id"}),
        ({"a": {"id": [1, 2]}, "b": {"id": [1, 2]}}, {"a": "id", "b": "id"}),
        ({"region": {"region_id": [1], "region_name": ["x"]}, "state": {"state_id": [1], "state_name": ["y"]}}, None),
        ({"customer": {"id": [1, 2]}, "notes": {"customer_id": ["1", "2"]}}, {"customer": "id"}),
        (
            {"results": {"resultId": [1, 2]}, "teams": {"teamResultsId": [1, 2]}},
            {"results": "resultId", "teams": "teamResultsId"},
        ),
        ({"city": {"name": ["x", "x"]}, "people": {"city_name": ["x", "x"]}}, None),
    ],
)
def test_what_values_or_kinds_speak_against_is_no_key(content: Content, keys: Mapping[str, str] | None) -> None:
    assert inferred(content, keys) == set()


def test_of_two_tables_with_the_same_key_one_refers_to_the_other() -> None:
    content = {"person": {"person_id": [1, 2, 3]}, "passport": {"person_id": [1, 2]}}
    assert inferred(content, {"person": "person_id", "passport": "person_id"}) == {
        ("passport", "person_id", "person", "person_id")
    }


def test_empty_tables_are_told_by_sure_names_alone() -> None:
    content: Content = {"customer": {"id": []}, "orders": {"customer_id": [], "manager_customer_id": []}}
    assert inferred(content, {"customer": "id"}) == {("orders", "customer_id", "customer", "id")}


def test_a_declared_key_is_not_told_again() -> None:
    content = {"customer": {"id": [1, 2]}, "orders": {"customer_id": [1]}}
    declared = ForeignKey("orders", ("customer_id",), "customer", ("id",))
    schema = schema_of(content, {"customer": "id"})
    known = DatabaseSchema(schema.dialect, schema.tables, (declared,))
    assert infer_keys(known, looks_at(content)) == ()


def test_several_hundred_tables_stay_quick() -> None:
    content: dict[str, dict[str, Sequence[Any]]] = {
        f"thing{number}": {
            "id": [1, 2],
            f"thing{(number + 1) % 500}_id": [1, 2],
            **{f"amount_{column}": [number] for column in range(20)},
        }
        for number in range(500)
    }
    started = time.monotonic()
    found = inferred(content, dict.fromkeys(content, "id"))
    assert time.monotonic() - started < 5
    assert len(found) == 500
