"""The short text of an answer, in the language of the question."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from spravka.customer_databases.cells import Cell
from spravka.customer_databases.rows import Rows
from spravka.question_reading.hearing.heard import Language
from spravka.question_reading.reading import DeclineReason

NARROW_SPACE = "\u202f"
SMALLEST_SHOWN = 0.01

NOTHING = {Language.RUSSIAN: "Ничего не найдено.", Language.ENGLISH: "Nothing was found."}

NOT_READ = {
    Language.RUSSIAN: "Вопрос не удалось прочитать. Скажите его иначе.",
    Language.ENGLISH: "The question could not be read. Say it in other words.",
}

DECLINED = {
    Language.RUSSIAN: {
        DeclineReason.NOT_ABOUT_THIS: "Вопрос не о данных этой базы.",
        DeclineReason.UNREAD_WORDS: "Не удалось понять часть вопроса: {words}.",
        DeclineReason.UNSURE: "Вопрос можно понять по-разному, и уверенности нет. Уточните его.",
        DeclineReason.NOT_A_READING_QUESTION: "На такой вопрос данными не ответить: здесь только читают данные.",
    },
    Language.ENGLISH: {
        DeclineReason.NOT_ABOUT_THIS: "The question is not about the data of this database.",
        DeclineReason.UNREAD_WORDS: "A part of the question was not understood: {words}.",
        DeclineReason.UNSURE: "The question can be understood in several ways, none of them sure. Say it more exactly.",
        DeclineReason.NOT_A_READING_QUESTION: "Data cannot answer this: here they are only read.",
    },
}


def tell_rows(rows: Rows, language: Language) -> str:
    """What came out, in a sentence."""
    if not rows.rows:
        return NOTHING[language]
    if len(rows.rows) == 1:
        return _one_row([column.name for column in rows.columns], rows.rows[0], language)
    return _counted(len(rows.rows), rows.truncated, language)


def tell_decline(reason: DeclineReason, unread: Sequence[str], language: Language) -> str:
    """Why a question was not answered."""
    quoted = ", ".join(f"«{word}»" if language is Language.RUSSIAN else f"“{word}”" for word in unread)
    return DECLINED[language][reason].format(words=quoted or "…")


def _one_row(names: Sequence[str], row: Sequence[Cell], language: Language) -> str:
    return "; ".join(f"{name}: {tell_cell(cell, language)}" for name, cell in zip(names, row, strict=True))


def _counted(count: int, is_truncated: bool, language: Language) -> str:
    if language is Language.RUSSIAN:
        return f"Показаны первые строки: {count}." if is_truncated else f"Строк: {count}."
    return f"The first {count} rows are shown." if is_truncated else f"{count} rows."


def tell_cell(cell: Cell, language: Language) -> str:
    """A value as people of the language write it: 1 234 567,8 and 01.02.2026, or 1,234,567.8 and 2026-02-01."""
    if cell is None:
        return "нет данных" if language is Language.RUSSIAN else "no data"
    if isinstance(cell, bool):
        return _yes_or_no(cell, language)
    if isinstance(cell, int | float | Decimal):
        return _number(cell, language)
    if isinstance(cell, datetime.date) and language is Language.RUSSIAN:
        return cell.strftime("%d.%m.%Y %H:%M" if isinstance(cell, datetime.datetime) else "%d.%m.%Y")
    return str(cell)


def _yes_or_no(cell: bool, language: Language) -> str:
    if language is Language.RUSSIAN:
        return "да" if cell else "нет"
    return "yes" if cell else "no"


def _number(cell: float | Decimal, language: Language) -> str:
    text = f"{cell:,d}" if isinstance(cell, int) else _fraction(cell)
    if language is Language.RUSSIAN:
        return text.replace(",", NARROW_SPACE).replace(".", ",")
    return text


def _fraction(cell: float | Decimal) -> str:
    """Two places after the point, of a number near to nothing two digits."""
    if cell and abs(float(cell)) < SMALLEST_SHOWN:
        return f"{cell:.2g}"
    return f"{cell:,.2f}".rstrip("0").rstrip(".")
