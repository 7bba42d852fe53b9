"""What an answer says, in the language of its question."""

from collections.abc import Sequence
from typing import Any

from spravka.answering.warnings import AnswerWarning
from spravka.documents.answering.scope import Readiness
from spravka.documents.tables import DocumentAnswerState
from spravka.errors import Problem
from spravka.question_reading.hearing.heard import Language

NOT_FOUND = {
    Language.RUSSIAN: "В этих документах ответа нет.",
    Language.ENGLISH: "These documents do not say it.",
}
NOT_READY = {
    Language.RUSSIAN: "На прочитанных страницах ответа нет, но прочитано пока {ready} из {total} "
    "(читается документов: {count}). Спросите позже.",
    Language.ENGLISH: "The pages read so far do not say it, but only {ready} of {total} are read "
    "(documents being read: {count}). Ask again later.",
}
NOTHING_READ = {
    Language.RUSSIAN: "Искать не в чем: в этих документах не прочитано ни слова. Причина указана у каждого из них.",
    Language.ENGLISH: "There is nothing to look into: not a word of these documents is read. Each of them says why.",
}
NOTHING_CHOSEN = {
    Language.RUSSIAN: "Там, где велено искать, нет ни одного документа.",
    Language.ENGLISH: "There is no document where it was to be looked for.",
}
CANCELLED = {Language.RUSSIAN: "Вопрос отменён.", Language.ENGLISH: "The question was cancelled."}
STILL_READING = {
    Language.RUSSIAN: "Документы ещё читаются ({count}): готово {ready} стр. из {total}; остальные не искали.",
    Language.ENGLISH: "Documents are still being read ({count}): {ready} of {total} pages are ready, only these were "
    "searched.",
}
UNFINISHED = {
    Language.RUSSIAN: "Документов, которые не удалось прочитать до конца: {count}; причина указана у каждого.",
    Language.ENGLISH: "Documents that could not be read to their end: {count}; each of them says why.",
}
UNRECOGNISED = {
    Language.RUSSIAN: "Страниц без распознанного текста: {count}; в них ничего не искали.",
    Language.ENGLISH: "Pages without recognised text: {count}; nothing could be looked for on them.",
}
BY_WORDS_ALONE = {
    Language.RUSSIAN: "Документов, в которых искали только по словам (смысловой поиск ещё не готов): {count}.",
    Language.ENGLISH: "Documents that were searched by words alone (their vectors are not made yet): {count}.",
}
ENCODER_AWAY = {
    Language.RUSSIAN: "Искали только по словам: смысловой поиск сейчас недоступен ({problem}).",
    Language.ENGLISH: "Searched by words alone: the encoder cannot be used now ({problem}).",
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


def warning(kind: str, texts: dict[Language, str], language: Language, **facts: Any) -> AnswerWarning:
    """A warning whose text tells its facts."""
    return AnswerWarning(kind, texts[language].format(**facts), facts)


def readiness_warnings(
    readiness: Readiness, language: Language, encoder_problem: Problem | None = None
) -> list[AnswerWarning]:
    """What was not searched, or not in every way; ``encoder_problem``: why nothing was searched by meaning."""
    found = []
    if readiness.unread_document_count:
        found.append(warning("still_reading", STILL_READING, language, **reading_facts(readiness)))
    if readiness.unfinished_document_count:
        found.append(warning("unfinished", UNFINISHED, language, count=readiness.unfinished_document_count))
    if readiness.unrecognised_page_count:
        found.append(warning("unrecognised", UNRECOGNISED, language, count=readiness.unrecognised_page_count))
    if encoder_problem is not None:
        facts = {"count": readiness.document_count, "problem": encoder_problem.type_slug()}
        found.append(warning("by_words_alone", ENCODER_AWAY, language, **facts))
    elif readiness.unembedded_document_count:
        found.append(warning("by_words_alone", BY_WORDS_ALONE, language, count=readiness.unembedded_document_count))
    return found


def llm_failed(problem: Problem, language: Language) -> AnswerWarning:
    text = LLM_FAILED[language].format(problem=problem.title)
    return AnswerWarning("llm_failed", text, {"problem": problem.type_slug()})


def reading_facts(readiness: Readiness) -> dict[str, Any]:
    """How far the reading is: pages that are ready, pages in all (with a plus where some document's pages are not
    counted yet), documents being read."""
    more = "+" if readiness.uncounted_document_count else ""
    return {
        "ready": readiness.ready_page_count,
        "total": f"{readiness.page_count}{more}",
        "count": readiness.unread_document_count,
    }


def tell_absent(readiness: Readiness, language: Language) -> tuple[DocumentAnswerState, str]:
    """Nothing was found: because nothing says it, because not everything is read, because there is nothing to read."""
    if readiness.unread_document_count:
        return DocumentAnswerState.NOT_READY, NOT_READY[language].format(**reading_facts(readiness))
    if readiness.is_nothing_read:
        return DocumentAnswerState.NOT_READY, NOTHING_READ[language]
    texts = NOT_FOUND if readiness.document_count else NOTHING_CHOSEN
    return DocumentAnswerState.NOT_FOUND, texts[language]


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
