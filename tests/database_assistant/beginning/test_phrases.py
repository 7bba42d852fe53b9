"""Simple questions made from the structure of a database."""

import pytest

from spravka.database_assistant.beginning.phrases import questions_about, subjects_of
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from spravka.query_plans.wording.phrases import Language

CONTRACT = Table(
    "contract",
    (
        Column("id", ColumnKind.INTEGER, comment="Код договора"),
        Column("kind", ColumnKind.TEXT, comment="Вид договора: подряд, поставка"),
        Column("signed_date", ColumnKind.DATE, comment="Дата подписания"),
        Column("amount", ColumnKind.NUMBER, comment="Сумма договора с НДС"),
        Column("client_id", ColumnKind.INTEGER, comment="Клиент"),
    ),
    comment="Договоры",
    primary_key=("id",),
    row_count=300,
)
EMPLOYEE = Table(
    "employee",
    (
        Column("position", ColumnKind.TEXT, comment="Должность"),
        Column("salary", ColumnKind.NUMBER, comment="Оклад"),
        Column("birth_date", ColumnKind.DATE, comment="Дата рождения"),
    ),
    comment="Сотрудники",
    row_count=20,
)
EMPTY = Table("archive", (Column("amount", ColumnKind.NUMBER),), comment="Архив", row_count=0)
SCHEMA = DatabaseSchema(
    Dialect.POSTGRESQL,
    (EMPTY, EMPLOYEE, CONTRACT),
    (ForeignKey("contract", ("client_id",), "client", ("id",)),),
)
CATEGORIES = frozenset({("contract", "kind"), ("employee", "position")})


def test_tables_with_most_to_tell_come_first_and_empty_ones_not_at_all() -> None:
    assert [one.table.name for one in subjects_of(SCHEMA, CATEGORIES)] == ["contract", "employee"]


@pytest.mark.parametrize(
    ("table", "language", "expected"),
    [
        (
            "contract",
            Language.RUSSIAN,
            [
                "Сумма договора с НДС по месяцам",
                "Сколько договоров по видам договора",
                "Топ-5 договоров по сумме договора с НДС",
                "Сколько договоров в прошлом году",
                "Сколько всего договоров",
            ],
        ),
        (
            "contract",
            Language.ENGLISH,
            [
                "Total amount of contracts by month",
                "Number of contracts by kind",
                "Top 5 contracts by amount",
                "Number of contracts last year",
                "How many contracts are there",
            ],
        ),
        (
            "employee",
            Language.RUSSIAN,
            ["Сколько сотрудников по должностям", "Средний оклад по должностям", "Сколько всего сотрудников"],
        ),
    ],
)
def test_questions_are_in_the_words_of_the_makers(table: str, language: Language, expected: list[str]) -> None:
    [subject] = [one for one in subjects_of(SCHEMA, CATEGORIES) if one.table.name == table]
    assert list(questions_about(subject, language)) == expected
