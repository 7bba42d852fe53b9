"""What an answer says, in the language of its question."""

from collections.abc import Sequence
from typing import Any

from spravka.answering.warnings import AnswerWarning
from spravka.documents.answering.scope import Readiness
from spravka.documents.tables import DocumentAnswerState
from spravka.embedding.errors import VectorsSwitchedOff
from spravka.errors import Problem
from spravka.passages.citing import Support
from spravka.question_reading.hearing.heard import Language

NOT_FOUND = {
    Language.RUSSIAN: "В этих документах ответа нет.",
    Language.ENGLISH: "These documents do not say it.",
}
NOT_READY = {
    Language.RUSSIAN: "На прочитанных страницах ответа нет, но прочитано пока не всё: {pages} "
    "(читается документов: {count}). Спросите позже.",
    Language.ENGLISH: "The pages read so far do not say it, but not everything is read: {pages} "
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
    Language.RUSSIAN: "Документы ещё читаются ({count}): {pages}; в остальных не искали.",
    Language.ENGLISH: "Documents are still being read ({count}): {pages}; only these were searched.",
}
PAGES_OF_ALL = {
    Language.RUSSIAN: "готово страниц – {ready} из {total}",
    Language.ENGLISH: "{ready} of {total} pages are ready",
}
PAGES_SO_FAR = {
    Language.RUSSIAN: "готово страниц – {ready}, а сколько их всего, ещё не известно",
    Language.ENGLISH: "{ready} pages are ready, how many there are is not known yet",
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
SWITCHED_OFF = {
    Language.RUSSIAN: "Искали только по словам: смысловой поиск здесь выключен.",
    Language.ENGLISH: "Searched by words alone: searching by meaning is switched off here.",
}
ENCODER_AWAY = {
    Language.RUSSIAN: "Искали только по словам: смысловой поиск сейчас недоступен ({problem}).",
    Language.ENGLISH: "Searched by words alone: the encoder cannot be used now ({problem}).",
}
LLM_FAILED = {
    Language.RUSSIAN: "Языковая модель не ответила; это ответ без неё.",
    Language.ENGLISH: "The language model did not answer; this is the answer without it.",
}
LLM_FOUND_NOTHING = {
    Language.RUSSIAN: "Языковая модель не нашла здесь ответа; приведены ближайшие по смыслу места.",
    Language.ENGLISH: "The language model found no answer here; these are the nearest places.",
}
ALL_UNSUPPORTED = {
    Language.RUSSIAN: "Сказанное языковой моделью документами не подтверждается и не показано; это ответ без неё.",
    Language.ENGLISH: "The documents do not support what the language model said; this is the answer without it.",
}
UNSUPPORTED = {
    Language.RUSSIAN: "Предложений, которые не подтверждаются цитатами: {count}. Они отмечены.",
    Language.ENGLISH: "Sentences that the quotations do not support: {count}. They are marked.",
}
PARTLY_SUPPORTED = {
    Language.RUSSIAN: "Предложений, которые подтверждаются цитатами лишь отчасти: {count}. Они отмечены.",
    Language.ENGLISH: "Sentences that the quotations support only in part: {count}. They are marked.",
}
MARKS = {
    Language.RUSSIAN: {Support.UNSUPPORTED: "(не подтверждено)", Support.PARTLY: "(подтверждено отчасти)"},
    Language.ENGLISH: {Support.UNSUPPORTED: "(not supported)", Support.PARTLY: "(supported in part)"},
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
        text = STILL_READING[language].format(**_told_reading(readiness, language))
        found.append(AnswerWarning("still_reading", text, reading_facts(readiness)))
    if readiness.unfinished_document_count:
        found.append(warning("unfinished", UNFINISHED, language, count=readiness.unfinished_document_count))
    if readiness.unrecognised_page_count:
        found.append(warning("unrecognised", UNRECOGNISED, language, count=readiness.unrecognised_page_count))
    if encoder_problem is not None:
        facts = {"count": readiness.document_count, "problem": encoder_problem.type_slug()}
        texts = SWITCHED_OFF if isinstance(encoder_problem, VectorsSwitchedOff) else ENCODER_AWAY
        found.append(warning("by_words_alone", texts, language, **facts))
    elif readiness.unembedded_document_count:
        found.append(warning("by_words_alone", BY_WORDS_ALONE, language, count=readiness.unembedded_document_count))
    return found


def llm_failed(problem: Problem, language: Language) -> AnswerWarning:
    return AnswerWarning("llm_failed", LLM_FAILED[language], {"problem": problem.type_slug()})


def reading_facts(readiness: Readiness) -> dict[str, Any]:
    """How far the reading is: pages that are ready, pages in all (with a plus where some document's pages are not
    counted yet), documents being read."""
    more = "+" if readiness.uncounted_document_count else ""
    return {
        "ready": readiness.ready_page_count,
        "total": f"{readiness.page_count}{more}",
        "count": readiness.unread_document_count,
    }


def _told_reading(readiness: Readiness, language: Language) -> dict[str, Any]:
    """The count of documents, and the pages in words."""
    texts = PAGES_SO_FAR if readiness.uncounted_document_count else PAGES_OF_ALL
    pages = texts[language].format(ready=readiness.ready_page_count, total=readiness.page_count)
    return {"count": readiness.unread_document_count, "pages": pages}


def tell_absent(readiness: Readiness, language: Language) -> tuple[DocumentAnswerState, str]:
    """Nothing was found: because nothing says it, because not everything is read, because there is nothing to read."""
    if readiness.unread_document_count:
        return DocumentAnswerState.NOT_READY, NOT_READY[language].format(**_told_reading(readiness, language))
    if readiness.is_nothing_read:
        return DocumentAnswerState.NOT_READY, NOTHING_READ[language]
    texts = NOT_FOUND if readiness.document_count else NOTHING_CHOSEN
    return DocumentAnswerState.NOT_FOUND, texts[language]


def tell_quotation(quotation: dict[str, Any], language: Language) -> str:
    """The best quotation as an answer, with the place as a person looks for it: the page, of a workbook the sheet."""
    text, place = quotation["text"], f"{quotation['document_name']}, {_place(quotation, language)}"
    return f"«{text}» — {place}" if language is Language.RUSSIAN else f"“{text}” — {place}"


def _place(quotation: dict[str, Any], language: Language) -> str:
    is_russian, sheet = language is Language.RUSSIAN, _sheet(quotation)
    if sheet:
        return f"лист «{sheet}»" if is_russian else f"sheet “{sheet}”"
    return f"с. {quotation['page']}" if is_russian else f"p. {quotation['page']}"


def _sheet(quotation: dict[str, Any]) -> str:
    """The name of its sheet: what a page without paper (no width) is called. Empty for everything else."""
    pages = [page for page in quotation["pages"] if page["number"] == quotation["page"] and not page["width"]]
    return str(pages[0]["label"]) if pages else ""


def tell_sentences(sentences: Sequence[dict[str, Any]], language: Language) -> str:
    """What a language model said, with the numbers of quotations; what is not supported, or in part, is marked."""
    return " ".join(_tell_sentence(sentence, language) for sentence in sentences)


def _tell_sentence(sentence: dict[str, Any], language: Language) -> str:
    numbers = [f"[{number}]" for number in sentence["quotations"]]
    support = Support(sentence["support"]) if numbers else Support.UNSUPPORTED
    mark = MARKS[language].get(support)
    return " ".join([sentence["text"], *numbers, *([mark] if mark else [])])
