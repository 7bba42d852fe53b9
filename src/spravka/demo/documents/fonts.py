"""The typefaces of the demonstration's documents: PT Serif and PT Sans (SIL Open Font License), made for Russian."""

from functools import cache
from pathlib import Path

import fontpkg
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

SERIF, SANS = "PT Serif", "PT Sans"
BOLD, REGULAR = 700, 400


def font_file(family: str, is_bold: bool = False, is_italic: bool = False) -> Path:
    """The TrueType file of a face."""
    return Path(fontpkg.path(family, BOLD if is_bold else REGULAR, "italic" if is_italic else "normal"))


@cache
def register_family(family: str) -> str:
    """Makes the family known to the PDF writer, with its bold and italic faces; its name."""
    for is_bold in (False, True):
        for is_italic in (False, True):
            name = face_name(family, is_bold, is_italic)
            registerFont(TTFont(name, str(font_file(family, is_bold, is_italic))))
            addMapping(family, int(is_bold), int(is_italic), name)
    return family


def face_name(family: str, is_bold: bool = False, is_italic: bool = False) -> str:
    """How the PDF writer calls a face."""
    return family + "-Bold" * is_bold + "-Italic" * is_italic
