"""Images of pages, drawn in a process of their own."""

from pathlib import Path

from spravka.pages.child_process import ChildDied, ChildProcess
from spravka.pages.limits import ReadingLimits


def render_page(path: Path, media_type: str, number: int, width_pixels: int, limits: ReadingLimits) -> bytes:
    """The page (1 is the first) as a PNG ``width_pixels`` wide, narrower where it had more than ``limits.pixels``.

    Raises PageNotFound, also for formats without images of pages, and what ``read_pages`` raises on opening.
    """
    request = {
        "task": "render",
        "path": str(path),
        "media_type": media_type,
        "number": number,
        "width_pixels": width_pixels,
    }
    with ChildProcess(request, limits, limits.seconds_a_page) as child:
        try:
            return child.take(child.answer()["image_bytes"])
        except ChildDied as death:
            raise death.problem from None
