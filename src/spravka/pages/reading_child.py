"""The process that opens an untrusted document: forked by ``fork_server``, within limits of memory and time.

A request is a JSON object with ``task`` («read», «render»), ``path``, ``media_type``, the ``limits`` and what
the task needs. The answers are lines of JSON:

- an object with ``problem``: what is wrong with the document, and the end;
- an object with ``page_count``, once, when the document is open (null where it is not known);
- a number: that page has been begun;
- an object with ``number``: a page that is done;
- an object with ``image_bytes``, after which so many bytes of PNG follow;
- true: all is told.
"""

import ctypes
import functools
import gc
import importlib
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import IO, Any

from spravka.errors import Problem
from spravka.pages.errors import NothingToRead, TooManyPages, UnknownFormat
from spravka.pages.formats.opening import OpenDocument, Recogniser, Wanted

_PR_SET_PDEATHSIG = 1
_FORMATS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "sheet",
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": "sheet",
    "application/vnd.ms-excel": "sheet",
    "application/vnd.oasis.opendocument.spreadsheet": "sheet",
    "text/csv": "sheet",
    "text/html": "html",
    "text/markdown": "markdown",
    "text/plain": "text",
    "image/png": "image",
    "image/jpeg": "image",
    "image/tiff": "image",
    "image/bmp": "image",
    "image/webp": "image",
}
"""The module below ``formats`` that opens a media type by its ``open_document(path)``."""


def main(request: dict[str, Any], out: IO[bytes], parent: int) -> None:
    """Answers one request. ``parent`` is the process with which it ends."""
    _limit(request["limits"], parent)
    gc.disable()  # a page is many small objects without circles: looking for some takes a tenth of the time
    teller = _Teller(out)
    try:
        document = _open(Path(request["path"]), request["media_type"])
        _answer(document, request, teller)
    except Problem as problem:
        teller.tell({"problem": type(problem).__name__, "members": problem.members()})
    except MemoryError:
        teller.tell({"problem": "ReadingTooBig", "members": {"memory_bytes": request["limits"]["memory_bytes"]}})


def _limit(limits: dict[str, Any], parent: int) -> None:
    """No core, limited memory and processor time, and no life after the parent's."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits["cpu_seconds"], limits["cpu_seconds"] + 1))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits["memory_bytes"], limits["memory_bytes"]))
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            sys.exit(1)


def _open(path: Path, media_type: str) -> OpenDocument:
    if path.stat().st_size == 0:
        raise NothingToRead
    if media_type not in _FORMATS:
        raise UnknownFormat(media_type)
    module = importlib.import_module(f"spravka.pages.formats.{_FORMATS[media_type]}")
    document: OpenDocument = module.open_document(path)
    return document


def _answer(document: OpenDocument, request: dict[str, Any], teller: "_Teller") -> None:
    match request["task"]:
        case "render":
            image = document.render(request["number"], request["width_pixels"], request["limits"]["pixels"])
            teller.tell_image(image)
        case _:
            _read(document, request, teller)
    teller.tell(True)


def _read(document: OpenDocument, request: dict[str, Any], teller: "_Teller") -> None:
    count, most = document.page_count, request["limits"]["pages"]
    if count == 0:
        raise NothingToRead
    if count is not None and count > most:
        raise TooManyPages(count, most)
    teller.tell({"page_count": count})
    wanted = Wanted(request["first_page"], frozenset(request["skipped"]), teller.tell, _find_recogniser)
    for page in document.pages(wanted):
        if page["number"] > most:
            raise TooManyPages(page["number"], most)
        teller.tell(page)


@functools.cache
def _find_recogniser() -> Recogniser | None:
    from spravka.pages.recognition import find_recogniser  # most documents have no image to read

    return find_recogniser()


class _Teller:
    """Writes answers, each at once."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out
        self.encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

    def tell(self, answer: object) -> None:
        self.out.write(self.encode(answer).encode("utf-8", "replace") + b"\n")
        self.out.flush()

    def tell_image(self, image: bytes) -> None:
        self.tell({"image_bytes": len(image)})
        self.out.write(image)
