"""The tables of the holding's database, with the comments their makers left in Russian."""

from collections.abc import Mapping

from spravka.query_plans.schema import Column, ColumnKind, ForeignKey, Table

TYPES = {
    ColumnKind.TEXT: "text",
    ColumnKind.INTEGER: "integer",
    ColumnKind.NUMBER: "numeric(16,2)",
    ColumnKind.DATE: "date",
    ColumnKind.BOOLEAN: "boolean",
}


def _text(name: str, comment: str, nullable: bool = False) -> Column:
    return Column(name, ColumnKind.TEXT, TYPES[ColumnKind.TEXT], comment, nullable)


def _integer(name: str, comment: str, nullable: bool = False) -> Column:
    return Column(name, ColumnKind.INTEGER, TYPES[ColumnKind.INTEGER], comment, nullable)


def _number(name: str, comment: str, nullable: bool = False) -> Column:
    return Column(name, ColumnKind.NUMBER, TYPES[ColumnKind.NUMBER], comment, nullable)


def _date(name: str, comment: str, nullable: bool = False) -> Column:
    return Column(name, ColumnKind.DATE, TYPES[ColumnKind.DATE], comment, nullable)


def _boolean(name: str, comment: str) -> Column:
    return Column(name, ColumnKind.BOOLEAN, TYPES[ColumnKind.BOOLEAN], comment, is_nullable=False)


def _table(name: str, comment: str, *columns: Column) -> Table:
    return Table(name, columns, comment=comment, primary_key=(columns[0].name,))


TABLES = (
    _table(
        "department",
        "Отделы компании",
        _integer("id", "Код отдела"),
        _text("name", "Название отдела"),
        _text("city", "Город, где находится отдел"),
    ),
    _table(
        "employee",
        "Сотрудники",
        _integer("id", "Табельный номер"),
        _text("full_name", "ФИО сотрудника"),
        _text("position", "Должность"),
        _integer("department_id", "Отдел"),
        _date("birth_date", "Дата рождения", nullable=True),
        _date("hire_date", "Дата приёма на работу"),
        _date("dismissal_date", "Дата увольнения (пусто: работает)", nullable=True),
        _number("salary", "Оклад, руб. в месяц"),
    ),
    _table(
        "absence",
        "Отпуска и больничные сотрудников",
        _integer("id", "Код записи"),
        _integer("employee_id", "Сотрудник"),
        _text("kind", "Вид отсутствия: отпуск, больничный, без содержания"),
        _date("start_date", "Первый день отсутствия"),
        _date("end_date", "Последний день отсутствия"),
    ),
    _table(
        "counterparty",
        "Контрагенты",
        _integer("id", "Код контрагента"),
        _text("name", "Наименование контрагента"),
        _text("inn", "ИНН"),
        _text("role", "Роль: подрядчик, поставщик, заказчик"),
        _text("city", "Город контрагента", nullable=True),
        _boolean("is_blocked", "Заблокирован службой безопасности"),
    ),
    _table(
        "project",
        "Объекты строительства (проекты)",
        _integer("id", "Код объекта"),
        _text("name", "Название объекта"),
        _text("kind", "Вид объекта: жилой дом, школа, дорога и т. п."),
        _text("city", "Город, где строится объект"),
        _text("region", "Регион"),
        _integer("customer_id", "Заказчик"),
        _integer("manager_id", "Руководитель проекта"),
        _text("status", "Состояние: проектирование, строительство, приостановлен, сдан"),
        _date("start_date", "Дата начала строительства"),
        _date("planned_finish_date", "Плановая дата сдачи"),
        _date("actual_finish_date", "Фактическая дата сдачи (пусто: не сдан)", nullable=True),
        _number("budget", "Бюджет, руб."),
        _number("area", "Общая площадь, м² (пусто у дорог)", nullable=True),
    ),
    _table(
        "site",
        "Строительные площадки объектов",
        _integer("id", "Код площадки"),
        _integer("project_id", "Объект строительства"),
        _text("name", "Название площадки"),
        _text("address", "Адрес"),
        _number("area", "Площадь участка, га"),
    ),
    _table(
        "contract",
        "Договоры",
        _integer("id", "Код договора"),
        _text("number", "Номер договора"),
        _text("kind", "Вид договора: генподряд, подряд, поставка, услуги, аренда"),
        _integer("counterparty_id", "Контрагент"),
        _integer("project_id", "Объект строительства (пусто: общехозяйственный)", nullable=True),
        _date("signed_date", "Дата подписания (пусто у черновика)", nullable=True),
        _date("due_date", "Срок действия договора", nullable=True),
        _number("amount", "Сумма договора с НДС, руб."),
        _integer("vat_rate", "Ставка НДС, %"),
        _text("status", "Состояние: черновик, действует, исполнен, расторгнут"),
    ),
    _table(
        "act",
        "Акты выполненных работ и приёмки",
        _integer("id", "Код акта"),
        _text("number", "Номер акта"),
        _integer("contract_id", "Договор"),
        _date("act_date", "Дата акта"),
        _number("amount", "Сумма по акту, руб."),
        _text("status", "Состояние: подписан, на согласовании, отклонён"),
    ),
    _table(
        "planned_payment",
        "Плановые платежи (график платежей)",
        _integer("id", "Код планового платежа"),
        _integer("contract_id", "Договор"),
        _text("direction", "Направление: поступление или списание"),
        _date("planned_date", "Плановая дата платежа"),
        _number("amount", "Плановая сумма, руб."),
        _text("status", "Состояние: запланирован, исполнен, отменён"),
    ),
    _table(
        "payment",
        "Фактические платежи",
        _integer("id", "Код платежа"),
        _integer("contract_id", "Договор"),
        _text("direction", "Направление: поступление или списание"),
        _date("payment_date", "Дата платежа"),
        _number("amount", "Сумма платежа, руб."),
        _text("purpose", "Назначение платежа", nullable=True),
    ),
    _table(
        "material",
        "Материалы",
        _integer("id", "Код материала"),
        _text("name", "Наименование материала"),
        _text("category", "Группа материалов"),
        _text("unit", "Единица измерения"),
    ),
    _table(
        "warehouse",
        "Склады",
        _integer("id", "Код склада"),
        _text("name", "Название склада"),
        _text("city", "Город, где находится склад"),
        _integer("keeper_id", "Кладовщик", nullable=True),
    ),
    _table(
        "stock",
        "Остатки материалов на складах",
        _integer("id", "Код остатка"),
        _integer("warehouse_id", "Склад"),
        _integer("material_id", "Материал"),
        _number("quantity", "Количество на складе"),
        _number("reserved", "Зарезервировано", nullable=True),
    ),
    _table(
        "delivery",
        "Поставки материалов",
        _integer("id", "Код поставки"),
        _integer("counterparty_id", "Поставщик"),
        _integer("material_id", "Материал"),
        _integer("warehouse_id", "Склад, куда привезли"),
        _date("delivery_date", "Дата поставки"),
        _number("quantity", "Количество"),
        _number("price", "Цена за единицу, руб."),
        _number("amount", "Стоимость поставки, руб."),
    ),
    _table(
        "timesheet",
        "Табель: часы сотрудников на объектах по месяцам",
        _integer("id", "Код записи"),
        _integer("employee_id", "Сотрудник"),
        _integer("project_id", "Объект строительства"),
        _date("month", "Месяц (первое число)"),
        _number("hours", "Отработано часов"),
    ),
)

REFERENCES: Mapping[str, Mapping[str, str]] = {
    "employee": {"department_id": "department"},
    "absence": {"employee_id": "employee"},
    "project": {"customer_id": "counterparty", "manager_id": "employee"},
    "site": {"project_id": "project"},
    "contract": {"counterparty_id": "counterparty", "project_id": "project"},
    "act": {"contract_id": "contract"},
    "planned_payment": {"contract_id": "contract"},
    "payment": {"contract_id": "contract"},
    "warehouse": {"keeper_id": "employee"},
    "stock": {"warehouse_id": "warehouse", "material_id": "material"},
    "delivery": {"counterparty_id": "counterparty", "material_id": "material", "warehouse_id": "warehouse"},
    "timesheet": {"employee_id": "employee", "project_id": "project"},
}
"""The table that each referring column names by its id."""

BALANCE_VIEW = Table(
    "contract_balance",
    (
        _integer("contract_id", "Код договора"),
        _text("contract_number", "Номер договора"),
        _text("contract_kind", "Вид договора"),
        _integer("counterparty_id", "Код контрагента"),
        _text("counterparty_name", "Наименование контрагента"),
        _text("counterparty_role", "Роль контрагента: подрядчик, поставщик, заказчик"),
        _integer("project_id", "Код объекта", nullable=True),
        _number("contract_amount", "Сумма договора, руб."),
        _number("accepted_amount", "Принято по подписанным актам, руб."),
        _number("paid_amount", "Оплачено, руб."),
        _number("debt", "Задолженность: принято, но не оплачено, руб."),
    ),
    comment="Расчёты по договорам: принято, оплачено, задолженность",
    is_view=True,
)

BALANCE_QUERY = """
SELECT contract.id, contract.number, contract.kind, counterparty.id, counterparty.name, counterparty.role,
       contract.project_id, contract.amount, coalesce(accepted.amount, 0), coalesce(paid.amount, 0),
       greatest(coalesce(accepted.amount, 0) - coalesce(paid.amount, 0), 0)::numeric(16,2)
FROM contract
JOIN counterparty ON counterparty.id = contract.counterparty_id
LEFT JOIN (
    SELECT contract_id, sum(amount)::numeric(16,2) AS amount FROM act WHERE status = 'подписан' GROUP BY contract_id
) AS accepted ON accepted.contract_id = contract.id
LEFT JOIN (
    SELECT contract_id, sum(amount)::numeric(16,2) AS amount FROM payment GROUP BY contract_id
) AS paid ON paid.contract_id = contract.id
"""
"""What the columns of ``BALANCE_VIEW`` are, in their order. Acts and payments are summed apart: no fan-out."""


def foreign_keys() -> tuple[ForeignKey, ...]:
    """The declared keys, in the order of the tables."""
    return tuple(
        ForeignKey(table, (column,), to_table, ("id",))
        for table, references in REFERENCES.items()
        for column, to_table in references.items()
    )
