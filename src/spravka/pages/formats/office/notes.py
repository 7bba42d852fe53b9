"""Parts beside the text of a DOCX document: foot- and endnotes, headers and footers."""

from spravka.pages.formats.office.package import Element, Package, value_of
from spravka.pages.formats.office.paragraphs import read_paragraph

_MOST_RUNNING_TITLES = 12


def read_notes(root: Element | None) -> dict[str, str]:
    """Notes by id; the lines that part them from the text are none."""
    if root is None:
        return {}
    return {
        value_of(note, "id"): text
        for note in root
        if value_of(note, "type") in ("", "normal") and (text := _text_of(note))
    }


def running_titles(package: Package, part: str, kind: str) -> list[str]:
    """The different headers, or footers, of a document."""
    roots = (package.tree(name) for name in package.related(part, kind))
    texts = (_text_of(root) for root in roots if root is not None)
    return list(dict.fromkeys(text for text in texts if text))[:_MOST_RUNNING_TITLES]


def _text_of(root: Element) -> str:
    paragraphs = (read_paragraph(paragraph).text for paragraph in root.iter("{*}p"))
    return " ".join(text for text in paragraphs if text)
