"""Images of pages are recognised, or say that they need it."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from spravka.pages.errors import DocumentDamaged, PageNotFound, ReadingTooBig
from spravka.pages.formats.image import open_document
from spravka.pages.layout.placed import Piece, PlacedPage
from tests.pages.made_documents import pages_of

TWO_BY_THREE_INCHES = (200, 300)


class Reader:
    """Says one word of every image, and remembers what it was shown."""

    def __init__(self) -> None:
        self.shown: list[Image.Image] = []

    def recognise(self, image: bytes, width: float, height: float) -> PlacedPage | None:
        self.shown.append(Image.open(io.BytesIO(image)))
        piece = Piece(0, 1, 10.0, 10.0, 60.0, 22.0, 12.0)
        return PlacedPage(0, width, height, ["слово"], [(10.0, 10.0, 60.0, 22.0)], [piece])


def save(path: Path, size: tuple[int, int] = TWO_BY_THREE_INCHES, mode: str = "RGB", dpi: int | None = 100) -> Path:
    image = Image.new(mode, size, None if mode == "P" else "white")
    if dpi:
        image.save(path, dpi=(dpi, dpi))
    else:
        image.save(path)
    return path


@pytest.mark.parametrize("name", ["t.png", "t.jpg", "t.tiff", "t.bmp"])
def test_a_page_is_as_large_as_its_dots_an_inch_say(tmp_path: Path, name: str) -> None:
    reader = Reader()
    page = pages_of(open_document(save(tmp_path / name)), recogniser=reader)[0]
    assert (page["layer"], page["words"]) == ("recognised", ["слово"])
    assert (page["width"], page["height"]) == pytest.approx((144, 216), abs=0.5)
    assert reader.shown[0].size == pytest.approx((600, 900), abs=2)


@pytest.mark.parametrize("dpi", [None, 2, 100_000])
def test_without_believable_dots_an_inch_a_page_is_as_long_as_a4(tmp_path: Path, dpi: int | None) -> None:
    page = pages_of(open_document(save(tmp_path / "t.png", (1000, 2000), dpi=dpi)))[0]
    assert (page["width"], page["height"]) == pytest.approx((421, 842), abs=0.5)


def test_without_anything_that_recognises_the_page_says_so(tmp_path: Path) -> None:
    page = pages_of(open_document(save(tmp_path / "t.webp")))[0]
    assert (page["layer"], page["words"], page["number"]) == ("needs_recognition", [], 1)


def test_every_frame_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    frames = [Image.new("1", (200, 100 * number)) for number in (1, 2, 3)]
    frames[0].save(tmp_path / "t.tiff", save_all=True, append_images=frames[1:], dpi=(100, 100))
    document = open_document(tmp_path / "t.tiff")
    assert document.page_count == 3
    assert [page["height"] for page in pages_of(document, first=2)] == [144.0, 216.0]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"])
def test_an_image_of_any_mode_is_shown_to_the_reader_in_greys(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("t.tiff" if mode == "CMYK" else "t.png")
    Image.new(mode, (50, 50)).save(path)
    reader = Reader()
    pages_of(open_document(path), recogniser=reader)
    assert [image.mode for image in reader.shown] == ["L"]


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(tmp_path / "t.png")
    reader = Reader()
    pages_of(open_document(tmp_path / "t.png"), recogniser=reader)
    assert reader.shown[0].getpixel((5, 5)) == 255


def test_a_photograph_is_turned_upright(tmp_path: Path) -> None:
    image, tags = Image.new("RGB", (200, 100)), Image.Exif()
    tags[0x0112] = 6
    image.save(tmp_path / "t.jpg", exif=tags, dpi=(100, 100))
    page = pages_of(open_document(tmp_path / "t.jpg"))[0]
    assert page["width"] < page["height"]


def test_a_page_is_drawn_as_wide_as_asked_and_within_its_pixels(tmp_path: Path) -> None:
    document = open_document(save(tmp_path / "t.png", (200, 400)))
    assert Image.open(io.BytesIO(document.render(1, 100, 1_000_000))).size == (100, 200)
    assert Image.open(io.BytesIO(document.render(1, 10_000, 20_000))).size == (100, 200)
    with pytest.raises(PageNotFound):
        document.render(2, 100, 1_000_000)


def test_an_image_of_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    header = struct.pack(">4sIIBBBBB", b"IHDR", 20_000, 20_000, 1, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    (tmp_path / "t.png").write_bytes(start + struct.pack(">I4s", 0, b"IDAT"))
    with pytest.raises(ReadingTooBig):
        open_document(tmp_path / "t.png")


@pytest.mark.parametrize("name", ["t.png", "t.jpg", "t.tiff", "t.bmp", "t.webp"])
@pytest.mark.parametrize("tenths", [1, 5, 9])
def test_an_image_cut_off_is_damaged(tmp_path: Path, name: str, tenths: int) -> None:
    image = Image.effect_noise((80, 80), 60)
    ImageDraw.Draw(image).text((5, 5), "text")
    image.save(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: len(content) * tenths // 10])
    with pytest.raises(DocumentDamaged):
        pages_of(open_document(tmp_path / name), recogniser=Reader())


def test_what_is_no_image_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "t.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing more")
    with pytest.raises(DocumentDamaged):
        open_document(tmp_path / "t.png")
