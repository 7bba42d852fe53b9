"""Fields are refused before any driver sees them: what is odd in a host name is an attack or a mistake."""

import ipaddress
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from spravka.customer_databases.errors import (
    ConnectionFieldRefused,
    DriverOptionRefused,
    FileOutsideFolder,
    FolderNotConfigured,
)
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields, ConnectionOptions
from spravka.query_plans.schema import Dialect

ALLOWED_OPTIONS: Mapping[Dialect, tuple[str, ...]] = {
    Dialect.POSTGRESQL: ("tls", "ca_file", "namespaces"),
    Dialect.MYSQL: ("tls", "ca_file", "namespaces"),
    Dialect.MSSQL: ("tls", "ca_file", "namespaces"),
    Dialect.CLICKHOUSE: ("tls", "ca_file", "namespaces"),
    Dialect.SQLITE: (),
}
LONGEST = 253
"""Characters: the longest host name there is (RFC 1035), and far more than any vendor's names have."""

_HOST = re.compile(r"[^\W_](?:[\w.-]*\w)?\.?")
_NAME = re.compile(r"[^\s\x00-\x1f\x7f;=](?:[^\x00-\x1f\x7f-\x9f\u2028\u2029;=\t]*[^\s\x00-\x1f\x7f;=])?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_OPTIONS: TypeAdapter[ConnectionOptions] = TypeAdapter(ConnectionOptions)


def read_options(dialect: Dialect, options: Mapping[str, Any]) -> ConnectionOptions:
    """Options as a caller sends them, typed; raises :class:`DriverOptionRefused` for any the driver is not allowed."""
    allowed = ALLOWED_OPTIONS[dialect]
    for name in options:
        if name not in allowed:
            raise DriverOptionRefused(dialect.value, str(name), list(allowed))
    try:
        return _OPTIONS.validate_python(dict(options))
    except ValidationError as error:
        name = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConnectionFieldRefused(f"options.{name}", "has a value that this option cannot have") from None


def check_fields(fields: ConnectionFields, folders: AllowedFolders) -> None:
    """Pass the fields that a driver may be given.

    Raises :class:`ConnectionFieldRefused`, :class:`DriverOptionRefused`, :class:`FileOutsideFolder`,
    :class:`FolderNotConfigured`.
    """
    _check_options(fields, folders)
    _check_password(fields.password)
    if fields.dialect is Dialect.SQLITE:
        _check_sqlite(fields, folders)
        return
    _check_host(fields.host)
    _check_port(fields.port)
    _check_name("database", fields.database)
    _check_name("user", fields.user)


def file_below(folder: Path | None, name: str, purpose: str) -> Path:
    """The existing file ``name`` below ``folder``, links followed.

    Raises :class:`FolderNotConfigured` and, for everything that leads out of it or is no file,
    :class:`FileOutsideFolder`.
    """
    if folder is None:
        raise FolderNotConfigured(purpose)
    if not name or _CONTROL.search(name):
        raise FileOutsideFolder(name)
    root = folder.resolve()
    found = (root / name).resolve()
    if not found.is_relative_to(root) or not found.is_file():
        raise FileOutsideFolder(name)
    return found


def _check_options(fields: ConnectionFields, folders: AllowedFolders) -> None:
    allowed = ALLOWED_OPTIONS[fields.dialect]
    for name in ("tls", "ca_file", "namespaces"):
        if getattr(fields.options, name) and name not in allowed:
            raise DriverOptionRefused(fields.dialect.value, name, list(allowed))
    for namespace in fields.options.namespaces:
        _check_name("options.namespaces", namespace)
    if fields.options.ca_file:
        file_below(folders.certificates, fields.options.ca_file, "Certificates of authorities")


def _check_sqlite(fields: ConnectionFields, folders: AllowedFolders) -> None:
    for name in ("host", "port", "user", "password"):
        if getattr(fields, name):
            raise ConnectionFieldRefused(name, "has no meaning for a SQLite file; leave it empty")
    file_below(folders.sqlite, fields.database, "SQLite files")


def _check_host(host: str) -> None:
    if not host or len(host) > LONGEST:
        raise ConnectionFieldRefused("host", "must be the name or address of one server")
    if not _HOST.fullmatch(host) and not _is_address(host):
        raise ConnectionFieldRefused(
            "host", "must be one host name or IP address: no list, no socket path, no address with parameters"
        )


def _is_address(host: str) -> bool:
    try:
        return not getattr(ipaddress.ip_address(host), "scope_id", None)
    except ValueError:
        return False


def _check_port(port: int | None) -> None:
    if port is not None and not 1 <= port <= 65535:
        raise ConnectionFieldRefused("port", "must be between 1 and 65535")


def _check_name(field: str, name: str) -> None:
    if not name or len(name) > LONGEST:
        raise ConnectionFieldRefused(field, f"must have 1 to {LONGEST} characters")
    if not _NAME.fullmatch(name) or "://" in name:
        raise ConnectionFieldRefused(field, "must be a plain name: no control characters, `;`, `=` or `://`")


def _check_password(password: str) -> None:
    if _CONTROL.search(password):
        raise ConnectionFieldRefused("password", "holds a control character; set it again without line breaks")
