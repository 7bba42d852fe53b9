"""The few functions of PDFium that are used here, declared by hand.

The package ``pypdfium2`` brings the library; its own declarations of all 450 functions take longer to import than
most documents take to read, and every document is read in a process of its own.
"""

import ctypes
import importlib.util
from ctypes import POINTER, c_char_p, c_double, c_float, c_int, c_ulong, c_void_p
from pathlib import Path
from typing import Any

Handle = Any
"""A pointer of the library: a document, a page, the text of a page, a bitmap."""

ERROR_PASSWORD = 4
ERROR_SECURITY = 5
OBJECT_PATH, OBJECT_IMAGE, OBJECT_SHADING, OBJECT_FORM = 2, 3, 4, 5
SEGMENT_LINE, SEGMENT_MOVE = 0, 2
FOR_DISPLAY, FLATTENED = 0, 1
BITMAP_BGR = 2
DRAW_ANNOTATIONS = 0x01
REVERSE_BYTES = 0x10


class Rectangle(ctypes.Structure):
    """FS_RECTF: in the page's own space, whose y grows upwards."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


RECTANGLE_BYTES = ctypes.sizeof(Rectangle)


class Matrix(ctypes.Structure):
    """FS_MATRIX."""

    _fields_ = (("a", c_float), ("b", c_float), ("c", c_float), ("d", c_float), ("e", c_float), ("f", c_float))


_DECLARATIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "FPDF_InitLibrary": (None, ()),
    "FPDF_GetLastError": (c_ulong, ()),
    "FPDF_LoadDocument": (c_void_p, (c_char_p, c_char_p)),
    "FPDF_CloseDocument": (None, (c_void_p,)),
    "FPDF_GetPageCount": (c_int, (c_void_p,)),
    "FPDF_GetPageLabel": (c_ulong, (c_void_p, c_int, c_void_p, c_ulong)),
    "FPDF_LoadPage": (c_void_p, (c_void_p, c_int)),
    "FPDF_ClosePage": (None, (c_void_p,)),
    "FPDF_GetPageWidthF": (c_float, (c_void_p,)),
    "FPDF_GetPageHeightF": (c_float, (c_void_p,)),
    "FPDF_GetPageBoundingBox": (c_int, (c_void_p, POINTER(Rectangle))),
    "FPDF_GetFormType": (c_int, (c_void_p,)),
    "FPDFPage_Flatten": (c_int, (c_void_p, c_int)),
    "FPDFPage_GetRotation": (c_int, (c_void_p,)),
    "FPDFPage_CountObjects": (c_int, (c_void_p,)),
    "FPDFPage_GetObject": (c_void_p, (c_void_p, c_int)),
    "FPDFPageObj_GetType": (c_int, (c_void_p,)),
    "FPDFPageObj_GetBounds": (c_int, (c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)),
    "FPDFPageObj_GetMatrix": (c_int, (c_void_p, POINTER(Matrix))),
    "FPDFFormObj_CountObjects": (c_int, (c_void_p,)),
    "FPDFFormObj_GetObject": (c_void_p, (c_void_p, c_ulong)),
    "FPDFPath_CountSegments": (c_int, (c_void_p,)),
    "FPDFPath_GetPathSegment": (c_void_p, (c_void_p, c_int)),
    "FPDFPath_GetDrawMode": (c_int, (c_void_p, c_void_p, c_void_p)),
    "FPDFPathSegment_GetPoint": (c_int, (c_void_p, c_void_p, c_void_p)),
    "FPDFPathSegment_GetType": (c_int, (c_void_p,)),
    "FPDFPathSegment_GetClose": (c_int, (c_void_p,)),
    "FPDFText_LoadPage": (c_void_p, (c_void_p,)),
    "FPDFText_ClosePage": (None, (c_void_p,)),
    "FPDFText_CountChars": (c_int, (c_void_p,)),
    "FPDFText_GetText": (c_int, (c_void_p, c_int, c_int, c_void_p)),
    "FPDFText_GetCharIndexFromTextIndex": (c_int, (c_void_p, c_int)),
    "FPDFText_GetLooseCharBox": (c_int, (c_void_p, c_int, c_void_p)),
    "FPDFText_GetMatrix": (c_int, (c_void_p, c_int, POINTER(Matrix))),
    "FPDFText_GetFontSize": (c_double, (c_void_p, c_int)),
    "FPDFText_GetFontWeight": (c_int, (c_void_p, c_int)),
    "FPDFText_GetFontInfo": (c_ulong, (c_void_p, c_int, c_char_p, c_ulong, POINTER(c_int))),
    "FPDFBitmap_CreateEx": (c_void_p, (c_int, c_int, c_int, c_void_p, c_int)),
    "FPDFBitmap_FillRect": (c_int, (c_void_p, c_int, c_int, c_int, c_int, c_ulong)),
    "FPDFBitmap_Destroy": (None, (c_void_p,)),
    "FPDF_RenderPageBitmap": (None, (c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_int, c_int)),
}


def load_pdfium() -> Any:
    """The library, initialised. Raises ImportError where ``pypdfium2`` is not installed."""
    library = ctypes.CDLL(str(_library_path()))
    for name, (result, arguments) in _DECLARATIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    library.FPDF_InitLibrary()
    return library


def _library_path() -> Path:
    package = importlib.util.find_spec("pypdfium2_raw")
    for folder in package.submodule_search_locations or () if package else ():
        for name in ("libpdfium.so", "libpdfium.dylib", "pdfium.dll"):
            if (Path(folder) / name).exists():
                return Path(folder) / name
    raise ImportError("pypdfium2 is not installed, or has no library of its own.")
