"""What an answer from documents says of places, of reading that goes on, and of sentences that are not supported."""

from typing import Any

import pytest

from spravka.documents.answering.scope import AskedDocument, readiness_of
from spravka.documents.answering.telling import readiness_warnings, tell_absent, tell_quotation, tell_sentences
from spravka.question_reading.hearing.heard import Language

RUSSIAN, ENGLISH = Language.RUSSIAN, Language.ENGLISH


def quotation(*, page: int, label: str, width: float) -> dict[str, Any]:
    pages = [{"number": page, "label": label, "layer": "original", "width": width, "height": width}]
    return {"text": "Болт 3.74", "document_name": "prices", "page": page, "pages": pages}


def document(*, page_count: int | None, ready: int) -> AskedDocument:
    return AskedDocument(
        id=1,
        name="book.pdf",
        page_count=page_count,
        ready_page_count=ready,
        unrecognised_page_count=0,
        passage_count=ready,
        is_settled=False,
        vectors_key="some",
    )


@pytest.mark.parametrize(
    ("told", "language", "text"),
    [
        (quotation(page=4, label="", width=595.3), RUSSIAN, "«Болт 3.74» — prices, с. 4"),
        (quotation(page=4, label="iv", width=595.3), ENGLISH, "“Болт 3.74” — prices, p. 4"),
        (quotation(page=4, label="Прайс", width=0.0), RUSSIAN, "«Болт 3.74» — prices, лист «Прайс»"),
        (quotation(page=4, label="Prices", width=0.0), ENGLISH, "“Болт 3.74” — prices, sheet “Prices”"),
        (quotation(page=2, label="", width=0.0), ENGLISH, "“Болт 3.74” — prices, p. 2"),
    ],
)
def test_a_quotation_tells_the_page_and_of_a_workbook_the_sheet(
    told: dict[str, Any], language: Language, text: str
) -> None:
    assert tell_quotation(told, language) == text


def test_pages_are_told_of_all_where_all_are_counted() -> None:
    _, text = tell_absent(readiness_of([document(page_count=3000, ready=8)]), ENGLISH)
    assert "8 of 3000 pages are ready (documents being read: 1)" in text


def test_no_total_is_told_where_a_document_is_not_even_opened() -> None:
    readiness = readiness_of([document(page_count=None, ready=0)])
    [warning] = [one for one in readiness_warnings(readiness, RUSSIAN) if one.kind == "still_reading"]
    assert "готово страниц – 0, а сколько их всего, ещё не известно" in warning.text


@pytest.mark.parametrize(
    ("support", "numbers", "told"),
    [
        ("supported", [1, 3], "Rent is 95 roubles. [1] [3]"),
        ("partly", [2], "Rent is 95 roubles. [2] (supported in part)"),
        ("unsupported", [], "Rent is 95 roubles. (not supported)"),
        ("supported", [], "Rent is 95 roubles. (not supported)"),
    ],
)
def test_a_sentence_is_marked_by_how_far_it_is_supported(support: str, numbers: list[int], told: str) -> None:
    sentence = {"text": "Rent is 95 roubles.", "quotations": numbers, "support": support}
    assert tell_sentences([sentence], ENGLISH) == told
