"""What is drawn on a PDF page besides its text: the lines that rule tables, and how much of it images cover."""

import ctypes
from collections.abc import Iterator
from ctypes import byref
from itertools import pairwise, repeat
from typing import Any

from spravka.pages.formats.pdf_space import PageSpace
from spravka.pages.formats.pdfium import (
    OBJECT_FORM,
    OBJECT_IMAGE,
    OBJECT_PATH,
    SEGMENT_LINE,
    SEGMENT_MOVE,
    Handle,
    Matrix,
)
from spravka.pages.layout.placed import Box

_THICKEST = 4.0
_STRAIGHT = 0.7
_SHORTEST = 4.0
_MOST_OBJECTS = 50_000
_MOST_PATHS = 6_000
_MOST_SEGMENTS = 2_000
"""A path of more is a drawing; so is a page of more paths."""
_DEEPEST = 3
_Placing = tuple[float, float, float, float, float, float]
_AS_IT_IS: _Placing = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Drawn = tuple[Handle, _Placing]


class PageDrawing:
    """The objects of one open page, those inside its forms too."""

    def __init__(self, pdfium: Any, page: Handle) -> None:
        self.pdfium = pdfium
        self.paths: list[_Drawn] = []
        self.images: list[_Drawn] = []
        self.numbers = [ctypes.c_float() for _ in range(4)]
        self.pointers = [byref(number) for number in self.numbers]
        count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
        self._sort(list(map(pdfium.FPDFPage_GetObject, repeat(page), range(count))), _AS_IT_IS, 0)

    def _sort(self, handles: list[Handle], placing: _Placing, depth: int) -> None:
        kinds = list(map(self.pdfium.FPDFPageObj_GetType, handles))
        if OBJECT_PATH in kinds:
            self.paths += [(one, placing) for one, kind in zip(handles, kinds, strict=True) if kind == OBJECT_PATH]
        if OBJECT_IMAGE in kinds:
            self.images += [(one, placing) for one, kind in zip(handles, kinds, strict=True) if kind == OBJECT_IMAGE]
        if OBJECT_FORM in kinds and depth < _DEEPEST:
            for one, kind in zip(handles, kinds, strict=True):
                if kind == OBJECT_FORM:
                    self._open(one, placing, depth)

    def _open(self, form: Handle, placing: _Placing, depth: int) -> None:
        count = min(max(self.pdfium.FPDFFormObj_CountObjects(form), 0), _MOST_OBJECTS)
        inside = list(map(self.pdfium.FPDFFormObj_GetObject, repeat(form), range(count)))
        self._sort(inside, _composed(self._matrix(form), placing), depth + 1)

    def _matrix(self, handle: Handle) -> _Placing:
        matrix = Matrix()
        if not self.pdfium.FPDFPageObj_GetMatrix(handle, matrix):
            return _AS_IT_IS
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def rules(self, space: PageSpace) -> list[Box]:
        """The upright and level lines on the page as shown: each a box without, or hardly with, a thickness."""
        if len(self.paths) > _MOST_PATHS:
            return []
        edges: list[float] = []
        for path, placing in self.paths:
            for left, bottom, right, top in self._lines(path, placing):
                edges += (left, top, right, bottom) * 2
        return space.boxes(edges) if edges else []

    def image_boxes(self, space: PageSpace) -> list[Box]:
        """Where images stand on the page as shown."""
        edges: list[float] = []
        for image, placing in self.images:
            left, bottom, right, top = self._bounds(image, placing)
            edges += (left, top, right, bottom) * 2
        return space.boxes(edges) if edges else []

    def _bounds(self, handle: Handle, placing: _Placing) -> Box:
        """Left, bottom, right, top in the space of the page."""
        if not self.pdfium.FPDFPageObj_GetBounds(handle, *self.pointers):
            return (0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = (number.value for number in self.numbers)
        if placing is _AS_IT_IS:
            return (left, bottom, right, top)
        return _around(_placed(left, bottom, placing), _placed(right, top, placing))

    def _lines(self, path: Handle, placing: _Placing) -> Iterator[Box]:
        bounds = self._bounds(path, placing)
        width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
        if width <= _THICKEST or height <= _THICKEST:
            if max(width, height) >= _SHORTEST:
                yield bounds
            return
        if self._is_stroked(path):
            corners = self._corners(path, _composed(self._matrix(path), placing))
            yield from (_around(one, other) for one, other in corners if _is_straight(one, other))

    def _is_stroked(self, path: Handle) -> bool:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        return bool(self.pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) and stroke.value)

    def _corners(self, path: Handle, placing: _Placing) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """The ends of each straight part of a path."""
        pdfium, (x, y) = self.pdfium, self.pointers[:2]
        count = pdfium.FPDFPath_CountSegments(path)
        if not 1 < count <= _MOST_SEGMENTS:
            return
        points: list[tuple[float, float]] = []
        for at in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, at)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = _placed(self.numbers[0].value, self.numbers[1].value, placing)
            if kind == SEGMENT_MOVE:
                yield from pairwise(points)
                points = [point]
            elif kind == SEGMENT_LINE:
                points.append(point)
            else:
                yield from pairwise(points)
                points = []
            if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
                points.append(points[0])
        yield from pairwise(points)


def _placed(x: float, y: float, placing: _Placing) -> tuple[float, float]:
    a, b, c, d, e, f = placing
    return a * x + c * y + e, b * x + d * y + f


def _composed(first: _Placing, then: _Placing) -> _Placing:
    """What places by ``first`` and then by ``then``."""
    if then is _AS_IT_IS:
        return first
    a, b, c, d, *_ = then
    corner = _placed(first[4], first[5], then)
    return (
        first[0] * a + first[1] * c,
        first[0] * b + first[1] * d,
        first[2] * a + first[3] * c,
        first[2] * b + first[3] * d,
        *corner,
    )


def _around(one: tuple[float, float], other: tuple[float, float]) -> Box:
    """Left, bottom, right, top."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _is_straight(one: tuple[float, float], other: tuple[float, float]) -> bool:
    across, along = sorted((abs(one[0] - other[0]), abs(one[1] - other[1])))
    return across <= _STRAIGHT and along >= _SHORTEST
