"""Pages as they are kept and told."""

import json

import numpy as np
import pytest

from spravka.pages.page import Block, BlockKind, Page, page_to_json

BLOCKS = (Block(BlockKind.PARAGRAPH, 0, 2),)


@pytest.mark.parametrize("farthest", [100.0, 3276.7, 3276.8, 14400.0])
def test_a_page_of_any_size_is_read_as_it_was_kept(farthest: float) -> None:
    boxes = np.array([[-0.1, 2.5, 3.0, 4.0], [5.0, 6.0, farthest, 8.0]], dtype=np.float32)
    page = Page(3, ("Срок", "поставки"), boxes, BLOCKS, 595.0, 842.0, "iv")
    again = Page.from_json(json.loads(json.dumps(page.to_json())))
    assert again.boxes is not None
    np.testing.assert_array_equal(again.boxes, boxes)
    assert (again.words, again.blocks, again.label, again.width) == (page.words, BLOCKS, "iv", 595.0)


def test_boxes_that_were_kept_as_numbers_are_still_read() -> None:
    kept = page_to_json(1, ("Срок",), [10, 20, 30, 45], ())
    page = Page.from_json({**kept, "boxes": [10, 20, 30, 45]})
    assert page.boxes is not None and kept["boxes"] != [10, 20, 30, 45]
    assert page.boxes.tolist() == [[1.0, 2.0, 3.0, 4.5]]
    assert Page.from_json(kept).boxes is not None


def test_a_page_without_geometry_or_without_words_stays_so() -> None:
    assert Page.from_json(page_to_json(1, ("Срок",), None, ())).boxes is None
    empty = Page.from_json(page_to_json(1, (), [], ())).boxes
    assert empty is not None and empty.shape == (0, 4)
