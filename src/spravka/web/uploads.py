"""Uploaded files on their way into the file store."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from fastapi import Request, UploadFile

CHUNK_BYTES = 1 << 20
MAX_FILE_NAME = 255


def chunks_of(upload: UploadFile) -> Iterator[bytes]:
    """The bytes of an uploaded file, a megabyte at a time."""
    file: BinaryIO = upload.file
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


def file_name_of(upload: UploadFile) -> str:
    """The file's own name without folders and control characters; it is only ever shown, never opened."""
    name = PurePosixPath((upload.filename or "file").replace("\\", "/")).name
    return "".join(letter for letter in name if letter.isprintable())[-MAX_FILE_NAME:] or "file"


def upload_limit_bytes(request: Request) -> int:
    """The largest upload that the settings allow."""
    limit_megabytes: int = request.app.state.settings.web.upload_limit_megabytes
    return limit_megabytes << 20
