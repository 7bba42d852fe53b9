"""A deleted document is gone at once; its job leaves no row, passage, vector, array or byte."""

from sqlalchemy import func, select

from spravka.documents.removing import forget_content
from spravka.documents.tables import DocumentPage, DocumentPassage, File
from spravka.documents.tending import remove_unused_documents
from spravka.documents.vectors import collection_name
from spravka.resources import Resources
from tests.database_assistant.department import new_department
from tests.documents.library import CONTRACT, MANUAL, Library
from tests.documents.small_pdf import small_pdf


def left_of(resources: Resources, document_id: int) -> dict[str, int]:
    """Rows that belong to a document."""
    with resources.sessions() as session:
        counted = {
            "file": select(func.count()).where(File.id == document_id),
            "page": select(func.count()).where(DocumentPage.file_id == document_id),
            "passage": select(func.count()).where(DocumentPassage.file_id == document_id),
        }
        return {name: session.scalars(query).one() for name, query in counted.items()}


def vector_count(library: Library) -> int:
    resources = library.department.resources
    name = collection_name(library.department.tenant_id, resources.passage_encoder.name)
    return resources.vectors.count(name)


def content_hash_of(library: Library, document_id: int) -> tuple[str, str | None]:
    with library.department.resources.sessions() as session:
        file = session.get_one(File, document_id)
        return file.content_hash, file.vectors_key


def test_deleting_leaves_no_row_no_passage_no_vector_and_no_byte(library: Library) -> None:
    resources = library.department.resources
    kept = library.add(MANUAL, "crane.pdf")
    vectors_before = vector_count(library)
    document = library.add(CONTRACT)
    content_hash, vectors_key = content_hash_of(library, document["id"])
    assert vectors_key in {key for key, _ in resources.arrays.list_keys()}
    assert vector_count(library) > vectors_before
    library.delete(document["id"])
    assert library.person.refused("GET", f"/documents/{document['id']}")["status"] == 404
    assert left_of(resources, document["id"]) == {"file": 0, "page": 0, "passage": 0}
    assert vector_count(library) == vectors_before
    assert vectors_key not in {key for key, _ in resources.arrays.list_keys()}
    assert not (resources.documents.root / content_hash[:2] / content_hash).exists()
    assert library.get(kept["id"])["status"] == "ready"


def test_bytes_that_another_tenant_has_too_stay_for_it(library: Library) -> None:
    other = new_department(library.department.app, library.person.client)
    theirs = Library(other, other.member)
    mine, other_one = library.indexed(library.upload(small_pdf(CONTRACT))), theirs.upload(small_pdf(CONTRACT))
    library.delete(mine["id"])
    assert theirs.indexed(other_one)["status"] == "ready"


def test_a_document_deleted_before_it_is_read_ends_its_job_and_leaves_nothing(library: Library) -> None:
    document = library.upload(small_pdf(CONTRACT))
    library.delete(document["id"])
    assert library.perform(document["job_id"])["status"] == "cancelled"
    assert left_of(library.department.resources, document["id"]) == {"file": 0, "page": 0, "passage": 0}


def test_the_same_content_can_come_again_at_once(library: Library) -> None:
    document = library.indexed(library.upload(small_pdf(CONTRACT)))
    library.person.delete(f"/documents/{document['id']}")
    again = library.upload(small_pdf(CONTRACT))
    [deletion] = [job for job in library.person.get("/jobs")["entries"] if job["kind"] == "delete_document"]
    assert library.perform(deletion["id"])["status"] == "finished"
    assert library.indexed(again)["status"] == "ready"


def test_bytes_without_a_row_are_deleted_when_they_are_old(library: Library) -> None:
    resources = library.department.resources
    used = library.add(CONTRACT)
    orphan = resources.documents.put([b"left by an upload that died"], 1_000)
    remove_unused_documents(resources)
    assert resources.documents.path(orphan).exists()
    forget_content(resources, orphan)
    content_hash, _ = content_hash_of(library, used["id"])
    forget_content(resources, content_hash)
    assert resources.documents.path(content_hash).exists()
    assert not (resources.documents.root / orphan[:2] / orphan).exists()
