"""Reading words from images of pages by Tesseract, where it is installed with Russian and English.

Tesseract runs as a process of its own with limited time; its limit of memory is that of the process that starts it.
"""

import contextlib
import ctypes
import resource
import shutil
import signal
import subprocess
import sys

from spravka.pages.formats.opening import Recogniser
from spravka.pages.layout.hyphens import Joiner
from spravka.pages.layout.placed import PlacedPage
from spravka.pages.layout.recognised import certainty, place_recognised

LANGUAGES = ("rus", "eng")
SECONDS_A_PAGE = 50.0
_SECONDS_TO_ANSWER = 10.0
_UPRIGHT, _ANY_DIRECTION = "3", "1"
"""Modes of segmentation; the second first finds out, with Tesseract's data ``osd``, how the page is turned."""
_CERTAIN = 65.0
"""Per cent: what is read with less certainty may lie on its side."""
_PR_SET_PDEATHSIG = 1


def find_recogniser() -> Recogniser | None:
    """What reads images here; None where Tesseract, or one of its languages, is not installed."""
    program = shutil.which("tesseract")
    return Tesseract(program) if program and _has_languages(program) else None


class Tesseract:
    """An installed Tesseract, version 4 or later."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.joiner = Joiner()

    def recognise(self, image: bytes, width: float, height: float) -> PlacedPage | None:
        """The words of the image (PNG, at best 300 dots an inch) with boxes on a page of that size in points.

        None where Tesseract fails or takes too long.
        """
        table = self._run(image, _UPRIGHT)
        if table is not None and certainty(table) < _CERTAIN:
            another = self._run(image, _ANY_DIRECTION)
            table = another if another and certainty(another) > certainty(table) else table
        return None if table is None else place_recognised(table, width, height, self.joiner)

    def _run(self, image: bytes, segmentation: str) -> str | None:
        command = [self.program, "stdin", "stdout", "-l", "+".join(LANGUAGES), "--psm", segmentation, "tsv"]
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            run = subprocess.run(  # noqa: S603 - an installed program; the image is its input, never an argument
                command,
                input=image,
                capture_output=True,
                timeout=SECONDS_A_PAGE,
                check=True,
                preexec_fn=_limit_child,
            )
            return run.stdout.decode("utf-8", "replace")
        return None


def _has_languages(program: str) -> bool:
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        run = subprocess.run(  # noqa: S603 - an installed program without anything of a document
            [program, "--list-langs"], capture_output=True, timeout=_SECONDS_TO_ANSWER, check=True
        )
        return set(LANGUAGES) <= set(run.stdout.decode("utf-8", "replace").split())
    return False


def _limit_child() -> None:
    seconds = int(SECONDS_A_PAGE)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
