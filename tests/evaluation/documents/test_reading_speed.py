"""The two ways of reading are measured on the same text PDFs."""

from pathlib import Path

from spravka.evaluation.documents.reading_speed import bare_text, compare, text_pdfs
from spravka.evaluation.workbench import Workbench
from tests.documents.small_pdf import small_pdf


def test_a_pdf_without_letters_is_no_text_pdf(manual: Path, tmp_path: Path) -> None:
    text, blank = tmp_path / "text.pdf", tmp_path / "blank.pdf"
    text.write_bytes(small_pdf([["The crane lifts at most eight tonnes at a radius of twenty metres." * 2]]))
    blank.write_bytes(small_pdf([[]]))
    assert text_pdfs([blank, text]) == [text]
    assert bare_text(manual)[0] == 2


def test_both_ways_have_a_rate_and_the_share_is_theirs(bench: Workbench, manual: Path) -> None:
    figures = compare(bench.resources, [manual], workers=1, tell=lambda _: None, rounds=1)
    bare, indexed = (figures.values[name] for name in ("bare_pages_per_second", "read_pages_per_second"))
    assert bare > indexed > 0
    assert 0 < figures.values["read_speed_share"] < 1
