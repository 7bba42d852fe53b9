"""Images of pages (PNG, JPEG, TIFF with any number of pages, BMP, WEBP), to be recognised."""

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from spravka.pages.errors import DocumentDamaged, PageNotFound, ReadingTooBig
from spravka.pages.formats.opening import KeptPage, Recogniser, Wanted
from spravka.pages.layout.arranging import Arranger
from spravka.pages.layout.placed import PlacedPage
from spravka.pages.page import TextLayer

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
RECOGNITION_DPI = 300
_MOST_PIXELS = 80_000_000
_HALVED_FROM_PIXELS = 30_000_000
_RECOGNITION_PIXELS = 12_000_000
_POINTS_AN_INCH = 72
_PLAUSIBLE_DPI = (50.0, 1300.0)
_LONG_SIDE_OF_A4 = 842.0
_BYTES_A_PIXEL = 4


def open_document(path: Path) -> "ImageDocument":
    """Opens a file. Raises DocumentDamaged, ReadingTooBig."""
    Image.MAX_IMAGE_PIXELS = None
    with _damage_told():
        image = Image.open(path, formats=FORMATS)
        return ImageDocument(image)


class ImageDocument:
    """An open image; every one of its frames is a page. Of a moving picture only the first is."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self.page_count: int = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        _check_size(image)

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages; one that cannot be read, or that nothing here can recognise, has no words."""
        arranger = Arranger()
        for number in range(wanted.first, self.page_count + 1):
            wanted.on_begun(number)
            yield from arranger.add(self._placed(number, wanted))
        yield from arranger.finish()

    def _placed(self, number: int, wanted: Wanted) -> PlacedPage:
        blank = PlacedPage(number, 0.0, 0.0, layer=TextLayer.NEEDS_RECOGNITION)
        if number in wanted.skipped:
            return blank
        try:
            image, (blank.width, blank.height) = self._frame(number)
        except (DocumentDamaged, ReadingTooBig):
            if self.page_count == 1:
                raise
            return blank
        return _recognised(image, blank, wanted.recogniser) if wanted.recogniser else blank

    def render(self, number: int, width_pixels: int, pixels: int) -> bytes:
        """The page as a PNG, narrower than asked where it would have more than ``pixels``. Raises PageNotFound."""
        if not 1 <= number <= self.page_count:
            raise PageNotFound(number)
        image, _ = self._frame(number)
        return _png(_resized(image, width_pixels / image.width, pixels))

    def _frame(self, number: int) -> tuple[Image.Image, tuple[float, float]]:
        """A page as it is shown (upright, on white, in greys or three colours), and its size in points.

        Raises DocumentDamaged, ReadingTooBig.
        """
        with _damage_told():
            if self.page_count > 1:
                self.image.seek(number - 1)
            _check_size(self.image)
            size = _points(self.image)
            if self.image.format == "JPEG" and self.image.width * self.image.height > _HALVED_FROM_PIXELS:
                self.image.draft(self.image.mode, (self.image.width // 2, self.image.height // 2))
            image = _upright(self.image)
            is_turned = (image.width > image.height) is not (self.image.width > self.image.height)
            return _on_white(image), (size[1], size[0]) if is_turned else size


def _recognised(image: Image.Image, blank: PlacedPage, recogniser: Recogniser) -> PlacedPage:
    """The words of the image, drawn in greys at the fineness at which they are recognised best."""
    factor = blank.width / _POINTS_AN_INCH * RECOGNITION_DPI / image.width
    greys = _png(_resized(image.convert("L"), factor, _RECOGNITION_PIXELS))
    found = recogniser.recognise(greys, blank.width, blank.height)
    if found is None:
        return blank
    found.number, found.layer = blank.number, TextLayer.RECOGNISED
    return found


def _points(image: Image.Image) -> tuple[float, float]:
    """The size of the page by the image's dots an inch; where they are missing or absurd, it is as long as A4."""
    low, high = _PLAUSIBLE_DPI
    x, y = (float(dots) for dots in image.info.get("dpi") or (0.0, 0.0))
    if not (low <= x <= high and low <= y <= high):
        x = y = max(image.size) * _POINTS_AN_INCH / _LONG_SIDE_OF_A4
    return image.width * _POINTS_AN_INCH / x, image.height * _POINTS_AN_INCH / y


def _resized(image: Image.Image, factor: float, pixels: int) -> Image.Image:
    factor = min(factor, (pixels / (image.width * image.height)) ** 0.5)
    size = max(1, int(image.width * factor)), max(1, int(image.height * factor))
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def _upright(image: Image.Image) -> Image.Image:
    """Turned as the camera says it was held."""
    is_upright = image.getexif().get(ExifTags.Base.Orientation, 1) == 1
    return image if is_upright else ImageOps.exif_transpose(image)


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency, in greys or in three colours; copied only where it must be, for it may be large."""
    image.load()
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image)
        image = white
    mode = "L" if image.mode in ("1", "L", "I", "I;16", "F") else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > _MOST_PIXELS:
        raise ReadingTooBig(_MOST_PIXELS * _BYTES_A_PIXEL)


@contextlib.contextmanager
def _damage_told() -> Iterator[None]:
    """What the library says of an image that it cannot read is a damaged document."""
    try:
        yield
    except UnidentifiedImageError as error:
        raise DocumentDamaged("it is no image, or the beginning of it is broken") from error
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, IndexError) as error:
        raise DocumentDamaged("the image is cut off or breaks the rules of its format") from error
