"""Keyset pages of a list."""

from hypothesis import given
from hypothesis import strategies as st

from spravka.web.pages import PageRequest, to_page


def page_of(keys: list[int], request: PageRequest) -> tuple[list[int], int | None]:
    """What a query and :func:`to_page` make of a list."""
    rows = [key for key in sorted(keys) if request.after is None or key > request.after]
    return to_page(rows[: request.limit + 1], request, key=lambda key: key)


@given(st.sets(st.integers(min_value=1), max_size=30), st.integers(min_value=1, max_value=10))
def test_following_the_pages_shows_every_entry_once_and_in_order(keys: set[int], limit: int) -> None:
    seen: list[int] = []
    after: int | None = None
    while True:
        entries, after = page_of(list(keys), PageRequest(after=after, limit=limit))
        assert len(entries) <= limit
        seen += entries
        if after is None:
            break
    assert seen == sorted(keys)


def test_a_full_last_page_says_that_it_is_the_last() -> None:
    assert page_of([1, 2], PageRequest(limit=2)) == ([1, 2], None)
    assert page_of([1, 2, 3], PageRequest(limit=2)) == ([1, 2], 2)
