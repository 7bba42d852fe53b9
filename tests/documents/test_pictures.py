"""Pictures that were drawn once are kept, at most so many, and go with their document."""

import os
from pathlib import Path

import pytest

from spravka.documents.pictures import PictureName, PictureStore, open_pictures
from tests.callers import API
from tests.documents.library import CONTRACT, Library
from tests.documents.small_pdf import small_pdf

HASH = "ab" * 32


def name(page_number: int, content_hash: str = HASH, width_pixels: int = 1000) -> PictureName:
    return PictureName(content_hash, page_number, width_pixels)


def kept_files(library: Library) -> list[Path]:
    return [path for path in open_pictures(library.department.resources).root.rglob("*") if path.is_file()]


def test_a_picture_is_found_by_content_page_and_width(tmp_path: Path) -> None:
    store = PictureStore(tmp_path)
    store.keep(name(3), b"picture")
    assert store.find(name(3)) == b"picture"
    others = (name(4), name(3, "cd" * 32), name(3, width_pixels=500))
    assert [store.find(other) for other in others] == [None, None, None]


def test_pictures_of_a_content_go_together(tmp_path: Path) -> None:
    store = PictureStore(tmp_path)
    for one in (name(1), name(2), name(1, "cd" * 32)):
        store.keep(one, b"picture")
    store.remove(HASH)
    assert [store.find(one) is None for one in (name(1), name(2), name(1, "cd" * 32))] == [True, True, False]
    store.remove(HASH)


def test_what_was_not_looked_at_for_longest_makes_room(tmp_path: Path) -> None:
    store = PictureStore(tmp_path)
    for number in range(1, 12):
        store.keep(name(number), b"x" * 100)
        os.utime(store.root / "ab" / HASH / f"{number}-1000.png", (number, number))
    store.find(name(1))
    PictureStore(tmp_path, limit_bytes=1000).make_room()
    kept = [number for number in range(1, 12) if store.find(name(number)) is not None]
    assert 1 in kept and 2 not in kept and len(kept) <= 9


def test_a_disk_that_takes_no_more_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "ab").write_text("in the way")
    store = PictureStore(tmp_path)
    store.keep(name(3), b"picture")
    assert store.find(name(3)) is None


def test_a_page_is_drawn_once_and_goes_with_its_document(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    document = library.add(CONTRACT)
    path = f"{API}/documents/{document['id']}/pages/2/image"
    first = library.person.client.get(path)
    assert first.content.startswith(b"\x89PNG")
    before = kept_files(library)
    with monkeypatch.context() as undrawable:
        undrawable.setattr("spravka.pages.images.ChildProcess", None)
        again = library.person.client.get(path)
    assert (again.status_code, again.content, again.headers["etag"]) == (200, first.content, first.headers["etag"])
    library.delete(document["id"])
    assert len(kept_files(library)) == len(before) - 1


def test_a_document_that_is_no_paper_has_words_and_no_pictures(library: Library) -> None:
    document = library.indexed(library.upload("Цена бетона\n\nОдин куб стоит 6500 рублей.".encode(), "prices.txt"))
    assert document["has_page_images"] is False
    refused = library.person.refused("GET", f"/documents/{document['id']}/pages/1/image")
    assert (refused["status"], refused["type"]) == (404, "page-without-picture")
    page = library.person.get(f"/documents/{document['id']}/pages/1")
    assert "6500" in page["words"] and page["boxes"] is None
    assert {"kind", "first", "end", "level", "cells", "goes_on"} == set(page["blocks"][0])
    [place] = library.ask("Сколько стоит куб бетона?")["quotations"][0]["words"]
    assert place["page"] == 1
    assert "6500" in page["words"][place["first"] : place["end"]]


def test_a_paper_document_says_that_it_has_pictures(library: Library) -> None:
    assert library.upload(small_pdf(CONTRACT))["has_page_images"] is True
