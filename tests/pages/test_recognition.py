"""Words are read from an image where Tesseract is installed with both languages; where not, nothing pretends to."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from spravka.pages.limits import ReadingLimits
from spravka.pages.page import TextLayer
from spravka.pages.reading import read_pages
from spravka.pages.recognition import find_recogniser

FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
)
LINES = ("Поставщик обязуется передать товар", "в срок до 15 декабря 2026 года.", "The supplier delivers the goods.")


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of three lines at 100 dots an inch."""
    if find_recogniser() is None:
        pytest.skip("Tesseract with Russian and English is not installed")
    font = next((font for font in FONTS if Path(font).exists()), None)
    if font is None:
        pytest.skip("there is no font with Cyrillic letters to draw with")
    image = Image.new("L", (1000, 400), "white")
    for at, line in enumerate(LINES):
        ImageDraw.Draw(image).text((50, 50 + 70 * at), line, font=ImageFont.truetype(font, 36), fill="black")
    path = tmp_path_factory.mktemp("scan") / "scan.png"
    image.save(path, dpi=(150, 150))
    return path


def stand_in(folder: Path, script: str) -> None:
    """A program that calls itself Tesseract."""
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_a_scan_is_read_in_both_languages_with_places(scan: Path) -> None:
    page = next(read_pages(scan, "image/png", ReadingLimits()))
    assert page.layer is TextLayer.RECOGNISED
    assert " ".join(page.words) == " ".join(LINES)
    assert page.boxes is not None
    left, top, right, bottom = page.boxes[0]
    assert 20 < left < 30 < 60 < right < 130
    assert 20 < top < 30 < bottom < 50


def test_a_scan_that_lies_on_its_side_is_read_too(scan: Path, tmp_path: Path) -> None:
    with Image.open(scan) as image:
        sheet = Image.new("L", (1000, 1400), "white")
        for top in range(0, 1400, 350):
            sheet.paste(image.crop((0, 0, 1000, 300)), (0, top))
    sheet.rotate(90, expand=True).save(tmp_path / "side.png", dpi=(150, 150))
    page = next(read_pages(tmp_path / "side.png", "image/png", ReadingLimits()))
    read = " ".join(page.words)
    assert sum(line in read for line in LINES) == len(LINES)
    assert page.boxes is not None
    at = page.words.index("Поставщик")
    left, top, right, bottom = page.boxes[at]
    assert bottom - top > 3 * (right - left)


def test_what_is_read_without_certainty_is_read_once_more_in_any_direction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = "printf 'head\\n5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t50\\t9\\t%s\\t%s\\n'"
    modes = f"*' --psm 3 '*) {table} 41 {'unsure' * 9};; *' --psm 1 '*) {table} 93 {'sure' * 12};;"
    stand_in(tmp_path, f'case "$*" in --list-langs) echo rus; echo eng;; {modes} esac')
    monkeypatch.setenv("PATH", str(tmp_path))
    recogniser = find_recogniser()
    assert recogniser is not None
    found = recogniser.recognise(_png(), 72.0, 72.0)
    assert found is not None
    assert found.words == ["sure" * 12]


def test_without_tesseract_there_is_no_recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_recogniser() is None


@pytest.mark.parametrize(
    "script", ["echo 'List of available languages (2):'; echo eng; echo osd", "exit 1", "echo rus eng >&2; exit 1"]
)
def test_without_its_languages_tesseract_is_no_recogniser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    stand_in(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_recogniser() is None


def test_a_page_on_which_tesseract_fails_is_not_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, 'case "$1" in --list-langs) echo rus; echo eng;; *) exit 1;; esac')
    monkeypatch.setenv("PATH", str(tmp_path))
    recogniser = find_recogniser()
    assert recogniser is not None
    assert recogniser.recognise(_png(), 72.0, 72.0) is None


def test_a_page_that_nothing_here_can_recognise_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "scan.png").write_bytes(_png())
    monkeypatch.setenv("PATH", str(tmp_path))
    page = next(read_pages(tmp_path / "scan.png", "image/png", ReadingLimits()))
    assert (page.layer, page.words) == (TextLayer.NEEDS_RECOGNITION, ())
    assert shutil.which("tesseract") is None


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("L", (100, 100), "white").save(out, "PNG", dpi=(100, 100))
    return out.getvalue()
