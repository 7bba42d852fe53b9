"""Pages as a viewer needs them: words with boxes, and a picture that is drawn once."""

import struct

from tests.callers import API
from tests.documents.library import CONTRACT, Library
from tests.documents.small_pdf import small_pdf


def test_a_page_is_shown_with_a_box_for_each_word(library: Library) -> None:
    document = library.add(CONTRACT)
    page = library.person.get(f"/documents/{document['id']}/pages/2")
    assert (page["number"], page["layer"], page["width"], page["height"]) == (2, "original", 595.0, 842.0)
    assert len(page["words"]) == len(page["boxes"])
    assert " ".join(page["words"]).startswith("2. Price and payment One cubic metre")
    assert page["blocks"][0]["kind"] == "heading"


def test_the_picture_of_a_page_is_as_wide_as_asked(library: Library) -> None:
    document = library.add(CONTRACT)
    answer = library.person.client.get(f"{API}/documents/{document['id']}/pages/1/image", params={"width": 300})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    width, height = struct.unpack(">II", answer.content[16:24])
    assert (width, round(height / width, 2)) == (300, round(842 / 595, 2))


def test_a_picture_that_the_browser_has_is_not_sent_again(library: Library) -> None:
    document = library.add(CONTRACT)
    path = f"{API}/documents/{document['id']}/pages/1/image"
    first = library.person.client.get(path)
    again = library.person.client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    wider = library.person.client.get(path, params={"width": 1200}, headers={"If-None-Match": first.headers["etag"]})
    assert wider.status_code == 200


def test_a_page_that_is_not_read_yet_is_told_from_one_that_is_not_there(library: Library) -> None:
    waiting, read = library.upload(small_pdf(CONTRACT)), library.add(CONTRACT)
    for end in ("", "/image"):
        refused = library.person.refused("GET", f"/documents/{waiting['id']}/pages/1{end}")
        assert (refused["type"], refused["ready_page_count"]) == ("page-not-ready", 0)
        assert library.person.refused("GET", f"/documents/{read['id']}/pages/3{end}")["type"] == "page-not-found"


def test_a_picture_has_its_bounds(library: Library) -> None:
    document = library.add(CONTRACT)
    for width in (1, 100_000):
        answer = library.person.client.get(f"{API}/documents/{document['id']}/pages/1/image", params={"width": width})
        assert answer.status_code == 422
