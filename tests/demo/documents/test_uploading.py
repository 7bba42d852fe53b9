"""The demo tenant gets its documents once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from spravka.demo.documents.names import DemoFile
from spravka.demo.preparing_documents import missing_packages, upload_demo_documents
from tests.database_assistant.conftest import department, house  # noqa: F401
from tests.database_assistant.department import Department

if TYPE_CHECKING:
    from spravka.demo.documents.documents import DemoDocument


def test_the_documents_come_once_and_are_indexed_by_jobs(
    made: "Mapping[DemoFile, DemoDocument]",
    department: Department,  # noqa: F811
) -> None:
    assert missing_packages() == []
    uploaded = upload_demo_documents(department.resources, department.tenant_id)
    assert {(document.name, document.content_type) for document in uploaded} == {
        (document.name, document.media_type) for document in made.values()
    }
    assert all(document.job_id for document in uploaded)
    assert upload_demo_documents(department.resources, department.tenant_id) == []
