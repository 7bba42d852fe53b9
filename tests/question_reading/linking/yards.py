"""Two small made-up databases: boatyards named in English, and a builder's with Russian comments."""

import datetime

from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.knowledge import GlossaryTerm, Knowledge, TermKind
from spravka.question_reading.linking.linker import Linker
from spravka.question_reading.linking.links import Link, LinkKind
from spravka.question_reading.values import ValueIndex

TODAY = datetime.date(2026, 11, 22)
TEXT, INTEGER, NUMBER, DATE = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.NUMBER, ColumnKind.DATE


def columns(*described: tuple[str, ColumnKind] | tuple[str, ColumnKind, str]) -> tuple[Column, ...]:
    return tuple(Column(each[0], each[1], comment=each[2] if len(each) > 2 else "") for each in described)


BOATYARDS = Knowledge(
    DatabaseSchema(
        Dialect.POSTGRESQL,
        (
            Table(
                "boatyard",
                columns(("yard_id", INTEGER), ("yard_name", TEXT), ("yard_town", TEXT), ("yard_founded", INTEGER)),
                primary_key=("yard_id",),
            ),
            Table(
                "BoatBuilder",
                columns(
                    ("builderId", INTEGER),
                    ("lname", TEXT),
                    ("dob", DATE),
                    ("sex", TEXT),
                    ("nationality", TEXT),
                    ("hourlywage", NUMBER),
                    ("yard_id", INTEGER),
                ),
                primary_key=("builderId",),
            ),
            Table(
                "hull",
                columns(("hull_no", INTEGER), ("qty", INTEGER), ("max_len", NUMBER), ("engine_maker", TEXT)),
                primary_key=("hull_no",),
            ),
            Table("repair", columns(("price", NUMBER), ("finished_on", DATE), ("is_urgent", ColumnKind.BOOLEAN))),
        ),
        (ForeignKey("BoatBuilder", ("yard_id",), "boatyard", ("yard_id",)),),
    ),
    ValueIndex(
        {
            ("boatyard", "yard_name"): ["Old Harbour Yard", "North Slip", "Anchor & Sons Ltd"],
            ("boatyard", "yard_town"): ["New York", "Bristol", "Saint-Malo"],
            ("BoatBuilder", "sex"): ["F", "M"],
            ("BoatBuilder", "nationality"): ["France", "USA", "United Kingdom"],
            ("hull", "engine_maker"): ["Boeing Marine", "Yamaha", "Volvo Penta"],
        }
    ),
)

BUILDERS = Knowledge(
    DatabaseSchema(
        Dialect.POSTGRESQL,
        (
            Table(
                "obj",
                columns(("id", INTEGER), ("naim", TEXT, "Наименование"), ("gorod", TEXT, "Город")),
                comment="Объекты строительства",
                primary_key=("id",),
            ),
            Table(
                "oplata",
                columns(
                    ("id", INTEGER),
                    ("summa", NUMBER, "Сумма, руб."),
                    ("data_opl", DATE, "Дата оплаты"),
                    ("partner", TEXT, "Контрагент"),
                    ("vid", TEXT, "Вид контрагента"),
                ),
                comment="Платежи",
                primary_key=("id",),
            ),
            Table(
                "Сотрудник",
                columns(("ФИО", TEXT), ("ДатаРождения", DATE), ("Пол", TEXT), ("Оклад", NUMBER), ("Отдел", TEXT)),
            ),
        ),
    ),
    ValueIndex(
        {
            ("obj", "naim"): ["ЖК «Северный»", "Цех № 5", "Мост через Оку"],
            ("obj", "gorod"): ["Москва", "Санкт-Петербург", "Нижний Новгород", "Чикаго"],
            ("oplata", "partner"): ["ООО «Газпром строй»", "АО «Палфинджер»", "Boeing Company"],
            ("oplata", "vid"): ["поставщик", "подрядчик"],
            ("Сотрудник", "Пол"): ["М", "Ж"],
            ("Сотрудник", "Отдел"): ["Бухгалтерия", "Сметный отдел"],
        }
    ),
    glossary=(GlossaryTerm("задолженность", TermKind.MEASURE, "oplata", "summa", aggregate="sum"),),
)


def links_of(knowledge: Knowledge, question: str) -> tuple[Link, ...]:
    return Linker(knowledge, None).link(hear(question, TODAY))


def named(links: tuple[Link, ...], kind: LinkKind) -> list[str]:
    """The targets of the links of a kind, likeliest first: ``table``, ``table.column`` or ``table.column=value``."""
    return [_target(link) for link in links if link.kind is kind]


def _target(link: Link) -> str:
    if link.kind is LinkKind.TABLE:
        return link.table
    if link.kind is LinkKind.TERM:
        return link.value
    return f"{link.table}.{link.column}" + (f"={link.value}" if link.kind is LinkKind.VALUE else "")
