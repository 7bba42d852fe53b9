"""Addresses of databases encrypted at rest: Fernet (AES-128-CBC, HMAC-SHA256), its key from the secret by HKDF."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import SecretStr

from spravka.customer_databases.errors import AddressUnreadable
from spravka.customer_databases.fields import FIELDS_JSON, ConnectionFields

PURPOSE = b"spravka: addresses of tenants' databases"


class AddressSeal:
    """Encrypts and decrypts whole addresses, password and all."""

    def __init__(self, secret: SecretStr) -> None:
        derive = HKDF(SHA256(), 32, salt=None, info=PURPOSE)
        self._fernet = Fernet(base64.urlsafe_b64encode(derive.derive(secret.get_secret_value().encode())))

    def seal(self, fields: ConnectionFields) -> bytes:
        return self._fernet.encrypt(FIELDS_JSON.dump_json(fields))

    def unseal(self, sealed: bytes) -> ConnectionFields:
        """Raises :class:`AddressUnreadable` where the secret is not the one it was sealed with."""
        try:
            return FIELDS_JSON.validate_json(self._fernet.decrypt(sealed))
        except InvalidToken as error:
            raise AddressUnreadable from error
