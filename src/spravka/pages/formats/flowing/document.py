"""What the documents that are only words have in common."""

from typing import NoReturn

from spravka.pages.errors import PageNotFound


class FlowingDocument:
    """A document whose pages are known only once all is read, and that has no image of them."""

    page_count: int | None = None

    def render(self, number: int, width_pixels: int, pixels: int) -> NoReturn:
        """There is nothing to draw. Raises PageNotFound."""
        raise PageNotFound(number)
