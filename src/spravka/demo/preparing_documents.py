"""Giving the demo tenant its documents; those it has already, whatever they are called by now, stay as they are."""

from collections.abc import Sequence
from importlib.util import find_spec

from spravka.demo.preparing_database import demo_caller
from spravka.documents.schemas import DocumentOut
from spravka.documents.uploading import Upload, receive_document
from spravka.resources import Resources

PACKAGES = ("reportlab", "fontpkg", "fontpkg_pt_sans", "fontpkg_pt_serif")
"""What the documents are made with; the program itself has no need of it."""

LIMIT_BYTES = 10 << 20


def missing_packages() -> list[str]:
    """Those of ``PACKAGES`` that are not installed."""
    return [name for name in PACKAGES if find_spec(name) is None]


def upload_demo_documents(resources: Resources, tenant_id: int) -> Sequence[DocumentOut]:
    """Those that the tenant did not have yet; each is being indexed by its job.

    Raises:
        ImportError: some of ``PACKAGES`` are missing
    """
    from spravka.demo.documents.documents import demo_documents

    caller = demo_caller(tenant_id)
    uploads = [Upload(document.name, [document.content]) for document in demo_documents()]
    received = [receive_document(resources, caller, upload, LIMIT_BYTES) for upload in uploads]
    return [one.document for one in received if one.document is not None and one.is_new]
