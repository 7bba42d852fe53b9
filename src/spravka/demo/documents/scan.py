"""Texts as a scanner would bring them: pages a little askew, grey and grainy, in a PDF without a text layer."""

import io
import time
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from spravka.demo.documents import markup
from spravka.demo.documents.typing_out import DPI, PAPER, TypedPage

ASKEW_DEGREES = (0.6, -0.4)
"""How pages are turned, one after another."""

PAPER_GREY, INK_GREY = 244, 38
GRAIN = 7.0
SPECKS = 260


def scan_pdf(elements: Sequence[markup.Element], title: str, scanned_at: time.struct_time) -> bytes:
    """The bytes of a PDF with one image a page, 200 dots an inch."""
    pages = [_scanned(image, number) for number, image in enumerate(_typed(elements))]
    written = io.BytesIO()
    pages[0].save(
        written, "PDF", save_all=True, append_images=pages[1:], resolution=DPI,
        title=title, creationDate=scanned_at, modDate=scanned_at,
    )  # fmt: skip
    return written.getvalue()


def _typed(elements: Sequence[markup.Element]) -> list[Image.Image]:
    pages = [TypedPage()]
    for element in elements:
        if isinstance(element, markup.NewPage):
            pages.append(TypedPage())
        else:
            pages[-1].put(element)
    return [page.image for page in pages]


def _scanned(clean: Image.Image, number: int) -> Image.Image:
    """A clean page, black on white, as a scanner sees it."""
    chance = np.random.default_rng(number)
    image = clean.copy()
    _scatter(image, chance)
    turned = image.rotate(ASKEW_DEGREES[number % 2], Image.Resampling.BICUBIC, fillcolor=255)
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.7)), dtype=np.float32) / 255
    grey = INK_GREY + soft * (PAPER_GREY - INK_GREY)
    grey *= np.linspace(1.0, 0.955, PAPER[0], dtype=np.float32)  # the lamp is weaker at one edge
    grey += chance.standard_normal(grey.shape, dtype=np.float32) * GRAIN
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


def _scatter(image: Image.Image, chance: np.random.Generator) -> None:
    """Dust on the glass."""
    draw = ImageDraw.Draw(image)
    for x, y, size in zip(*(chance.integers(0, limit, SPECKS) for limit in (*PAPER, 3)), strict=True):
        draw.ellipse((x, y, x + size, y + size), fill=90)
