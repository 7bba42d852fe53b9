"""PDF by PDFium: pages of words, and images of pages."""

import contextlib
import ctypes
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spravka.pages.errors import DocumentDamaged, DocumentProtected, PageNotFound
from spravka.pages.formats.opening import KeptPage, Recogniser, Wanted
from spravka.pages.formats.pdf_drawing import PageDrawing
from spravka.pages.formats.pdf_space import PageSpace
from spravka.pages.formats.pdf_text import TextReader
from spravka.pages.formats.pdfium import (
    BITMAP_BGR,
    DRAW_ANNOTATIONS,
    ERROR_PASSWORD,
    ERROR_SECURITY,
    FLATTENED,
    FOR_DISPLAY,
    OBJECT_FORM,
    OBJECT_IMAGE,
    OBJECT_SHADING,
    REVERSE_BYTES,
    Handle,
    Rectangle,
    load_pdfium,
)
from spravka.pages.formats.png import png
from spravka.pages.layout.arranging import Arranger
from spravka.pages.layout.grids import find_grids
from spravka.pages.layout.over_image import MOST_WORDS_OVER_IMAGE, is_image_with_few_words, put_over
from spravka.pages.layout.placed import PlacedPage
from spravka.pages.page import TextLayer
from spravka.pages.text_layer.checking import LayerCheck

_RECOGNITION_DPI = 300
_RECOGNITION_PIXELS = 12_000_000
_DRAWN = frozenset({OBJECT_IMAGE, OBJECT_SHADING, OBJECT_FORM})
_DRAWINGS = 100
"""So many lines and curves on a page without text may be letters."""
_LABEL_BYTES = 64


@functools.cache
def load_library() -> Any:
    """PDFium, loaded once a process: one that is forked later has it."""
    return load_pdfium()


def open_document(path: Path) -> "PdfDocument":
    """Opens a file, with the empty password where it has one. Raises DocumentProtected, DocumentDamaged."""
    pdfium = load_library()
    handle = pdfium.FPDF_LoadDocument(str(path).encode(), None)
    if not handle:
        if pdfium.FPDF_GetLastError() in (ERROR_PASSWORD, ERROR_SECURITY):
            raise DocumentProtected
        raise DocumentDamaged("it is no PDF, or its structure is broken beyond repair")
    return PdfDocument(pdfium, handle)


class PdfDocument:
    """An open file; it lives as long as its process."""

    def __init__(self, pdfium: Any, handle: Handle) -> None:
        self.pdfium, self.handle = pdfium, handle
        self.reader, self.layers = TextReader(pdfium), LayerCheck()
        self.is_form = pdfium.FPDF_GetFormType(handle) > 0

    @property
    def page_count(self) -> int:
        return int(self.pdfium.FPDF_GetPageCount(self.handle))

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages; neighbours are compared before a page is told, so it comes a few pages late."""
        arranger = Arranger()
        for number in range(wanted.first, self.page_count + 1):
            wanted.on_begun(number)
            yield from arranger.add(self._placed(number, wanted))
        yield from arranger.finish()

    def _placed(self, number: int, wanted: Wanted) -> PlacedPage:
        blank = PlacedPage(number, 0.0, 0.0, layer=TextLayer.NEEDS_RECOGNITION)
        if number in wanted.skipped:
            return blank
        with self._page(number) as page:
            if page is None:
                return blank
            placed = self._read(page, number)
            if placed.layer is TextLayer.NEEDS_RECOGNITION and (recogniser := wanted.recogniser):
                return self._recognised(page, placed, recogniser)
            return placed

    @contextlib.contextmanager
    def _page(self, number: int) -> Iterator[Handle]:
        """An open page; what is filled into the fields of a form becomes part of the page."""
        pdfium = self.pdfium
        page = pdfium.FPDF_LoadPage(self.handle, number - 1)
        if page and self.is_form and pdfium.FPDFPage_Flatten(page, FOR_DISPLAY) == FLATTENED:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(self.handle, number - 1)
        try:
            yield page
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)

    def _read(self, page: Handle, number: int) -> PlacedPage:
        pdfium = self.pdfium
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        placed = PlacedPage(number, width, height, label=self._label(number))
        text_page = pdfium.FPDFText_LoadPage(page)
        if text_page:
            self._put_text(page, text_page, placed)
            pdfium.FPDFText_ClosePage(text_page)
        if placed.words:
            if self._is_mostly_image(page, placed):
                placed.layer = TextLayer.NEEDS_RECOGNITION
        else:
            drawn = placed.layer is TextLayer.NEEDS_RECOGNITION or self._is_drawn(page)
            placed.layer = TextLayer.NEEDS_RECOGNITION if drawn else TextLayer.EMPTY
        return placed

    def _put_text(self, page: Handle, text_page: Handle, placed: PlacedPage) -> None:
        text, placed.layer = self.layers.check(self.reader.text(text_page))
        if placed.layer is TextLayer.NEEDS_RECOGNITION:
            return
        space = self._space(page)
        placed.grids = find_grids(PageDrawing(self.pdfium, page).rules(space))
        self.reader.place(text_page, text, placed, space)

    def _space(self, page: Handle) -> PageSpace:
        visible = Rectangle()
        self.pdfium.FPDF_GetPageBoundingBox(page, visible)
        return PageSpace(visible, self.pdfium.FPDFPage_GetRotation(page))

    def _is_mostly_image(self, page: Handle, placed: PlacedPage) -> bool:
        """Whether the words are a stamp on a scan."""
        if len(placed.words) > MOST_WORDS_OVER_IMAGE:
            return False
        images = PageDrawing(self.pdfium, page).image_boxes(self._space(page))
        return is_image_with_few_words(placed, images)

    def _label(self, number: int) -> str:
        """What the file calls the page, where that is not its number."""
        buffer = ctypes.create_string_buffer(_LABEL_BYTES)
        length = self.pdfium.FPDF_GetPageLabel(self.handle, number - 1, buffer, _LABEL_BYTES)
        if not 2 < length <= _LABEL_BYTES:
            return ""
        label = buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\0", "").strip()
        return "" if label == str(number) else label

    def _is_drawn(self, page: Handle) -> bool:
        """Whether a page without text shows an image, or enough lines and curves to be one."""
        pdfium = self.pdfium
        count = pdfium.FPDFPage_CountObjects(page)
        if count >= _DRAWINGS:
            return True
        kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, at)) for at in range(count))
        return any(kind in _DRAWN for kind in kinds)

    def _recognised(self, page: Handle, placed: PlacedPage, recogniser: Recogniser) -> PlacedPage:
        image = self._draw(page, round(placed.width / 72 * _RECOGNITION_DPI), _RECOGNITION_PIXELS)
        recognised = recogniser.recognise(image, placed.width, placed.height)
        if recognised is None:
            return placed
        if placed.words:
            recognised = put_over(recognised, placed)
        recognised.number, recognised.label, recognised.layer = placed.number, placed.label, TextLayer.RECOGNISED
        return recognised

    def render(self, number: int, width_pixels: int, pixels: int) -> bytes:
        """The page as a PNG, narrower than asked where it would have more than ``pixels``. Raises PageNotFound."""
        if not 1 <= number <= self.page_count:
            raise PageNotFound(number)
        with self._page(number) as page:
            if page is None:
                raise PageNotFound(number)
            return self._draw(page, width_pixels, pixels)

    def _draw(self, page: Handle, width_pixels: int, pixels: int) -> bytes:
        pdfium = self.pdfium
        shape = pdfium.FPDF_GetPageHeightF(page) / max(pdfium.FPDF_GetPageWidthF(page), 1e-3)
        width = max(1, min(width_pixels, int((pixels / max(shape, 1e-6)) ** 0.5), pixels))
        height = max(1, min(round(width * shape), pixels // width))
        stride = 3 * width
        buffer = ctypes.create_string_buffer(stride * height)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BITMAP_BGR, buffer, stride)
        if not bitmap:
            raise MemoryError
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS | REVERSE_BYTES)
        pdfium.FPDFBitmap_Destroy(bitmap)
        return png(buffer, width, height)
