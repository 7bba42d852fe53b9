"""Questions to try on the demonstration's documents, with the place and the words of the answer."""

from dataclasses import dataclass

from spravka.demo.documents.names import DemoFile

CONTRACT, SPECIFICATION, MATERIALS = DemoFile.CONTRACT, DemoFile.SPECIFICATION, DemoFile.MATERIALS
MANUAL, RULES, LETTER = DemoFile.CRANE_MANUAL, DemoFile.PROCUREMENT_RULES, DemoFile.LETTER
RUSSIAN, ENGLISH = "ru", "en"


@dataclass(frozen=True)
class DemoQuestion:
    """``page`` counts from 1; of a workbook it is the sheet, and None where the format has no pages. ``answer`` are the
    document's own words, in its order."""

    question: str
    language: str
    file: DemoFile
    page: int | None
    answer: str


@dataclass(frozen=True)
class AbsentQuestion:
    """What none of the documents says, though they speak of things near it: the word that begins with
    ``missing_stem`` is in none of them."""

    question: str
    language: str
    missing_stem: str


QUESTIONS = (
    DemoQuestion(
        "Какой аванс платит заказчик по договору подряда?", RUSSIAN, CONTRACT, 2,
        "аванс в размере 15 процентов цены Договора",
    ),
    DemoQuestion(
        "Что сказано в пункте 4.2 договора подряда?", RUSSIAN, CONTRACT, 2,
        "Подрядчик приступает к Работам в течение пяти календарных дней после передачи строительной площадки",
    ),
    DemoQuestion("Когда должны закончиться работы по договору?", RUSSIAN, CONTRACT, 2, "28 ноября 2025 г."),
    DemoQuestion("Какой гарантийный срок на кровлю?", RUSSIAN, CONTRACT, 4, "на кровлю – 84 месяца"),
    DemoQuestion(
        "Какая неустойка за нарушение срока окончания работ?", RUSSIAN, CONTRACT, 4,
        "0,1 процента цены Договора за каждый день просрочки",
    ),
    DemoQuestion(
        "Какую долю работ можно передать субподрядчикам?", RUSSIAN, CONTRACT, 3,
        "не может превышать 40 процентов цены Договора",
    ),
    DemoQuestion(
        "Какой суд рассматривает споры сторон?", RUSSIAN, CONTRACT, 6, "Арбитражный суд Свердловской области",
    ),
    DemoQuestion(
        "Какой штраф за огневые работы без наряда-допуска?", RUSSIAN, CONTRACT, 9,
        "Огневые работы без наряда-допуска 40 000",
    ),
    DemoQuestion(
        "Почём арматура А500С 12 мм в спецификации?", RUSSIAN, SPECIFICATION, 1,
        "Арматура А500С 12 мм, ГОСТ 34028-2016 т 18,6 59 400,00",
    ),
    DemoQuestion(
        "Какую скидку даёт поставщик при оплате до отгрузки?", RUSSIAN, SPECIFICATION, 3, "скидка 2,5 процента",
    ),
    DemoQuestion(
        "Сколько секционных ворот в ведомости материалов?", RUSSIAN, MATERIALS, 1, "Ворота секционные 3000х3200 шт. 14",
    ),
    DemoQuestion(
        "Сколько предложений нужно собрать для закупки на пять миллионов рублей?", RUSSIAN, RULES, None,
        "от 1 000 000 до 10 000 000 Запрос предложений 4",
    ),
    DemoQuestion(
        "На какой срок блокируется поставщик?", RUSSIAN, RULES, None, "Поставщик блокируется на 12 месяцев",
    ),
    DemoQuestion(
        "До какой даты подрядчик просит перенести окончание устройства кровли?", RUSSIAN, LETTER, 1,
        "с 26 октября на 7 ноября 2025 г.",
    ),
    DemoQuestion(
        "На скольких листах обнаружены царапины покрытия?", RUSSIAN, LETTER, 2,
        "На 17 листах обнаружены царапины покрытия",
    ),
    DemoQuestion("What is the maximum radius of the crane?", ENGLISH, MANUAL, 4, "Maximum radius 60 m"),
    DemoQuestion(
        "At what wind speed must all lifting stop?", ENGLISH, MANUAL, 5,
        "Stop all lifting at a wind speed of 15 m/s",
    ),
    DemoQuestion(
        "How far must the crane stay away from a 35 kV power line?", ENGLISH, MANUAL, 5,
        "Keep at least 5 m between any part of the crane or load and an overhead line of up to 35 kV",
    ),
    DemoQuestion(
        "How do I reset the emergency stop?", ENGLISH, MANUAL, 6,
        "turn the button clockwise and press the green start button for three seconds",
    ),
    DemoQuestion(
        "How heavy is a full concrete bucket?", ENGLISH, MANUAL, 8,
        "The full bucket of 1.0 m³ weighs about 2 750 kg",
    ),
    DemoQuestion(
        "How often is the slewing ring greased?", ENGLISH, MANUAL, 11,
        "250 hours Grease the slewing ring with 1.5 kg of lithium grease",
    ),
    DemoQuestion("What does fault code E12 mean?", ENGLISH, MANUAL, 12, "E12 Moment limiter out of calibration"),
    DemoQuestion(
        "For how long are spare parts supplied?", ENGLISH, MANUAL, 13,
        "Spare parts are supplied for ten years after the last crane of the series has been built",
    ),
)  # fmt: skip

ABSENT_QUESTIONS = (
    AbsentQuestion("Какова гарантия на лифты?", RUSSIAN, "лифт"),
    AbsentQuestion("Кто утверждает проект благоустройства территории?", RUSSIAN, "благоустройств"),
    AbsentQuestion("Какой срок действия паролей сотрудников?", RUSSIAN, "парол"),
    AbsentQuestion("What is the fuel consumption of the diesel generator?", ENGLISH, "diesel"),
    AbsentQuestion("Which tyre pressure is recommended for the mobile crane?", ENGLISH, "tyre"),
)
