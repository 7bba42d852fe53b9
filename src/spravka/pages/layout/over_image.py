"""A page that is an image with a few words of text over it: a scan with a stamp, a number or a signature's mark."""

from spravka.pages.layout.placed import Box, Piece, PlacedPage

MOST_WORDS_OVER_IMAGE = 30
"""A page with more words of its own is a page of text."""
_MOST_OF_PAGE = 0.6


def is_image_with_few_words(page: PlacedPage, images: list[Box]) -> bool:
    """Whether one of the images covers most of the page and the words are few."""
    if not 0 < len(page.words) <= MOST_WORDS_OVER_IMAGE:
        return False
    return any(_covered(image, page) >= _MOST_OF_PAGE * page.width * page.height for image in images)


def _covered(image: Box, page: PlacedPage) -> float:
    width = min(image[2], page.width) - max(image[0], 0.0)
    height = min(image[3], page.height) - max(image[1], 0.0)
    return max(width, 0.0) * max(height, 0.0)


def put_over(recognised: PlacedPage, written: PlacedPage) -> PlacedPage:
    """What was recognised, but where the file itself has words, those: nothing is surer."""
    under = [at for at, box in enumerate(recognised.boxes) if any(_stands_in(box, piece) for piece in written.pieces)]
    page = _without(recognised, set(under))
    shift = len(page.words)
    page.words += written.words
    page.boxes += written.boxes
    for piece in written.pieces:
        piece.first, piece.end = piece.first + shift, piece.end + shift
        page.pieces.append(piece)
    return page


def _stands_in(box: Box, piece: Piece) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return piece.left <= x <= piece.right and piece.top <= y <= piece.bottom


def _without(page: PlacedPage, left_out: set[int]) -> PlacedPage:
    """The page without some of its words; pieces that lose a word in the middle stay one."""
    kept = PlacedPage(page.number, page.width, page.height, layer=page.layer, turned_height=page.turned_height)
    for piece in page.pieces:
        first = len(kept.words)
        for at in range(piece.first, piece.end):
            if at not in left_out:
                kept.words.append(page.words[at])
                kept.boxes.append(page.boxes[at])
        if len(kept.words) > first:
            piece.first, piece.end = first, len(kept.words)
            kept.pieces.append(piece)
    return kept
