"""What an answer says, in the language of its question."""

from collections.abc import Sequence
from typing import Any

from spravka.documents.answering.scope import Readiness
from spravka.errors import Problem
from spravka.question_reading.hearing.heard import Language

NOT_FOUND = {
    Language.RUSSIAN: "В этих документах ответа нет.",
    Language.ENGLISH: "These documents do not say it.",
}
NOT_READY = {
    Language.RUSSIAN: "На прочитанных страницах ответа нет, но прочитано пока {ready} из {total}. Спросите позже.",
    Language.ENGLISH: "The pages read so far do not say it, but only {ready} of {total} are read. Ask again later.",
}
CANCELLED = {Language.RUSSIAN: "Вопрос отменён.", Language.ENGLISH: "The question was cancelled."}
STILL_READING = {
    Language.RUSSIAN: "Документы ещё читаются: готово {ready} стр. из {total}; остальные в поиске не участвовали.",
    Language.ENGLISH: "Documents are still being read: {ready} of {total} pages are ready, only these were searched.",
}
UNRECOGNISED = {
    Language.RUSSIAN: "Страниц без распознанного текста: {count}; в них ничего не искали.",
    Language.ENGLISH: "Pages without recognised text: {count}; nothing could be looked for on them.",
}
BY_WORDS_ALONE = {
    Language.RUSSIAN: "Документов, в которых искали только по словам (смысловой поиск ещё не готов): {count}.",
    Language.ENGLISH: "Documents that were searched by words alone (their vectors are not made yet): {count}.",
}
LLM_FAILED = {
    Language.RUSSIAN: "Языковая модель не ответила ({problem}); приведены цитаты.",
    Language.ENGLISH: "The language model did not answer ({problem}); these are quotations.",
}
LLM_FOUND_NOTHING = {
    Language.RUSSIAN: "Языковая модель не нашла здесь ответа; приведены ближайшие по смыслу места.",
    Language.ENGLISH: "The language model found no answer here; these are the nearest places.",
}
ALL_UNSUPPORTED = {
    Language.RUSSIAN: "Ответ языковой модели не подтверждается документами и не показан; приведены цитаты.",
    Language.ENGLISH: "The documents do not support what the language model said; these are quotations.",
}
UNSUPPORTED = {
    Language.RUSSIAN: "Предложений, которые не подтверждаются цитатами: {count}. Они отмечены.",
    Language.ENGLISH: "Sentences that the quotations do not support: {count}. They are marked.",
}


def warning(kind: str, texts: dict[Language, str], language: Language, **facts: Any) -> dict[str, Any]:
    """A warning as it is stored: its kind and facts for programs, its text for people."""
    return {"kind": kind, "text": texts[language].format(**facts), **facts}


def readiness_warnings(readiness: Readiness, language: Language) -> list[dict[str, Any]]:
    """What was not searched, or not in every way."""
    found = []
    if readiness.unread_document_count:
        pages = {"ready": readiness.ready_page_count, "total": known_total(readiness)}
        found.append(warning("still_reading", STILL_READING, language, **pages))
    if readiness.unrecognised_page_count:
        found.append(warning("unrecognised", UNRECOGNISED, language, count=readiness.unrecognised_page_count))
    if readiness.unembedded_document_count:
        found.append(warning("by_words_alone", BY_WORDS_ALONE, language, count=readiness.unembedded_document_count))
    return found


def llm_failed(problem: Problem, language: Language) -> dict[str, Any]:
    text = LLM_FAILED[language].format(problem=problem.title)
    return {"kind": "llm_failed", "text": text, "problem": problem.type_slug()}


def known_total(readiness: Readiness) -> str:
    """Pages in all; with a plus where some document's pages are not counted yet."""
    is_open = readiness.page_count <= readiness.ready_page_count and readiness.unread_document_count > 0
    return f"{readiness.page_count}+" if is_open else str(readiness.page_count)


def tell_quotation(text: str, document_name: str, page: int, language: Language) -> str:
    """The best quotation as an answer."""
    if language is Language.RUSSIAN:
        return f"«{text}» — {document_name}, с. {page}"
    return f"“{text}” — {document_name}, p. {page}"


def tell_sentences(sentences: Sequence[dict[str, Any]], language: Language) -> str:
    """What a language model said, with the numbers of quotations; a sentence without support is marked."""
    mark = "(не подтверждено)" if language is Language.RUSSIAN else "(not supported)"
    return " ".join(
        " ".join([sentence["text"], *([f"[{number}]" for number in sentence["quotations"]] or [mark])])
        for sentence in sentences
    )
