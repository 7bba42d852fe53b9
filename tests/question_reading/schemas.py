"""A small trading company, described by its makers, and a school, which is not: the schemas of these tests."""

from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from spravka.question_reading.knowledge import GlossaryTerm, Knowledge, TermKind
from spravka.question_reading.values import ValueIndex


def _column(name: str, kind: ColumnKind, comment: str = "") -> Column:
    return Column(name, kind, comment=comment)


def _table(name: str, comment: str, *columns: Column) -> Table:
    return Table(name, columns, comment=comment, primary_key=("id",))


TEXT, INTEGER, NUMBER, DATE = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.NUMBER, ColumnKind.DATE

COMPANY = DatabaseSchema(
    Dialect.SQLITE,
    (
        _table(
            "branch",
            "Филиалы",
            _column("id", INTEGER, "Код филиала"),
            _column("name", TEXT, "Название филиала"),
            _column("city", TEXT, "Город"),
        ),
        _table(
            "client",
            "Клиенты",
            _column("id", INTEGER, "Код клиента"),
            _column("name", TEXT, "Наименование клиента"),
            _column("kind", TEXT, "Вид клиента"),
        ),
        _table(
            "sale",
            "Продажи",
            _column("id", INTEGER, "Код продажи"),
            _column("client_id", INTEGER, "Клиент"),
            _column("branch_id", INTEGER, "Филиал"),
            _column("sale_date", DATE, "Дата продажи"),
            _column("amount", NUMBER, "Сумма продажи, руб."),
        ),
    ),
    (
        ForeignKey("sale", ("client_id",), "client", ("id",)),
        ForeignKey("sale", ("branch_id",), "branch", ("id",)),
    ),
)
COMPANY_VALUES = {
    ("branch", "name"): ("Северный", "Южный"),
    ("branch", "city"): ("Казань", "Москва"),
    ("client", "name"): ("ООО «Ромашка»", "АО «Василёк»"),
    ("client", "kind"): ("оптовый", "розничный"),
}
COMPANY_GLOSSARY = (GlossaryTerm("выручка", TermKind.COLUMN, "sale", "amount"),)

SCHOOL = DatabaseSchema(
    Dialect.SQLITE,
    (
        _table(
            "student",
            "",
            _column("id", INTEGER),
            _column("name", TEXT),
            _column("age", INTEGER),
            _column("city", TEXT),
        ),
        _table("pet", "", _column("id", INTEGER), _column("student_id", INTEGER), _column("kind", TEXT)),
    ),
    (ForeignKey("pet", ("student_id",), "student", ("id",)),),
)
SCHOOL_VALUES = {
    ("student", "name"): ("Ann", "Bob", "Carl"),
    ("student", "city"): ("Paris", "Rome"),
    ("pet", "kind"): ("cat", "dog"),
}


def company() -> Knowledge:
    return Knowledge(COMPANY, ValueIndex(COMPANY_VALUES), COMPANY_GLOSSARY)


def school() -> Knowledge:
    return Knowledge(SCHOOL, ValueIndex(SCHOOL_VALUES))
