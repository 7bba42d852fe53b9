"""Quotations as they are stored and shown: the document, the page, the words, and the boxes of their lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from spravka.documents import queries
from spravka.documents.answering.highlighting import highlights
from spravka.documents.answering.work import Brief
from spravka.documents.assistant import DocumentAssistant
from spravka.pages.page import Page
from spravka.passages.quoting import Quotation


@dataclass
class Quoting:
    """The numbered quotations of one answer. ``document_of``: the document of each passage that was a candidate."""

    assistant: DocumentAssistant
    brief: Brief
    document_of: Mapping[int, int]
    told: list[dict[str, Any]] = field(default_factory=list)

    def number_of(self, quotation: Quotation, *, is_answer: bool = True) -> int | None:
        """Its number; told anew where no quotation holds its words already. None where its document was deleted."""
        for known in self.told:
            if known["passage_id"] == quotation.key and known["first"] <= quotation.first < known["end"]:
                known["is_answer"] = known["is_answer"] or is_answer
                return int(known["number"])
        pages = self._read_pages(quotation)
        if not pages:
            return None
        self.told.append({"number": len(self.told) + 1, "is_answer": is_answer, **self._to_json(quotation, pages)})
        return len(self.told)

    def document_name(self, passage_id: int) -> str:
        """The name of the document that a passage is of."""
        return self.brief.document(self.document_of[passage_id]).name

    def _read_pages(self, quotation: Quotation) -> Mapping[int, Page]:
        document_id = self.document_of[quotation.key]
        numbers = dict.fromkeys(place.page for place in quotation.places)
        with self.assistant.resources.sessions() as session:
            rows = [queries.find_page(session, self.brief.tenant_id, document_id, number) for number in numbers]
            return {row.number: Page.from_json(row.content) for row in rows if row is not None}

    def _to_json(self, quotation: Quotation, pages: Mapping[int, Page]) -> dict[str, Any]:
        lines = [line.to_json() for page in pages.values() for line in highlights(page, quotation.places)]
        return {
            "document_id": self.document_of[quotation.key],
            "document_name": self.document_name(quotation.key),
            "passage_id": quotation.key,
            "page": quotation.page,
            "text": quotation.text,
            "headings": list(quotation.headings),
            "first": quotation.first,
            "end": quotation.end,
            "starts": [
                start for start in quotation.passage.sentence_starts if quotation.first <= start < quotation.end
            ],
            "pages": [_page_json(page) for page in pages.values()],
            "boxes": lines,
            "words": [{"page": place.page, "first": place.first, "end": place.end} for place in quotation.places],
        }


def _page_json(page: Page) -> dict[str, Any]:
    size = {"width": round(page.width, 1), "height": round(page.height, 1)}
    return {"number": page.number, "label": page.label, "layer": page.layer.value, **size}
