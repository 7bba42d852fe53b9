"""Uploaded files on their way into the file store."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO, ClassVar

from fastapi import Request, UploadFile
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import UploadFile as ReceivedFile
from starlette.exceptions import HTTPException

from spravka.errors import LimitExceeded
from spravka.files.store import telling_no_room

CHUNK_BYTES = 1 << 20
MAX_FILE_NAME = 255
ESCAPES = {"%22": '"', "%0D": " ", "%0A": " "}
"""What browsers write for characters that would end a file's name in a form (HTML standard, multipart/form-data)."""


@dataclass
class TooManyFiles(LimitExceeded):
    title: ClassVar[str] = "There are too many files in one request"
    http_status: ClassVar[int] = 413
    limit: int

    @property
    def detail(self) -> str:
        return f"A request may bring at most {self.limit} files; nothing of it was kept. Send them in several requests."


def chunks_of(upload: UploadFile) -> Iterator[bytes]:
    """The bytes of an uploaded file, a megabyte at a time."""
    file: BinaryIO = upload.file
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


def file_name_of(upload: UploadFile) -> str:
    """The file's own name without folders and control characters; it is only ever shown, never opened."""
    name = PurePosixPath((upload.filename or "file").replace("\\", "/")).name
    for escaped, letter in ESCAPES.items():
        name = name.replace(escaped, letter)
    return "".join(letter for letter in name if letter.isprintable()).strip()[-MAX_FILE_NAME:] or "file"


def files_form(field: str, description: str) -> dict[str, Any]:
    """The ``openapi_extra`` of a route that takes a form with files in one field."""
    file = {"type": "string", "format": "binary", "contentMediaType": "application/octet-stream"}
    files = {"type": "array", "items": file, "minItems": 1, "description": description}
    schema = {"type": "object", "properties": {field: files}, "required": [field]}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


@asynccontextmanager
async def files_of(request: Request, field: str, limit_count: int) -> AsyncIterator[list[UploadFile]]:
    """The files of a form, which lie on the disk until the block ends and nowhere after it.

    Raises :class:`TooManyFiles`, :class:`spravka.files.store.DiskFull`, and FastAPI's RequestValidationError where
    there is none.
    """
    try:
        with telling_no_room():
            form = await request.form(max_files=limit_count)
    except HTTPException as fault:
        if "Too many files" in str(fault.detail):
            raise TooManyFiles(limit_count) from fault
        raise
    try:
        received = [one for one in form.getlist(field) if isinstance(one, ReceivedFile)]
        if not received:
            raise RequestValidationError([{"type": "missing", "loc": ("body", field), "msg": "Field required"}])
        yield [UploadFile(one.file, filename=one.filename, size=one.size) for one in received]
    finally:
        await form.close()


def upload_limit_bytes(request: Request) -> int:
    """The largest upload that the settings allow."""
    limit_megabytes: int = request.app.state.settings.web.upload_limit_megabytes
    return limit_megabytes << 20
