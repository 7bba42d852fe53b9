"""TLS contexts for the drivers that take one."""

import ssl
from pathlib import Path

from spravka.customer_databases.checking_fields import file_below
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields, TlsMode


def ca_file(fields: ConnectionFields, folders: AllowedFolders) -> Path | None:
    """The file of trusted authorities that the fields name, checked to lie below its folder."""
    if not fields.options.ca_file:
        return None
    return file_below(folders.certificates, fields.options.ca_file, "Certificates of authorities")


def tls_context(fields: ConnectionFields, folders: AllowedFolders) -> ssl.SSLContext:
    """A context that verifies the server where the fields ask for it, and encrypts in any case."""
    context = ssl.create_default_context(cafile=ca_file(fields, folders))
    if fields.options.tls is not TlsMode.VERIFIED:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
