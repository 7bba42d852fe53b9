"""Words are found in one document, and its file is given back."""

import pytest

from tests.callers import API
from tests.documents.library import CONTRACT, Library
from tests.documents.small_pdf import small_pdf


def found(library: Library, document_id: int, text: str) -> list[tuple[str, int]]:
    told = library.person.get(f"/documents/{document_id}/places", text=text)
    assert not told["is_cut"]
    return [(place["text"], place["words"][0]["page"]) for place in told["places"]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("concrete", [("concrete", 1), ("concrete", 1), ("concrete", 2)]),
        ("customer pay", [("Customer pays", 2)]),
        ("liab", [("Liability", 2)]),
        ("crane", []),
        ("the", []),
        ("?", []),
    ],
)
def test_words_are_found_on_their_pages(library: Library, text: str, places: list[tuple[str, int]]) -> None:
    assert found(library, library.add(CONTRACT)["id"], text) == places


def test_what_is_found_are_words_of_the_page_with_those_around_them(library: Library) -> None:
    document = library.add(CONTRACT)
    [place] = library.person.get(f"/documents/{document['id']}/places", text="ten working days")["places"]
    [words] = place["words"]
    page = library.person.get(f"/documents/{document['id']}/pages/{words['page']}")
    assert " ".join(page["words"][words["first"] : words["end"]]) == "ten working days" == place["text"]
    assert (place["before"][-6:], place["after"][:9]) == ("within", "after the")


def test_a_document_that_is_not_read_yet_has_no_places(library: Library) -> None:
    assert found(library, library.upload(small_pdf(CONTRACT))["id"], "concrete") == []


@pytest.mark.parametrize(("name", "file_name"), [("Договор", "Договор.pdf"), ("a.PDF", "a.PDF"), ("v1.5", "v1.5.pdf")])
def test_the_file_is_given_back_under_the_name_of_the_document(library: Library, name: str, file_name: str) -> None:
    content = small_pdf(CONTRACT)
    document = library.upload(content)
    library.person.patch(f"/documents/{document['id']}", {"name": name})
    answer = library.person.client.get(f"{API}/documents/{document['id']}/download")
    assert (answer.content, answer.headers["content-type"]) == (content, "application/pdf")
    assert answer.headers["content-disposition"].startswith("attachment;")
    told = answer.headers["content-disposition"]
    assert f'filename="{file_name}"' in told or "filename*=utf-8''" in told


def test_it_is_told_what_documents_can_be_done_with(library: Library) -> None:
    abilities = library.person.get("/document-abilities")
    assert abilities["has_llm"] is False
    assert isinstance(abilities["recognises_images"], bool)
