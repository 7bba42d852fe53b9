"""Questions shown to who opens the demo database for the first time."""

QUESTIONS_RUSSIAN = (
    "сколько заплатили подрядчикам в прошлом месяце",
    "поступления по месяцам с начала года",
    "договоры, где оплачено больше суммы договора",
    "пять поставщиков с самой большой задолженностью",
    "средняя зарплата по отделам",
    "какие объекты сдаём в этом квартале",
)

QUESTIONS_ENGLISH = (
    "how much did we pay contractors last month",
    "incoming payments by month since the beginning of the year",
    "contracts where more was paid than the contract amount",
    "five suppliers with the largest debt",
    "average salary by department",
    "which projects are we finishing this quarter",
)
